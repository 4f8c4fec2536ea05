"""Numbers → figures: the recipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from core.figures import ages, changes, context, counted, exclusions
from core.figures.bounds import BoundWords, bound_after, bound_before
from core.figures.counted import Counted
from core.figures.quantities import Quantity, quantities, shares
from core.figures.reading import Reading, root_of
from core.models import Bound, DateMention, Figure, FigureKind, Place, Quote

_KINDS: dict[str | None, FigureKind] = {None: "count", "money": "money", "share": "percent", "time": "duration"}
_OF = frozenset({"of"})
_OF_OR_IN = frozenset({"of", "in", "worth"})
_OPEN_ABOVE = frozenset({"at least", "more than"})
_OPEN_BELOW = frozenset({"at most", "less than"})


def find_figures(
    doc: Doc,
    dates: Sequence[DateMention],
    places: Sequence[Place],
    quotes: Sequence[Quote],
    *,
    with_ages: bool = False,
) -> tuple[Figure, ...]:
    """All quantities of a text that a desk would care about, sorted by start.

    Args:
        doc: the parsed text.
        dates: its temporal expressions; numbers inside one are no figures, except in durations.
        places: its places; ``place`` of a figure is an index into them.
        quotes: its quotations, direct and indirect: who vouches for the figure.
        with_ages: take ages of people too ("a 25-year-old man"), as figures of kind ``duration``.
    """
    reading = Reading.of(doc, dates, places, quotes)
    drafts: list[Draft] = []
    for draft in _drafts(reading, with_ages):
        drafts.append(_like_the_unbracketed(reading, _with_antecedent(reading, draft, drafts), drafts))
    return tuple(_figure(reading, draft) for draft in _only_new_values(drafts))


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity that is a figure, with what was found about it so far; ``cause`` is the token of its change."""

    quantity: Quantity
    noun: Counted | None
    before: BoundWords | None
    after: BoundWords | None
    change: changes.Direction | None
    part: changes.Part | None
    cause: int
    sentence: tuple[int, int]
    token: Token
    of_pronoun: bool = False
    extended: bool = True


def _drafts(reading: Reading, with_ages: bool) -> Iterator[Draft]:
    taken = _dated(reading)
    dated = {(date.start, date.end) for date in reading.dates}  # "1520" of "1520 sq m" may pass for a year
    for quantity in quantities(reading.row):
        span = reading.span(*quantity.number)
        if _is_in(taken, span) and not (quantity.unit and span in dated):
            continue
        for part in _split_by_change(reading, shares(reading.row, quantity)):
            draft = _draft(reading, part, with_ages)
            if draft is not None:
                yield draft


def _dated(reading: Reading) -> set[int]:
    """Characters that dates and times take up; a duration's number counts."""
    return {
        offset for date in reading.dates if date.type in ("DATE", "TIME") for offset in range(date.start, date.end)
    }


def _is_in(taken: set[int], span: tuple[int, int]) -> bool:
    return span[0] in taken or span[1] - 1 in taken


def _split_by_change(reading: Reading, quantity: Quantity) -> tuple[Quantity, ...]:
    """ "rose from 5 to 7 percent" is no range: two figures."""
    if quantity.ends is None or reading.row[quantity.first].word != "from":
        return (quantity,)
    if changes.part_of_change(reading, quantity, quantity.first) is None and not _is_changed(reading, quantity):
        return (quantity,)
    left, right = quantity.ends
    if left.unit is None:
        left = replace(left, unit=right.unit, dimension=right.dimension, per=right.per)
    return left, right


def _is_changed(reading: Reading, quantity: Quantity) -> bool:
    token = reading.doc[reading.token_at(reading.row[quantity.first].start)]
    for _ in range(3):
        if token.lemma_.lower() in changes.DIRECTIONS:
            return True
        token = token.head
    return False


def _draft(reading: Reading, quantity: Quantity, with_ages: bool) -> Draft | None:
    first, last = reading.tokens(*reading.span(quantity.first, quantity.last))
    number = reading.tokens(*reading.span(*quantity.number))
    sentence = reading.sentence(number[1] - 1)
    noun = _noun(reading, quantity, first, last, sentence[1])
    if exclusions.is_no_figure(reading, quantity, noun) or (not with_ages and ages.is_age(reading, quantity, noun)):
        return None
    before = bound_before(reading.row, quantity.first)
    after = bound_after(reading.row, quantity.last)
    if after is None and noun is not None:
        after = bound_after(reading.row, reading.row.at(_end_of(reading.doc, noun.head)))
    start = before.first if before else quantity.first
    change = changes.part_of_change(reading, quantity, start)
    root = root_of(reading.doc, *number)
    return Draft(
        quantity,
        noun,
        before,
        after,
        change[0] if change and change[1] != "from" else None,
        change[1] if change else None,
        change[2] if change else -1,
        sentence,
        reading.doc[noun.head] if noun else root,
        counted.of_pronoun(reading.doc, last, sentence[1]),
    )


