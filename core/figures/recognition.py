"""Recognition, from numbers to figures: the recipe."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.figures import context
from core.figures.annotated_text import AnnotatedText
from core.figures.candidates import CandidateFigure, candidates
from core.figures.ellipsis import linked
from core.figures.quantity import Quantity
from core.figures.shared_currencies import SharedCurrencies
from core.figures.unnumbered import unnumbered
from core.models import OPENS, Bound, DateMention, Figure, FigureKind, Place, Quote
from core.text.view import TextView

_KINDS: dict[str | None, FigureKind] = {None: "count", "money": "money", "share": "percent", "time": "duration"}


def find_figures(
    view: TextView,
    dates: Sequence[DateMention],
    places: Sequence[Place],
    quotes: Sequence[Quote],
    *,
    with_ages: bool = False,
) -> tuple[Figure, ...]:
    """All quantities of a text that a desk would care about, sorted by start. Never raises.

    Args:
        view: the parsed text.
        dates: its temporal expressions; numbers inside one are no figures, except in durations.
        places: its places; ``place`` of a figure is an index into them.
        quotes: its quotations, direct and indirect: who vouches for the figure.
        with_ages: take ages of people too ("a 25-year-old man"), as figures of kind ``duration``.
    """
    annotated = AnnotatedText(view, dates, places, quotes)
    currencies = SharedCurrencies(annotated)
    complete = linked(annotated, list(candidates(annotated, with_ages)))
    found = [_figure(annotated, candidate, currencies) for candidate in complete]
    found.extend(unnumbered(annotated, found))
    return tuple(sorted(found, key=lambda figure: (figure.start, figure.end)))


def _figure(annotated: AnnotatedText, candidate: CandidateFigure, currencies: SharedCurrencies) -> Figure:
    quantity, noun = candidate.quantity, candidate.noun
    bound = _bound(candidate)
    low, high = _interval(quantity, bound)
    start, end = _extent(annotated, candidate)
    return context.placed(
        annotated,
        candidate.token,
        start=start,
        end=end,
        number=annotated.span(*quantity.number),
        low=low,
        high=high,
        bound=bound,
        change=candidate.change,
        unit=_unit(candidate, currencies),
        noun=noun,
        kind=_KINDS.get(quantity.dimension, "measure"),
        negated=context.is_negated(candidate.token) or annotated.row[_start_of(candidate) - 1].word == "not",
    )


def _start_of(candidate: CandidateFigure) -> int:
    """The lexeme at which a figure begins, with its bound."""
    return candidate.before.first if candidate.before is not None and candidate.shown else candidate.quantity.first


def _unit(candidate: CandidateFigure, currencies: SharedCurrencies) -> str | None:
    quantity = candidate.quantity
    unit = quantity.full_unit
    return currencies.unit(unit, quantity.shared, candidate.sentence) if unit and quantity.shared else unit


def _bound(candidate: CandidateFigure) -> Bound:
    if candidate.quantity.between:
        return "between"
    if candidate.before is not None:
        return candidate.before.bound
    if candidate.after is not None:
        return candidate.after.bound
    return "vague" if candidate.quantity.amount.form == "vague" else "exactly"


def _interval(quantity: Quantity, bound: Bound) -> tuple[int | float | None, int | float | None]:
    """Low and high by the bound: an open side is null."""
    low, high = _plain(quantity.low), _plain(quantity.high)
    if OPENS.get(bound) == "above":
        return low, None
    if OPENS.get(bound) == "below":
        return None, low if high is None else high
    return low, high


def _plain(value: Decimal | None) -> int | float | None:
    """A whole number where it is one and fits; otherwise the nearest float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() and abs(value) < 2**53 else float(value)


def _extent(annotated: AnnotatedText, candidate: CandidateFigure) -> tuple[int, int]:
    """Characters of bound, number, unit and what is counted, as far as they stand together."""
    start, end = annotated.span(_start_of(candidate), candidate.quantity.last)
    if candidate.noun is not None and not candidate.noun.apart:
        end = max(end, annotated.view.end_of(candidate.noun.head))
    if candidate.after is not None:
        end = max(end, annotated.row[candidate.after.last - 1].end)
    least, most = annotated.view.characters(*candidate.sentence)
    return max(start, least), min(end, most)
