"""Lines of a page to paragraphs: broken words joined, and what stands on every page left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_BROKEN_WORD = re.compile(r"(?:\ufffe|\u00ad)\n?(?=.)|(?<=[a-zа-яіїєґ])[-\u2010]\n(?=[a-zа-яіїєґ])")
"""The first is how PDFium writes the hyphen at a line's end; a hyphen between small letters is taken for one."""

_BROKEN_OFF = re.compile(r"[^\W\d_][\ufffe\u00ad]\Z|[a-zа-яіїєґ][-\u2010]\Z")
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”’»)\]]{0,2}$")
_FULL = 0.8
"""Share of the usual length from which a line runs on into the next."""

_EDGE = 2
_MOST_PAGES = 0.6
_FEWEST_PAGES = 3
_BULLET = re.compile(r"[•▪◦‣–—*·-]\s|\(?\d{1,3}[.)]\s")


def without_running_heads(pages: Sequence[str]) -> list[str]:
    """The pages without lines at their top or bottom that most pages share but for numbers.

    Two pages may begin alike by chance; so this needs three.
    """
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    filled = [lines for lines in split if lines]
    if len(filled) < _FEWEST_PAGES:
        return ["\n".join(lines) for lines in split]
    tops = _shared([line for lines in filled for line in set(map(_shape, lines[:_EDGE]))], len(filled))
    ends = _shared([line for lines in filled for line in set(map(_shape, lines[-_EDGE:]))], len(filled))
    # a page of nothing but such lines says just that: it is kept
    return ["\n".join(_trimmed(lines, tops, ends) or lines) for lines in split]


def _shape(line: str) -> str:
    return _DIGITS.sub("0", line)[:120]


def _shared(shapes: list[str], pages: int) -> frozenset[str]:
    return frozenset(shape for shape, count in Counter(shapes).items() if count >= _MOST_PAGES * pages)


def _trimmed(lines: list[str], tops: frozenset[str], ends: frozenset[str]) -> list[str]:
    rest = lines[_running(lines, tops) :]
    return rest[: len(rest) - _running(rest[::-1], ends)]


def _running(lines: Sequence[str], shapes: frozenset[str]) -> int:
    """How many of the first lines stand on most pages."""
    edge = lines[:_EDGE]
    return next((i for i, line in enumerate(edge) if _shape(line) not in shapes), len(edge))


def paragraphs(page: str) -> str:
    """The text of a page with an empty line between paragraphs, and none of a printer's line ends inside them.

    A line runs on into the next where it is about as long as lines on this page are; a short one ends a paragraph.
    """
    lines = [line.strip() for line in _BROKEN_WORD.sub("", page).split("\n")]
    usual = _usual_length([line for line in lines if line])
    blocks: list[str] = []
    runs_on = False
    for line in lines:
        if not line:
            runs_on = False
            continue
        if runs_on and not _BULLET.match(line):
            blocks[-1] += " " + line
        else:
            blocks.append(line)
        runs_on = len(line) >= _FULL * usual or not (_SENTENCE_END.search(line) or len(line) < usual / 2)
    return "\n\n".join(blocks)


def _usual_length(lines: Sequence[str]) -> int:
    """Length that nine in ten lines do not pass."""
    lengths = sorted(map(len, lines))
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def joined(pages: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """All pages as one text with the offset at which each begins; a sentence or word that crosses a page runs on."""
    text, starts = "", []
    parts: list[str] = []
    length = 0
    for page in pages:
        if parts and page[:1].islower() and _BROKEN_OFF.search(parts[-1]):
            parts[-1] = parts[-1][:-1]
            starts.append(length - 1)
            parts.append(page)
            length += len(page) - 1
            continue
        gap = ("" if not length else " " if page and _crosses(parts, page) else "\n\n") if page else ""
        length += len(gap)
        starts.append(length)
        parts.extend((gap, page))
        length += len(page)
    text = "".join(parts).replace("\ufffe", "-")
    return text, tuple(starts)


def _crosses(parts: Sequence[str], page: str) -> bool:
    before = next((part for part in reversed(parts) if part.strip()), "")
    return page[:1].islower() and not _SENTENCE_END.search(before[-3:])
