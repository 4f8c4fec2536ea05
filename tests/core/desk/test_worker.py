"""The worker process: what it answers, and what becomes of a document that kills it."""

from __future__ import annotations

import datetime as dt
import io
import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.desk.messages import Failed, Message, Ready, Record, Request, Started, line, message
from core.desk.worker import Worker, WorkerFailed
from core.desk.worker_loop import serve
from core.ingest import from_text
from core.models import Document
from tests.core.desk.worker_stub import recipe

STUB = (sys.executable, str(Path(__file__).parent / "worker_stub.py"))


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """A real child process with the stub's extraction."""
    worker = Worker(STUB)
    yield worker
    worker.close()


def _said(*texts: str) -> list[Message]:
    """What the loop answers to some texts, run here and now."""
    requests = b"".join(line(Request(from_text(text, "a"))) for text in texts)
    answers = io.BytesIO()
    serve(io.BytesIO(requests), answers, recipe)
    return [message(answer) for answer in answers.getvalue().splitlines()]


def test_the_loop_is_ready_then_starts_and_ends_each_document() -> None:
    """One word when it is ready, two a document, in order; it ends with its input."""
    assert [type(answer) for answer in _said("One.", "Two.")] == [Ready, Started, Record, Started, Record]


def test_an_error_is_a_sentence_and_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    """Neither the answer nor the log holds words of the document that failed."""
    with caplog.at_level(logging.DEBUG):
        said = _said("RAISE a secret.", "REFUSE it.", "Fine.")
    assert [type(answer) for answer in said[2::2]] == [Failed, Failed, Record]
    assert "secret" not in f"{said[2]} {caplog.text}"
    assert "ValueError" in caplog.text
    assert isinstance(said[4], Failed)
    assert said[4].error == "This cannot be read."


def test_a_record_survives_the_pipe(worker: Worker) -> None:
    """Any character of a document comes back as it went."""
    document = from_text("Two hurt in Kharkiv.\n\u2028\U0001f600 “Привіт”\r\n\u0000 end", "a “name”")
    record = worker.read(document).record
    assert (record.id, record.text, record.name) == (document.id, document.text, document.name)


def test_a_reading_survives_the_way_there_and_back(worker: Worker) -> None:
    """What was read before goes to the worker, any bytes of its parse included."""
    before = replace(worker.read(from_text("Two hurt.", "a")), parse=bytes(range(256)))
    again = worker.read(from_text("Two hurt.", "a", dt.date(2022, 9, 17)), before)
    assert (again.parse, again.record.published) == (b"taken over", dt.date(2022, 9, 17))


def test_words_on_standard_output_do_no_harm(worker: Worker) -> None:
    """A library that prints does not break the conversation."""
    assert worker.read(from_text("PRINT this.", "a")).record.name == "a"


@pytest.mark.parametrize("text", ["DIE now.", "RAISE it.", "REFUSE it."])
def test_what_cannot_be_read_fails_alone(worker: Worker, text: str) -> None:
    """A death, an error and a refusal are each one document's matter: the next one is read."""
    with pytest.raises(WorkerFailed) as failure:
        worker.read(from_text(text, "a"))
    assert str(failure.value).endswith(".")
    assert worker.read(from_text("Fine again.", "b")).record.name == "b"


def test_a_document_that_takes_too_long_is_stopped() -> None:
    """The worker is killed when its time is up, and the sentence says so."""
    hanging = Worker(STUB, document_seconds=0.1)
    with pytest.raises(WorkerFailed, match="too long"):
        hanging.read(from_text("HANG here.", "a"))
    hanging.close()


def test_a_worker_that_does_not_start_is_said_plainly() -> None:
    """A command that ends at once is a sentence, not an error of the pipe."""
    broken = Worker((sys.executable, "-c", "pass"))
    with pytest.raises(WorkerFailed, match="could not be started"):
        broken.read(_any())


def test_a_closed_worker_stays_closed() -> None:
    """Nothing is started while the server stops."""
    worker = Worker(STUB)
    worker.close()
    with pytest.raises(WorkerFailed, match="stopping"):
        worker.read(_any())


def _any() -> Document:
    return from_text("Some text.", "a")
