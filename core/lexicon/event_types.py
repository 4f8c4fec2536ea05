"""Types of events: which verbs and nouns tell the same sort of thing, and how much a headline cares for it.

``event_types.csv`` holds the types with their topic and weight, by hand after those of ACE 2005 (Life, Conflict,
Justice, Movement, Transaction, Business, Contact, Personnel), widened by what a newsroom's day holds: finds, disasters,
health, openings, votes. ``events.csv`` says which type a trigger is of. Types are narrow, because only events of one
type can be two mentions of the same; their topics make the lanes of the timeline.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.lexicon.table import sheet, values


class Kind(NamedTuple):
    """One type: ``topic`` is for readers; ``weight`` runs from 0 (background) to 5 (the front page)."""

    name: str
    topic: str
    weight: float


OTHER = "Other"
SAID = "Statements"
_TYPES = {row["type"]: Kind(row["type"], row["topic"], float(row["weight"])) for row in sheet("event_types")}
KINDS = {word: _TYPES[name] for word, name in values("events", "type").items()}
KIND_NAMES = frozenset(_TYPES)
TOPICS = (*dict.fromkeys(kind.topic for kind in _TYPES.values()), OTHER)


_FORCES = "army fighters forces insurgents militants rebels soldiers troops"
_JOBS = "employees job jobs posts staff workers workforce"
_PHRASES = (
    ("step", "down aside", "resign"),
    ("lay", "off", "layoff"),
    ("cut", _JOBS, "layoff"),
    ("shed", _JOBS, "layoff"),
    ("axe", _JOBS, "layoff"),
    ("go", "strike", "walkout"),
    ("strike", "dockers drivers nurses pay strikers teachers union unions wages workers", "walkout"),
    ("cast", "ballot ballots vote votes", "vote"),
    ("fall", _FORCES, "capture"),
    ("blow", "up", "explode"),
    ("shoot", "down", "destroy"),
)
"""Verbs that mean another thing beside some words: (trigger, words, the trigger that it stands for then)."""

_MEANT = {verb: [(frozenset(words.split()), as_) for v, words, as_ in _PHRASES if v == verb] for verb, *_ in _PHRASES}
_WORD = re.compile(r"[a-z]{2,20}")


def kind_of(trigger: str, text: str = "") -> Kind:
    """The kind of a trigger's lemma; a word of no row is a kind of its own that no headline waits for.

    ``text`` is what is told with it: to step is nothing, to step down is to resign.
    """
    meant = _MEANT.get(trigger)
    if meant:
        words = set(_WORD.findall(text.lower()))
        trigger = next((as_ for beside, as_ in meant if beside & words), trigger)
    return KINDS.get(trigger) or Kind(trigger, OTHER, 0.5)
