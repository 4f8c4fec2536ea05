"""Quotation marks paired within each paragraph, so that a stray one breaks nothing behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.models import Span
from core.quotes.marks import CLOSES_AFTER, TYPED, QuotationMark, marks_of, opens_single

_DOUBLE, _SINGLE, _ANGLE = "double", "single", "angle"
_DEEPEST = 6
"""Marks open at once; no one nests deeper, and a text of nothing but marks must not take long."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands inside one pair of marks. ``outer``–``outer_end`` include the marks, ``depth`` 0 is outermost.

    ``continues`` is true where the paragraph before ended without a closing mark and this one opens anew; ``typed``
    where the opening mark is a pair of apostrophes or grave accents, as old wires and typesetters write.
    """

    start: int
    end: int
    outer: int
    outer_end: int
    depth: int
    closed: bool
    continues: bool = False
    typed: bool = False


@dataclass(slots=True)
class _Open:
    family: str
    mark: str
    position: int
    inside: int
    surely: bool
    child: int | None = None


def quoted_stretches(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """Everything inside quotation marks, sorted; pairing starts afresh with each paragraph.

    A quotation left open goes on in the next paragraph if that opens with a mark, else it ends with its own,
    ``closed`` false.
    """
    found: list[Quoted] = []
    waiting: int | None = None
    for paragraph in paragraphs:
        inside = _Paragraph(text, paragraph).read()
        if waiting is not None and inside and inside[0].outer == paragraph.start:
            found[waiting] = replace(found[waiting], closed=True)
            inside[0] = replace(inside[0], continues=True)
        waiting = next((len(found) + i for i, q in enumerate(inside) if _runs_on(q, paragraph)), None)
        found += inside
    return found


def _runs_on(quoted: Quoted, paragraph: Span) -> bool:
    return not quoted.closed and quoted.depth == 0 and quoted.outer_end == paragraph.end


class _Paragraph:
    """Pairs the marks of one paragraph with a stack of those still open."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self.text, self.paragraph = text, paragraph
        self.marks = list(marks_of(text, paragraph))
        self.open: list[_Open] = []
        self.found: list[Quoted] = []
        self.single_close: int | None = None

    def read(self) -> list[Quoted]:
        for number, mark in enumerate(self.marks):
            if mark.text in "«»‹›":
                self._angle(mark)
            elif mark.text in "‘’‚'":
                self._single(mark, number)
            else:
                self._double(mark)
        self._leave()
        return _with_depth(sorted(self.found, key=lambda q: (q.outer, -q.outer_end)))

    def _double(self, mark: QuotationMark) -> None:
        now = self._innermost(_DOUBLE)
        if mark.text in ("„", "‟", "``"):
            self._begin(_DOUBLE, mark)
        elif mark.text == "“":
            german = now is not None and now.mark in "„‟"
            closes = now is not None and mark.looks_closing and (german or not mark.looks_opening)
            self._finish(now, mark) if now and closes else self._begin(_DOUBLE, mark)
        elif mark.text == "”":
            self._curly_close(mark, now)
        else:
            self._straight(mark, now)

    def _curly_close(self, mark: QuotationMark, now: _Open | None) -> None:
        if now is not None:
            self._finish(now, mark)
        elif mark.left.isspace():  # Swedish style, or a mark turned the wrong way by a space: only sure once closed
            self._begin(_DOUBLE, mark, surely=False)

    def _straight(self, mark: QuotationMark, now: _Open | None) -> None:
        apart = mark.left.isspace() and mark.right.isspace()
        opens = mark.looks_opening and mark.right not in CLOSES_AFTER
        if now is not None and not (opens and mark.left.isspace()):
            self._finish(now, mark)
        elif opens or (apart and now is None):
            self._begin(_DOUBLE, mark, surely=not apart)

    def _angle(self, mark: QuotationMark) -> None:
        now = self._innermost(_ANGLE)
        opens = mark.looks_opening and mark.left.isspace() and mark.right not in CLOSES_AFTER
        if now is not None and now.mark != mark.text and not opens:
            self._finish(now, mark)
        elif mark.text in "«‹" or (mark.looks_opening and now is None):
            self._begin(_ANGLE, mark, surely=mark.text in "«‹")

    def _single(self, mark: QuotationMark, number: int) -> None:
        now = self._innermost(_SINGLE)
        if now is not None and mark.start == self.single_close:
            if self.open[-1] is now:
                self._finish(now, mark)
            else:
                self.open.remove(now)
        elif now is None and opens_single(self.text, mark):
            self.single_close = self._closing_single(number)
            at_start = mark.start == self.paragraph.start and mark.text in "‘‚"
            if self.single_close is not None or at_start:
                self._begin(_SINGLE, mark, surely=at_start)

    def _closing_single(self, number: int) -> int | None:
        """Where the single mark closes: behind punctuation, else not behind an s, which may be a possessive."""
        possessive = None
        for later in range(number + 1, len(self.marks)):
            mark = self.marks[later]
            if mark.text not in "‘’'":
                continue
            if opens_single(self.text, mark):
                break
            if not mark.looks_closing:
                continue
            if mark.left not in "sS" or mark.right in CLOSES_AFTER or mark.right in '”"»—':
                return mark.start
            possessive = mark.start
        return possessive

    def _innermost(self, family: str) -> _Open | None:
        return next((o for o in reversed(self.open) if o.family == family), None)

    def _begin(self, family: str, mark: QuotationMark, surely: bool = True) -> None:
        outer = self._innermost(family)
        if outer is not None and outer.child is None:
            outer.child = mark.start
        if len(self.open) == _DEEPEST:
            del self.open[0]
        self.open.append(_Open(family, mark.text, mark.start, mark.end, surely))

    def _finish(self, opened: _Open, mark: QuotationMark) -> None:
        while self.open[-1] is not opened:
            self.open.pop()
        self.open.pop()
        for outer in self.open:  # what opened inside a closed pair tells nothing of those around it
            if outer.child is not None and outer.child > opened.position:
                outer.child = None
        self._add(opened, mark.start, mark.end, closed=True)

    def _leave(self) -> None:
        """The paragraph ends: what is open runs to its end, to where the next mark of its kind opened, or to the end
        of what it stands in.
        """
        ends: list[int] = []
        for opened in [o for o in self.open if o.surely]:
            own = self.paragraph.end if opened.child is None else opened.child
            end = min([own, *(e for e in ends if e > opened.position)])
            self._add(opened, end, end, closed=False)
            if opened.child is None:
                break
            ends.append(end)

    def _add(self, opened: _Open, end: int, outer_end: int, *, closed: bool) -> None:
        inside = self.text[opened.inside : end]
        start = opened.inside + len(inside) - len(inside.lstrip())
        stop = opened.inside + len(inside.rstrip())
        if start < stop and any(c.isalnum() for c in inside):
            outer_end = outer_end if closed else stop
            self.found.append(Quoted(start, stop, opened.position, outer_end, 0, closed, typed=opened.mark in TYPED))


def _with_depth(quoted: Sequence[Quoted]) -> list[Quoted]:
    """The same stretches, sorted from outside in, each with the number of those around it."""
    around: list[int] = []
    found = []
    for q in quoted:
        while around and around[-1] <= q.outer:
            around.pop()
        found.append(replace(q, depth=len(around)))
        around.append(q.outer_end)
    return found
