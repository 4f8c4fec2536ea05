"""The extractor's side: requests in, answers out, until the server closes the pipe."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import traceback
from collections.abc import Iterable
from dataclasses import replace
from typing import BinaryIO, Protocol

import msgspec

from core.desk.messages import Answer, Extract, Extracted, Failed, Forgotten, Redate, Redated, Request, Started
from core.models import Document, Failure
from core.processes.messages import OUT_OF_MEMORY, Ready, line

MEMORY = 8 * 2**30
"""Bytes of address space of an extractor; model, gazetteer and libraries take two of them before the first document."""

_log = logging.getLogger("dateline.extractor")
_WARM_UP = Document(id="warm-up", name="warm-up", text="The town said on Monday that two people were hurt.", sha256="")


class Recipe(Protocol):
    """What answers requests."""

    def __call__(self, asked: Request) -> Answer:
        """The answer to one request."""


def serve(stdin: BinaryIO, stdout: BinaryIO, recipe: Recipe | None = None) -> None:
    """Answer each line of ``stdin`` on ``stdout``; ends when ``stdin`` does.

    A lack of memory ends the process, because nobody knows what it left half done.

    Args:
        stdin: a request a line, as JSON.
        stdout: the answers; whatever else the process prints goes to standard error.
        recipe: what answers a request; by default the real extraction, imported and warmed up here.
    """

    def say(message: msgspec.Struct) -> None:
        stdout.write(line(message))
        stdout.flush()

    # a server that ends while the extractor starts has closed the pipe: nobody is left to answer
    with contextlib.redirect_stdout(sys.stderr), contextlib.suppress(BrokenPipeError):
        try:
            answer = recipe or extracting()
        except Exception:
            _log.exception("the extractor cannot start")
            say(Failed("", "The part that reads documents could not be started; the server’s log says why."))
            return
        say(Ready())
        for asked in _requests(stdin):
            say(Started(asked.document.id))
            say(_answer(asked, answer))


def extracting() -> Recipe:
    """The real extraction, with model and gazetteer loaded, so that the first document does not wait for them."""
    from core.desk.kept_parses import KeptParses
    from core.extraction import extract_with_parse, redate

    kept = KeptParses()
    extract_with_parse(_WARM_UP)

    def recipe(asked: Request) -> Answer:
        document = asked.document
        if isinstance(asked, Redate):
            before = kept.get(document.id, asked.digest)
            if before is None:
                return Forgotten(document.id)
            return Redated(document.id, redate(replace(document, text=before.record.text), before))
        outcome = extract_with_parse(document)
        if isinstance(outcome, Failure):
            return Failed(document.id, outcome.error)
        kept.put(outcome)
        return Extracted(document.id, outcome.record)

    return recipe


def _requests(lines: Iterable[bytes]) -> Iterable[Extract | Redate]:
    return (msgspec.json.decode(one, type=Request) for one in lines)


def _answer(asked: Request, recipe: Recipe) -> Answer:
    document = asked.document
    try:
        return recipe(asked)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception as error:
        _log.error("document %s failed: %s", document.id, _kind(error))
        return Failed(document.id, f"Dateline could not read this document ({type(error).__name__}).")


def _kind(error: Exception) -> str:
    """The error's type and where it arose. Its message is left out: it may quote the document."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
