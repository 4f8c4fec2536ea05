"""What part a place plays in its sentence: where something happens, who acts, or neither.

"Moscow denied" and "Russia's war" speak of a government; "in Lviv", "across Ukraine" and "the Lviv site" of a
place. The difference is read from the dependency that ties the name to its sentence, as in the literature on
metonymy of location names (Markert & Nissim 2002; Gritta et al. 2020), with lists of words for what it hangs on.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from core.models import Place, PlaceKind, Role
from core.places.mention import Mention
from core.places.metonymy_words import (
    ACTOR_PREPOSITIONS,
    ACTS,
    BETWEEN,
    BORDERS,
    CONTESTS,
    DEALINGS,
    DEALS_WITH,
    FLIES,
    GROUND,
    HARMED,
    KIND_WORDS,
    LIES,
    MOTION,
    PEOPLE_OF_STATE,
    PLACE_PREPOSITIONS,
    SEATS,
    STATES,
    SUPPLIES,
    UNDERGONE,
)
from core.places.recognition.context import is_dateline, is_dateline_country
from core.places.recognition.forms import is_capital
from core.text.view import TextView

_LONGEST_LIST = 10
"""TextView of a list of names that are looked at."""


def role_of(view: TextView, mention: Mention, kind: PlaceKind) -> Role:
    """The role of one mention, by the words of its sentence and the kind of place it was taken for."""
    if mention.adjective:
        return "actor" if _head(view, mention).head.lemma_.lower() in PEOPLE_OF_STATE else "other"
    start, end = mention.start, mention.end
    if is_dateline(view, start, end) or is_dateline_country(view, start, end):
        return "other"
    if kind != "country" and _is_put_in(view, start) and view.lower_at(end) not in PEOPLE_OF_STATE:
        return "scene"
    return _Judge(view, mention, kind).role(_head(view, mention))


def _is_put_in(view: TextView, start: int) -> bool:
    """Whether "in" or "near" opens the list of names, whatever noun the parser ties it to: "in X and Y shops shut"."""
    for index in range(start - 1, max(start - _LONGEST_LIST, -1), -1):
        if view.lower[index] in {"in", "near"}:
            return view.lower_at(index - 1) not in DEALINGS
        if not (is_capital(view.words[index]) or view.lower[index] in {",", "and", "-"}):
            return False
    return False


def with_roles_of_whole(text: str, places: Iterable[Place], pinned: Container[int]) -> Iterator[Place]:
    """What only says where another place lies gets the part that the other plays: "Leeds, England"."""
    before: Place | None = None
    for index, place in enumerate(places):
        tells_where = before and index - 1 in pinned and text[before.end : place.start].strip() == ","
        before = replace(place, role=before.role) if before and tells_where and not place.adjective else place
        yield before


def _head(view: TextView, mention: Mention) -> Token:
    """The word of the name on which the others hang."""
    span = view.doc[mention.start : mention.end]
    return span.root


class _Judge:
    """Walks from the name up its sentence until a word decides."""

    def __init__(self, view: TextView, mention: Mention, kind: PlaceKind) -> None:
        self._state = kind == "country"
        self._seat = mention.text.lower().removeprefix("the ") in SEATS
        self._default: Role = "actor" if self._state or self._seat else "scene"
        self._part_of_name = mention.part_of_name
        self._kind_word = mention.kind_word
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
            return self._object(head)
        return self._default

    def _before_noun(self, head: Token, steps: int) -> Role:
        """Kharkiv region, Lviv site, US ambassador."""
        lemma = head.lemma_.lower()
        if head.lower_ == self._kind_word == "state":  # Shan State, no state media
            return self.role(head, steps - 1)
        if lemma in PEOPLE_OF_STATE or head.ent_type_ == "PERSON":
            return "actor"
        if lemma in KIND_WORDS or head.lower_ in KIND_WORDS or head.lower_ in GROUND:
            return "scene" if not self._seat else self.role(head, steps - 1)
        if self._part_of_name:
            return "actor"
        if head.pos_ == "PROPN" and head.i != head.head.i and not head.ent_type_:
            return self.role(head, steps - 1)
        return "actor" if self._state or self._seat or self._large else "scene"

    def _owner(self, head: Token) -> Role:
        """Ukraine's ports are a place, Ukraine's offensive is an act, Kharkiv's mayor an official."""
        lemma = head.lemma_.lower()
        if lemma in PEOPLE_OF_STATE:
            return "actor"
        if (head.lower_ in GROUND or lemma in GROUND) and lemma not in ACTS:
            return "scene"
        if head.ent_type_ in {"GPE", "LOC", "FAC"}:
            return "scene"
        return "actor" if self._state or self._seat or self._large else "scene"

    def _after_preposition(self, preposition: Token) -> Role:
        word, above = preposition.lower_, preposition.head
        lemma = above.lemma_.lower()
        if word in PLACE_PREPOSITIONS or lemma in BORDERS or above.lower_ in BORDERS:
            return "scene"
        if word == "between" and (lemma in BETWEEN | MOTION or above.lower_ in BETWEEN):
            return "scene"
        if word == "as" and above.lower_ == "far":
            return "scene"
        if word == "to" and above.lower_ == "according":
            return "actor"
        if word in {"to", "over", "with", "against"} and lemma in CONTESTS:
            return "actor"
        if word == "against" and lemma not in ACTS | HARMED:
            return "actor"
        if word in {"to", "from"} or (word == "for" and lemma in MOTION):
            if lemma in MOTION or above.head.lemma_.lower() in MOTION:
                return "scene"
            dealt_with = lemma in PEOPLE_OF_STATE or (self._large and lemma in DEALINGS)
            return "actor" if dealt_with else self._default
        if word == "of":
            return self._after_of(above)
        if word == "over" and lemma in FLIES | MOTION:
            return "scene"
        if word in {"on", "over"} and (lemma in ACTS or above.lower_ in ACTS):
            return "scene"
        if word in {"on", "over"}:
            return "scene" if not self._state and not self._large else "actor"
        return "actor" if word in ACTOR_PREPOSITIONS and (self._state or self._large) else self._default

    def _after_of(self, above: Token) -> Role:
        lemma = above.lemma_.lower()
        if lemma == "governor":
            return "actor"
        if lemma in KIND_WORDS and not self._state:  # the state of Borno
            return "scene"
        if lemma in PEOPLE_OF_STATE or above.ent_type_ == "ORG":
            return "actor"
        if above.ent_type_ == "PERSON":  # Ann Lee of Dayton lives there, Angela Merkel of Germany stands for it
            return self._default
        return "scene" if above.lower_ in GROUND or lemma in GROUND else self._default

    def _object(self, verb: Token) -> Role:
        """Shelled Kyiv and bordering Nigeria are scenes, accusing Washington is not."""
        lemma = verb.lemma_.lower()
        if lemma in CONTESTS:
            return "actor"
        if lemma in HARMED | MOTION | BORDERS:
            return "scene"
        return "actor" if self._large and lemma in DEALS_WITH else self._default

    def _subject(self, verb: Token) -> Role:
        lemma = verb.lemma_.lower()
        if lemma == "lose" and any(
            child.dep_ == "dobj" and child.lemma_.lower() in SUPPLIES for child in verb.children
        ):
            return "scene"
        if lemma in CONTESTS:
            return "actor"
        if self._state or self._seat:
            return "scene" if lemma in LIES else "actor"
        if lemma in {"be", "remain", "stay"} and any(
            child.lower_ in STATES | {"under", "without"} for child in verb.children
        ):
            return "scene"
        acts = any(child.dep_ == "dobj" for child in verb.children)  # Tehran hit a base
        return "scene" if not self._large or lemma in UNDERGONE or (lemma in HARMED and not acts) else "actor"
