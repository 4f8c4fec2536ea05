"""The words that a place's name hangs on, by what they say of its part: ground, officials, acts, harm, dealings."""

from __future__ import annotations

from core.lexicon import meaning
from core.places.recognition.kinds import AREA, DIRECTIONS, REGION, SETTLEMENT, SITE, STREETS, WATER

KIND_WORDS = REGION | SETTLEMENT | WATER | AREA | SITE | STREETS | DIRECTIONS
ACTS = frozenset(
    """war attack strike raid visit election bombing shelling fighting trip tour killing battle siege assault
    offensive""".split()
)
"""What a government does, where it owns the noun ("Russia's war"); elsewhere it happens at the place."""

GROUND = (
    KIND_WORDS
    | meaning("places", "part of a place", "stands in a place")
    | ACTS
    | frozenset(
        """resident residents people population inhabitants locals families woman man boy girl teen teenager
        native crash fire fires flood floods explosion blast attacks shooting earthquake quake outbreak massacre
        protest protests rally riot riots summit conference festival elections bombings strikes raids accident
        disaster epidemic murder killings storm clashes evacuation""".split()
    )
)
"""What is, lives or happens at the place that it is called by; an invasion is its sender's."""

PEOPLE_OF_STATE = meaning("organisations", "of a state")
PLACE_PREPOSITIONS = meaning("function_words", "preposition of place")
ACTOR_PREPOSITIONS = frozenset("with by against between among versus despite per like unlike than for as".split())
MOTION = frozenset(
    """go come travel fly drive move return flee head send arrive walk march advance retreat withdraw sail deploy bring
    take carry rush evacuate deport transfer relocate commute spread ship transport journey drift cross migrate fall
    leave escape get extend stretch run lead trip visit flight road route way export exports journey""".split()
)
HARMED = frozenset(
    """hit strike shell bomb attack liberate recapture capture seize occupy take retake besiege surround flood destroy
    devastate damage ravage evacuate visit leave flee reach enter cross tour quit storm rock shake target pound batter
    raid overrun encircle invade approach pass inhabit settle ruin""".split()
)
BORDERS = frozenset("border adjoin neighbour neighbor overlook flank separate frontier boundary access".split())
"""Where something ends or begins: "Chad's border with Niger"."""

BETWEEN = WATER | AREA | STREETS | frozenset("ferry ferries train bus flight border frontier line distance".split())
"""What lies or runs between two places."""

DEALS_WITH = frozenset(
    """accuse blame urge warn criticise criticize condemn tell ask press pressure back support oppose defy anger please
    thank assure persuade convince force help sanction punish praise challenge rebuke threaten offer give join ally
    provoke isolate alarm infuriate court pay owe""".split()
)
"""What is done to a government and not to a city."""

DEALINGS = frozenset(
    """guarantee assurance demand message response reply warning criticism pressure aid support money help backing
    pledge promise condemnation approval permission signal order instruction invitation independence concession
    proposal protest reaction answer apology praise statement""".split()
)
"""What comes from a government and goes to one."""

UNDERGONE = frozenset("lie stand sit suffer fall burn shake flood sleep wake celebrate mourn".split())
"""What a city does as a place."""

SEATS = frozenset(
    {
        "kremlin",
        "white house",
        "pentagon",
        "downing street",
        "capitol hill",
        "élysée",
        "whitehall",
        "eu",
        "european union",
    }
)

CONTESTS = frozenset("play beat defeat lose win draw thrash victory defeat win loss match".split())
"""What teams do, which are called by their towns and countries."""

SUPPLIES = frozenset("power electricity water gas heating light signal contact supply supplies internet".split())
"""What a town loses without playing for it."""

LIES = frozenset("lie sit stretch border suffer shake flood".split())
"""What a country does as a stretch of land."""

FLIES = frozenset("missile rocket plane jet drone balloon satellite sky fire shoot hover circle helicopter".split())
"""What goes over a country without talking of it."""

STATES = frozenset(
    """calm quiet tense dark empty deserted safe unsafe hot cold dry wet snowy foggy crowded busy noisy peaceful
    dangerous shut closed polluted inaccessible unreachable beautiful lively""".split()
)
"""What a town is as a place, and a government is not."""
