"""What has come out of a file so far, and the outcome that follows from it."""

from __future__ import annotations

from collections import Counter

from core.ingest.details import lacking
from core.ingest.outcome import Outcome, Unreadable
from core.models import Document


class Gathered:
    """What has come out of a file so far."""

    def __init__(self, document: Document | None = None, lacks: list[str] | None = None) -> None:
        self.document = document
        self.members: list[Outcome] = []
        self.lacks = lacks or []
        self.trouble: Unreadable | None = None
        self.offered: Document | None = None

    def outcome(self, name: str) -> Outcome:
        """The one outcome that follows: what was read decides before what was not."""
        members = tuple(self.members)
        lacks = [*self.lacks, *([self.trouble.message] if self.trouble else ())]
        unread = [m for m in members if m.code not in ("read", "empty")]
        if self.document or any(next(m.documents(), None) for m in members):
            document = lacking(self.document, lacks) if self.document else None
            if not lacks and not unread:
                return Outcome(name, "read", "Read.", document, members)
            inside = f"{len(unread):,} of {len(members):,} files inside it could not be read, or only in part."
            sentence = " ".join(("Read in part.", *lacks, *([inside] if unread else ())))
            return Outcome(name, "read in part", sentence, document, members, lacks=tuple(lacks))
        if self.trouble:
            told = self.trouble
            return Outcome(name, told.code, told.message, None, members, told.columns, offered=self.offered)
        if unread:
            code = Counter(m.code for m in unread).most_common(1)[0][0]
            return Outcome(name, code, f"Nothing inside it could be read. {_innermost(unread[0])}", None, members)
        if lacks:
            return Outcome(name, "damaged", " ".join(lacks), None, members)
        return Outcome(name, "empty", "There is no text in this file: it holds nothing but markup or blank space.")


def _innermost(outcome: Outcome) -> str:
    """What is said of the first file that was not read, however deep it lies."""
    while outcome.members:
        outcome = next((member for member in outcome.members if member.code != "read"), outcome.members[0])
    return outcome.sentence
