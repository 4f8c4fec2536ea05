"""What became of a file that holds others: a line for it, and a list of what is inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.ingest import Outcome
from core.wording import counted
from pages.shared.safe import safe

MOST = 200
"""Files of one archive that are listed."""


_LIST = " What is read:"


def short(sentence: str) -> str:
    """What became of a file; a refusal goes on with all formats, and the page has them above."""
    return sentence.partition(_LIST)[0]


@dataclass(frozen=True, slots=True)
class Line:
    """One file: its name with those it lies in, what became of it, and whether anything of it is missing."""

    name: str
    sentence: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """An archive, mailbox or table with its files; ``more`` counts those that are not listed."""

    name: str
    documents: int
    missing: int
    lines: tuple[Line, ...]
    more: int


def receipt(outcome: Outcome) -> Receipt:
    """The receipt for a file; what could not be read comes first."""
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


def shown(made: Receipt) -> str:
    """The receipt as HTML; the list is opened by a click, or at once where something is missing."""
    missing = f', <span class="dl-missing">{made.missing:,} not read whole</span>' if made.missing else ""
    head = f"<b><bdi>{safe(made.name)}</bdi></b> {counted(made.documents, 'document')} read{missing}"
    rows = "".join(
        f'<li class="{"dl-whole" if line.whole else "dl-missing"}"><bdi>{safe(line.name)}</bdi> '
        f"<span>{safe(line.sentence)}</span></li>"
        for line in made.lines
    )
    more = f"<li>and {made.more:,} more</li>" if made.more else ""
    opened = " open" if made.missing else ""
    listed = f"<summary>{counted(len(made.lines) + made.more, 'file')} inside</summary><ul>{rows}{more}</ul>"
    role = "alert" if made.missing else "status"
    return f'<div class="dl-receipt" role="{role}"><p>{head}</p><details{opened}>{listed}</details></div>'
