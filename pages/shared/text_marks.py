"""What can be chosen in a document's text: every mark of its record, with its look and its words for the margin."""

from __future__ import annotations

from dataclasses import dataclass

from core.models import DateMention, Extraction, Figure, Place, Quote
from core.wording import amount

_SIGNS = tuple("\"'“”„‟‘’‚‛«»‹›「」『』")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that can be chosen. ``kind`` is its look, ``choice`` what the address says of it."""

    start: int
    end: int
    kind: str
    choice: str
    note: str = ""


def marks_of(record: Extraction) -> tuple[Mark, ...]:
    """Every mark of a record that the reader sees in the text, in the order of the text."""
    found = [
        *(_mark(record, i, p, _look(p), "mention") for i, p in enumerate(record.places)),
        *(_mark(record, i, d, "date", "date") for i, d in enumerate(record.dates)),
        *(_mark(record, i, f, "figure", "figure", _value(f)) for i, f in enumerate(record.figures)),
        *(
            Mark(*_with_signs(record.text, q), "quote", f"quote:{record.id}:{i}", f"“ {_speaker(q)}")
            for i, q in enumerate(record.quotes)
            if q.kind == "direct"
        ),
    ]
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


def _mark(
    record: Extraction, index: int, found: Place | DateMention | Figure | Quote, look: str, kind: str, note: str = ""
) -> Mark:
    return Mark(found.start, found.end, look, f"{kind}:{record.id}:{index}", note)


def _with_signs(text: str, quote: Quote) -> tuple[int, int]:
    """A quotation with the signs around it, which its record leaves out: the rule at its side stands before them."""
    start, end = quote.start, quote.end
    return start - (text[start - 1 : start] in _SIGNS), end + (text[end : end + 1] in _SIGNS)


def _speaker(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker else "speaker unclear"


def _look(place: Place) -> str:
    if place.adjective:
        return "adjective"
    return "place" if place.role == "scene" else "actor"


def _value(figure: Figure) -> str:
    """The value for the margin; an amount without a number has none."""
    if figure.low is None and figure.high is None:
        return ""
    return amount(figure.low, figure.high, figure.bound, figure.unit)
