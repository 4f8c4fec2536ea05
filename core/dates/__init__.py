"""Dates in a text: expression → TIMEX3 value → the calendar days it covers → a reason a reader understands."""

from __future__ import annotations

import datetime as dt

from spacy.tokens import Doc

from core.dates.anchoring import anchor
from core.dates.expression import Expression
from core.dates.reading import find_expressions
from core.dates.story import anchor_all
from core.models import DateMention

__all__ = ["Expression", "anchor", "anchor_all", "find_dates", "find_expressions"]


def find_dates(doc: Doc, published: dt.date | None) -> tuple[DateMention, ...]:
    """Every date, time, duration and set in the text, sorted by start; offsets count characters of ``doc.text``.

    Without a publication date whatever hangs on it stays open and says what it waits for. To anchor the same text
    anew, keep :func:`find_expressions` and call :func:`anchor_all` with another date: the text is not read again.
    """
    return anchor_all(find_expressions(doc), published)
