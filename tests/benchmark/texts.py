"""Texts to measure with: news-like ones, and hostile ones of a few shapes in any length."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import lru_cache
from itertools import cycle
from pathlib import Path

from core.ingest import read
from core.places.gazetteer import build

SAMPLES = Path(__file__).parents[2] / "assets" / "samples"
_MONTHS = "January February March April May June July August September October November December".split()


def news(count: int) -> list[str]:
    """Texts of 4 to 12 paragraphs, drawn from our own sample articles in a fixed order of chance."""
    chance = _chance()
    return ["\n\n".join(chance.sample(_paragraphs(), chance.randint(4, 12))) for _ in range(count)]


def long_news(size: int) -> str:
    """One news-like text of so many characters."""
    chance, paragraphs = _chance(), _paragraphs()
    return _filled((chance.choice(paragraphs) for _ in iter(int, 1)), size, "\n\n")


def _one_line(size: int) -> str:
    """News without an end of a sentence or a paragraph."""
    return " ".join(long_news(size).replace(".", "").replace("\n", " ").split())[:size]


def _lower_line(size: int) -> str:
    return _one_line(size).lower()


def _unicode(size: int) -> str:
    """Any code points but surrogates, a few of them likelier than chance: spaces and line ends."""
    chance = _chance()
    points = (chance.choice(" \n") if chance.random() < 0.1 else _point(chance) for _ in range(size))
    return "".join(points)


def _point(chance: random.Random) -> str:
    point = chance.randrange(0x11_0000 - 0x800)
    return chr(point if point < 0xD800 else point + 0x800)


def _places_in_list(size: int) -> str:
    return _filled(_names(), size, ", ")


def _places_in_lines(size: int) -> str:
    return _filled(_names(), size, "\n")


def _one_place(size: int) -> str:
    return _filled(cycle(["Springfield"]), size, ", ")


def _ambiguous_places(size: int) -> str:
    return _filled(cycle(most_ambiguous()), size, ", ")


def _digits(size: int) -> str:
    chance = _chance()
    return "".join(chance.choices("0123456789,.:/-' ", k=size))


def _open_marks(size: int) -> str:
    """Quotation marks of all kinds that open and are never closed."""
    return _filled(cycle(["“We saw it", "„It was", "«There", "‘Here", '"Nobody came']), size, " ")


def _nested_marks(size: int) -> str:
    """Thousands of marks that open, then thousands that close."""
    count = size // 8
    return "“he ‘so " * (count // 2) + "no’ yes” " * (count // 2)


def _apostrophes(size: int) -> str:
    return _filled(cycle(["'tis", "the boys'", "'n'", "rock ‘n"]), size, " ")


def _dates(size: int) -> str:
    chance = _chance()
    made = (f"{chance.randint(1, 28)} {chance.choice(_MONTHS)} {chance.randint(1950, 2030)}" for _ in iter(int, 1))
    return _filled(made, size, ", ")


def _spoken_dates(size: int) -> str:
    return _filled(cycle(["last Monday", "two weeks ago", "in May", "the next day", "since then"]), size, " and ")


def _figures(size: int) -> str:
    return _filled((f"{number} dead" for number in iter(_counter(), -1)), size, ", ")


def _money(size: int) -> str:
    return _filled((f"from ${number} million to €{number}bn" for number in iter(_counter(), -1)), size, " and ")


def _speakers(size: int) -> str:
    """Each sentence a new person who says something, and a pronoun that wants one."""
    return _filled((f"{name} Smith said that he would come. She denied it" for name in _names()), size, ". ")


def _pronouns(size: int) -> str:
    return _filled(cycle(["he said that they said that she told them", "it reported that he denied it"]), size, " and ")


def _ands(size: int) -> str:
    """A coordination without end: every word hangs on the one before it."""
    return _filled(cycle(["bread", "cats", "houses", "dogs", "ships"]), size, " and ")


def _clauses(size: int) -> str:
    """Dated clauses with places and figures, and never an end of a sentence."""
    made = (f"two died in {name} on Monday, where she fell and he rose" for name in _names())
    return _filled(made, size, ", ")


SHAPES: dict[str, Callable[[int], str]] = {
    "news": long_news,
    "random Unicode": _unicode,
    "one line": _one_line,
    "one line, small letters": _lower_line,
    "places, listed": _places_in_list,
    "places, one a line": _places_in_lines,
    "places, one name": _one_place,
    "places, ambiguous": _ambiguous_places,
    "digits and separators": _digits,
    "marks never closed": _open_marks,
    "marks nested": _nested_marks,
    "apostrophes": _apostrophes,
    "dates": _dates,
    "dates, spoken": _spoken_dates,
    "figures": _figures,
    "money": _money,
    "speakers": _speakers,
    "pronouns": _pronouns,
    "coordination": _ands,
    "clauses": _clauses,
}
"""Each makes a text of so many characters that has been, or could be, read in more than linear time."""


def _chance() -> random.Random:
    return random.Random(1)  # noqa: S311  nothing secret hangs on the choice of texts


def _filled(parts: Iterator[str], size: int, joined_by: str) -> str:
    found: list[str] = []
    length = 0
    while length < size:
        found.append(next(parts))
        length += len(found[-1]) + len(joined_by)
    return joined_by.join(found)[:size]


def _counter() -> Callable[[], int]:
    numbers = iter(range(12, 10**9))
    return lambda: next(numbers)


@lru_cache(maxsize=1)
def _paragraphs() -> list[str]:
    return [
        paragraph
        for path in sorted(SAMPLES.iterdir())
        if path.suffix in (".txt", ".html")
        for paragraph in read(path.read_bytes(), path.name).text.split("\n\n")
        if len(paragraph) > 60
    ]


def every_name(most: int) -> list[str]:
    """Names of settlements in an order of chance."""
    names = [name for (name,) in _asked("SELECT name FROM entry WHERE kind = 'settlement' ORDER BY source")]
    _chance().shuffle(names)
    return names[:most]


def _names() -> Iterator[str]:
    """Settlements in an order of chance, each once until all have been."""
    return cycle(every_name(100_000))


@lru_cache(maxsize=1)
def most_ambiguous() -> list[str]:
    """The 5,000 names that most places share, as a newspaper writes them."""
    query = "SELECT key FROM name GROUP BY key HAVING length(key) > 3 ORDER BY count(*) DESC, key LIMIT 5000"
    return [key.title() for (key,) in _asked(query)]


def _asked(query: str) -> list[tuple[str]]:
    with closing(sqlite3.connect(build())) as connection:
        return connection.execute(query).fetchall()
