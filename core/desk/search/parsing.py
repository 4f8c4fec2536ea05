"""What a reader types → :class:`~core.desk.search.query.Query`; bad syntax is answered with what to write instead."""

from __future__ import annotations

import calendar
import datetime as dt
import math
import re
from collections.abc import Callable, Iterator
from functools import partial

from core.desk.search.query import (
    LIKE_A_FIELD,
    DayField,
    Days,
    Language,
    Named,
    NameField,
    Number,
    Part,
    Phrase,
    Query,
)

MOST_CHARACTERS = 1_000
MOST_WORDS = 50
"""What one query may hold: enough for a headline, too little to keep a database busy."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_PIECE = re.compile(r'"(?P<quoted>[^"]*)"(?P<star>\*?)|(?P<bare>[^\s"]+)')
_EXAMPLES = {
    "place": "place:Derna",
    "person": 'person:"Jane Doe"',
    "who": "who:mayor",
    "figure": "figure:>100 or figure:100..200",
    "day": "day:2022-09-14 or day:2022-09-14..2022-09-16",
    "published": "published:2022-09-14 or published:2022-09",
    "outlet": 'outlet:"The Courier"',
    "language": "language:en",
}
FIELDS = tuple(_EXAMPLES)

_NUMBER = r"(-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)"
_COMPARED = re.compile(rf"(>=|<=|>|<|=|≥|≤|)\s*{_NUMBER}")
_BETWEEN = re.compile(rf"{_NUMBER}?\s*(?:\.\.|…)\s*{_NUMBER}?")
_SIGNS = {"≥": ">=", "≤": "<="}
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}")


class BadQuery(ValueError):  # noqa: N818 — an answer to people, no fault of the program
    """The query cannot be understood; the message is one sentence that says what to write instead."""


def parse(text: str) -> Query:
    """The query that a reader typed.

    Raises:
        BadQuery: it is not written as it must be.
    """
    if len(text) > MOST_CHARACTERS:
        raise BadQuery(f"Please look for fewer words: a search has room for {MOST_CHARACTERS:,} characters.")
    return checked(_parts(text.translate(_QUOTES)))


def checked(parts: Iterator[Part]) -> Query:
    """The query of some parts, of which there may not be endlessly many; those that say nothing are left out.

    Raises:
        BadQuery: there are too many.
    """
    query = Query(tuple(part for part in parts if not isinstance(part, Phrase) or part.words))
    if sum(len(part.words) if isinstance(part, Phrase) else 1 for part in query.parts) > MOST_WORDS:
        raise BadQuery(f"Please look for fewer words: at most {MOST_WORDS} at once.")
    return query


def condition(field: str, value: str) -> Part:
    """One condition from what stands behind the name of its field.

    Raises:
        BadQuery: this is no value of that field.
    """
    value = value.translate(_QUOTES).replace('"', " ").strip()
    if not value:
        raise BadQuery(f"Write something after “{field}:”, as in {_EXAMPLES[field]}.")
    return _VALUES[field](value)


def _parts(text: str) -> Iterator[Part]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        field = LIKE_A_FIELD.match(text, at)
        if field and _is_field(field[0], text[field.end() : field.end() + 1]):
            value, at = _value(text, field.end())
            yield condition(field[0][:-1].lower(), value)
            continue
        part, at = _phrase(text, at)
        yield part


def _is_field(name: str, following: str) -> bool:
    """Whether a word with a colon behind it names a field; before white space an unknown one is a word like others."""
    if name[:-1].lower() in FIELDS:
        return True
    if following.strip():
        known = ", ".join(f"{one}:" for one in FIELDS)
        raise BadQuery(f"There is no “{name}” to search by; write {known}, or put the words in quotation marks.")
    return False


def _phrase(text: str, at: int) -> tuple[Phrase, int]:
    piece = _PIECE.match(text, at)
    if piece is None:
        raise BadQuery('A quotation mark is not closed; write the words between two of them, as in "New York".')
    if piece["quoted"] is not None:
        return Phrase(_plain(piece["quoted"]), bool(piece["star"])), piece.end()
    bare = piece["bare"]
    return Phrase(_without_star(bare), bare.endswith("*")), piece.end()


def _value(text: str, at: int) -> tuple[str, int]:
    """What follows a colon, with signs that stand apart: the value as it is written without quotation marks."""
    value = ""
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        piece = _PIECE.match(text, at)
        if piece is None:
            raise BadQuery('A quotation mark is not closed; write the name between two of them, as in "New York".')
        quoted = piece["quoted"]
        value += piece["bare"] if quoted is None else _plain(quoted) + piece["star"]
        at = piece.end()
        if value.strip("<>=≥≤"):  # a sign alone waits for what it stands before
            break
    return value, at


def _name(field: NameField, value: str) -> Named:
    exact = value.startswith("=")
    bare = value.removeprefix("=").strip()
    prefix = bare.endswith("*")
    if exact and prefix:
        raise BadQuery(f"A whole name has no star; write {field}:=Derna, or {field}:Der* for all that begin so.")
    name = Named(_plain(_without_star(bare)).strip("= "), prefix, field, exact)
    if not name.words:
        raise BadQuery(f"Write a name after “{field}:”, as in {_EXAMPLES[field]}.")
    return name


def _figure(value: str) -> Number:
    compared, between = _COMPARED.fullmatch(value), _BETWEEN.fullmatch(value)
    if compared:
        sign, number = _SIGNS.get(compared[1], compared[1]), _read(compared[2])
        if sign.startswith(">"):
            return Number(number, None, sign == ">")
        return Number(None, number, sign == "<") if sign.startswith("<") else Number(number, number)
    if between and (between[1] or between[2]):
        low, high = (_read(end) if end else None for end in between.groups())
        return Number(high, low) if low is not None and high is not None and low > high else Number(low, high)
    raise BadQuery(f"“figure:” needs a number; write {_EXAMPLES['figure']}.")


def _read(number: str) -> float:
    value = float(number.replace(",", "")) + 0.0  # without the sign of a zero
    if math.isinf(value):
        raise BadQuery("This number is too large to look for; write a smaller one, as in figure:>1000000.")
    return value


def _days(field: DayField, value: str) -> Days:
    first, apart, last = (part.strip() for part in value.replace("…", "..").partition(".."))
    earliest = _span(field, first)[0] if first else None
    latest = _span(field, last)[1] if last else None if apart else _span(field, first)[1]
    if earliest is None and latest is None:
        raise BadQuery(f"“{field}:” needs a day; write {_EXAMPLES[field]}.")
    if earliest and latest and earliest > latest:
        earliest, latest = _span(field, last)[0], _span(field, first)[1]
    return Days(field, earliest, latest)


def _span(field: DayField, text: str) -> tuple[dt.date, dt.date]:
    """First and last day of a year, a month or a day."""
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
        first = dt.date(year, month, day)
        if found[3]:
            return first, first
        until = month if found[2] else 12
        return first, dt.date(year, until, calendar.monthrange(year, until)[1])
    except ValueError:
        raise BadQuery(f"“{field}:” needs a day as year, month and day; write {_EXAMPLES[field]}.") from None


def _language(value: str) -> Language:
    if not _LANGUAGE.fullmatch(value):
        raise BadQuery("“language:” needs the two letters of a language; write language:en or language:uk.")
    return Language(value.lower())


def _without_star(text: str) -> str:
    """A word without the star at its end, the only place where there may be one."""
    word = text.removesuffix("*")
    if "*" in word:
        raise BadQuery("A star stands at the end of a word only, as in bomb*.")
    return word


def _plain(text: str) -> str:
    """Quoted words with one space between them; a star among them is a sign like others."""
    return " ".join(text.replace("*", " ").split())


_VALUES: dict[str, Callable[[str], Part]] = {
    "place": partial(_name, "place"),
    "person": partial(_name, "person"),
    "who": partial(_name, "who"),
    "outlet": partial(_name, "outlet"),
    "figure": _figure,
    "day": partial(_days, "day"),
    "published": partial(_days, "published"),
    "language": _language,
}
