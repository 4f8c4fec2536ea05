"""A document that is read again: what a person gave of it stays, and what an overtaken job found is thrown away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from core.desk import Desk
from core.models import Document
from tests.core.desk.desks import desk_with
from tests.core.desk.test_desk import WAIT, HandExtractor, a_dossier, document, settled, until

GIVEN, GUESSED, BETTER = dt.date(2022, 9, 17), dt.date(2021, 1, 1), dt.date(2023, 2, 3)


def guessed(day: dt.date | None) -> Document:
    """A document whose date was found on its page."""
    return replace(document(), published=day, published_from="metadata" if day else None)


DATES = [
    ("given", GUESSED, GIVEN, BETTER, (GIVEN, "given")),
    ("given, and the better reader finds none", GUESSED, GIVEN, None, (GIVEN, "given")),
    ("given, and the better reader finds the same", GUESSED, GIVEN, GIVEN, (GIVEN, "given")),
    ("guessed, and guessed better", GUESSED, None, BETTER, (BETTER, "metadata")),
    ("guessed, and the better reader finds none", GUESSED, None, None, (GUESSED, "metadata")),
]


@pytest.mark.parametrize(
    ("before", "given", "found", "expected"), [row[1:] for row in DATES], ids=[r[0] for r in DATES]
)
def test_a_date_given_by_a_person_is_never_overwritten(
    before: dt.date, given: dt.date | None, found: dt.date | None, expected: tuple[dt.date, str]
) -> None:
    """A better reader of the file may correct a guess, and nothing that somebody wrote."""
    desk = desk_with(HandExtractor())
    dossier, one = a_dossier(), guessed(before)
    desk.submit(dossier, one)
    if given:
        desk.set_details(dossier, one.id, title=None, outlet=None, published=given)
    settled(desk, dossier)
    desk.replace_text(dossier, replace(guessed(found), id=one.id, text="Two people were hurt in Izyum."))
    settled(desk, dossier)
    (held,), (record,) = desk.dossier(dossier).documents, desk.records(dossier)
    desk.close()
    assert held.text == record.text == "Two people were hurt in Izyum."
    assert (held.published, held.published_from) == (record.published, record.published_from) == expected


@pytest.mark.parametrize("field", ["title", "outlet"])
@pytest.mark.parametrize(("given", "found", "expected"), [("Ours", "Theirs", "Ours"), (None, "Theirs", "Theirs")])
def test_headline_and_outlet_that_a_person_gave_stay(field: str, given: str | None, found: str, expected: str) -> None:
    """What was left open is filled."""
    desk = desk_with(HandExtractor())
    dossier, one = a_dossier(), document()
    desk.submit(dossier, one)
    desk.set_details(dossier, one.id, **{"title": None, "outlet": None, "published": None, field: given})  # type: ignore[arg-type]
    settled(desk, dossier)
    desk.replace_text(dossier, replace(one, **{field: found}, text="Another text."))  # type: ignore[arg-type]
    settled(desk, dossier)
    (record,) = desk.records(dossier)
    desk.close()
    assert getattr(record, field) == expected


Change = Callable[[Desk, str, Document], None]


def redated(desk: Desk, dossier: str, one: Document) -> None:
    """Somebody gives another date."""
    desk.set_details(dossier, one.id, title=None, outlet=None, published=GIVEN)


def asked_again(desk: Desk, dossier: str, one: Document) -> None:
    """Somebody asks to have it read once more."""
    desk.retry(dossier, one.id)


def reworded(desk: Desk, dossier: str, one: Document) -> None:
    """A better reader has another text."""
    desk.replace_text(dossier, replace(one, text="Another text."))


@pytest.mark.parametrize("change", [redated, asked_again, reworded], ids=lambda change: str(change.__name__))
def test_a_stale_job_brings_nothing(change: Change) -> None:
    """What comes of a job that another one has overtaken is no record and ends no job."""
    worker = HandExtractor(gated=True)
    desk = desk_with(worker)
    dossier, one = a_dossier(), document()
    stale = desk.submit(dossier, one)
    assert worker.begun.wait(WAIT)
    worker.begun.clear()
    change(desk, dossier, one)
    before = desk.version(dossier)
    worker.go()
    assert worker.begun.wait(WAIT)  # the stale one has ended, the next is being read
    assert desk.records(dossier) == ()
    assert desk.version(dossier) == before
    (job,) = desk.jobs(dossier)
    assert (job.id != stale.id, job.state) == (True, "reading")
    worker.go()
    settled(desk, dossier)
    (record,) = desk.records(dossier)
    (held,) = desk.dossier(dossier).documents
    desk.close()
    assert (record.text, record.published) == (held.text, held.published)


def test_what_waits_for_a_removed_document_is_not_read() -> None:
    """A job whose document is gone asks nothing of the worker."""
    worker = HandExtractor(gated=True)
    desk = desk_with(worker)
    dossier = a_dossier()
    one, two = document("First text."), document("Second text.")
    for each in (one, two):
        desk.submit(dossier, each)
    assert worker.begun.wait(WAIT)
    desk.remove(dossier, one.id)
    desk.remove(dossier, two.id)
    desk.submit(dossier, three := document("Third text."))
    worker.go()
    until(lambda: len(worker.asked) == 1)
    worker.go()
    settled(desk, dossier)
    desk.close()
    assert [asked.document.id for asked in worker.asked] == [one.id, three.id]
    assert [record.id for record in desk.records(dossier)] == [three.id]
