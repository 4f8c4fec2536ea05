"""Units of measure: their names and symbols (``units.csv`` of the lexicon), and how they are read behind a number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from core.figures.lexemes import HYPHENS, Row, lexemes
from core.lexicon import sheet

RATE_NOUNS = frozenset(
    "share barrel head person capita piece dozen ounce household unit vehicle child student night visit word".split()
)
"""Nouns that make a rate with "a" or "an" behind money ("$98 a share"); units do so always."""

_LONE_LETTERS = frozenset("mgtlLhsWVCFKJAbap")
_MOMENTS = frozenset("ago earlier later before after hence".split())
_MEASURED = frozenset("long wide tall thick high deep across x × screen display".split())


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its British singular name and the dimension it measures ("length", "time", "share")."""

    name: str
    dimension: str


@dataclass(frozen=True, slots=True)
class UnitTable:
    """Units by symbol (case matters) and by the first word of each name."""

    symbols: dict[str, Unit]
    names: dict[str, list[tuple[tuple[str, ...], Unit]]]
    longest: int
    """Characters of the longest symbol."""


@lru_cache(maxsize=1)
def table() -> UnitTable:
    """The units of the lexicon, read once."""
    symbols: dict[str, Unit] = {}
    names: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for row in sheet("units"):
        unit = Unit(row["name"], row["dimension"])
        symbols.update((symbol, unit) for symbol in row["symbols"].split("|") if symbol)
        for name in (row["name"], *row["aliases"].split("|")):
            for spelling in _spellings(name):
                words = tuple(x.word for x in lexemes(spelling) if x.word not in HYPHENS)
                names.setdefault(words[0], []).append((words, unit))
    for entries in names.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return UnitTable(symbols, names, max(map(len, symbols)))


def _spellings(name: str) -> list[str]:
    """Singular and plural, and short forms of squares and cubes."""
    if not name:
        return []
    forms = [name]
    for long, short in (("square ", "sq "), ("cubic ", "cu ")):
        if name.startswith(long):
            rest = name.removeprefix(long)
            american = rest.replace("metre", "meter")
            forms += [long + american, short + rest, short + american]
            forms += [short + symbol for symbol in _SHORT.get(rest, ())]
    forms = [form.replace("foot", "feet") for form in forms if "foot" in form] + forms
    plurals = [f"{form}s" for form in forms] + [_plural_of_first(form) for form in forms]
    return forms + plurals


_SHORT = {"metre": ("m", "metre"), "kilometre": ("km",), "foot": ("ft",), "mile": ("mi",), "inch": ("in",)}


def _plural_of_first(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first}s {rest}".strip()


def read_unit(row: Row, last: int) -> tuple[Unit, int] | None:
    """The unit behind an amount that ends at lexeme ``last``, and the lexeme after it: "km", "-mile", "(kg)"."""
    i, bracket = last, False
    if row[i].word in HYPHENS and row.adjoins(i):
        i += 1
    elif row[i].word in _BRACKETS and row.adjoins(i):
        closing = _BRACKETS[row[i].word]
        found = _symbol(row, i + 1)
        return (found[0], found[1] + 1) if found and row[found[1]].word == closing else None
    if not row.adjoins(i):
        return None
    return _name(row, i) or _symbol(row, i, spaced=row[i].start > row[last - 1].end and not bracket)


_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}


def _name(row: Row, i: int) -> tuple[Unit, int] | None:
    for words, unit in table().names.get(row[i].word, ()):
        end = _match(row, i, words)
        if end is not None:
            return unit, end
    return None


def _match(row: Row, i: int, words: tuple[str, ...]) -> int | None:
    """The lexeme after ``words`` where they stand at ``i``, hyphens between them or not."""
    for k, word in enumerate(words):
        if k and row[i].word in (*HYPHENS, "."):
            i += 1
        if row[i].word != word or (k and not row.adjoins(i)):
            return None
        i += 1
    return i


def _symbol(row: Row, i: int, spaced: bool = False) -> tuple[Unit, int] | None:
    """The longest symbol that stands at lexeme ``i`` and ends where a word ends."""
    start = row[i].start
    if start < 0:
        return None
    for length in range(table().longest, 0, -1):
        symbol = row.text[start : start + length]
        unit = table().symbols.get(symbol)
        if unit is None or len(symbol) < length or not _ends_word(row.text, start + length, symbol):
            continue
        last = row.at(start + length)
        if _is_credible(row, symbol, last, spaced):
            return unit, last
    return None


def _ends_word(text: str, end: int, symbol: str) -> bool:
    return not symbol[-1].isalnum() or end >= len(text) or not (text[end].isalnum() or text[end] == "_")


def _is_credible(row: Row, symbol: str, last: int, spaced: bool) -> bool:
    """Whether a short symbol is meant: not "10 a day", "12 in all", "said 10\" and left"."""
    following = row.text[row[last].start : row[last].end] if last < len(row) else ""
    if symbol in ('"', "”"):
        return following.lower() in _MEASURED
    if not spaced:
        return True
    if symbol == "in":
        return row[last - 3].word in ("ft", "feet", "foot")
    if symbol in _LONE_LETTERS:
        if row[last].word == "/" and row.adjoins(last, 0):
            return True
        return symbol in "WV" or (symbol not in "aAb" and not following[:1].isupper() and row[last].word not in HYPHENS)
    return True


def read_rate(row: Row, last: int, money: bool) -> tuple[str, int] | None:
    """What a quantity is given per, and the lexeme after it: "per barrel", "/km", "a day", "-an-hour"."""
    i = last
    if row[i].word in HYPHENS and row.adjoins(i):
        i += 1
    if not row.adjoins(i):
        return None
    if row[i].word in ("per", "/"):
        return _per(row, i + 1)
    if row[i].word in ("a", "an"):
        after = row.word_after(i)
        if after is None:
            return None
        unit = _name(row, after)
        if unit is not None and row[unit[1]].word in _MOMENTS:
            return None
        if unit is not None and (unit[0].dimension == "time" or (money and unit[0].dimension != "share")):
            return unit[0].name, unit[1]
        if money and row[after].word in RATE_NOUNS:
            return row[after].word, after + 1
    return None


def _per(row: Row, i: int) -> tuple[str, int] | None:
    if row[i].word in HYPHENS and row.adjoins(i):
        i += 1
    if not row.adjoins(i):
        return None
    found = _name(row, i) or _symbol(row, i)
    if found is not None:
        return found[0].name, found[1]
    if row[i].kind == "word" and row[i - 1].word != "/" and row[i].word not in ("cent", "cents"):
        return row[i].word, i + 1
    return None
