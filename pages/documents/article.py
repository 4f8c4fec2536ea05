"""A document's text as safe HTML: paragraphs, every mark a link to its panel, notes in the margin, a strip of marks."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlencode

from core.frames.kinds import KINDS
from core.models import Extraction
from pages.documents.text_marks import TextMark
from pages.shared import doubts
from pages.shared.safe import safe, source_text

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")

PART = 30_000
"""Characters of a long text on one page."""

STEPS = 400
"""Ticks that the strip of marks tells apart along its height."""

_UNDERLINED = 160
"""Characters of a doubtful passage up to which it is underlined; of a longer one only the beginning is marked."""

_COLUMNS = tuple(
    frozenset(look.name for look in kind.looks if look.word) for kind in KINDS if any(look.word for look in kind.looks)
)
"""The looks in each column of the strip."""


def window(text: str, at: int) -> tuple[int, int]:
    """The stretch of whole paragraphs around a position that one page shows: a long text comes in parts."""
    if len(text) <= 2 * PART:
        return 0, len(text)
    start = _paragraph_end(text, max(0, min(at, len(text)) // PART * PART))
    return start, _paragraph_end(text, start + PART)


def _paragraph_end(text: str, position: int) -> int:
    """The first end of a line at or after a position."""
    if position <= 0:
        return 0
    found = text.find("\n", position)
    return len(text) if found < 0 else found


def article(
    record: Extraction,
    address: dict[str, str],
    target: tuple[int, int] | None,
    part: tuple[int, int] | None = None,
    marks: Sequence[TextMark] = (),
) -> str:
    """The text, or a part of it, as HTML.

    ``address`` holds the parts every link keeps; ``target`` is the stretch to be shown first; ``marks`` are those to
    be seen. Boilerplate is greyed.
    """
    first, last = part or (0, len(record.text))
    marks = [mark for mark in marks if mark.start < last and mark.end > first]
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(record.text, first, last)]
    inside, doubtful = _by_paragraph(paragraphs, marks), _by_paragraph(paragraphs, _doubts(record, first, last))
    page = _Page(record, address, target)
    rows = (page.row(start, end, inside[i], doubtful[i]) for i, (start, end) in enumerate(paragraphs))
    return f'<article class="dl-article" lang="{html.escape(record.language or "en")}">{"".join(rows)}</article>'


def _doubts(record: Extraction, first: int, last: int) -> list[TextMark]:
    """Passages that a reader is warned of; the note is what the margin says, the choice the whole sentence."""
    found = []
    for n in record.warnings:
        if n.start is not None and n.end is not None and n.start < last and n.end > first:
            long = n.end - n.start > _UNDERLINED
            look = "doubt-long" if long else "doubt"
            found.append(TextMark(n.start, n.end, look, n.message, doubts.label(n), opens=long))
    return found


def _by_paragraph(paragraphs: Sequence[tuple[int, int]], marks: Sequence[TextMark]) -> dict[int, list[TextMark]]:
    """The marks that touch each paragraph; one pass, so that a long text stays cheap."""
    starts = [start for start, _ in paragraphs]
    inside: dict[int, list[TextMark]] = defaultdict(list)
    for mark in marks:
        number = max(bisect_right(starts, mark.start) - 1, 0)
        while number < len(paragraphs) and starts[number] < mark.end:
            if paragraphs[number][1] > mark.start:
                inside[number].append(mark)
            number += 1
    return inside


@dataclass(frozen=True, slots=True)
class _Page:
    record: Extraction
    address: dict[str, str]
    target: tuple[int, int] | None

    def row(self, start: int, end: int, marks: Sequence[TextMark], doubtful: Sequence[TextMark]) -> str:
        """A paragraph with its notes in the margin."""
        edges = {start, end, *(e for m in (*marks, *doubtful) for e in (m.start, m.end)), *(self.target or ())}
        edges |= {edge for span in self.record.boilerplate for edge in (span.start, span.end)}
        cuts = sorted(edge for edge in edges if start <= edge <= end)
        pieces = (self._piece(a, b, marks, doubtful) for a, b in pairwise(cuts))
        notes = "".join(_note(m) for m in marks if m.note and start <= m.start < end)
        warned = dict.fromkeys(m.note for m in doubtful if start <= m.start < end)
        notes += "".join(f'<span class="dl-note dl-note-doubt">{safe(note)}</span>' for note in warned)
        return f'<div class="dl-row"><p dir="auto">{"".join(pieces)}</p><aside>{notes}</aside></div>'

    def _piece(self, start: int, end: int, marks: Sequence[TextMark], doubtful: Sequence[TextMark]) -> str:
        """A stretch that no edge of a mark cuts; its link is that of the smallest mark around it."""
        around = [m for m in marks if m.start <= start and end <= m.end]
        text = source_text(self.record.text[start:end])
        for doubt in (m for m in doubtful if m.start <= start and end <= m.end):
            opens = " dl-doubt-opens" if doubt.start == start and doubt.opens else ""
            text = f'<span class="dl-{doubt.look}{opens}" title="{safe(doubt.choice)}">{text}</span>'
        if any(s.start <= start and end <= s.end for s in self.record.boilerplate):
            text = f'<span class="dl-boilerplate">{text}</span>'
        if around:
            smallest = min(around, key=lambda m: m.end - m.start)
            classes = " ".join(dict.fromkeys(f"dl-in-{m.look}" for m in around))
            opens = " dl-opens" if any(m.opens and m.start == start for m in around) else ""
            text = f'<a class="dl-mark {classes}{opens}" href="{self._href(smallest)}">{text}</a>'
        if self.target and self.target[0] <= start and end <= self.target[1]:
            first = ' id="dl-target"' if start == self.target[0] else ""
            text = f'<span class="dl-target"{first}>{text}</span>'
        return text

    def _href(self, mark: TextMark) -> str:
        return html.escape("?" + urlencode({**self.address, "mark": mark.choice, "at": str(mark.start)}), quote=True)


def _note(mark: TextMark) -> str:
    return f'<span class="dl-note dl-note-{mark.look}">{safe(mark.note)}</span>'


def strip(record: Extraction, marks: Sequence[TextMark]) -> str:
    """A narrow strip beside the text: where along it the marks lie, one column a kind; neighbours share a tick."""
    length = max(len(record.text), 1)
    column = {look: number for number, looks in enumerate(_COLUMNS) for look in looks}
    wide = 100 / len(_COLUMNS)
    ticks: dict[tuple[str, int], int] = {}
    for mark in marks:
        if mark.look in column:
            place = (mark.look, STEPS * mark.start // length)
            ticks[place] = max(ticks.get(place, 0), STEPS * (mark.end - mark.start) // length)
    drawn = "".join(
        f'<i class="dl-tick-{look}" style="top:{100 * step / STEPS:.2f}%;left:{column[look] * wide:g}%;'
        f'width:{wide:g}%;height:max(3px,{100 * height / STEPS:.2f}%)"></i>'
        for (look, step), height in ticks.items()
    )
    return f'<div class="dl-strip" aria-hidden="true">{drawn}</div>'
