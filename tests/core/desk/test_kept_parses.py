"""The worker's memory of parses: bounded by bytes, the one asked for longest ago goes first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.desk.extractor_loop import extracting
from core.desk.kept_parses import KeptParses
from core.desk.messages import Extract, Extracted, Forgotten, Redated, digest_of, redate
from core.extraction import Parsed
from core.ingest import from_text, with_details
from core.models import redated
from tests.core.records import record

TEXT = "The quay in Orvel gave way on Thursday, and two people were hurt."


def parsed(document: str, text: str = "0123456789", size: int = 80) -> Parsed:
    """A parse that counts for ``size`` bytes and twice its text, a hundred by default."""
    return Parsed(replace(record(), id=document, text=text), b"." * size)


def kept(parses: KeptParses, *documents: str, text: str = "0123456789") -> list[bool]:
    """Which of some documents are still there; the look makes them the latest."""
    return [parses.get(document, digest_of(text)) is not None for document in documents]


@pytest.mark.parametrize(("room", "there"), [(300, [True, True, True]), (299, [False, True, True])])
def test_there_is_room_for_so_many_bytes(room: int, there: list[bool]) -> None:
    """The last byte of the room may be used and no further one."""
    parses = KeptParses(room)
    for document in "abc":
        parses.put(parsed(document))
    assert kept(parses, *"abc") == there


def test_the_one_asked_for_longest_ago_goes_first() -> None:
    """Asking for one keeps it."""
    parses = KeptParses(200)
    parses.put(parsed("a"))
    parses.put(parsed("b"))
    assert kept(parses, "a") == [True]
    parses.put(parsed("c"))
    assert kept(parses, *"abc") == [True, False, True]


def test_the_same_text_again_takes_its_own_place() -> None:
    """It is counted once, with its latest parse."""
    parses = KeptParses(200)
    parses.put(parsed("a"))
    for size in (70, 60, 80):
        parses.put(parsed("b", size=size))
    assert kept(parses, *"ab") == [True, True]
    found = parses.get("b", digest_of("0123456789"))
    assert found is not None
    assert len(found.parse) == 80


def test_one_larger_than_all_room_is_not_kept() -> None:
    """Nor does it stay counted."""
    parses = KeptParses(150)
    parses.put(parsed("large", size=131))
    parses.put(parsed("a"))
    assert kept(parses, "large", "a") == [False, True]


def test_another_text_of_a_document_is_another_parse() -> None:
    """A repaired text is not dated by the parse of the broken one."""
    parses = KeptParses(500)
    parses.put(parsed("a", "mayorâ€™s", size=10))
    assert kept(parses, "a", text="mayor’s") == [False]
    assert kept(parses, "a", text="mayorâ€™s") == [True]


def test_the_real_worker_dates_anew_what_it_keeps_and_asks_for_what_it_does_not() -> None:
    """Without the text, equal to a fresh extraction; a text it never saw is said to be forgotten."""
    answer = extracting()
    document = from_text(TEXT, "a.txt")
    moved = with_details(document, None, None, dt.date(2022, 9, 17))
    assert answer(redate(moved)) == Forgotten(document.id)
    first = answer(Extract(document))
    again = answer(redate(moved))
    fresh = answer(Extract(moved))
    assert isinstance(first, Extracted)
    assert isinstance(again, Redated)
    assert isinstance(fresh, Extracted)
    assert redated(first.record, moved, again.redating) == fresh.record
    assert [date.earliest for date in fresh.record.dates] == [dt.date(2022, 9, 15)]
