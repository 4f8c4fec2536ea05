"""Groups of Rich Text that the library passes over or takes for text: notes, boxes, and what was struck out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ASIDE = re.compile(rb"\{\\(?:(?:\*\\)?footnote|\*\\annotation|shptxt)(?![a-z0-9]) ?")
_ADDRESS = re.compile(rb"\{\\\*\\fldinst(?![a-z0-9])")
_DELETED = re.compile(rb"\{(?:\\[a-z]{1,20}-?\d{0,9} ?){0,9}?\\deleted(?![a-z0-9])")
_HIDDEN = re.compile(rb"\\v(?![a-z0-9])[^{}\\]{0,99}[A-Za-z]")
_BRACE = re.compile(rb"\\[\\{}]|[{}]")
_EDGE = re.compile(rb"\{\\(?:header|footer)[lrf]?(?![a-z0-9])")
"""What stands at the top and foot of pages."""

_CONTROL = re.compile(rb"\\(?!['u])[a-z]{1,20}-?\d{0,9} ?|\\ul[a-z]{0,9} ?")
_LETTER = re.compile(rb"[A-Za-z]|\\'[0-9a-f]{2}|\\u\d{1,5}")
_FEW_LETTERS = 8
_LONGEST = 1_000_000
_MOST = 10_000
_MOST_OPEN = 8
"""Groups without an end, each of which is looked for as far as the longest goes."""


@dataclass(frozen=True, slots=True)
class Groups:
    """Markup that the library reads as people do, and what it says that they must know."""

    markup: bytes
    has_struck: bool
    hides: bool
    has_edges: bool


def told_apart(markup: bytes) -> Groups:
    """Notes and boxes after the text; nothing of what was struck out, and no addresses of links."""
    kept, struck = _without(markup, _DELETED)
    kept, _ = _without(kept, _ADDRESS)
    kept, edges = _without(kept, _EDGE)
    kept, asides = _without(kept, _ASIDE)
    inside = b"".join(b"{\\par " + _ASIDE.sub(b"", aside, count=1) for aside in asides)
    end = kept.rfind(b"}")
    whole = kept[:end] + inside + kept[end:] if asides and end > 0 else kept
    return Groups(whole, bool(struck), _HIDDEN.search(kept) is not None, any(map(_has_words, edges)))


def _has_words(group: bytes) -> bool:
    """More than the number of a page."""
    return len(_LETTER.findall(_CONTROL.sub(b"", group))) >= _FEW_LETTERS


def _without(markup: bytes, start: re.Pattern[bytes]) -> tuple[bytes, list[bytes]]:
    """The markup without the groups that begin so, and these, each with its braces."""
    kept, groups, at, still_open = [], [], 0, 0
    for _ in range(_MOST):
        found = start.search(markup, at)
        if not found or still_open > _MOST_OPEN:
            break
        end = _end(markup, found.start())
        still_open += end == found.start() + 1
        kept.append(markup[at : found.start()])
        groups.append(markup[found.start() : end])
        at = end
    return b"".join((*kept, markup[at:])), groups


def _end(markup: bytes, start: int) -> int:
    """Where the group that begins there ends; where it never does, it has no more than its first brace."""
    depth = 0
    for brace in _BRACE.finditer(markup, start, start + _LONGEST):
        depth += {b"{": 1, b"}": -1}.get(brace[0], 0)
        if not depth:
            return brace.end()
    return start + 1
