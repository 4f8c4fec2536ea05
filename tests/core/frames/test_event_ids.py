"""An event keeps its id while its sentence is there."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.extraction import extract
from core.frames.event_ids import lasting_ids
from core.ingest import from_text
from core.models import Extraction
from tests.core.records import record

TEXT = (
    "Floods closed two bridges in Lyon on Monday. Crews closed the tunnel on Tuesday and opened it last week.\n\n"
    "Floods closed two bridges in Lyon on Monday."
)


def read(text: str, published: dt.date | None = dt.date(2022, 9, 17)) -> Extraction:
    """What is found in a document that has always the same id."""
    (found,) = extract([replace(from_text(text, "a.txt", published), id="doc1")])
    assert isinstance(found, Extraction)
    return found


def by_trigger(record: Extraction) -> dict[str, tuple[str, dt.date | None]]:
    """Id → trigger and first day."""
    ids = lasting_ids(record)
    return {one: (event.trigger.lemma, event.earliest) for one, event in zip(ids, record.events, strict=True)}


def test_ids_are_all_different() -> None:
    """Also in a sentence that the document has twice, and of events with one trigger."""
    ids = by_trigger(read(TEXT))
    assert len(ids) == len(read(TEXT).events) >= 4
    one = record()
    assert len(set(lasting_ids(replace(one, events=one.events * 3)))) == 6


@pytest.mark.parametrize("published", [dt.date(2021, 3, 1), None])
def test_another_publication_date_changes_no_id(published: dt.date | None) -> None:
    """The days move, the events stay; without any date there may be fewer, none is another."""
    before, after = by_trigger(read(TEXT)), by_trigger(read(TEXT, published))
    assert after.keys() <= before.keys() if published is None else after.keys() == before.keys()
    assert all(before[one][0] == trigger for one, (trigger, _) in after.items())
    assert before != after


def test_another_reading_changes_ids_of_changed_sentences_alone() -> None:
    """A paragraph before it and other line ends do not touch a sentence; other words do."""
    before = by_trigger(read(TEXT))
    moved = by_trigger(read("Rain fell in Nice on Sunday.\n\n" + TEXT.replace(" Crews", "\nCrews")))
    assert before.keys() < moved.keys()
    other = by_trigger(read(TEXT.replace("tunnel", "road")))
    assert {before[one][0] for one in before.keys() & other.keys()} == {"close"}
    assert len(before.keys() & other.keys()) == 2


def test_documents_have_ids_of_their_own() -> None:
    """The same text in another document is another telling."""
    one = read(TEXT)
    assert not set(lasting_ids(one)) & set(lasting_ids(replace(one, id="doc2")))


def test_a_record_without_sentences_has_ids_all_the_same() -> None:
    """Nothing is asked of a record but its events."""
    assert len(set(lasting_ids(replace(record(), sentences=())))) == 2
