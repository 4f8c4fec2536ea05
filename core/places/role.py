"""What part a place plays in its sentence: where something happens, who acts, or neither.

"Moscow denied" and "Russia's war" speak of a government; "in Lviv", "across Ukraine" and "the Lviv site" of a
place. The difference is read from the dependency that ties the name to its sentence, as in the literature on
metonymy of location names (Markert & Nissim 2002; Gritta et al. 2020), with lists of words for what it hangs on.
"""

from __future__ import annotations

from spacy.tokens import Token

from core.models import PlaceKind, Role
from core.places.context import is_dateline, is_dateline_country
from core.places.kinds import AREA, DIRECTIONS, REGION, SETTLEMENT, SITE, STREETS, WATER
from core.places.mention import Mention
from core.places.tokens import Tokens

_KIND_WORDS = REGION | SETTLEMENT | WATER | AREA | SITE | STREETS | DIRECTIONS
_GROUND = _KIND_WORDS | frozenset(
    """area areas part parts zone zones outskirts centre center side border borders coast shore front frontline line
    territory territories soil ground land skies airspace streets suburb suburbs neighbourhood neighborhood corner
    site sites location locations place places ports airports bridges plants hospitals schools camps prisons homes
    house houses apartment buildings resident residents people population inhabitants locals families woman man boy
    girl teen teenager resident native crash fire flood floods explosion blast attack attacks shooting shelling battle
    siege earthquake quake outbreak massacre protest protests rally riot riots summit conference festival election
    elections bombing bombings strike strikes raid raids accident disaster epidemic murder killing killings market
    storm war fighting clashes evacuation visit trip tour farm farms beach beaches bar cafe restaurant nightclub skyline
    underground subway metro tram railway weather fire fires assault offensive""".split()
)
_ACTS = frozenset(
    """war attack strike raid visit election bombing shelling fighting trip tour killing battle siege assault
    offensive""".split()
)
"""What a government does, where it owns the noun ("Russia's war"); elsewhere it happens at the place."""

_PEOPLE_OF_STATE = frozenset(
    """government president minister ministry army forces force troops military officials official authorities
    ambassador embassy leader leaders parliament congress senate administration governor mayor policy diplomat
    diplomats envoy delegation team police spokesman spokeswoman spokesperson secretary citizen citizens citizenship
    national nationals currency economy allies ally soldiers navy intelligence prime premier state media court
    department agency council regime chancellor king queen""".split()
)
_PLACE_PREPOSITIONS = frozenset(
    """in at near across around outside inside throughout within into onto through along beyond above below amid
    past opposite toward towards upon off under nearby via en-route beside""".split()
)
_ACTOR_PREPOSITIONS = frozenset("with by against between among versus despite per like unlike than for as".split())
_MOTION = frozenset(
    """go come travel fly drive move return flee head send arrive walk march advance retreat withdraw sail deploy bring
    take carry rush evacuate deport transfer relocate commute spread ship transport journey drift cross migrate fall
    leave escape get extend stretch run lead trip visit flight road route way export exports journey""".split()
)
_HARMED = frozenset(
    """hit strike shell bomb attack liberate recapture capture seize occupy take retake besiege surround flood destroy
    devastate damage ravage evacuate visit leave flee reach enter cross tour quit storm rock shake target pound batter
    raid overrun encircle invade approach pass inhabit settle ruin""".split()
)
_UNDERGONE = frozenset("lie stand sit suffer fall burn shake flood sleep wake celebrate mourn".split())
"""What a city does as a place."""

