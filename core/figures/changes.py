"""Rise and fall: "up 3 percent", "fell by 12", "rose to $7bn from $6bn"."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from core.figures.lexemes import Row
from core.figures.quantity import Quantity
from core.figures.reading import Reading, root_of

Direction = Literal["up", "down"]
Part = Literal["by", "to", "from"]

_UP = (
    "rise increase grow jump climb surge soar gain advance rally add swell expand spike skyrocket rocket "
    "raise boost lift hike edge inch leap improve strengthen appreciate widen balloon mount "
    "escalate up uptick ascend double triple treble quadruple"
)
_DOWN = (
    "fall drop decline decrease sink slump plunge tumble dip slide shed lose plummet slip dwindle shrink contract "
    "reduce cut lower slash trim weaken depreciate narrow ease retreat crash halve tank diminish subside slow down "
    "downgrade nosedive dive"
)
DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(_UP.split(), "up"),
    **dict.fromkeys(_DOWN.split(), "down"),
}
_NOUNS = frozenset(
    "rise increase growth jump surge gain rally spike hike raise boost leap improvement uptick fall drop decline "
    "decrease slump plunge tumble dip slide reduction cut contraction loss downturn slowdown".split()
)
_ONLY_OF_RATES = frozenset(
    {"lose", "gain", "add", "shed", "advance", "cut", "slash", "raise", "lift", "boost", "lower"}
    | {"double", "triple", "treble", "quadruple"}
)
_FROM_SOMEBODY = frozenset({"lose", "add"})
"""Verbs whose "to" names no value reached: "lost 12 homes to the fire", "lost power to 131 homes"."""

_ADVERBS: dict[str, Direction] = {"up": "up", "down": "down", "higher": "up", "lower": "down", "upward": "up"}
_ADVERBS |= {"upwards": "up", "downward": "down", "downwards": "down"}
_PARTS: dict[str, Part] = {"by": "by", "of": "by", "to": "to", "at": "to", "from": "from"}
_MOTION = frozenset("be go come move end close finish stand trade".split())
_RATES = frozenset({"percent", "percentage point", "basis point", "cent", "penny", "sen"})


def part_of_change(reading: Reading, quantity: Quantity, first: int) -> tuple[Direction, Part, int] | None:
    """Direction, the part a quantity plays in a change, and the token of the change; None where nothing changes.

    ``first`` is the lexeme at which the quantity starts with its bound ("up nearly 57%").
    """
    if quantity.sign and quantity.unit == "percent":
        return ("up" if quantity.sign > 0 else "down"), "by", -1
    higher = says_higher(reading.row, quantity)
    if higher is not None:
        return _ADVERBS[reading.row[higher].word], "by", reading.token_at(reading.row[higher].start)
    adverb = _adverb(reading, first, quantity.unit)
    if adverb is not None:
        return adverb
    part = part_before(reading.row, first)
    start, end = reading.tokens(*reading.span(quantity.first, quantity.last))
    root = root_of(reading.doc, start, end)
    if quantity.unit is None and root.dep_ == "nummod" and root.head.dep_ == "pobj":  # "rose to 455 patients"
        root = root.head
    governor = root.head
    opening = reading.token_at(reading.row[first].start)
    if reading.row.words(first, 2) == ("up", "to"):  # a bound
        return None
    is_rate = quantity.unit in _RATES or reading.row[quantity.last].word in ("points", "point")
    if opening and reading.doc[opening - 1].pos_ == "VERB":
        return _governed(reading.doc[opening - 1], part, is_rate)
    if root.dep_ == "pobj" and (governor.lower_ in _PARTS or governor.i >= opening):
        if governor.lower_ == "of" and governor.head.lemma_ not in _NOUNS:
            return None
        governor = governor.head
        if governor.lower_ == "from":  # "cut from 9,000 to 6,500 men"
            governor = governor.head
    elif part == "by" and opening and reading.doc[opening - 1].lower_ == "by":  # "rose by 4 to 19"
        governor = reading.doc[opening - 1].head
    elif root.dep_ not in ("dobj", "npadvmod", "advmod", "attr", "oprd", "nummod", "dep"):
        return None
    return None if governor.lower_ in _ADVERBS and governor.i > opening else _governed(governor, part, is_rate)


def _adverb(reading: Reading, first: int, unit: str | None) -> tuple[Direction, Part, int] | None:
    """ "up 9.4 per cent", "up from 940", "down to 12", "up by 3"; not the bound "up to"."""
    row = reading.row
    i = _over_fillers(row, first)
    part = _PARTS.get(row[i].word)
    if part is not None:
        i -= 1
    direction = _ADVERBS.get(row[i].word)
    if direction is None or not row.adjoins(i + 1, 2) or (part == "to" and row[i].word == "up"):
        return None
    token = reading.doc[reading.token_at(row[i].start)]
    verb = token.head
    if token.dep_ == "prt" and verb.lemma_ not in DIRECTIONS and verb.lemma_ not in _MOTION and unit not in _RATES:
        return None  # "gave up 40 yards"
    return direction, part or "by", int(token.i)


def direction_since(row: Row, first: int) -> Direction | None:
    """ "1,200, up from 940": the direction of the figure said before the one at lexeme ``first``."""
    i = _over_fillers(row, first)
    return _ADVERBS.get(row[i - 1].word) if row[i].word == "from" and row.adjoins(i) else None


def says_higher(row: Row, quantity: Quantity) -> int | None:
    """The lexeme "higher" or "lower" behind a quantity: "34 percent higher", "12 points lower"."""
    i = quantity.last
    points = row[i].word in ("point", "points") and row.adjoins(i)
    i += points
    told = (points or quantity.unit is not None) and row[i].word in ("higher", "lower") and row.adjoins(i)
    return i if told else None


def _over_fillers(row: Row, first: int) -> int:
    i = first - 1
    while row[i].word in ("the", "a", "an", "just", "only", "another") and row.adjoins(i + 1, 2):
        i -= 1
    return i


def part_before(row: Row, first: int) -> Part:
    """The part that the word before a quantity gives it; without one it is the change itself."""
    i = _over_fillers(row, first)
    return _PARTS.get(row[i].word, "by") if row.adjoins(i + 1, 2) else "by"


def _governed(governor: Token, part: Part, is_rate: bool) -> tuple[Direction, Part, int] | None:
    """The direction of the verb (or adverb, or noun of change) that a quantity hangs on."""
    for _ in range(2):
        word = governor.lemma_.lower()
        if governor.lower_ in _ADVERBS and governor.pos_ in ("ADV", "ADP"):
            return _ADVERBS[governor.lower_], part, governor.i
        if word in DIRECTIONS and governor.pos_ in ("VERB", "NOUN"):
            if governor.pos_ == "NOUN" and word not in _NOUNS:
                return None
            if part == "by" and word in _ONLY_OF_RATES and not is_rate:
                return None
            if part == "to" and word in _FROM_SOMEBODY:
                return None
            return DIRECTIONS[word], part, governor.i
        if governor.dep_ != "conj":
            return None
        governor = governor.head
    return None
