"""Files that wait to be read: each to one worker, on to the next where that one is gone, read into drafts once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from core.desk import NotKept, UnknownDocument
from core.desk.arrivals.alike import Compared, compared
from core.desk.arrivals.queue import MOST_DEATHS, Arrived
from core.desk.arrivals.reader import NOT_SEEN
from core.desk.arrivals.receipts import said
from core.desk.arrivals.records import Said
from core.desk.dossier import Held
from core.desk.jobs import new_job
from core.desk.originals import Originals
from core.ingest import Outcome, from_text, read_file, recognition
from tests.core.desk.arrivals.handed import ANA, ARTICLE, BEN, DOSSIER, LONG, OVER, Counter, ReadsHere
from tests.core.ingest.test_archives import zipped
from tests.core.ingest.test_pdf import made

TABLE = b"a,b\n1,Two people were hurt at noon.\n2,It was mended.\n"


def claimed(counter: Counter, lease: float = LONG, worker: str = "a") -> Arrived:
    """The next file; there must be one."""
    found = counter.queue.claim(worker, lease)
    assert found is not None
    return found


def held(text: str) -> Held:
    """A document that waits to be read."""
    document = from_text(text, "a.txt")
    return Held(document, new_job(document))


def with_text(one: Held, text: str) -> Held:
    """A document as a worse reader would have read it."""
    return replace(one, document=replace(one.document, text=text))


def finish(counter: Counter, arrived: Arrived) -> bool:
    """Read a file that was claimed."""
    data = counter.originals.get(arrived.original)
    assert data is not None
    outcome = read_file(data, arrived.name)
    laid = compared(counter.store, arrived.dossier, arrived.owner, outcome.documents())
    return counter.queue.finish(arrived, outcome, laid)


def test_a_file_is_kept_at_once_and_read_later(counter: Counter) -> None:
    """Before it is read it waits, with its bytes safe; then there is a draft, and nothing more to be said of it."""
    counter.hand_in(ARTICLE)
    (one,) = counter.desk.arrivals.of(DOSSIER, ANA)
    assert (one.name, one.state, counter.desk.arrivals.running(DOSSIER, ANA)) == ("0.txt", "waiting", 1)
    original = claimed(counter, OVER).original
    assert counter.originals.get(original) == ARTICLE.encode()
    counter.read_all()
    assert counter.texts() == [ARTICLE]
    assert counter.desk.drafts.some(DOSSIER, ANA)[0].document.original == original
    assert counter.desk.arrivals.of(DOSSIER, ANA) == ()
    assert counter.documents() == []


def test_what_the_disk_does_not_take_is_not_claimed_to_be_there(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence, and nothing that waits."""
    monkeypatch.setattr(Originals, "keep", lambda self, data: None)
    with pytest.raises(NotKept, match="could not be kept"):
        counter.hand_in(ARTICLE)
    assert counter.desk.arrivals.of(DOSSIER, ANA) == ()


def test_each_file_goes_to_one_worker(counter: Counter) -> None:
    """However many ask at once, each is claimed once."""
    counter.hand_in(*(f"Text {number} of many." for number in range(12)))
    with ThreadPoolExecutor(6) as pool:
        got = [one.number for one in pool.map(lambda _: counter.queue.claim("a", LONG), range(20)) if one]
    assert sorted(got) == sorted(one.number for one in counter.desk.arrivals.of(DOSSIER, ANA))
    assert {one.state for one in counter.desk.arrivals.of(DOSSIER, ANA)} == {"reading"}


def test_a_dead_worker_is_followed_by_another(counter: Counter) -> None:
    """When its lease is over; what the first one says after that counts for nothing, and no draft is there twice."""
    counter.hand_in(ARTICLE)
    dead = claimed(counter, OVER)
    living = claimed(counter, worker="b")
    assert living.number == dead.number
    assert not counter.queue.keep(dead.token, LONG)
    assert not finish(counter, dead)
    assert counter.texts() == []
    assert finish(counter, living)
    assert not finish(counter, living)
    assert counter.texts() == [ARTICLE]


