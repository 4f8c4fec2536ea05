"""What happened on the ground comes before what was said about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from core.frames.kinds import EventRow
from core.frames.rows import frames
from core.frames.salience import prominence, salience_of_event
from core.lexicon.event_types import KINDS, OTHER, TOPICS, kind_of
from core.models import Status
from tests.core.records import record

TODAY = dt.date(2022, 9, 17)


def event(trigger: str, status: Status = "happened", **changes: Any) -> EventRow:
    """An event of yesterday with nothing beside."""
    day = dt.date(2022, 9, 16)
    (bare, *_) = frames([record()]).events
    plain = replace(bare, text="", place_keys=(), figure_texts=(), actors=(), earliest=day, latest=day)
    return weighed(replace(plain, trigger=trigger, status=status, **changes))


def weighed(row: EventRow) -> EventRow:
    """As a row is made of what it tells."""
    return replace(row, salience=salience_of_event(row))


BEFORE = [
    (event("kill"), event("say", "said"), "ground before statement"),
    (event("find"), event("open"), "find before opening"),
    (event("strike"), event("visit"), "strike before visit"),
    (event("announce"), event("own"), "announcement before background"),
    (event("sign"), event("own"), "signing before background"),
    (event("open"), event("rise"), "opening before figures of trade"),
    (event("kill"), event("kill", "denied"), "told before denied"),
    (event("kill", "planned"), event("meet", "possible"), "grave plan before vague meeting"),
    (event("kill"), event("kill", earliest=dt.date(2014, 5, 2), latest=dt.date(2014, 5, 2)), "fresh before remembered"),
    (event("kill"), event("kill", earliest=None, latest=None), "dated before undated"),
    (event("kill", figure_texts=("12",)), event("kill"), "counted before uncounted"),
    (event("kill", place_keys=("x",)), event("kill"), "placed before unplaced"),
]


@pytest.mark.parametrize(("first", "then", "why"), BEFORE, ids=[why for *_, why in BEFORE])
def test_what_comes_first(first: EventRow, then: EventRow, why: str) -> None:
    """Each row: the first is more prominent than the second."""
    assert prominence(first, TODAY) > prominence(then, TODAY), why


def test_what_more_documents_tell_comes_first() -> None:
    """Three sources weigh more than one."""
    assert prominence(event("open"), TODAY, 3) > prominence(event("open"), TODAY)


def test_without_a_publication_date_nothing_is_fresh_or_old() -> None:
    """Age has no meaning then."""
    old = event("kill", earliest=dt.date(1914, 8, 1), latest=dt.date(1914, 8, 1))
    assert prominence(event("kill"), None) == prominence(old, None)


def test_each_word_has_one_kind_and_each_kind_a_topic() -> None:
    """The table is sound, and a word that is not in it is a kind of its own."""
    assert {kind.topic for kind in KINDS.values()} | {OTHER} == set(TOPICS)
    assert kind_of("shelling") == kind_of("bomb")
    assert kind_of("yodel").name == "yodel"
    assert kind_of("yodel").topic == OTHER
