"""The server's side of the one process that extracts, so that no page waits for the language model."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from core.desk.messages import Answer, Extract, Extracted, Failed, Forgotten, Redated, Request, Said, Started, redate
from core.models import Document, Extraction, redated
from core.processes.child import Child
from core.processes.messages import OUT_OF_MEMORY, Ready, decoded, line

COMMAND = (sys.executable, "-m", "core", "extractor")
START_SECONDS = 1800.0
"""Patience with an extractor that loads; at the very first start it builds the gazetteer."""

DOCUMENT_SECONDS = 180.0
SECONDS_A_CHARACTER = 0.002
"""Patience with one document: twenty times what an idle machine takes, because machines are seldom idle."""

_NOT_STARTED = "The part that reads documents could not be started; the server’s log says why."
_TOO_LONG = "Reading this document took too long and was stopped."
_TOO_LARGE = "Reading this document took more memory than is allowed and was stopped."
_ENDED = "Reading this document ended unexpectedly; it may be too large for this machine."
_log = logging.getLogger("dateline.desk")


class ExtractorFailed(Exception):  # noqa: N818 — an outcome that the desk states
    """A document that the extractor could not read; the message is a sentence for people.

    ``died``: it was neither stopped nor said why, so that it may have been killed for a reason of others.
    """

    def __init__(self, sentence: str, died: bool = False) -> None:
        super().__init__(sentence)
        self.died = died


class Extractor:
    """A child process, started when needed and again after it died. Used by one thread at a time."""

    def __init__(
        self,
        command: Sequence[str] = COMMAND,
        start_seconds: float = START_SECONDS,
        document_seconds: float = DOCUMENT_SECONDS,
    ) -> None:
        self._child = Child(command)
        self._start_seconds = start_seconds
        self._document_seconds = document_seconds
        self._closed = False

    def start(self) -> None:
        """Have an extractor that is ready; returns at once where there is one.

        Raises:
            ExtractorFailed: it did not come up.
        """
        if self._child.alive:
            return
        if self._closed:
            raise ExtractorFailed("The server is stopping.")
        self._child.end()
        try:
            self._child.start()
        except OSError:
            _log.exception("the extractor could not be started")
            raise ExtractorFailed(_NOT_STARTED, died=True) from None
        with self._child.patience(self._start_seconds):
            answer = decoded(self._child.line(), Said)
        if not isinstance(answer, Ready):
            _log.error("the extractor did not start")
            self._child.end()
            raise ExtractorFailed(_NOT_STARTED, died=True)

    def extract(self, document: Document) -> Extraction:
        """What the extractor finds in a document.

        Raises:
            ExtractorFailed: the extractor died, took too long, or reported an error; the next document is not affected.
        """
        answer = self._ask(Extract(document), document)
        if isinstance(answer, Extracted):
            return answer.record
        raise self._unexpected(document)

    def redate(self, document: Document, record: Extraction) -> Extraction:
        """The record of a document under the details that it has now; its text is sent only where it was forgotten.

        Raises:
            ExtractorFailed: as :meth:`extract`.
        """
        answer = self._ask(redate(document), document)
        if isinstance(answer, Redated):
            return redated(record, document, answer.redating)
        if isinstance(answer, Forgotten):
            return self.extract(document)
        raise self._unexpected(document)

    def close(self) -> None:
        """End the process with the server."""
        self._closed = True
        self._child.end()

    def _ask(self, request: Request, document: Document) -> Answer:
        """The last word on a document; what is no such word is told as a failure."""
        self.start()
        with self._child.patience(self._document_seconds + SECONDS_A_CHARACTER * len(document.text)) as overdue:
            self._child.send(line(request))
            answer = self._last_word(document.id)
        if isinstance(answer, Failed):
            raise ExtractorFailed(answer.error)
        if answer is not None:
            return answer
        status = self._child.end()
        _log.error(
            "extractor %s on document %s", "was stopped" if overdue.is_set() else f"ended ({status})", document.id
        )
        if overdue.is_set():
            raise ExtractorFailed(_TOO_LONG)
        if status == OUT_OF_MEMORY:
            raise ExtractorFailed(_TOO_LARGE)
        raise ExtractorFailed(_ENDED, died=True)

    def _last_word(self, document_id: str) -> Answer | None:
        """The answer about a document; null where the extractor fell silent or spoke nonsense."""
        while (said := decoded(self._child.line(), Said)) is not None:
            if not isinstance(said, Ready | Started) and said.id == document_id:
                answer: Answer = said
                return answer
        return None

    def _unexpected(self, document: Document) -> ExtractorFailed:
        """The extractor answered another question than was asked: it is ended, because nobody knows what it does."""
        self._child.end()
        _log.error("extractor gave another answer than asked for on document %s", document.id)
        return ExtractorFailed(_ENDED)
