"""What can be chosen in a document's text: every mark of it that is seen there, with its look and its margin note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.frames.rows import Frames
from core.models import Extraction

_SIGNS = tuple("\"'“”„‟‘’‚‛«»‹›「」『』")


@dataclass(frozen=True, slots=True)
class TextMark:
    """A stretch of the text that can be chosen. ``choice`` is what the address says of it.

    ``look`` is the name of a :class:`core.frames.kinds.TextLook`; ``opens`` is true where a rule shows its beginning.
    """

    start: int
    end: int
    look: str
    choice: str
    note: str = ""
    opens: bool = False


def text_marks(seen: Frames, record: Extraction) -> tuple[TextMark, ...]:
    """The marks among ``seen`` that a reader sees in the text of a document, in the order of the text."""
    return tuple(sorted(_found(seen, record), key=lambda mark: (mark.start, -mark.end)))


def _found(seen: Frames, record: Extraction) -> Iterator[TextMark]:
    for kind in seen.kinds:
        looks = {look.name: look for look in kind.looks}
        for row in seen.of(kind):
            look = looks.get(kind.look_of(row) or "") if row.doc == record.id else None
            if look:
                start, end = _with_signs(record.text, row.start, row.end) if look.opens else (row.start, row.end)
                yield TextMark(start, end, look.name, f"{kind.address}:{row.key}", kind.note(row), look.opens)


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """A quotation with the signs around it, which its record leaves out: the rule at its side stands before them."""
    return start - (text[start - 1 : start] in _SIGNS), end + (text[end : end + 1] in _SIGNS)
