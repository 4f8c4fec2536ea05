"""Rise and fall: "up 3 percent", "fell by 12", "rose to $7bn from $6bn"."""

from __future__ import annotations

from spacy.tokens import Token

from core.figures import directions
from core.figures.annotated_text import AnnotatedText
from core.figures.directions import DIRECTIONS, Direction, Part
from core.figures.lexemes import Row
from core.figures.quantity import Quantity


def part_of_change(annotated: AnnotatedText, quantity: Quantity, first: int) -> tuple[Direction, Part, int] | None:
    """Direction, the part a quantity plays in a change, and the token of the change; None where nothing changes.

    ``first`` is the lexeme at which the quantity starts with its bound ("up nearly 57%").
    """
    if quantity.sign and quantity.unit == "percent":
        return ("up" if quantity.sign > 0 else "down"), "by", -1
    higher = says_higher(annotated.row, quantity)
    if higher is not None:
        word = annotated.row[higher]
        return directions.COMPARED[word.word], "by", annotated.view.token_at(word.start)
    adverb = _adverb(annotated, first, quantity.unit)
    if adverb is not None:
        return adverb
    if annotated.row.words(first, 2) == ("up", "to"):  # a bound
        return None
    part = part_before(annotated.row, first)
    governor = _governor(annotated, quantity, first, part)
    is_rate = quantity.unit in directions.RATES or annotated.row[quantity.last].word in ("points", "point")
    if governor is not None and governor.lower_ == "by":  # "cut its staff by 340"
        governor, is_rate = governor.head, True
    return None if governor is None else _governed(governor, part, is_rate, is_share=quantity.dimension == "share")


def _governor(annotated: AnnotatedText, quantity: Quantity, first: int, part: Part) -> Token | None:
    """The verb, noun or adverb that a quantity hangs on, or the "by" of a bare number or measure."""
    start, end = annotated.view.tokens(*annotated.span(quantity.first, quantity.last))
    root = _carrier(annotated.view.doc[annotated.view.span_head(start, end)], quantity)
    opening = annotated.view.token_at(annotated.row[_before(annotated.row, first) + 1].start)
    before = annotated.view.doc[opening - 1] if opening else None
    governor: Token | None = root.head
    if before is not None and before.pos_ == "VERB":
        return before
    if root.dep_ == "pobj" and (root.head.lower_ in directions.PARTS or root.head.i >= opening):
        governor = _above_preposition(root.head, is_bare=root.i < end)
    elif part == "by" and before is not None and before.lower_ == "by":  # "rose by 4 to 19"
        governor = before.head
    elif root.dep_ not in ("dobj", "npadvmod", "advmod", "attr", "oprd", "nummod", "dep"):
        return None
    behind = governor is not None and governor.lower_ in directions.ADVERBS and governor.i > opening
    return None if behind else governor


def _above_preposition(preposition: Token, is_bare: bool) -> Token | None:
    if preposition.lower_ == "of" and preposition.head.lemma_ not in directions.NOUNS:
        telling = preposition.head  # "from an earlier figure of 38"
        if telling.lemma_ not in directions.TELLINGS or telling.dep_ != "pobj":
            return None
        preposition = telling.head
    if preposition.lower_ == "by" and is_bare:
        return preposition
    return preposition.head.head if preposition.head.lower_ == "from" else preposition.head  # "from 9,000 to 6,500"


def _carrier(root: Token, quantity: Quantity) -> Token:
    """The noun that takes a number's place under a preposition: "rose to 455 patients", "to 2 percent growth"."""
    counts = quantity.unit is None and root.dep_ == "nummod"
    tells_share = quantity.dimension == "share" and root.dep_ in ("compound", "nmod", "amod")
    return root.head if (counts or tells_share) and root.head.dep_ == "pobj" else root


