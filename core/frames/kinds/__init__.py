"""The kinds of marks: all that pages, counts, filter, tray and text ask about a kind stands in one module each.

A new kind is a module here and a place in :data:`KINDS`, a colour of its name in :mod:`core.charts.theme`, its look
in ``assets/theme/kinds.css``; that its list is in the record is up to :mod:`core.models` and :mod:`core.extraction`.
"""

from typing import Any

from core.frames.kinds.dates import DATES, DateRow
from core.frames.kinds.events import EVENTS, ClusterRow, EventRow
from core.frames.kinds.figures import FIGURES, FigureRow
from core.frames.kinds.kind import Facts, MarkKind, Page, TextLook
from core.frames.kinds.places import PLACES, PlaceRow
from core.frames.kinds.quotes import QUOTES, QuoteRow
from core.frames.kinds.reason import NotShown, Reason

KINDS: tuple[MarkKind[Any], ...] = (PLACES, EVENTS, DATES, FIGURES, QUOTES)
"""In the order in which readers are told of them."""

__all__ = [
    "DATES",
    "EVENTS",
    "FIGURES",
    "KINDS",
    "PLACES",
    "QUOTES",
    "ClusterRow",
    "DateRow",
    "EventRow",
    "Facts",
    "FigureRow",
    "MarkKind",
    "NotShown",
    "Page",
    "PlaceRow",
    "QuoteRow",
    "Reason",
    "TextLook",
]
