"""What became of a file, as it is kept for whoever handed it in."""

from __future__ import annotations

from collections.abc import Iterator

from core.desk.arrivals.records import Line, Receipt, Said
from core.ingest import Outcome

MOST = 200
"""Files of one archive that are listed."""

_LIST = " What is read:"
_THE_MACHINE = ("crashed", "timed out", "out of memory")
"""Outcomes for which the file may not be to blame."""


def said(outcome: Outcome, more: tuple[str, ...] = ()) -> Said:
    """What is to be said of a file beside its documents; ``more`` are sentences on what became of these."""
    again, offered = outcome.code in _THE_MACHINE, tuple(outcome.offers())
    if outcome.columns:
        return Said(columns=outcome.columns)
    if outcome.members:
        return Said(more, receipt(outcome), again=again, offered=offered)
    own = () if outcome.code == "read" else (short(outcome.sentence),)
    return Said((*own, *more), again=again, offered=offered)


def short(sentence: str) -> str:
    """What became of a file; a refusal goes on with all formats, and the page has them above."""
    return sentence.partition(_LIST)[0]


def receipt(outcome: Outcome) -> Receipt:
    """The receipt for a file that holds others; what could not be read comes first."""
    lines = sorted(_lines(outcome, outcome.name), key=lambda line: line.whole)
    missing = sum(not line.whole for line in lines)
    documents = sum(1 for _ in outcome.documents())
    return Receipt(outcome.name, documents, missing, tuple(lines[:MOST]), max(len(lines) - MOST, 0))


def _lines(outcome: Outcome, inside: str) -> Iterator[Line]:
    """What is inside a file, and first what the file itself lacks, where no line of its own says so."""
    if outcome.lacks and (inside == outcome.name or not outcome.document):
        yield Line(inside, " ".join(outcome.lacks), False)
    for member in outcome.members:
        name = f"{inside} › {member.name}"
        if member.document or not member.members:
            yield Line(name, short(member.sentence), member.code in ("read", "empty"))
        yield from _lines(member, name)
