"""The extractor process: what it answers, and what becomes of a document that kills it."""

from __future__ import annotations

import datetime as dt
import io
import logging
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.desk.extractor import Extractor, ExtractorFailed
from core.desk.extractor_loop import serve
from core.desk.messages import Extract, Extracted, Failed, Said, Started
from core.ingest import from_text
from core.models import Document, to_json
from core.processes.child import Child
from core.processes.messages import Ready, decoded, line
from tests.core.desk.extractor_stub import recipe
from tests.core.desk.test_desk import until

ROOT = Path(__file__).parents[3]
STUB = (sys.executable, str(Path(__file__).parent / "extractor_stub.py"))


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    """A real child process with the stub's extraction."""
    extractor = Extractor(STUB)
    yield extractor
    extractor.close()


def _said(*texts: str) -> list[object]:
    """What the loop answers to some texts, run here and now."""
    requests = b"".join(line(Extract(from_text(text, "a"))) for text in texts)
    answers = io.BytesIO()
    serve(io.BytesIO(requests), answers, recipe)
    return [decoded(answer, Said) for answer in answers.getvalue().splitlines()]


def test_the_loop_is_ready_then_starts_and_ends_each_document() -> None:
    """One word when it is ready, two a document, in order; it ends with its input."""
    assert [type(answer) for answer in _said("One.", "Two.")] == [Ready, Started, Extracted, Started, Extracted]


def test_an_error_is_a_sentence_and_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    """Neither the answer nor the log holds words of the document that failed."""
    with caplog.at_level(logging.DEBUG):
        said = _said("RAISE a secret.", "REFUSE it.", "Fine.")
    assert [type(answer) for answer in said[2::2]] == [Failed, Failed, Extracted]
    assert "secret" not in f"{said[2]} {caplog.text}"
    assert "ValueError" in caplog.text
    assert isinstance(said[4], Failed)
    assert said[4].error == "This cannot be read."


def test_a_record_survives_the_pipe(extractor: Extractor) -> None:
    """Any character of a document comes back as it went."""
    document = from_text("Two hurt in Kharkiv.\n\u2028\U0001f600 “Привіт”\r\n\u0000 end", "a “name”")
    record = extractor.extract(document)
    assert (record.id, record.text, record.name) == (document.id, document.text, document.name)


@pytest.mark.parametrize("year", [2022, 1900], ids=["kept", "forgotten"])
def test_another_date_moves_a_record(extractor: Extractor, year: int) -> None:
    """Whether the extractor still has the text or must be sent it again, the record is of the new date."""
    record = extractor.extract(from_text("Two hurt.", "a"))
    again = extractor.redate(from_text("Two hurt.", "a", dt.date(year, 9, 17)), record)
    assert (again.text, again.published, again.published_from) == ("Two hurt.", dt.date(year, 9, 17), "given")


def test_another_date_sends_no_text(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    """Neither the text nor its parse crosses the pipe in either direction."""
    document = from_text("Two were hurt in the harbour town. " * 30_000, "a")
    record = extractor.extract(document)
    crossed = []
    send, hear = Child.send, Child.line
    monkeypatch.setattr(Child, "send", lambda self, *pieces: crossed.extend(pieces) or send(self, *pieces))
    monkeypatch.setattr(Child, "line", lambda self, *most: crossed.append(hear(self, *most)) or crossed[-1])
    extractor.redate(replace(document, published=dt.date(2022, 9, 17)), record)
    assert sum(map(len, crossed)) < 5_000 < len(to_json(record)) / 100


def test_words_on_standard_output_do_no_harm(extractor: Extractor) -> None:
    """A library that prints does not break the conversation."""
    assert extractor.extract(from_text("PRINT this.", "a")).name == "a"


@pytest.mark.parametrize("text", ["DIE now.", "RAISE it.", "REFUSE it."])
def test_what_cannot_be_read_fails_alone(extractor: Extractor, text: str) -> None:
    """A death, an error and a refusal are each one document's matter: the next one is read."""
    with pytest.raises(ExtractorFailed) as failure:
        extractor.extract(from_text(text, "a"))
    assert str(failure.value).endswith(".")
    assert extractor.extract(from_text("Fine again.", "b")).name == "b"


def test_a_document_that_takes_too_long_is_stopped() -> None:
    """The extractor is killed when its time is up, and the sentence says so."""
    hanging = Extractor(STUB, document_seconds=0.1)
    with pytest.raises(ExtractorFailed, match="too long"):
        hanging.extract(from_text("HANG here.", "a"))
    hanging.close()


def test_a_worker_that_does_not_start_is_said_plainly() -> None:
    """A command that ends at once is a sentence, not an error of the pipe."""
    broken = Extractor((sys.executable, "-c", "pass"))
    with pytest.raises(ExtractorFailed, match="could not be started"):
        broken.extract(_any())


def test_a_closed_worker_stays_closed() -> None:
    """Nothing is started while the server stops."""
    extractor = Extractor(STUB)
    extractor.close()
    with pytest.raises(ExtractorFailed, match="stopping"):
        extractor.extract(_any())


def _any() -> Document:
    return from_text("Some text.", "a")


PARENT = """
import sys
from core.desk.extractor import Extractor
from core.ingest import from_text
extractor = Extractor((sys.executable, {stub!r}))
extractor.start()
print(extractor._child._process.pid, flush=True)
extractor.extract(from_text("SPIN here.", "a"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_worker_dies_with_its_server_also_while_it_computes() -> None:
    """Killed without a word, the server leaves no child at full load behind."""
    program = [sys.executable, "-c", PARENT.format(stub=STUB[1])]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        assert server.stdout is not None
        child = int(server.stdout.readline())
        until(lambda: _ticks(child) > 10)
        server.kill()
    until(lambda: _ticks(child) < 0)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory is the system's")
def test_a_document_that_takes_too_much_memory_is_stopped() -> None:
    """A typed end and a sentence; the next document has a new extractor."""
    extractor = Extractor(STUB)
    with pytest.raises(ExtractorFailed, match="more memory than is allowed"):
        extractor.extract(from_text("SWELL here.", "a"))
    assert extractor.extract(from_text("Fine again.", "b")).name == "b"
    extractor.close()


@pytest.mark.parametrize("nonsense", ["GARBAGE is said.", "STRANGE is said."])
def test_nonsense_on_the_pipe_is_one_document_s_matter(nonsense: str) -> None:
    """What is no message, or an answer to another question, ends the extractor and not the desk."""
    extractor = Extractor(STUB)
    with pytest.raises(ExtractorFailed, match="unexpectedly"):
        extractor.extract(from_text(nonsense, "a"))
    assert extractor.extract(from_text("Fine again.", "b")).name == "b"
    extractor.close()


def _ticks(process: int) -> int:
    """Processor time of a process so far; -1 where there is none, or only its remains."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return -1
    return -1 if fields[0] == "Z" else int(fields[11]) + int(fields[12])
