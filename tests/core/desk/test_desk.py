"""The desk: dossiers, documents and jobs, shared by many threads."""

from __future__ import annotations

import datetime as dt
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count

import pytest

from core.desk import AlreadyThere, Desk, DossierFull, UnknownDocument, dossier_store
from core.desk.dossier import Held
from core.desk.extractor import Extractor, ExtractorFailed
from core.desk.jobs import new_job
from core.desk.messages import Extract, Extracted, Redate, Request, redate
from core.desk.progress import Pace
from core.ingest import from_text
from core.models import Document, Extraction
from tests.core.desk.desks import desk_with
from tests.core.desk.extractor_stub import recipe

WAIT = 60.0
_dossiers = count()


class HandExtractor(Extractor):
    """A worker without a process; with ``gated`` it reads one document for each ``go()``."""

    def __init__(self, gated: bool = False) -> None:
        super().__init__(())
        self._gate: queue.SimpleQueue[None] | None = queue.SimpleQueue() if gated else None
        self.begun = threading.Event()
        self.asked: list[Request] = []

    def go(self) -> None:
        """Let one document pass."""
        assert self._gate is not None
        self._gate.put(None)

    def start(self) -> None:
        """Always ready."""

    def extract(self, document: Document) -> Extraction:
        """The stub's record, or a failure where the text says so."""
        self._wait(Extract(document))
        if "FAIL" in document.text:
            raise ExtractorFailed("It failed.")
        answer = recipe(Extract(document))
        assert isinstance(answer, Extracted)
        return answer.record

    def redate(self, document: Document, record: Extraction) -> Extraction:
        """The record with the document's details."""
        self._wait(redate(document))
        return replace(record, published=document.published, published_from=document.published_from, warnings=())

    def _wait(self, asked: Request) -> None:
        self.begun.set()
        if self._gate is not None:
            self._gate.get(timeout=WAIT)
        self.asked.append(asked)


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A desk whose worker reads at once."""
    desk = desk_with(HandExtractor())
    yield desk
    desk.close()


def until(true: Callable[[], bool]) -> None:
    """Wait for another thread without a fixed time; fails after :data:`WAIT` seconds."""
    turn = threading.Event()
    for _ in range(int(WAIT * 200)):
        if true():
            return
        turn.wait(0.005)
    raise AssertionError("it did not happen in time")


def settled(desk: Desk, dossier: str) -> None:
    """Wait until no job of the dossier runs."""
    until(lambda: not any(job.running for job in desk.jobs(dossier)))


def a_dossier() -> str:
    """The id of a dossier that nobody has yet."""
    return f"dossier-{next(_dossiers)}"


def document(text: str = "Two people were hurt.", published: dt.date | None = None) -> Document:
    """A document with this text."""
    return from_text(text, "a.txt", published)


def test_an_unknown_link_shows_an_empty_dossier(desk: Desk) -> None:
    """Looking at an id that nobody filled neither fails nor keeps anything."""
    assert desk.dossier("nobody-made-this").documents == ()
    assert desk.version("nobody-made-this") == 0
    assert desk.records("nobody-made-this") == ()


def test_documents_and_records_keep_the_order_they_came_in(desk: Desk) -> None:
    """What a second browser with the same link sees is the same."""
    dossier = a_dossier()
    texts = [f"Text number {i} of five." for i in range(5)]
    for text in texts:
        desk.submit(dossier, document(text))
    settled(desk, dossier)
    assert [d.text for d in desk.dossier(dossier).documents] == texts
    assert [r.text for r in desk.records(dossier)] == texts
    assert [job.state for job in desk.jobs(dossier)] == ["done"] * 5


def test_the_same_bytes_are_not_added_twice(desk: Desk) -> None:
    """The second time is refused with a sentence; another dossier may hold them too."""
    first, second = a_dossier(), a_dossier()
    desk.submit(first, document())
    with pytest.raises(AlreadyThere, match="already"):
        desk.submit(first, document())
    desk.submit(second, document())
    assert len(desk.dossier(first).documents) == len(desk.dossier(second).documents) == 1


def test_a_failing_document_does_not_stop_the_others(desk: Desk) -> None:
    """Its job carries the reason; the next one is read."""
    dossier = a_dossier()
    for text in ("First text.", "FAIL here.", "Third text."):
        desk.submit(dossier, document(text))
    settled(desk, dossier)
    assert [job.state for job in desk.jobs(dossier)] == ["done", "failed", "done"]
    assert desk.jobs(dossier)[1].sentence == "It failed."
    assert len(desk.records(dossier)) == 2


def test_a_job_can_be_tried_again(desk: Desk) -> None:
    """The document is read once more."""
    dossier = a_dossier()
    failing = document("FAIL here.")
    first = desk.submit(dossier, failing)
    settled(desk, dossier)
    desk.retry(dossier, failing.id)
    settled(desk, dossier)
    assert desk.jobs(dossier)[0].id != first.id
    with pytest.raises(UnknownDocument):
        desk.retry(dossier, "none")


def test_versions_grow_with_every_change(desk: Desk) -> None:
    """Submitting, the record's arrival, details and removal each give a new number, and reading gives none."""
    dossier = a_dossier()
    seen = [desk.version(dossier)]
    one = document()
    desk.submit(dossier, one)
    settled(desk, dossier)
    seen.append(desk.version(dossier))
    desk.set_details(dossier, one.id, title="Bridge falls", outlet=None, published=None)
    seen.append(desk.version(dossier))
    desk.set_details(dossier, one.id, title="Bridge falls", outlet=None, published=None)
    assert desk.version(dossier) == seen[-1]
    desk.remove(dossier, one.id)
    seen.append(desk.version(dossier))
    assert seen == sorted(set(seen))
    assert desk.records(dossier) == ()