_SEATS = frozenset(
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


def role_of(tokens: Tokens, mention: Mention, kind: PlaceKind) -> Role:
    """The role of one mention, by the words of its sentence and the kind of place it was taken for."""
    if mention.adjective:
        return "actor" if _head(tokens, mention).head.lemma_.lower() in _PEOPLE_OF_STATE else "other"
    start, end = mention.start, mention.end
    if is_dateline(tokens, start, end) or is_dateline_country(tokens, start, end):
        return "other"
    return _Judge(tokens, mention, kind).role(_head(tokens, mention))


def _head(tokens: Tokens, mention: Mention) -> Token:
    """The word of the name on which the others hang."""
    span = tokens.doc[mention.start : mention.end]
    return span.root


class _Judge:
    """Walks from the name up its sentence until a word decides."""

    def __init__(self, tokens: Tokens, mention: Mention, kind: PlaceKind) -> None:
        self._state = kind == "country"
        self._seat = mention.text.lower().removeprefix("the ") in _SEATS
        self._default: Role = "actor" if self._state or self._seat else "scene"
        self._part_of_name = mention.part_of_name
        # a big city's name often stands for a government or a council, a small town's hardly ever
        first = next((name.entry for name in mention.names if name.entry.kind == kind), None)
        self._large = kind == "settlement" and first is not None and first.population > 300_000

    def role(self, word: Token, steps: int = 5) -> Role:
        """Decides by the word's dependency, or goes up by one."""
        head, dependency = word.head, word.dep_
        if steps == 0 or head.i == word.i:
            return self._default
        if dependency in {"conj", "appos"} and head.ent_type_ != "PERSON":
            return self.role(head, steps - 1)
        if dependency in {"compound", "nmod", "amod", "npadvmod", "nummod", "det"}:
            return self._before_noun(head, steps)
        if dependency == "poss":
            return self._owner(head)
        if dependency == "pobj":
            return self._after_preposition(head)
        if dependency == "nsubj":
            return self._subject(head)
        if dependency in {"nsubjpass", "dobj", "obj"}:
            return "scene" if head.lemma_.lower() in _HARMED else self._default
        return self._default

    def _before_noun(self, head: Token, steps: int) -> Role:
        """Kharkiv region, Lviv site, US ambassador."""
        lemma = head.lemma_.lower()
        if lemma in _PEOPLE_OF_STATE or head.ent_type_ == "PERSON":
            return "actor"
        if lemma in _KIND_WORDS or head.lower_ in _KIND_WORDS or head.lower_ in _GROUND:
            return "scene" if not self._seat else self.role(head, steps - 1)
        if self._part_of_name:
            return "actor"
        if head.pos_ == "PROPN" and head.i != head.head.i and not head.ent_type_:
            return self.role(head, steps - 1)
        return "actor" if self._state or self._seat or self._large else "scene"

    def _owner(self, head: Token) -> Role:
        """Ukraine's ports are a place, Ukraine's offensive is an act, Kharkiv's mayor an official."""
        lemma = head.lemma_.lower()
        if lemma in _PEOPLE_OF_STATE:
            return "actor"
        if (head.lower_ in _GROUND or lemma in _GROUND) and lemma not in _ACTS:
            return "scene"
        if head.ent_type_ in {"GPE", "LOC", "FAC"}:
            return "scene"
        return "actor" if self._state or self._seat or self._large else "scene"

    def _after_preposition(self, preposition: Token) -> Role:
        word, above = preposition.lower_, preposition.head
        lemma = above.lemma_.lower()
        if word in _PLACE_PREPOSITIONS:
            return "scene"
        if word == "to" and above.lower_ == "according":
            return "actor"
        if word in {"to", "from"} or (word == "for" and lemma in _MOTION):
            if lemma in _MOTION or above.head.lemma_.lower() in _MOTION:
                return "scene"
            return self._default if lemma not in _PEOPLE_OF_STATE else "actor"
        if word == "of":
            return self._after_of(above)
        if word in {"on", "over"} and (lemma in _ACTS or above.lower_ in _ACTS):
            return "scene"
        if word in {"on", "over"}:
            return "scene" if not self._state and not self._large else "actor"
        return "actor" if word in _ACTOR_PREPOSITIONS and (self._state or self._large) else self._default

    def _after_of(self, above: Token) -> Role:
        lemma = above.lemma_.lower()
        if lemma in _PEOPLE_OF_STATE or above.ent_type_ in {"ORG", "PERSON"}:
            return "actor"
        return "scene" if above.lower_ in _GROUND or lemma in _GROUND else self._default

    def _subject(self, verb: Token) -> Role:
        if self._state or self._seat:
            return "actor"
        lemma = verb.lemma_.lower()
        return "scene" if not self._large or lemma in _HARMED | _UNDERGONE else "actor"