def test_a_file_that_kills_its_workers_is_left_out(counter: Counter) -> None:
    """With a sentence; the others are read, and somebody may have it tried again."""
    counter.hand_in("Deadly to all who read.", "Harmless to all.")
    deadly = [claimed(counter, OVER).name for _ in range(MOST_DEATHS)]
    assert set(deadly) == {"0.txt"}
    counter.read_all()
    assert counter.texts() == ["Harmless to all."]
    (one,) = counter.desk.arrivals.of(DOSSIER, ANA)
    assert (one.state, one.said.again, "again and again" in one.said.sentences[0]) == ("done", True, True)
    counter.desk.arrivals.read_as(DOSSIER, ANA, one.number)
    counter.read_all()
    assert counter.texts() == ["Deadly to all who read.", "Harmless to all."]


def test_a_worker_that_ends_in_order_did_not_die(counter: Counter) -> None:
    """What it leaves waits again, however often that comes."""
    counter.hand_in(ARTICLE)
    for _ in range(2 * MOST_DEATHS):
        claimed(counter)
        assert counter.queue.release("a") == 1
    counter.read_all()
    assert counter.texts() == [ARTICLE]


def test_who_hands_in_one_file_does_not_wait_for_who_hands_in_many(counter: Counter) -> None:
    """Owners take turns."""
    counter.hand_in(*(f"One of many texts, number {number}." for number in range(8)))
    counter.hand_in("The only one.", who=BEN, name="ben.txt")
    assert [claimed(counter).name for _ in range(3)] == ["0.txt", "ben.txt", "1.txt"]


def test_what_is_said_of_a_file(counter: Counter) -> None:
    """What gives no draft says why; what gives all it has says nothing."""
    counter.store.add(DOSSIER, held("This is there."))
    counter.hand_in("This is there.", b"", ARTICLE, ARTICLE, zipped({"a.txt": b"New in it.", "b.txt": b""}))
    counter.read_all()
    assert counter.texts() == [ARTICLE, "New in it."]
    assert ["already" in counter.said()[0], "empty" in counter.said()[1], "twice" in counter.said()[2]] == [True] * 3
    (receipt,) = (one.said.receipt for one in counter.desk.arrivals.of(DOSSIER, ANA) if one.said.receipt)
    assert (receipt.documents, [line.name for line in receipt.lines]) == (1, ["4.txt › a.txt", "4.txt › b.txt"])


def test_what_is_the_machines_fault_may_be_tried_again() -> None:
    """A file that ended its reader may be innocent; one that is damaged is not."""
    assert said(Outcome("a.pdf", "crashed", "It ended.")) == Said(("It ended.",), again=True)
    assert said(Outcome("a.pdf", "damaged", "It is damaged.")) == Said(("It is damaged.",))


