"""Event nouns with a date of their own: "Friday's attack", "the meeting on 16 September"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.events.clauses import Clauses
from core.events.dating import Dating, date_from
from core.lexicon import meaning
from core.models import DateMention

_EVENT_NOUNS = meaning("events", "nominal")

_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "ROOT", "agent")
_AT_THE_TIME = ("in", "during", "at", "by", "amid", "from")


@dataclass(frozen=True, slots=True)
class NounEvent:
    """An event noun that carries a date."""

    token: int
    dates: tuple[int, ...]
    dating: Dating


def dated_nouns(clauses: Clauses, dates: Sequence[DateMention]) -> list[NounEvent]:
    """Event nouns whose date dates them and not their clause.

    A subject or object of the verb shares its date with the clause ("Friday's attack killed two"), and so does a noun
    that says in which event something was done ("killed in Friday's attack").
    """
    carried: dict[int, list[int]] = {}
    for i, date in enumerate(dates):
        if date.type != "SET" and (date.earliest or date.latest):
            noun = _noun_of(clauses, date)
            if noun is not None:
                carried.setdefault(noun, []).append(i)
    found = []
    for noun, indices in carried.items():
        dating = date_from(clauses, indices, dates)
        if dating.dated:
            found.append(NounEvent(noun, tuple(indices), dating))
    return found


def _noun_of(clauses: Clauses, date: DateMention) -> int | None:
    """The event noun that a date modifies, directly or through a preposition."""
    view = clauses.view
    head = clauses.head_of(date)
    up = view.head[head]
    if view.dep[head] == "pobj" and view.dep[up] == "prep":
        up = view.head[up]
    if view.lemma[up] not in _EVENT_NOUNS and view.dep[up] == "pobj" and view.pos[up] == "NOUN":
        up = view.head[view.head[up]]  # "strikes on refineries in March"
    if up == head or view.lemma[up] not in _EVENT_NOUNS or view.pos[up] not in ("NOUN", "PROPN"):
        return None
    if view.dep[up] in _ARGUMENTS:
        return None
    if view.dep[up] == "pobj" and view.lemma[view.head[up]] in _AT_THE_TIME:
        return None
    return int(up)