def _adverb(annotated: AnnotatedText, first: int, unit: str | None) -> tuple[Direction, Part, int] | None:
    """ "up 9.4 per cent", "up from 940", "down to 12", "up by 3"; not the bound "up to"."""
    row = annotated.row
    i = _before(row, first)
    part = directions.PARTS.get(row[i].word)
    if part is not None:
        i -= 1
    direction = directions.ADVERBS.get(row[i].word)
    if direction is None or not row.adjoins(i + 1, 2):
        return None
    if part == "to" and row[i].word == "up" and not shifts_up(annotated, i):
        return None
    token = annotated.view.doc[annotated.view.token_at(row[i].start)]
    verb = token.head.lemma_
    if verb in directions.IDIOMS and part == "to":
        return None
    moves = part is not None or verb in DIRECTIONS or verb in directions.MOTION or verb in directions.SHIFTS
    if token.dep_ == "prt" and not moves and unit not in directions.RATES:
        return None  # "gave up 40 yards"
    return direction, part or "by", int(token.i)


def shifts_up(annotated: AnnotatedText, i: int) -> bool:
    """Whether the "up" at lexeme ``i`` moves something ("edged up to 5 percent") and sets no upper bound."""
    token = annotated.view.doc[annotated.view.token_at(annotated.row[i].start)]
    return token.i > 0 and annotated.view.doc[token.i - 1].lemma_.lower() in directions.SHIFTS


def direction_since(row: Row, first: int) -> Direction | None:
    """ "1,200, up from 940": the direction of the figure said before the one at lexeme ``first``."""
    i = _before(row, first)
    return directions.ADVERBS.get(row[i - 1].word) if row[i].word == "from" and row.adjoins(i) else None


def says_higher(row: Row, quantity: Quantity) -> int | None:
    """The lexeme of comparison behind a quantity: "34 percent higher", "two points lower", "9 fewer than in May"."""
    points = row[quantity.last].word in ("point", "points") and row.adjoins(quantity.last)
    i = quantity.last + points
    if row[i].word not in directions.COMPARED or not row.adjoins(i):
        return None
    if row[i].word in ("higher", "lower"):
        return i if points or quantity.unit is not None else None
    return i if row[i + 1].word == "than" and row[i + 2].word in directions.ERSTWHILE and row.adjoins(i + 2) else None


def _before(row: Row, first: int) -> int:
    """The lexeme before a quantity, over "just", "a record", "an earlier figure of"."""
    i = first - 1
    if row[i].word == "of" and row[i - 1].word in directions.TELLINGS and row.adjoins(first, 2) and row.adjoins(i):
        for k in range(i - 2, i - 5, -1):
            if row[k].word in ("a", "an", "the", "its", "their") and row.adjoins(k + 1):
                i = k
                break
    while row[i].word in directions.FILLERS and row.adjoins(i + 1, 2):
        i -= 1
    return i


def part_before(row: Row, first: int) -> Part:
    """The part that the word before a quantity gives it; without one it is the change itself."""
    i = _before(row, first)
    return directions.PARTS.get(row[i].word, "by") if row.adjoins(i + 1, 2) else "by"


def _governed(governor: Token, part: Part, is_rate: bool, is_share: bool = False) -> tuple[Direction, Part, int] | None:
    """The direction of the verb (or adverb, or noun of change) that a quantity hangs on."""
    for _ in range(2):
        word = governor.lemma_.lower()
        if governor.lower_ in directions.ADVERBS and governor.pos_ in ("ADV", "ADP"):
            return directions.ADVERBS[governor.lower_], part, governor.i
        if is_share and governor.pos_ == "VERB" and word in directions.OF_SHARES:
            return directions.OF_SHARES[word], part, governor.i
        if word in DIRECTIONS and governor.pos_ in ("VERB", "NOUN"):
            if governor.pos_ == "NOUN" and word not in directions.NOUNS:
                return None
            if part == "by" and word in directions.ONLY_OF_RATES and not is_rate:
                return None
            if part == "to" and (word in directions.FROM_SOMEBODY or _delivers(governor)):
                return None
            return DIRECTIONS[word], part, governor.i
        if governor.dep_ != "conj":
            return None
        governor = governor.head
    return None


def _delivers(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lemma_.lower() in directions.DELIVERED for c in verb.children)
