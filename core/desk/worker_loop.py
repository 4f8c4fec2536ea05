"""The worker's side: documents in, records out, until the server closes the pipe."""

from __future__ import annotations

import contextlib
import logging
import sys
import traceback
from collections.abc import Callable
from typing import BinaryIO

from core.desk.messages import Failed, Message, Ready, Record, Request, Started, line, request
from core.models import Document, Failure, Reading

Recipe = Callable[[Request], Reading | Failure]

_log = logging.getLogger("dateline.worker")
_WARM_UP = Document(id="warm-up", name="warm-up", text="The town said on Monday that two people were hurt.", sha256="")


def serve(stdin: BinaryIO, stdout: BinaryIO, recipe: Recipe | None = None) -> None:
    """Answer each line of ``stdin`` on ``stdout``; ends when ``stdin`` does.

    Args:
        stdin: a request a line, as JSON.
        stdout: the answers; whatever else the process prints goes to standard error.
        recipe: what answers a request; by default the real extraction, imported and warmed up here.
    """

    def say(message: Message) -> None:
        stdout.write(line(message))
        stdout.flush()

    # a server that ends while the worker starts has closed the pipe: nobody is left to answer
    with contextlib.redirect_stdout(sys.stderr), contextlib.suppress(BrokenPipeError):
        try:
            answer = recipe or _the_recipe()
        except Exception:
            _log.exception("the worker cannot start")
            say(Failed("", "The part that reads documents could not be started; the server’s log says why."))
            return
        say(Ready())
        for asked in map(request, stdin):
            say(Started(asked.document.id))
            say(_answer(asked, answer))


def _the_recipe() -> Recipe:
    """The real extraction, with model and gazetteer loaded, so that the first document does not wait for them."""
    from core.extraction import read, reanchored

    read(_WARM_UP)
    return lambda asked: reanchored(asked.document, asked.before) if asked.before else read(asked.document)


def _answer(asked: Request, recipe: Recipe) -> Record | Failed:
    document = asked.document
    try:
        outcome = recipe(asked)
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
