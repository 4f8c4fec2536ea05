"""The marks that the filter lets through, and those that it takes away: the one place where both are told apart."""

from __future__ import annotations

from dataclasses import replace

from core.frames.filter import Filter
from core.frames.kinds import MarkKind
from core.frames.mark import MarkRow
from core.frames.rows import Frames


def select(whole: Frames, chosen: Filter) -> Frames:
    """The documents and marks that a filter lets through, in their order."""
    return replace(
        whole,
        documents=tuple(row for row in whole.documents if chosen.takes_document(row.doc)),
        marks={kind.plural: tuple(_split(whole, kind, chosen)[0]) for kind in whole.kinds},
    )


def taken_away(whole: Frames, kind: MarkKind[MarkRow], chosen: Filter) -> list[MarkRow]:
    """The marks of a kind that a filter does not let through."""
    return _split(whole, kind, chosen)[1]


def _split(whole: Frames, kind: MarkKind[MarkRow], chosen: Filter) -> tuple[list[MarkRow], list[MarkRow]]:
    kept: list[MarkRow] = []
    rest: list[MarkRow] = []
    for row in whole.of(kind):
        (kept if chosen.takes(row) and kind.passes(row, chosen) else rest).append(row)
    return kept, rest
