"""What figures lend each other: "17 of them", "four, five and six seats", "fell 3 percent to 18"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from core.figures import changes
from core.figures.annotated_text import AnnotatedText
from core.figures.counted import Counted
from core.figures.drafts import Draft

_JOINTS = frozenset({",", "and", "or", "to", "-", "–", "nor", "&"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "conj"})
_NEAR = 8
"""Lexemes between two figures that stand in one row with their dates."""

_FARTHEST = 4
"""Figures back in which an antecedent is looked for."""


def linked(annotated: AnnotatedText, drafts: list[Draft]) -> list[Draft]:
    """The same drafts, each with the noun, unit, bound or direction that a neighbour gives it."""
    drafts = _from_the_next(annotated, drafts)
    done: list[Draft] = []
    for draft in drafts:
        counting = _in_change(annotated, _with_antecedent(draft, done), done, drafts)
        done.append(_in_brackets(annotated, counting, done))
    return _reached(_risen(annotated, done))


def _from_the_next(annotated: AnnotatedText, drafts: list[Draft]) -> list[Draft]:
    """ "four-, five- and six-cylinder engines": a bare number in a list counts what the next one counts."""
    for i in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[i], drafts[i + 1]
        if draft.is_bare and draft.sentence == following.sentence and _joined(annotated, draft, following):
            drafts[i] = _borrow(_scaled(draft, following) if draft.part == "from" else draft, following)
    return drafts


def _joined(annotated: AnnotatedText, left: Draft, right: Draft) -> bool:
    between = range(left.quantity.last, right.quantity.first)
    return len(between) <= 4 and all(annotated.row[k].word in _JOINTS for k in between)


def _borrow(draft: Draft, other: Draft) -> Draft:
    quantity = other.quantity
    own = replace(draft.quantity, unit=quantity.unit, dimension=quantity.dimension, per=quantity.per)
    return replace(draft, quantity=own, noun=_apart(other.noun))


def _apart(noun: Counted | None) -> Counted | None:
    return replace(noun, apart=True) if noun else None


def _with_antecedent(draft: Draft, before: list[Draft]) -> Draft:
    """ "17 of them": what the figure before it counted, in this sentence or the last."""
    if draft.noun is None and not draft.of_pronoun:
        return _with_left_out(draft, before)
    if draft.noun is not None:
        return draft
    for earlier in reversed(before[-_FARTHEST:]):
        if earlier.noun is not None and earlier.sentence[1] >= draft.sentence[0]:
            return replace(draft, noun=_apart(earlier.noun))
    return draft


def _with_left_out(draft: Draft, before: list[Draft]) -> Draft:
    """ "five died and nine are missing", "of the 900 homes, 410 are dry", "and another 23": the noun said before."""
    if not draft.is_bare or draft.part is not None or draft.quantity.amount.share:
        return draft
    other = next((d for d in reversed(before[-_FARTHEST:]) if d.sentence == draft.sentence and d.noun), None)
    if other is None or other.quantity.unit is not None or not _alike(draft.token, other.token):
        return draft
    return replace(draft, noun=_apart(other.noun))


def _alike(word: Token, noun: Token) -> bool:
    """Whether both are subjects, or both objects, or the noun is what "of" in front takes the number from."""
    if any(word.dep_ in side and noun.dep_ in side for side in (_SUBJECTS, _OBJECTS)):
        return True
    if word.dep_ == "nsubjpass" and noun.dep_ == "dobj":  # "arrested 19 men; 11 were freed"
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ in ("of", "among") and word.dep_ in _SUBJECTS and noun.i < word.i


def _in_change(annotated: AnnotatedText, draft: Draft, before: list[Draft], drafts: list[Draft]) -> Draft:
    """ "from 90 kilos to 70", "rose 2 percent but fell by 1": ends of a change share unit and noun."""
    if draft.is_bare and before and _are_ends(annotated, before[-1], draft):
        return _borrow(draft, before[-1])
    if not draft.is_bare or draft.part is None:
        return draft
    for other in reversed(before[-_FARTHEST:]):
        alike = other.part is not None and (other.part == "by") == (draft.part == "by")
        if other.sentence == draft.sentence and not other.is_bare and alike:
            return _borrow(draft, other)
    at = len(before) + 1
    for other in drafts[at : at + 1]:
        if other.sentence == draft.sentence and not other.is_bare and (draft.part, other.part) == ("from", "to"):
            return _borrow(_scaled(draft, other), other)
    return draft


def _are_ends(annotated: AnnotatedText, left: Draft, right: Draft) -> bool:
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


def _scaled(draft: Draft, other: Draft) -> Draft:
    """ "from 24 to 35 billion": the scale of the second counts for both, where it comes out smaller."""
    factor = other.quantity.amount.scale
    if draft.quantity.amount.scale > 1 or factor <= 1 or draft.quantity.low * 10 < other.quantity.low / factor:
        return draft
    return replace(draft, quantity=draft.quantity.scaled(factor))


def _in_brackets(annotated: AnnotatedText, draft: Draft, before: list[Draft]) -> Draft:
    """ "dropped by 3 to 4 miles (5 to 6 kilometres)": the same in another unit has the same bound."""
    if not before or draft.quantity.unit is None or draft.before is not None:
        return draft
    row, other, i = annotated.row, before[-1], draft.quantity.first
    same = other.quantity.dimension == draft.quantity.dimension and other.quantity.unit != draft.quantity.unit
    if same and row[i - 1].word in ("(", "/") and other.quantity.last == i - 1:
        change = other.change if other.part == "by" else draft.change
        return replace(draft, before=other.before, change=change, part=other.part, shown=False)
    if row.words(i - 2, 2) == (",", "or") and draft.change is None and draft.sentence == other.sentence:
        return replace(draft, change=other.change, part=other.part)  # "lost 70 points, or 2 percent"
    return draft


def _risen(annotated: AnnotatedText, drafts: list[Draft]) -> list[Draft]:
    """ "1,200, up from 940": the first of the two has gone up."""
    risen = list(drafts)
    for i in range(1, len(risen)):
        draft, earlier = risen[i], risen[i - 1]
        first = draft.before.first if draft.before else draft.quantity.first
        since = changes.direction_since(annotated.row, first) if draft.part == "from" else None
        same = earlier.sentence == draft.sentence and earlier.quantity.dimension == draft.quantity.dimension
        if since is not None and same and earlier.change is None:
            risen[i - 1] = replace(earlier, change=since)
    return risen


def _reached(drafts: list[Draft]) -> list[Draft]:
    """In "fell 3 percent to 18 percent" the fall carries the direction; the value reached does not."""
    falls = [d for d in drafts if d.part == "by" and d.change]
    causes = {d.cause for d in falls if d.cause >= 0}
    ends = {d.quantity.last for d in falls} | {d.quantity.last + 1 for d in falls}  # "8% higher at 12.50"
    return [
        replace(d, change=None) if d.part == "to" and (d.cause in causes or d.quantity.first - 1 in ends) else d
        for d in drafts
    ]
