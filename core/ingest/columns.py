"""Lists of articles, in tables or records: which column is the text, the headline, the date …

A column is known by its name, in the languages of the newsrooms we know; where none is called like a text but one
alone holds long ones, it is that one. Otherwise people are asked.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from core.ingest.content import Content
from core.ingest.dateline import published_on
from core.ingest.markup import all_text, has_tags
from core.ingest.outcome import Unreadable

ROLES: Mapping[str, frozenset[str]] = {
    role: frozenset(names.split("|"))
    for role, names in {
        "text": "text|body|content|article|full text|fulltext|article text|article body|main text|maintext|story|"
        "body text|content text|raw text|article content|текст|текст статті|текст статьи|зміст|содержание|volltext|"
        "texte|texto|inhalt",
        "title": "title|headline|heading|article title|subject|заголовок|назва|название|titel|titre|título|titulo",
        "published": "date|published|publication date|publish date|published at|published date|date published|pubdate|"
        "pub date|datetime|timestamp|created at|publication day|posted|дата|дата публікації|дата публикации|datum",
        "outlet": "outlet|source|publisher|publication|site|site name|sitename|newspaper|media|media name|source name|"
        "видання|джерело|издание|источник|quelle|medium",
        "address": "url|link|address|href|permalink|canonical url|article url|source url|web url|посилання|ссылка",
        "author": "author|authors|byline|writer|creator|автор|autor|auteur",
    }.items()
}
Row = TypeVar("Row")
_LONG = 200
"""Characters that a cell of running text has on average; headlines and names have fewer."""

_LONG_NAME = 150
"""Characters; a questionnaire has columns called by the question."""

_NEW_WORD = re.compile(r"[_-]|(?<=[a-z])(?=[A-Z])")
_SAMPLE = 200
_EPOCH = (10**8, 4 * 10**9)
"""Seconds since 1970 from 1973 to 2096: other numbers are no dates."""

_WRITTEN = range(1900_01_01, 2100_01_01)
"""Numbers that are dates as they are written."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which name stands for which role; null where none does."""

    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    address: str | None = None
    author: str | None = None


def known_columns(names: Iterable[str]) -> dict[str, str]:
    """Role → the first of the names that stands for it."""
    found: dict[str, str] = {}
    for name in names:
        plain = " ".join(_NEW_WORD.sub(" ", str(name)).split()).casefold()
        for role, forms in ROLES.items():
            if plain in forms:
                found.setdefault(role, name)
    return found


def names_columns(first: Iterable[object]) -> bool:
    """Whether the first row of a table can be the names of its columns: none is called by a whole paragraph."""
    return all(len(str(name)) < _LONG_NAME for name in first)


def columns_of(rows: Sequence[Mapping[str, object]], given: str | None = None) -> Columns:
    """The columns of a list of articles, by the names and the first rows.

    Args:
        rows: at least the first rows, as name → cell.
        given: the column of texts as people named it.

    Raises:
        Unreadable: no column can be told to hold texts; it carries the names to choose from.
    """
    names = list(dict.fromkeys(str(name) for row in rows[:_SAMPLE] for name in row))
    found = known_columns(names)
    text = given if given in names else found.get("text") or _longest(rows[:_SAMPLE], names)
    if text is None:
        raise Unreadable(
            "unsupported",
            "This looks like a table or list, but no column of article texts is known in it. Which one holds them?",
            tuple(names),
        )
    rest = {role: name for role, name in found.items() if role != "text" and name != text}
    return Columns(text, **rest)


def _longest(rows: Sequence[Mapping[str, object]], names: Sequence[str]) -> str | None:
    """The one column whose cells are running text; null where none is, or several are."""
    long = [name for name in names if _mean_length(rows, name) >= _LONG]
    return long[0] if len(long) == 1 else None


def _mean_length(rows: Sequence[Mapping[str, object]], name: str) -> float:
    cells = [cell for row in rows if isinstance(cell := row.get(name), str) and cell.strip()]
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def first_of(rows: Iterator[Row], most: int) -> tuple[list[Row], Exception | None]:
    """The first rows of a list that may break off, and the fault where it does: what stands before it is read."""
    first: list[Row] = []
    try:
        for row in islice(rows, most):
            first.append(row)
    except Exception as fault:  # whatever it is, it is raised once these rows are read
        if isinstance(fault, MemoryError):
            raise
        return first, fault
    return first, None


def article(row: Mapping[str, object], columns: Columns, number: int) -> Content:
    """One row as a document; its text may stand under another known name than in the rows above."""
    title = _cell(row, columns.title)
    text = str(row.get(_text_name(row, columns)) or "")
    return Content(
        text=all_text(text) if has_tags(text) else text,
        title=title,
        outlet=_cell(row, columns.outlet),
        published=None if columns.published is None else day(row.get(columns.published)),
        dated_by=None if columns.published is None else f"from the column “{columns.published}”",
        author=_cell(row, columns.author),
        address=_cell(row, columns.address),
        name=f"row {number}" + (f": {title[:80]}" if title else ""),
    )


def day(value: object) -> dt.date | None:
    """The calendar day that a cell gives: a date, ISO 8601, RFC 5322, seconds or milliseconds, or words."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_epoch(value)
    words = str(value or "").strip()[:100]
    return _iso(words) or published_on([words]) or _as_in_mail(words)


def _since_epoch(value: float) -> dt.date | None:
    if value in _WRITTEN:
        return _iso(str(int(value)))
    low, high = _EPOCH
    for unit in (1, 1000):
        if low * unit <= value <= high * unit:
            return dt.datetime.fromtimestamp(value / unit, dt.UTC).date()
    return None


def _iso(words: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(words).date()
    except ValueError:
        return None


def _as_in_mail(words: str) -> dt.date | None:
    try:
        return email.utils.parsedate_to_datetime(words).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _text_name(row: Mapping[str, object], columns: Columns) -> str:
    """The column of texts; in a record without it that of another name, unless people chose one."""
    is_known = columns.text not in row and "text" in known_columns([columns.text])
    return known_columns(row).get("text", columns.text) if is_known else columns.text


def _cell(row: Mapping[str, object], name: str | None) -> str | None:
    return None if name is None else _words(row.get(name))


def _words(value: object) -> str | None:
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value[:10])
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or value.get("main")
    return " ".join(str(value or "").split())[:300] or None