def test_a_text_that_reads_like_noise_can_be_taken_as_it_is(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused and kept beside the refusal; taken, it is a draft with its doubt, once, of whoever handed it in."""
    monkeypatch.setattr(recognition, "tesseract", lambda: None)
    counter.hand_in(made([["Uif csjehf bu Opwz Csje gfmm bu oppo, boe uxp qfpqmf xfsf ivsu."] * 8]), name="noise.pdf")
    counter.read_all()
    (one,) = counter.desk.arrivals.of(DOSSIER, ANA)
    assert (len(one.said.offered), len(one.said.sentences), counter.texts()) == (1, 1, [])
    counter.desk.arrivals.take_as_it_is(DOSSIER, BEN, one.number)
    assert (counter.texts(), counter.texts(BEN)) == ([], [])
    for _ in range(2):
        counter.desk.arrivals.take_as_it_is(DOSSIER, ANA, one.number)
        (text,) = counter.texts()
        assert "csjehf" in text
        assert counter.desk.arrivals.of(DOSSIER, ANA) == ()
    (draft,) = counter.desk.drafts.some(DOSSIER, ANA, most=10)
    assert one.said.sentences[0] in {warning.message for warning in draft.document.warnings}
    assert counter.originals.has(draft.document.original or "")


def test_a_table_asks_for_its_column(counter: Counter) -> None:
    """The question stays until it is answered; then the kept file is read by the answer."""
    counter.hand_in(TABLE, name="list.csv")
    counter.read_all()
    (one,) = counter.desk.arrivals.of(DOSSIER, ANA)
    assert (one.state, one.said.columns, counter.texts()) == ("done", ("a", "b"), [])
    counter.desk.arrivals.read_as(DOSSIER, ANA, one.number, "b")
    counter.read_all()
    assert counter.texts() == ["Two people were hurt at noon.", "It was mended."]


def test_a_file_that_is_not_on_this_machine_waits_for_another(counter: Counter, tmp_path: Path) -> None:
    """It says so, is no death, and is not asked for again at once; who sees the folder reads it."""
    counter.hand_in(ARTICLE)
    elsewhere = counter.reader(originals=Originals(tmp_path / "elsewhere"))
    assert [elsewhere.read_next() for _ in range(5)] == [True, False, False, False, False]
    (one,) = counter.desk.arrivals.of(DOSSIER, ANA)
    assert (one.state, one.progress) == ("waiting", NOT_SEEN)
    counter.read_all()
    assert counter.texts() == [ARTICLE]


class Tells(ReadsHere):
    """Tells where it is, and then looks what is shown."""

    def __init__(self, counter: Counter) -> None:
        self.shown: list[str] = []
        self._counter = counter

    def read(self, data: bytes, name: str, **named: object) -> Outcome:
        """Tell, and read."""
        named["progress"]("page 1 of 2")  # type: ignore[operator]
        self.shown += [one.progress for one in self._counter.desk.arrivals.of(DOSSIER, ANA)]
        return super().read(data, name)


def test_progress_is_shown(counter: Counter) -> None:
    """In the words of whoever reads."""
    counter.hand_in(ARTICLE)
    tells = Tells(counter)
    counter.reader(tells).read_next()
    assert tells.shown == ["page 1 of 2"]


class Breaks(ReadsHere):
    """A reader that breaks its word."""

    def read(self, data: bytes, name: str, **named: object) -> Outcome:
        """Raise, which readers never do."""
        raise RuntimeError("a fault of ours")


def test_whatever_happens_ends_in_a_sentence(counter: Counter) -> None:
    """Whoever waits for a file is told."""
    counter.hand_in(ARTICLE)
    counter.reader(Breaks()).read_next()
    assert counter.said() == ["Reading this file failed because of an error in the program."]


class Ends(ReadsHere):
    """Is taken away while it reads."""

    def read(self, data: bytes, name: str, **named: object) -> Outcome:
        """Say what a process says that was ended."""
        self.reader.end()
        return Outcome(name, "crashed", "It ended unexpectedly.")


def test_a_reading_that_ends_with_its_worker_is_no_outcome(counter: Counter) -> None:
    """The file waits for the next one."""
    counter.hand_in(ARTICLE)
    ends = Ends()
    ends.reader = counter.reader(ends)  # type: ignore[attr-defined]
    assert ends.reader.read_next()  # type: ignore[attr-defined]
    assert [one.state for one in counter.desk.arrivals.of(DOSSIER, ANA)] == ["waiting"]
    counter.read_all()
    assert counter.texts() == [ARTICLE]


def test_a_discarded_file_is_not_read(counter: Counter) -> None:
    """Not even by who is reading it."""
    counter.hand_in(ARTICLE, "Another.")
    reading = claimed(counter)
    counter.desk.arrivals.discard(DOSSIER, ANA, [one.number for one in counter.desk.arrivals.of(DOSSIER, ANA)])
    assert not counter.originals.has(reading.original)
    assert not counter.queue.finish(reading, read_file(b"x y", "0.txt"), Compared((), 0))
    assert counter.queue.claim("a", LONG) is None
    assert counter.texts() == []


def test_a_document_is_read_again(counter: Counter) -> None:
    """By its file; a better text takes its place, one that is the same is said."""
    counter.hand_in(ARTICLE)
    counter.read_all()
    counter.desk.drafts.add(DOSSIER, ANA)
    (document,) = counter.desk.dossier(DOSSIER).documents
    for text, said_then in ((ARTICLE, "is the same"), ("What an older reader made of it.", "is another now")):
        counter.store.update(DOSSIER, document.id, partial(with_text, text=text))
        counter.desk.arrivals.read_again(DOSSIER, ANA, document.id, "Ana")
        counter.read_all()
        (one,) = counter.desk.arrivals.of(DOSSIER, ANA, document.id)
        assert said_then in one.said.sentences[0]
    assert counter.documents() == [ARTICLE]
    assert counter.desk.arrivals.of(DOSSIER, ANA) == ()
    with pytest.raises(UnknownDocument):
        counter.desk.arrivals.read_again(DOSSIER, ANA, "no-such-document")
