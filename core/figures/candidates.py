"""Candidate figures: each quantity with its noun, bound and change; what is no figure falls away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from core.figures import ages, changes, counted, exclusions
from core.figures.annotated_text import AnnotatedText
from core.figures.bounds import BoundWords, bound_after, bound_before
from core.figures.counted import Counted
from core.figures.directions import DIRECTIONS, Direction, Part
from core.figures.quantities import is_or_two, quantities
from core.figures.quantity import Quantity
from core.figures.whereabouts import counts_behind_month

_OF = frozenset({"of"})
_SELDOM = 3
"""A range seldom ends so many times higher than it begins: "rose by 4 to 19" tells by how much and to what."""

_OF_OR_IN = frozenset({"of", "in", "worth"})


@dataclass(frozen=True, slots=True)
class CandidateFigure:
    """A quantity that is a figure, with what was found about it so far.

    ``change``, ``part`` and ``cause`` (a token) tell the change it belongs to; ``token`` stands for it in the parse;
    ``of_pronoun`` marks "17 of them"; ``shown`` says that the bound stands beside the number.
    """

    quantity: Quantity
    noun: Counted | None
    before: BoundWords | None
    after: BoundWords | None
    change: Direction | None
    part: Part | None
    cause: int
    sentence: tuple[int, int]
    token: Token
    of_pronoun: bool = False
    shown: bool = True

    @property
    def is_bare(self) -> bool:
        """Whether nothing says what the number counts or measures."""
        return self.noun is None and self.quantity.unit is None


def candidates(annotated: AnnotatedText, with_ages: bool) -> Iterator[CandidateFigure]:
    """Every quantity of a text that is a figure, in order."""
    for quantity in quantities(annotated.row):
        dated = annotated.is_dated(annotated.span(*quantity.number), quantity.unit is not None)
        if not dated or counts_behind_month(annotated, quantity):
            for part in _split_by_change(annotated, quantity):
                candidate = _candidate(annotated, part, with_ages)
                if candidate is not None:
                    yield candidate


def _split_by_change(annotated: AnnotatedText, quantity: Quantity) -> tuple[Quantity, ...]:
    """ "rose from 5 to 7 percent", "fell 3 percent to 18 percent" and "rose by 4 to 19" are no ranges: two figures."""
    if quantity.ends is None:
        return (quantity,)
    left, right = quantity.ends
    from_to = annotated.row[quantity.first].word == "from"
    by_to = annotated.row[left.last].word == "to" and changes.part_before(annotated.row, left.first) == "by"
    by_to = by_to and (left.unit is not None or (right.unit is None and _SELDOM * left.low < right.low))
    if not (from_to or by_to) or not _is_changed(annotated, quantity):
        return (quantity,)
    if left.unit is None:
        left = replace(left, unit=right.unit, dimension=right.dimension, per=right.per)
    return left, right


def _is_changed(annotated: AnnotatedText, quantity: Quantity) -> bool:
    if changes.part_of_change(annotated, quantity, quantity.first) is not None:
        return True
    token = annotated.view.doc[annotated.view.token_at(annotated.row[quantity.first].start)]
    for _ in range(3):
        if token.lemma_.lower() in DIRECTIONS:
            return True
        token = token.head
    return False


def _candidate(annotated: AnnotatedText, quantity: Quantity, with_ages: bool) -> CandidateFigure | None:
    first, last = annotated.view.tokens(*annotated.span(quantity.first, quantity.last))
    number = annotated.view.tokens(*annotated.span(*quantity.number))
    sentence = annotated.view.sentence(number[1] - 1)
    noun = _noun(annotated, quantity, first, last, sentence[1])
    if exclusions.is_no_figure(annotated, quantity, noun) or (not with_ages and ages.is_age(annotated, quantity, noun)):
        return None
    before = _bound_in_front(annotated, quantity)
    change = changes.part_of_change(annotated, quantity, before.first if before else quantity.first)
    return CandidateFigure(
        quantity,
        noun,
        before,
        _bound_behind(annotated, quantity, noun),
        change[0] if change and change[1] != "from" else None,
        change[1] if change else None,
        change[2] if change else -1,
        sentence,
        annotated.view.doc[noun.head] if noun else annotated.view.doc[annotated.view.span_head(*number)],
        counted.of_pronoun(annotated.view.doc, last, sentence[1]),
    )


def _bound_in_front(annotated: AnnotatedText, quantity: Quantity) -> BoundWords | None:
    """ "about 40"; not "warned residents about two scams", nor "over three years" for during."""
    found = bound_before(annotated.row, quantity.first)
    if found is not None and _moves_up(annotated, found.first):
        return None
    if found is None or found.last - found.first != 1:
        return found
    word = annotated.row[found.first].word
    if word == "about" or (word == "over" and quantity.dimension == "time"):
        token = annotated.view.doc[annotated.view.token_at(annotated.row[found.first].start)]
        return None if token.dep_ == "prep" and token.head.pos_ in ("VERB", "NOUN") else found
    return found


def _moves_up(annotated: AnnotatedText, first: int) -> bool:
    """ "edged up to 5 percent": no bound."""
    return annotated.row.words(first, 2) == ("up", "to") and changes.shifts_up(annotated, first)


def _bound_behind(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> BoundWords | None:
    """ "or more" behind the number or behind what it counts."""
    found = bound_after(annotated.row, quantity.last)
    if found is None and noun is not None:
        found = bound_after(annotated.row, annotated.row.at(annotated.view.end_of(noun.head)))
    return found


def _noun(annotated: AnnotatedText, quantity: Quantity, first: int, last: int, limit: int) -> Counted | None:
    """What the quantity counts or measures, by grammar; ``limit`` is the end of its sentence."""
    doc = annotated.view.doc
    if is_or_two(annotated.row, quantity) and quantity.unit is None:  # "another striker or two"
        named = annotated.view.token_at(annotated.row[quantity.first - 2].start)
        return Counted(named, named, apart=True)
    if counted.of_pronoun(doc, last, limit):
        return counted.of_them(doc, last, limit)
    prepositions = _OF_OR_IN if quantity.dimension == "money" and quantity.per is None else _OF
    behind = counted.after_preposition(doc, last, limit, prepositions)
    end = annotated.row[quantity.last - 1].end
    if behind is not None and not _is_dated_or_placed(annotated, behind, end):
        return behind
    bounded = _behind_bound(annotated, quantity, first, limit) if quantity.unit is None else None
    if bounded is not None:
        return bounded
    if quantity.hyphened and quantity.unit is None and last < limit:
        return counted.hyphened(doc, last, limit)
    if quantity.per is not None:
        return None
    noun = counted.directly(annotated.view, first, last, limit)
    if noun is None and quantity.amount.form == "fraction" and quantity.dimension == "share":
        noun = counted.behind_determiner(doc, last, limit)
    if noun is None and quantity.unit is None:
        noun = (
            counted.complement(doc, last, limit)
            or counted.in_state(doc, last, limit)
            or counted.of_numbered(annotated.view, first, last)
        )
    if noun is None or (quantity.dimension == "share" and doc[noun.head].lemma_ in ("year", "month", "quarter")):
        return None  # "up 12 percent year on year"
    return None if _is_dated_or_placed(annotated, noun, end) else noun


def _behind_bound(annotated: AnnotatedText, quantity: Quantity, first: int, limit: int) -> Counted | None:
    """ "a hundred or so mourners", "40 or more of the sailors": the noun behind the words that bound the number."""
    after = bound_after(annotated.row, quantity.last)
    if after is None:
        return None
    last = annotated.view.tokens(*annotated.span(quantity.first, after.last))[1]
    behind = counted.after_preposition(annotated.view.doc, last, limit, _OF)
    return behind or counted.directly(annotated.view, first, last, limit)


def _is_dated_or_placed(annotated: AnnotatedText, noun: Counted, after: int) -> bool:
    """Whether a phrase after offset ``after`` tells when or where ("$2 million in March", "of 2019") and not what."""
    start, end = annotated.view.doc[noun.first].idx, annotated.view.end_of(noun.head)
    if any(after <= d.start <= start and end <= d.end for d in annotated.dates_in(start, end)):
        return True
    told_by_in = noun.first > 0 and annotated.view.doc[noun.first - 1].lower_ == "in"
    return told_by_in and any(not p.adjective for p in annotated.places_in(start, end))
