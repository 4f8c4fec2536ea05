"""Quotations: who says so, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from core.frames.context import RecordContext
from core.frames.kinds.kind import Facts, MarkKind, TextLook
from core.frames.mark import MarkRow


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow(MarkRow):
    """Reported speech; ``cue`` are the words that report it, ``closed`` is false where its signs never close."""

    kind: Literal["direct", "indirect"]
    cue: str | None
    via: str | None
    closed: bool


def _read(context: RecordContext) -> Iterator[QuoteRow]:
    for i, quote in enumerate(context.record.quotes):
        common = context.common(i, quote, quote.text)
        common["speaker"] = quote.speaker.name if quote.speaker else None
        common["speaker_role"] = quote.speaker.role if quote.speaker else None
        cue = quote.cue.text if quote.cue else None
        yield QuoteRow(**common, kind=quote.kind, cue=cue, via=quote.via, closed=quote.closed)


def _facts(row: QuoteRow) -> Facts:
    speaker = f"{row.speaker_role} {row.speaker}" if row.speaker_role else row.speaker
    return [
        ("Who says so", speaker or "speaker unclear"),
        ("In the words", row.cue),
        ("Via", row.via),
        ("Note", None if row.closed else "the quotation is never closed"),
    ]


QUOTES: MarkKind[QuoteRow] = MarkKind(
    name="quote",
    plural="quotes",
    row=QuoteRow,
    word="quotation",
    address="quote",
    page=None,
    read=_read,
    facts=_facts,
    looks=(TextLook("quote", "quotation", opens=True),),
    look_of=lambda row: "quote" if row.kind == "direct" else None,
    note=lambda row: f"“ {row.speaker or 'speaker unclear'}",
)