def _noun(reading: Reading, quantity: Quantity, first: int, last: int, limit: int) -> Counted | None:
    """What the quantity counts or measures, by grammar."""
    doc = reading.doc
    if counted.of_pronoun(doc, last, limit):
        return None
    prepositions = _OF_OR_IN if quantity.dimension == "money" else _OF
    behind = counted.after_preposition(doc, last, limit, prepositions)
    if behind is not None and not _is_dated_or_placed(reading, behind):
        return behind
    if quantity.hyphened and quantity.unit is None and last < limit:
        return counted.hyphened(doc, last, limit)
    if quantity.per is not None:
        return None
    noun = counted.directly(doc, first, last, limit)
    if noun is None and quantity.unit is None:
        noun = counted.complement(doc, first, last, limit)
    return None if noun is None or _is_dated_or_placed(reading, noun) else noun


def _is_dated_or_placed(reading: Reading, noun: Counted) -> bool:
    """Whether a phrase tells when or where ("$2 million in March", "of 2019") and not what."""
    start, end = reading.doc[noun.first].idx, _end_of(reading.doc, noun.head)
    preposition = reading.doc[noun.first - 1].lower_ if noun.first else ""
    if any(d.start <= start and end <= d.end for d in reading.dates):
        return True
    return preposition == "in" and any(p.start < end and start < p.end and not p.adjective for p in reading.places)


def _end_of(doc: Doc, token: int) -> int:
    return int(doc[token].idx) + len(doc[token])


def _with_antecedent(reading: Reading, draft: Draft, before: list[Draft]) -> Draft:
    """ "17 of them": counted is what the figure before it counted, in this sentence or the last."""
    if not draft.of_pronoun or draft.noun is not None:
        return draft
    for earlier in reversed(before[-4:]):
        if earlier.noun is not None and draft.sentence[0] - earlier.sentence[1] <= 0:
            return replace(draft, noun=earlier.noun)
    return draft


def _only_new_values(drafts: list[Draft]) -> list[Draft]:
    """In "fell 3 percent to 18 percent" the fall carries the direction; the value reached does not."""
    falls = [d for d in drafts if d.part == "by" and d.change]
    causes = {d.cause for d in falls if d.cause >= 0}
    ends = {d.quantity.last for d in falls} | {d.quantity.last + 1 for d in falls}  # "34% higher at 3.23"
    return [
        replace(d, change=None) if d.part == "to" and (d.cause in causes or d.quantity.first - 1 in ends) else d
        for d in drafts
    ]


def _like_the_unbracketed(reading: Reading, draft: Draft, before: list[Draft]) -> Draft:
    """ "dropped by 1 to 1.5 degrees (1.8 to 2.7 Fahrenheit)": the same said in another unit has the same bound."""
    if not before or draft.quantity.unit is None or draft.before is not None:
        return draft
    row, other, i = reading.row, before[-1], draft.quantity.first
    same = other.quantity.dimension == draft.quantity.dimension and other.quantity.unit != draft.quantity.unit
    if same and row[i - 1].word in ("(", "/") and other.quantity.last == i - 1:
        return replace(draft, before=other.before, change=other.change, part=other.part, extended=False)
    return draft


def _figure(reading: Reading, draft: Draft) -> Figure:
    quantity, doc = draft.quantity, reading.doc
    bound = _bound(draft)
    low, high = _interval(quantity, bound)
    start, end = _extent(reading, draft)
    number = reading.span(*quantity.number)
    quote = context.speaker_of(reading, *number)
    noun = draft.noun
    return Figure(
        start=start,
        end=end,
        text=reading.row.text[start:end],
        low=low,
        high=high,
        bound=bound,
        change=draft.change,
        unit=quantity.full_unit,
        counted=reading.row.text[doc[noun.first].idx : _end_of(doc, noun.head)] if noun else None,
        counted_head=doc[noun.head].lemma_.lower() if noun else None,
        kind=_KINDS.get(quantity.dimension, "measure"),
        speaker=quote.speaker if quote else None,
        via=quote.via if quote else None,
        hedges=context.hedges_of(reading, draft.token, draft.sentence),
        negated=context.is_negated(draft.token),
        place=context.place_of(reading, draft.token, (start, end), draft.sentence),
        date=context.date_of(reading, draft.token, (start, end), draft.sentence),
        sentence=context.sentence_span(reading, draft.sentence),
    )


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
    if bound in _OPEN_ABOVE:
        return low, None
    if bound in _OPEN_BELOW:
        return None, low if high is None else high
    return low, high


def _plain(value: Decimal | None) -> int | float | None:
    """A whole number where it is one and fits; otherwise the nearest float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() and abs(value) < 2**53 else float(value)


def _extent(reading: Reading, draft: Draft) -> tuple[int, int]:
    """Characters of bound, number, unit and what is counted, as far as they stand together."""
    start, end = reading.span(draft.quantity.first, draft.quantity.last)
    if draft.before is not None and draft.extended:
        start = reading.row[draft.before.first].start
    noun = draft.noun
    if noun is not None and not draft.of_pronoun and reading.doc[noun.first].idx - end <= 20:
        end = max(end, _end_of(reading.doc, noun.head))
    if draft.after is not None:
        end = max(end, reading.row[draft.after.last - 1].end)
    return start, end
