"""The parts of a query as conditions on rows of passages; what readers typed goes in as bound values alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Integer, Select, and_, column, false, func, select, table, text
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import TSQUERY

from core.desk.database.schema import DOCUMENT
from core.desk.database.search_tables import PASSAGE, PASSAGE_TERM
from core.desk.search.normalising import words
from core.desk.search.query import Days, Language, Named, Number, Part, Phrase, Query

_AFTER = "\U0010ffff"
"""Comes after every letter, digit and space."""

_AFTER_SPACE = "!"
"""Comes after a space and before every letter and digit: between a name and it are the name and those with more words.

One stretch of an index, where the same said as two has a database read it twice.
"""

_EARLIEST, _LATEST = dt.date.min, dt.date.max


def conditions(connection: Connection, query: Query, outlets: Sequence[str]) -> list[ColumnElement[bool]]:
    """What holds for a passage and its document where all parts of the query do.

    Args:
        connection: whose database shall be asked.
        query: what is looked for.
        outlets: all outlets that there are, as they are written.
    """
    sought = [part for part in query.parts if type(part) is Phrase]
    found = [_holds_words(connection, sought)] if sought else []
    return found + [_holds(part, outlets) for part in query.parts if type(part) is not Phrase]


def marked(part: Part) -> ColumnElement[bool] | None:
    """What holds for the rows of marks that satisfy a part; null for parts that no mark does.

    Of a whole name all its mentions, those in other words for the same place among them.
    """
    term = PASSAGE_TERM.c
    if isinstance(part, Named) and part.field != "outlet":
        return and_(term.kind == part.field, _is_named(part))
    if isinstance(part, Number):
        return and_(term.kind == "figure", *_touches(part))
    if isinstance(part, Days) and part.field == "day":
        days = [] if part.last is None else [func.coalesce(term.earliest, _EARLIEST) <= part.last]
        days += [] if part.first is None else [func.coalesce(term.latest, _LATEST) >= part.first]
        return and_(term.kind == "day", *days)
    return None


def _holds(part: Part, outlets: Sequence[str]) -> ColumnElement[bool]:
    of_marks = marked(part)
    if of_marks is not None:
        if isinstance(part, Named) and part.exact:
            of_marks = and_(of_marks, PASSAGE_TERM.c.label.is_not(None))
        return PASSAGE.c.number.in_(select(PASSAGE_TERM.c.passage).where(of_marks))
    if isinstance(part, Language):
        return PASSAGE.c.language == part.code
    if isinstance(part, Days):
        first, last = part.first or _EARLIEST, part.last or _LATEST
        return DOCUMENT.c.published.between(first, last)
    if isinstance(part, Named):
        meant = [outlet for outlet in outlets if _is_meant(part, outlet)]
        return DOCUMENT.c.outlet.in_(meant) if meant else false()
    raise TypeError(part)


def _is_named(part: Named) -> ColumnElement[bool]:
    """The whole name; or the name from some word on, with more words behind, or more letters after a star."""
    term, name = PASSAGE_TERM.c, " ".join(part.words)
    if part.exact:
        return term.value == name
    if part.prefix:
        return and_(term.value >= name, term.value < name + _AFTER)
    return and_(term.value >= name, term.value < name + _AFTER_SPACE)


def _is_meant(part: Named, outlet: str) -> bool:
    """The same for an outlet, among few."""
    name, sought = words(outlet), part.words
    if part.exact:
        return name == sought
    return any(is_at(name, place, part) for place in range(len(name)))


def is_at(found: Sequence[str], place: int, part: Phrase) -> bool:
    """Whether the words of a phrase stand at some place among others."""
    sought = part.words
    there = found[place : place + len(sought)]
    if len(there) != len(sought) or tuple(there[:-1]) != sought[:-1]:
        return False
    return there[-1].startswith(sought[-1]) if part.prefix else there[-1] == sought[-1]


def _touches(part: Number) -> list[ColumnElement[bool]]:
    """The numbers that a figure may mean share one with those that are asked for."""
    low, high = PASSAGE_TERM.c.low, PASSAGE_TERM.c.high
    above = [] if part.low is None else [high > part.low if part.strict else high >= part.low]
    below = [] if part.high is None else [low < part.high if part.strict else low <= part.high]
    return above + below


def _holds_words(connection: Connection, sought: Sequence[Phrase]) -> ColumnElement[bool]:
    """The index of each database, asked in its own language for words that we have made plain before."""
    if connection.dialect.name == "sqlite":
        return PASSAGE.c.number.in_(_matches(" AND ".join(map(_for_sqlite, sought))))
    return PASSAGE.c.words.bool_op("@@")(sql_cast(" & ".join(map(_for_postgresql, sought)), TSQUERY))


def _matches(expression: str) -> Select[int]:
    passage_index = table("passage_index", column("rowid", Integer))
    return select(passage_index.c.rowid).where(
        text("passage_index MATCH :expression").bindparams(expression=expression)
    )


def _for_sqlite(part: Phrase) -> str:
    return f'"{" ".join(part.words)}"{" *" * part.prefix}'


def _for_postgresql(part: Phrase) -> str:
    quoted = [f"'{word}'" for word in part.words]
    return "(" + " <-> ".join(quoted) + ":*" * part.prefix + ")"
