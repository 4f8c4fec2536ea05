"""Words of rise and fall: verbs, nouns and adverbs that give a figure its direction."""

from __future__ import annotations

from typing import Literal

from core.lexicon import meaning

Direction = Literal["up", "down"]
Part = Literal["by", "to", "from"]

_UP = (
    "rise increase grow jump climb surge soar gain advance rally add swell expand spike skyrocket rocket "
    "raise boost lift hike edge inch leap improve strengthen appreciate widen balloon mount "
    "escalate up uptick ascend double triple treble quadruple rebound recover firm deepen"
)
_DOWN = (
    "fall drop decline decrease sink slump plunge tumble dip slide shed lose plummet slip dwindle shrink contract "
    "reduce cut lower slash trim weaken depreciate narrow ease retreat crash halve tank diminish subside slow down "
    "downgrade nosedive dive recede pare soften dampen"
)
DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(_UP.split(), "up"),
    **dict.fromkeys(_DOWN.split(), "down"),
}
NOUNS = frozenset(
    "rise increase growth jump surge gain rally spike hike raise boost leap improvement uptick fall drop decline "
    "decrease slump plunge tumble dip slide reduction cut contraction loss downturn slowdown".split()
)
ONLY_OF_RATES = frozenset(
    {"lose", "gain", "add", "shed", "advance", "cut", "slash", "raise", "lift", "boost", "lower"}
    | {"double", "triple", "treble", "quadruple", "recover", "rebound", "firm", "soften", "pare"}
)
FROM_SOMEBODY = frozenset({"lose", "add"})
"""Verbs whose "to" names no value reached: "lost 12 homes to the fire", "lost power to 131 homes"."""

DELIVERED = frozenset(
    "power electricity supply water gas heating aid access service funding delivery assistance internet".split()
)
"""What is cut or raised "to" those who get it: "cut power to 24,000 customers"."""

OF_SHARES: dict[str, Direction] = {"accelerate": "up", "quicken": "up", "cool": "down", "decelerate": "down"}
"""Verbs that move a rate: inflation accelerates to 9 percent, a car to 100 kilometres an hour."""

ADVERBS: dict[str, Direction] = {"up": "up", "down": "down", "higher": "up", "lower": "down", "upward": "up"}
ADVERBS |= {"upwards": "up", "downward": "down", "downwards": "down"}
COMPARED: dict[str, Direction] = ADVERBS | {"more": "up", "fewer": "down", "less": "down"}
ERSTWHILE = frozenset("in at on during before last the a previously earlier".split())
"""What follows "than" where a figure is compared with one of another time: "nine fewer than in 2021"."""

IDIOMS = frozenset("boil put trace pass hand".split())
"""Verbs with which "down to" names a cause or an heir: "boiling down to $21"."""

PARTS: dict[str, Part] = {"by": "by", "of": "by", "to": "to", "at": "to", "from": "from"}
MOTION = frozenset("be go come move end close finish stand trade".split())
SHIFTS = frozenset(
    "revise correct adjust edge inch tick nudge creep crawl drift notch bump trend push drive mark scale pull".split()
)
"""Verbs that "up" gives a direction, also before "to": "edged up to 5 percent" names no upper bound."""

FILLERS = (
    meaning("function_words", "article", "possessive")
    | meaning("numbers", "added")
    | frozenset(
        "just only record revised adjusted seasonally upwardly downwardly mere full whopping staggering massive modest "
        "combined estimated".split()
    )
)
TELLINGS = frozenset(
    "total average figure estimate count tally toll peak high low record level rate maximum minimum reading".split()
)
"""Nouns that name a value: "from an earlier figure of 38", "by a total of 2 points"."""

RATES = frozenset({"percent", "percentage point", "basis point", "cent", "penny", "sen"})