def test_headline_and_outlet_change_without_reading_again() -> None:
    """The record follows the document."""
    worker = HandExtractor()
    desk = desk_with(worker)
    dossier = a_dossier()
    one = document()
    desk.submit(dossier, one)
    settled(desk, dossier)
    desk.set_details(dossier, one.id, title="Bridge falls", outlet="The Herald", published=None)
    assert (desk.records(dossier)[0].title, desk.records(dossier)[0].outlet) == ("Bridge falls", "The Herald")
    assert len(worker.asked) == 1


def test_a_new_publication_date_does_not_have_the_text_read_again() -> None:
    """The worker gets what was read; the date counts as given, and the notice that it was missing goes."""
    worker = HandExtractor()
    desk = desk_with(worker)
    dossier = a_dossier()
    one = document()
    assert [notice.code for notice in one.warnings] == ["published"]
    desk.submit(dossier, one)
    settled(desk, dossier)
    desk.set_details(dossier, one.id, title=None, outlet=None, published=dt.date(2022, 9, 17))
    settled(desk, dossier)
    (record,) = desk.records(dossier)
    assert (record.published, record.published_from, record.warnings) == (dt.date(2022, 9, 17), "given", ())
    assert [isinstance(asked, Redate) for asked in worker.asked] == [False, True]
    desk.retry(dossier, one.id)
    settled(desk, dossier)
    assert isinstance(worker.asked[-1], Extract)


def test_a_new_date_goes_before_documents_that_wait() -> None:
    """Nobody waits for the reading of others to see a date moved."""
    worker = HandExtractor(gated=True)
    desk = desk_with(worker)
    dossier = a_dossier()
    one, two, three = (document(f"{word} text.") for word in ("First", "Second", "Third"))
    for each in (one, two, three):
        desk.submit(dossier, each)
    worker.go()
    until(lambda: len(desk.records(dossier)) == 1)
    desk.set_details(dossier, one.id, title=None, outlet=None, published=dt.date(2022, 9, 17))
    for _ in range(3):
        worker.go()
    settled(desk, dossier)
    assert [asked.document.id for asked in worker.asked] == [one.id, two.id, one.id, three.id]


def test_a_change_while_reading_wins() -> None:
    """What was found under the old date is thrown away; what is removed meanwhile stays removed."""
    worker = HandExtractor(gated=True)
    desk = desk_with(worker)
    dossier = a_dossier()
    one, two = document("First text."), document("Second text.")
    desk.submit(dossier, one)
    desk.submit(dossier, two)
    assert worker.begun.wait(WAIT)
    desk.set_details(dossier, one.id, title=None, outlet=None, published=dt.date(2022, 9, 17))
    desk.remove(dossier, two.id)
    worker.go()
    worker.go()
    settled(desk, dossier)
    assert [record.published for record in desk.records(dossier)] == [dt.date(2022, 9, 17)]
    assert [asked.document.id for asked in worker.asked] == [one.id, one.id]


def test_progress_is_an_estimate_that_never_says_done_too_early() -> None:
    """While a document is read its time runs, its progress grows and stays under 1."""
    now = [0.0]
    worker = HandExtractor(gated=True)
    desk = desk_with(worker, clock=lambda: now[0])
    dossier = a_dossier()
    desk.submit(dossier, document("A text. " * 2_000))
    assert worker.begun.wait(WAIT)
    seen = []
    for seconds in (0.0, 1.0, 2.0, 1_000.0):
        now[0] = seconds
        seen.append(desk.jobs(dossier)[0].progress)
    assert seen == sorted(seen)
    assert seen[0] == 0.0
    assert 0.0 < seen[1] < seen[-1] < 1.0
    worker.go()
    settled(desk, dossier)
    (job,) = desk.jobs(dossier)
    assert (job.state, job.progress, job.seconds) == ("done", 1.0, 1_000.0)


@pytest.mark.parametrize(
    ("characters", "seconds", "slower"), [(999, 100.0, False), (1_000, 100.0, True), (1_000, 0.0, False)]
)
def test_pace_is_learned_from_long_documents_alone(characters: int, seconds: float, slower: bool) -> None:
    """A slow machine's estimates become slower; a few words change nothing, nor does what took no time."""
    one = document("x" * characters)
    read = Held(one, replace(new_job(one), state="done", seconds=seconds), None)
    assert (Pace.of([read]).progress(10_000, 1.0) < Pace.of([]).progress(10_000, 1.0)) is slower


def test_many_threads_at_once_lose_nothing(desk: Desk) -> None:
    """Eight writers, one dossier: each document once, each read."""
    dossier = a_dossier()
    refused: list[str] = []

    def write(writer: int) -> None:
        for number in range(20):
            desk.submit(dossier, document(f"Writer {writer} wrote text {number}."))
            try:
                desk.submit(dossier, document(f"All write text {number}."))
            except AlreadyThere:
                refused.append("")
            desk.records(dossier)

    writers = [threading.Thread(target=write, args=(i,)) for i in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    settled(desk, dossier)
    held = desk.dossier(dossier)
    assert len(held.documents) == 8 * 20 + 20
    assert len(refused) == 7 * 20
    assert len(desk.records(dossier)) == len(held.documents)


def test_a_full_dossier_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is a sentence for people."""
    monkeypatch.setattr(dossier_store, "MOST_DOCUMENTS", 2)
    dossier = a_dossier()
    for number in range(2):
        desk.submit(dossier, document(f"Text {number}."))
    with pytest.raises(DossierFull, match="at most 2"):
        desk.submit(dossier, document("One more."))
