"""The worker's side: documents in, records out, until the server closes the pipe."""

from __future__ import annotations

import contextlib
import logging
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import msgspec

from core.desk.messages import Failed, Message, Ready, Record, Started, line
from core.models import Document, Extraction, Failure

Extract = Callable[[Iterable[Document]], Iterator[Extraction | Failure]]

_log = logging.getLogger("dateline.worker")
_WARM_UP = Document(id="warm-up", name="warm-up", text="The town said on Monday that two people were hurt.", sha256="")


def serve(stdin: BinaryIO, stdout: BinaryIO, extract: Extract | None = None) -> None:
    """Answer each line of ``stdin`` on ``stdout``; ends when ``stdin`` does.

    Args:
        stdin: a document a line, as JSON.
        stdout: the answers; whatever else the process prints goes to standard error.
        extract: the recipe; by default :func:`core.extraction.extract`, imported and warmed up here.
    """

    def say(message: Message) -> None:
        stdout.write(line(message))
        stdout.flush()

    # a server that ends while the worker starts has closed the pipe: nobody is left to answer
    with contextlib.redirect_stdout(sys.stderr), contextlib.suppress(BrokenPipeError):
        try:
            recipe = extract or _the_recipe()
        except Exception:
            _log.exception("the worker cannot start")
            say(Failed("", "The part that reads documents could not be started; the server’s log says why."))
            return
        say(Ready())
        for request in stdin:
            document = msgspec.json.decode(request, type=Document)
            say(Started(document.id))
            say(_answer(document, recipe))


def _the_recipe() -> Extract:
    """The real extraction, with model and gazetteer loaded, so that the first document does not wait for them."""
    from core.extraction import extract

    for _ in extract([_WARM_UP]):
        pass
    return extract


def _answer(document: Document, extract: Extract) -> Record | Failed:
    try:
        outcome = next(iter(extract([document])))
    except Exception as error:
        _log.error("document %s failed: %s", document.id, _kind(error))
        return Failed(document.id, f"Dateline could not read this document ({type(error).__name__}).")
    if isinstance(outcome, Failure):
        return Failed(document.id, outcome.error)
    return Record(document.id, outcome)


def _kind(error: Exception) -> str:
    """The error's type and where it arose. Its message is left out: it may quote the document."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
