"""Quantities without a number: "several bodies", "no deaths", "the third attack this week"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from core.figures import context, counted
from core.figures.annotated_text import AnnotatedText
from core.figures.lexemes import Lexeme
from core.figures.number_words import ORDINALS
from core.lexicon import meaning
from core.models import Figure
from core.text.view import TextView

_SOME = frozenset({"several", "many", "numerous", "countless"})
_HARMED = meaning("people", "harmed")
_HARMS = meaning("events", "harms")
_RECURRING = meaning("events", "recurs")
_RUNNING = frozenset({"straight", "consecutive", "successive"})
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_OPENING = _SOME | _SUFFIXES | set(ORDINALS) | {"no", "single"}
"""Words that such a quantity can begin with: a quick look before the grammar."""


def unnumbered(annotated: AnnotatedText, found: Sequence[Figure]) -> Iterator[Figure]:
    """Vague counts and absences that a desk would care about, and ordinals that count events.

    ``found`` are the figures with numbers; what lies inside one of them is left out.
    """
    taken = {figure.start for figure in found}
    spans = sorted((figure.start, figure.end) for figure in found)
    for i, lexeme in enumerate(annotated.row.items):
        if lexeme.word not in _OPENING:
            continue
        if lexeme.word in _SOME or lexeme.word == "no":
            figure = _vague(annotated, lexeme)
        elif lexeme.word == "single":
            figure = _not_a_single(annotated, i) if annotated.row[i - 1].word == "a" else None
        else:
            figure = _ordinal(annotated, i)
        if figure is not None and figure.start not in taken and not _inside(figure.start, spans):
            yield figure


def _inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _vague(annotated: AnnotatedText, lexeme: Lexeme) -> Figure | None:
    """ "several bodies" (both ends unknown), "no deaths" (none): of people harmed alone."""
    first = annotated.view.token_at(lexeme.start)
    noun = counted.directly(annotated.view, first, first + 1, annotated.view.sentence(first)[1])
    if noun is None:
        return None
    head = annotated.view.doc[noun.head]
    none = lexeme.word == "no"
    if not (head.lemma_.lower() in _HARMED or (head.tag_ == "NNS" and _is_harmed(annotated.view, head) and not none)):
        return None
    return context.placed(
        annotated,
        head,
        start=lexeme.start,
        end=annotated.view.end_of(noun.head),
        number=(lexeme.start, lexeme.end),
        low=0 if none else None,
        high=0 if none else None,
        bound="exactly" if none else "vague",
        noun=noun,
        kind="count",
        negated=none or context.is_negated(head),
    )


def _not_a_single(annotated: AnnotatedText, i: int) -> Figure | None:
    """ "not a single body", "have not found a single one": one that the text denies."""
    article, single = annotated.row[i - 1], annotated.row[i]
    first = annotated.view.token_at(single.start)
    noun = counted.directly(annotated.view, first, first + 1, annotated.view.sentence(first)[1])
    head = annotated.view.doc[noun.head] if noun else annotated.view.doc[first].head
    before = annotated.row[i - 2].word
    if before not in ("not", "without") and not context.is_negated(head):
        return None
    return context.placed(
        annotated,
        head,
        start=article.start,
        end=annotated.view.end_of(noun.head) if noun else max(single.end, annotated.view.end_of(head.i)),
        number=(article.start, single.end),
        low=1,
        high=1,
        bound="exactly",
        noun=noun,
        kind="count",
        negated=True,
    )


def _is_harmed(view: TextView, head: Token) -> bool:
    return head.dep_ in ("nsubjpass", "dobj", "nsubj") and view.lemma[view.verb_above(head.i)] in _HARMS


def _ordinal(annotated: AnnotatedText, i: int) -> Figure | None:
    """ "the third attack this week", "for the 12th straight day"."""
    row, lexeme = annotated.row, annotated.row[i]
    value, first = ORDINALS.get(lexeme.word), i
    if value is None:
        before = row[i - 1]
        if before.kind != "number" or before.end != lexeme.start or not before.word.isdigit() or len(before.word) > 4:
            return None
        value, first = int(before.word), i - 1
    if value < 2:
        return None
    token = annotated.view.token_at(lexeme.start)
    noun = counted.directly(annotated.view, token, token + 1, annotated.view.sentence(token)[1])
    if noun is None or annotated.dates_in(row[first].start, lexeme.end):
        return None
    head = annotated.view.doc[noun.head]
    if head.tag_ != "NN" or (head.lemma_.lower() not in _RECURRING and row[i + 1].word not in _RUNNING):
        return None
    return context.placed(
        annotated,
        head,
        start=row[first].start,
        end=annotated.view.end_of(noun.head),
        number=(row[first].start, lexeme.end),
        low=value,
        high=value,
        bound="exactly",
        noun=noun,
        kind="rank",
        negated=context.is_negated(head),
    )
