"""What the hits of a search have in common: places, speakers, outlets, languages and months, each with its hits."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    String,
    cast,
    extract,
    func,
    literal,
    select,
    union_all,
)

from core.desk.database.search_tables import PASSAGE_TERM
from core.desk.search.normalising import words
from core.desk.search.query import Days, Language, Named, NameField, Part

MOST = 12
"""Values of one facet that are told: those of the most hits."""

_SIGNS = str.maketrans(dict.fromkeys('"“”„‟«»＂*=', " "))


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value: ``hits`` are as many as are left when ``part`` is put into the query."""

    part: Part
    hits: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of each facet, those of the most hits first; months are those of publication, the latest first."""

    places: tuple[FacetValue, ...] = ()
    speakers: tuple[FacetValue, ...] = ()
    outlets: tuple[FacetValue, ...] = ()
    languages: tuple[FacetValue, ...] = ()
    months: tuple[FacetValue, ...] = ()


def facets(connection: Connection, hit: CTE) -> Facets:
    """The facets of some hits: rows with ``number``, ``language``, ``outlet`` and ``published``."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for facet, value, count in connection.execute(_counts(hit)):
        found[facet].append((value, count))
    languages, months = dict(found["language"]), {int(number): count for number, count in found["month"]}
    return Facets(
        places=_names("place", found["place"]),
        speakers=_names("who", found["who"]),
        outlets=_names("outlet", found["outlet"]),
        languages=tuple(FacetValue(Language(code), languages[code]) for code in _ranked(languages)),
        months=tuple(FacetValue(_month(number), months[number]) for number in sorted(months, reverse=True)[:MOST]),
    )


def named(field: NameField, name: str) -> Named:
    """The condition that something is called so and not otherwise; signs of the syntax in the name are passed over."""
    return Named(" ".join(name.translate(_SIGNS).split()), field=field, exact=True)


def _counts(hit: CTE) -> CompoundSelect[str, str, int]:
    """All counts in one question, because the hits are found but once."""
    return union_all(
        _of_marks(hit),
        _of_documents("outlet", hit, hit.c.outlet),
        _of_documents("language", hit, hit.c.language),
        _of_documents("month", hit, extract("year", hit.c.published) * 12 + extract("month", hit.c.published) - 1),
    )


def _of_marks(hit: CTE) -> Select[str, str, int]:
    """The most frequent names of places and of speakers, each as the first of its spellings.

    The hits are few beside all marks: that their kinds are joined with nothing keeps a database from beginning there.
    """
    term, hits = PASSAGE_TERM.c, func.count()  # one label a passage
    counted = (
        select(term.kind, func.min(term.label).label("name"), hits.label("hits"))
        .add_columns(func.row_number().over(partition_by=term.kind, order_by=(hits.desc(), term.value)).label("rank"))
        .join_from(hit, PASSAGE_TERM, term.passage == hit.c.number)
        .where(term.kind.concat("").in_(("place", "who")), term.label.is_not(None))
        .group_by(term.kind, term.value)
        .subquery()
    )
    return select(counted.c.kind, cast(counted.c.name, String), counted.c.hits).where(counted.c.rank <= MOST)


def _of_documents(facet: str, hit: CTE, value: ColumnElement[Any]) -> Select[str, str, int]:
    """What is the same for a whole document; where it is not known, its hits are in no value."""
    as_text = cast(cast(value, Integer) if facet == "month" else value, String)
    known = select(literal(facet), as_text, func.count()).select_from(hit)
    return known.where(value.is_not(None)).group_by(value)


def _names(field: NameField, found: Iterable[tuple[str, int]]) -> tuple[FacetValue, ...]:
    """Spellings of one name together, under the first of them."""
    hits: dict[str, int] = defaultdict(int)
    spelled: dict[str, str] = {}
    for name, count in found:
        key = " ".join(words(name))
        hits[key] += count
        spelled[key] = min(name, spelled.get(key, name))
    return tuple(FacetValue(named(field, spelled[key]), hits[key]) for key in _ranked(hits) if key)


def _ranked(hits: Mapping[str, int]) -> list[str]:
    return sorted(hits, key=lambda value: (-hits[value], value))[:MOST]


def _month(number: int) -> Days:
    year, month = divmod(number, 12)
    return Days(
        "published", dt.date(year, month + 1, 1), dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    )
