"""Dates in a text: expression → TIMEX3 value → the calendar days it covers → a reason a reader understands.

A text is read once, by :func:`find_expressions`; what it says does not depend on when it was published. It is anchored
anew by :func:`anchor_all` for another publication date: ``anchor_all(find_expressions(view), day)`` is
``find_dates(view, day)`` for any day, whatever was anchored before.
"""

from __future__ import annotations

import datetime as dt

from core.dates.anchoring import anchor
from core.dates.expression import Expression
from core.dates.recognition import find_expressions
from core.dates.reference_time import anchor_all
from core.models import DateMention
from core.text.view import TextView

__all__ = [
    "Expression",
    "anchor",
    "anchor_all",
    "find_dates",
    "find_expressions",
]


def find_dates(view: TextView, published: dt.date | None, country: str | None = None) -> tuple[DateMention, ...]:
    """Every date, time, duration and set in the text, sorted by start; offsets count characters of ``view.text``.

    Without a publication date whatever hangs on it stays open and says what it waits for. ``country`` (ISO 3166-1) is
    where the text was written, if known: it decides whether 4/7/22 is in July or in April.
    """
    return anchor_all(find_expressions(view, country), published)
