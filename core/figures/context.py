"""What surrounds a figure: its speaker, place, date, hedges and negation."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from core.figures.reading import Reading, verb_above
from core.models import Quote

_HEDGES = frozenset(
    "preliminary provisional unconfirmed unverified reportedly reported alleged allegedly apparently apparent estimated "
    "estimate estimates estimation suspected believed presumed presumably probable probably possibly possible perhaps "
    "maybe likely claimed purported purportedly supposedly unofficial initial projected expected forecast".split()
)
_MODALS = frozenset({"may", "might", "could"})
_PLACING = frozenset("in at near to from of around outside inside on across within for into against toward towards".split())


def speaker_of(reading: Reading, start: int, end: int) -> Quote | None:
    """The innermost quotation, direct or indirect, that holds the characters ``start`` to ``end``."""
    holding = [q for q in reading.quotes if q.start <= start and end <= q.end]
    return min(holding, key=lambda q: (q.end - q.start, q.start), default=None)


def sentence_span(reading: Reading, sentence: tuple[int, int]) -> tuple[int, int]:
    """Characters of a sentence without the space around it."""
    doc = reading.doc
    start = doc[sentence[0]].idx
    end = doc[sentence[1] - 1].idx + len(doc[sentence[1] - 1])
    inner = reading.row.text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))


def hedges_of(reading: Reading, token: Token, sentence: tuple[int, int]) -> tuple[str, ...]:
    """Words of doubt in the sentence whose clause holds the figure, in order, each once."""
    doc = reading.doc
    found: dict[str, None] = {}
    for i in range(*sentence):
        word = doc[i].lower_
        if (word in _HEDGES or (word in _MODALS and doc[i].tag_ == "MD")) and _reaches(doc[i], token):
            found.setdefault(f"{word} have" if word in _MODALS and doc[i + 1 : i + 2].text == "have" else word)
    return tuple(found)


def _reaches(hedge: Token, token: Token) -> bool:
    """Whether a figure lies below the verb that a hedge belongs to, and no clause of its own stands between."""
    verb = verb_above(hedge)
    for _ in range(40):
        if token.i == verb.i:
            return True
        if token.head.i == token.i or token.dep_ in ("relcl", "advcl", "conj") and token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False


def is_negated(token: Token) -> bool:
    """Whether the verb that governs a figure's noun is negated: "did not recover 30 bodies"."""
    verb = verb_above(token)
    return verb.pos_ in ("VERB", "AUX") and any(child.dep_ == "neg" for child in verb.children)


def place_of(reading: Reading, token: Token, span: tuple[int, int], sentence: tuple[int, int]) -> int | None:
    """Index of the place a figure belongs to: a scene of its clause or sentence, else a place tied to it by "in" or "to"."""
    low, high = sentence_span(reading, sentence)
    best: tuple[int, int, int, int] | None = None
    for index, place in enumerate(reading.places):
        if place.start >= high:
            break
        if place.end <= low or place.adjective:
            continue
        inside = reading.doc[reading.token_at(place.start)]
        scene = place.role == "scene"
        if not scene and not _is_tied(inside, token):
            continue
        behind = place.start >= span[1]
        distance = place.start - span[1] if behind else span[0] - place.end
        rank = (0 if scene else 1, 0 if _same_clause(inside, token) else 1, abs(distance) + (0 if behind else 10), index)
        best = rank if best is None or rank < best else best
    return None if best is None else best[3]


def _above(token: Token, limit: int = 10) -> Iterator[Token]:
    for _ in range(limit):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def _is_tied(place: Token, figure: Token) -> bool:
    """Whether a preposition of place joins a name to the figure's noun or to its verb."""
    verb = verb_above(figure)
    preposition = next((t for t in _above(place) if t.dep_ in ("prep", "dative")), None)
    if preposition is None or preposition.lower_ not in _PLACING:
        return False
    return preposition.head.i == verb.i or any(preposition.head.i == t.i for t in _above(figure, 4))


def _same_clause(mention: Token, figure: Token) -> bool:
    return verb_above(mention).i == verb_above(figure).i


def date_of(reading: Reading, token: Token, span: tuple[int, int], sentence: tuple[int, int]) -> int | None:
    """Index of the date or time nearest to a figure in its clause, else in its sentence; durations are no dates."""
    low, high = sentence_span(reading, sentence)
    best: tuple[int, int, int] | None = None
    for index, date in enumerate(reading.dates):
        if date.start >= high:
            break
        if date.end <= low or date.type in ("DURATION", "SET") and date.earliest is None:
            continue
        if date.start < span[1] and span[0] < date.end:
            continue
        inside = reading.doc[reading.token_at(date.start)]
        distance = max(date.start - span[1], span[0] - date.end)
        rank = (0 if _same_clause(inside, token) else 1, distance, index)
        best = rank if best is None or rank < best else best
    return None if best is None else best[2]
