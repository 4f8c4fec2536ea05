"""What surrounds a figure: its speaker, place, date, hedges and negation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

from core.figures.annotated_text import AnnotatedText
from core.figures.counted import Counted, head_of
from core.lexicon import meaning
from core.models import Bound, Figure, FigureKind, Quote
from core.text.view import TextView

_HEDGES = (meaning("hedges", "doubt", "doubtful", "estimate") | {"unconfirmed"}) - {
    "potential", "potentially", "supposed",
}  # fmt: skip
"""What may be, or is meant to be, is no doubt about how many there are: "a potential market of 1,400"."""
_TELLINGS = meaning("hedges", "finding")
"""Nouns whose doubt is that of the whole clause: "preliminary data"."""

_REACH = 600
"""Characters on either side in which a figure's surroundings are looked for, where sentences have no end."""

_MODALS = frozenset({"may", "might", "could"})
_PLACING = meaning("function_words", "preposition of place") | {"to", "from", "of", "on", "for", "against"}


def placed(
    annotated: AnnotatedText,
    token: Token,
    *,
    start: int,
    end: int,
    number: tuple[int, int],
    low: int | float | None,
    high: int | float | None,
    bound: Bound,
    noun: Counted | None,
    kind: FigureKind,
    negated: bool,
    change: Literal["up", "down"] | None = None,
    unit: str | None = None,
) -> Figure:
    """The record of a figure, with what surrounds it.

    Args:
        reading: the text.
        token: the token that stands for the figure in the parse.
        start: where the figure begins, with its bound.
        end: where it ends, with what is counted.
        number: start and end of the bare number: who says the number says the figure.
        low: the least it can be, None where open.
        high: the most it can be, None where open.
        bound: how the words bound it.
        noun: what is counted.
        kind: what sort of quantity it is.
        negated: whether the text denies it.
        change: the direction in which it moved, or moved to.
        unit: its unit, None for a plain count.
    """
    sentence = annotated.view.sentence(annotated.view.token_at(number[0]))
    quote = _quote(annotated, *number)
    text = annotated.row.text
    return Figure(
        start=start,
        end=end,
        text=text[start:end],
        low=low,
        high=high,
        bound=bound,
        change=change,
        unit=unit,
        counted=text[annotated.view.doc[noun.first].idx : annotated.view.end_of(noun.head)] if noun else None,
        counted_head=head_of(annotated.view.doc, noun) if noun else None,
        kind=kind,
        speaker=quote.speaker if quote else None,
        via=quote.via if quote else None,
        hedges=hedges_of(annotated, token, sentence),
        negated=negated,
        place=place_of(annotated, token, (start, end), sentence),
        date=date_of(annotated, token, (start, end), sentence),
        sentence=annotated.view.characters(*sentence),
    )


def _quote(annotated: AnnotatedText, start: int, end: int) -> Quote | None:
    """The innermost quotation, direct or indirect, that holds the characters ``start`` to ``end``."""
    holding = [q for q in annotated.quotes if q.start <= start and end <= q.end]
    return min(holding, key=lambda q: (q.end - q.start, q.start), default=None)


def hedges_of(annotated: AnnotatedText, token: Token, sentence: tuple[int, int]) -> tuple[str, ...]:
    """Words of doubt in the sentence whose clause holds the figure, in order, each once."""
    view = annotated.view
    first, end = max(sentence[0], token.i - _REACH // 10), min(sentence[1], token.i + _REACH // 10)
    found: dict[str, None] = {}
    for i, word in enumerate(view.lower[first:end], first):
        doubts = word in _HEDGES or (word in _MODALS and view.tag[i] == "MD")
        if doubts and _reaches(view, view.doc[i], token):
            found.setdefault(f"{word} have" if word in _MODALS and view.words[i + 1 : i + 2] == ["have"] else word)
    return tuple(found)


def _reaches(view: TextView, hedge: Token, token: Token) -> bool:
    """Whether a figure lies below the clause, or the noun, that a hedge belongs to."""
    owner = hedge.head if hedge.dep_ in ("amod", "advmod", "compound", "aux", "auxpass", "nmod") else hedge
    if hedge.dep_ == "amod" and owner.lemma_.lower() not in _TELLINGS:
        return token.i == owner.i or owner.i in [t.i for t in _above(token, 4)]
    verb = view.verb_above(owner.i)
    for above in _above(token, 40):
        if above.i == verb:
            return True
        if above.dep_ in ("relcl", "advcl", "conj") and above.pos_ in ("VERB", "AUX"):
            return False
    return False


def is_negated(token: Token) -> bool:
    """Whether a figure is the object of a negated verb: "did not recover 30 bodies"; a subject stands as it is."""
    verb = token.head
    if token.dep_ not in ("dobj", "attr", "oprd") or verb.pos_ not in ("VERB", "AUX"):
        return False
    return any(child.dep_ == "neg" for child in verb.children)


def place_of(annotated: AnnotatedText, token: Token, span: tuple[int, int], sentence: tuple[int, int]) -> int | None:
    """Index of a figure's place: a scene of its clause or sentence, else a place that "in" or "to" ties to it."""
    low, high = _around(annotated, span, sentence)
    best: tuple[int, int, int, int] | None = None
    for index in annotated.place_numbers(low, high):
        place = annotated.places[index]
        if place.adjective:
            continue
        inside = annotated.view.doc[annotated.view.token_at(place.start)]
        scene = place.role == "scene"
        if not scene and not _is_tied(annotated.view, inside, token):
            continue
        behind = place.start >= span[1]
        distance = place.start - span[1] if behind else span[0] - place.end
        rank = (
            0 if scene else 1,
            0 if _same_clause(annotated.view, inside, token) else 1,
            abs(distance) + (0 if behind else 10),
            index,
        )
        best = rank if best is None or rank < best else best
    return None if best is None else best[3]


def _around(annotated: AnnotatedText, span: tuple[int, int], sentence: tuple[int, int]) -> tuple[int, int]:
    low, high = annotated.view.characters(*sentence)
    return max(low, span[0] - _REACH), min(high, span[1] + _REACH)


def _above(token: Token, limit: int = 10) -> Iterator[Token]:
    for _ in range(limit):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def _is_tied(view: TextView, place: Token, figure: Token) -> bool:
    """Whether a preposition of place joins a name to the figure's noun or to its verb."""
    verb = view.verb_above(figure.i)
    preposition = next((t for t in _above(place) if t.dep_ in ("prep", "dative")), None)
    if preposition is None or preposition.lower_ not in _PLACING:
        return False
    return preposition.head.i == verb or any(preposition.head.i == t.i for t in _above(figure, 4))


def _same_clause(view: TextView, mention: Token, figure: Token) -> bool:
    return view.verb_above(mention.i) == view.verb_above(figure.i)


def date_of(annotated: AnnotatedText, token: Token, span: tuple[int, int], sentence: tuple[int, int]) -> int | None:
    """Index of the date or time nearest to a figure in its clause, else in its sentence; durations are no dates."""
    low, high = _around(annotated, span, sentence)
    best: tuple[int, int, int] | None = None
    for index in annotated.date_numbers(low, high):
        date = annotated.dates[index]
        if date.start < span[1] and span[0] < date.end:
            continue
        if date.type in ("DURATION", "SET") and date.earliest is None:
            continue
        inside = annotated.view.doc[annotated.view.token_at(date.start)]
        distance = max(date.start - span[1], span[0] - date.end)
        rank = (0 if _same_clause(annotated.view, inside, token) else 1, distance, index)
        best = rank if best is None or rank < best else best
    return None if best is None else best[2]
