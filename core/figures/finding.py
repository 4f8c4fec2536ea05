"""Numbers → figures: the recipe."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.figures import context
from core.figures.annotated_text import AnnotatedText
from core.figures.drafts import Draft, drafts
from core.figures.linking import linked
from core.figures.local_money import LocalMoney
from core.figures.quantity import Quantity
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
    money = LocalMoney(annotated)
    found = [_figure(annotated, draft, money) for draft in linked(annotated, list(drafts(annotated, with_ages)))]
    found.extend(unnumbered(annotated, found))
    return tuple(sorted(found, key=lambda figure: (figure.start, figure.end)))


def _figure(annotated: AnnotatedText, draft: Draft, money: LocalMoney) -> Figure:
    quantity, noun = draft.quantity, draft.noun
    bound = _bound(draft)
    low, high = _interval(quantity, bound)
    start, end = _extent(annotated, draft)
    return context.placed(
        annotated,
        draft.token,
        start=start,
        end=end,
        number=annotated.span(*quantity.number),
        low=low,
        high=high,
        bound=bound,
        change=draft.change,
        unit=_unit(draft, money),
        noun=noun,
        kind=_KINDS.get(quantity.dimension, "measure"),
        negated=context.is_negated(draft.token) or annotated.row[_start_of(draft) - 1].word == "not",
    )


def _start_of(draft: Draft) -> int:
    """The lexeme at which a figure begins, with its bound."""
    return draft.before.first if draft.before is not None and draft.shown else draft.quantity.first


def _unit(draft: Draft, money: LocalMoney) -> str | None:
    quantity = draft.quantity
    unit = quantity.full_unit
    return money.unit(unit, quantity.shared, draft.sentence) if unit and quantity.shared else unit


def _bound(draft: Draft) -> Bound:
    if draft.quantity.between:
        return "between"
    if draft.before is not None:
        return draft.before.bound
    if draft.after is not None:
        return draft.after.bound
    return "vague" if draft.quantity.amount.form == "vague" else "exactly"


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


def _extent(annotated: AnnotatedText, draft: Draft) -> tuple[int, int]:
    """Characters of bound, number, unit and what is counted, as far as they stand together."""
    start, end = annotated.span(_start_of(draft), draft.quantity.last)
    if draft.noun is not None and not draft.noun.apart:
        end = max(end, annotated.view.end_of(draft.noun.head))
    if draft.after is not None:
        end = max(end, annotated.row[draft.after.last - 1].end)
    least, most = annotated.view.characters(*draft.sentence)
    return max(start, least), min(end, most)
