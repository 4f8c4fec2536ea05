"""Ellipsis, what figures leave to a neighbour to say: "17 of them", "four, five and six seats", "fell by 3 to 18"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from core.figures import changes
from core.figures.annotated_text import AnnotatedText
from core.figures.candidates import CandidateFigure
from core.figures.counted import Counted

_JOINTS = frozenset({",", "and", "or", "to", "-", "–", "nor", "&"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "conj"})
_NEAR = 8
"""Lexemes between two figures that stand in one row with their dates."""

_FARTHEST = 4
"""Figures back in which an antecedent is looked for."""


def linked(annotated: AnnotatedText, candidates: list[CandidateFigure]) -> list[CandidateFigure]:
    """The same candidates, each with the noun, unit, bound or direction that a neighbour gives it."""
    candidates = _from_the_next(annotated, candidates)
    done: list[CandidateFigure] = []
    for candidate in candidates:
        counting = _in_change(annotated, _with_antecedent(candidate, done), done, candidates)
        done.append(_in_brackets(annotated, counting, done))
    return _reached(_risen(annotated, done))


def _from_the_next(annotated: AnnotatedText, candidates: list[CandidateFigure]) -> list[CandidateFigure]:
    """ "four-, five- and six-cylinder engines": a bare number in a list counts what the next one counts."""
    for i in range(len(candidates) - 2, -1, -1):
        candidate, following = candidates[i], candidates[i + 1]
        if candidate.is_bare and candidate.sentence == following.sentence and _joined(annotated, candidate, following):
            candidates[i] = _borrow(_scaled(candidate, following) if candidate.part == "from" else candidate, following)
    return candidates


def _joined(annotated: AnnotatedText, left: CandidateFigure, right: CandidateFigure) -> bool:
    between = range(left.quantity.last, right.quantity.first)
    return len(between) <= 4 and all(annotated.row[k].word in _JOINTS for k in between)


def _borrow(candidate: CandidateFigure, other: CandidateFigure) -> CandidateFigure:
    quantity = other.quantity
    own = replace(candidate.quantity, unit=quantity.unit, dimension=quantity.dimension, per=quantity.per)
    return replace(candidate, quantity=own, noun=_apart(other.noun))


def _apart(noun: Counted | None) -> Counted | None:
    return replace(noun, apart=True) if noun else None


def _with_antecedent(candidate: CandidateFigure, before: list[CandidateFigure]) -> CandidateFigure:
    """ "17 of them": what the figure before it counted, in this sentence or the last."""
    if candidate.noun is None and not candidate.of_pronoun:
        return _with_left_out(candidate, before)
    if candidate.noun is not None:
        return candidate
    for earlier in reversed(before[-_FARTHEST:]):
        if earlier.noun is not None and earlier.sentence[1] >= candidate.sentence[0]:
            return replace(candidate, noun=_apart(earlier.noun))
    return candidate


def _with_left_out(candidate: CandidateFigure, before: list[CandidateFigure]) -> CandidateFigure:
    """ "five died and nine are missing", "of the 900 homes, 410 are dry", "and another 23": the noun said before."""
    if not candidate.is_bare or candidate.part is not None or candidate.quantity.amount.share:
        return candidate
    other = next((d for d in reversed(before[-_FARTHEST:]) if d.sentence == candidate.sentence and d.noun), None)
    if other is None or other.quantity.unit is not None or not _alike(candidate.token, other.token):
        return candidate
    return replace(candidate, noun=_apart(other.noun))


def _alike(word: Token, noun: Token) -> bool:
    """Whether both are subjects, or both objects, or the noun is what "of" in front takes the number from."""
    if any(word.dep_ in side and noun.dep_ in side for side in (_SUBJECTS, _OBJECTS)):
        return True
    if word.dep_ == "nsubjpass" and noun.dep_ == "dobj":  # "arrested 19 men; 11 were freed"
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ in ("of", "among") and word.dep_ in _SUBJECTS and noun.i < word.i


def _in_change(
    annotated: AnnotatedText,
    candidate: CandidateFigure,
    before: list[CandidateFigure],
    candidates: list[CandidateFigure],
) -> CandidateFigure:
    """ "from 90 kilos to 70", "rose 2 percent but fell by 1": ends of a change share unit and noun."""
    if candidate.is_bare and before and _are_ends(annotated, before[-1], candidate):
        return _borrow(candidate, before[-1])
    if not candidate.is_bare or candidate.part is None:
        return candidate
    for other in reversed(before[-_FARTHEST:]):
        alike = other.part is not None and (other.part == "by") == (candidate.part == "by")
        if other.sentence == candidate.sentence and not other.is_bare and alike:
            return _borrow(candidate, other)
    at = len(before) + 1
    for other in candidates[at : at + 1]:
        if (
            other.sentence == candidate.sentence
            and not other.is_bare
            and (candidate.part, other.part) == ("from", "to")
        ):
            return _borrow(_scaled(candidate, other), other)
    return candidate


def _are_ends(annotated: AnnotatedText, left: CandidateFigure, right: CandidateFigure) -> bool:
    """ "from about 14 mpg to 24", "1.4 degrees in 2018 and 2.1 last year": the second end, or the next of a row."""
    row, i, j = annotated.row, left.quantity.last, right.quantity.first
    opener = left.before.first if left.before else left.quantity.first
    if row[j - 1].word == "to" and i == j - 1:
        return row[opener - 1].word == "from" or row[left.quantity.first].word == "from"
    dates = (
        annotated.dates_in(row[i].start, row[j - 1].start) if row[j - 1].word == "and" and i < j <= i + _NEAR else []
    )
    following = annotated.dates_in(row[right.quantity.last].start, row[right.quantity.last].end)
    return bool(dates and following) and left.sentence == right.sentence


def _scaled(candidate: CandidateFigure, other: CandidateFigure) -> CandidateFigure:
    """ "from 24 to 35 billion": the scale of the second counts for both, where it comes out smaller."""
    factor = other.quantity.amount.scale
    if candidate.quantity.amount.scale > 1 or factor <= 1 or candidate.quantity.low * 10 < other.quantity.low / factor:
        return candidate
    return replace(candidate, quantity=candidate.quantity.scaled(factor))


def _in_brackets(
    annotated: AnnotatedText, candidate: CandidateFigure, before: list[CandidateFigure]
) -> CandidateFigure:
    """ "dropped by 3 to 4 miles (5 to 6 kilometres)": the same in another unit has the same bound."""
    if not before or candidate.quantity.unit is None or candidate.before is not None:
        return candidate
    row, other, i = annotated.row, before[-1], candidate.quantity.first
    same = other.quantity.dimension == candidate.quantity.dimension and other.quantity.unit != candidate.quantity.unit
    if same and row[i - 1].word in ("(", "/") and other.quantity.last == i - 1:
        change = other.change if other.part == "by" else candidate.change
        return replace(candidate, before=other.before, change=change, part=other.part, shown=False)
    if row.words(i - 2, 2) == (",", "or") and candidate.change is None and candidate.sentence == other.sentence:
        return replace(candidate, change=other.change, part=other.part)  # "lost 70 points, or 2 percent"
    return candidate


def _risen(annotated: AnnotatedText, candidates: list[CandidateFigure]) -> list[CandidateFigure]:
    """ "1,200, up from 940": the first of the two has gone up."""
    risen = list(candidates)
    for i in range(1, len(risen)):
        candidate, earlier = risen[i], risen[i - 1]
        first = candidate.before.first if candidate.before else candidate.quantity.first
        since = changes.direction_since(annotated.row, first) if candidate.part == "from" else None
        same = earlier.sentence == candidate.sentence and earlier.quantity.dimension == candidate.quantity.dimension
        if since is not None and same and earlier.change is None:
            risen[i - 1] = replace(earlier, change=since)
    return risen


def _reached(candidates: list[CandidateFigure]) -> list[CandidateFigure]:
    """In "fell 3 percent to 18 percent" the fall carries the direction; the value reached does not."""
    falls = [d for d in candidates if d.part == "by" and d.change]
    causes = {d.cause for d in falls if d.cause >= 0}
    ends = {d.quantity.last for d in falls} | {d.quantity.last + 1 for d in falls}  # "8% higher at 12.50"
    return [
        replace(d, change=None) if d.part == "to" and (d.cause in causes or d.quantity.first - 1 in ends) else d
        for d in candidates
    ]
