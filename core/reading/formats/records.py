"""Articles as JSON: one, a list of them wherever it lies, or one a line."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice
from typing import Any

import msgspec

from core.reading.columns import Columns, article, columns_of, known_columns
from core.reading.content import Part, Refused
from core.reading.encoding import tidy
from core.reading.formats.format import Format
from core.reading.outcome import Unreadable
from core.reading.source import Source

_DEPTH = 4
_LOOK_AT = 200


def is_json(source: Source) -> bool:
    """Whether the whole, or its first line, is a JSON object or list."""
    text = source.text.lstrip("\ufeff \n\t")
    if not text.startswith(("{", "[")):
        return False
    try:
        return any(isinstance(_decoded(part), dict | list) for part in (text, text.split("\n", 1)[0]))
    except RecursionError:
        return True


def read_json(source: Source) -> Iterator[Part]:
    """A document an article; lines that are broken are said and stop no other.

    Raises:
        Unreadable: records in records without end, more of them than are read, or no text is known in them.
    """
    text = source.text.lstrip("\ufeff \n\t")
    try:
        whole = _decoded(text)
        numbered = _lines(text) if whole is None else enumerate(_articles(whole), start=1)
        first = list(islice(numbered, _LOOK_AT))
        columns = columns_of([record for _, record in first if record is not None], source.text_column)
        for number, record in chain(first, numbered):
            source.budget.take_cells(len(record or ()))
            yield _part(number, record, columns, record is whole)
    except RecursionError:
        raise Unreadable("too large", "Its records are nested more deeply than is read.") from None


def _part(number: int, record: dict[str, Any] | None, columns: Columns, alone: bool) -> Part:
    if record is None:
        return Refused(f"line {number}", Unreadable("damaged", "This line is no JSON record."))
    content = article(_plain(record), columns, number)
    return replace(content, name=None) if alone else content  # a single article is the file's own


def _lines(text: str) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """The record of each line with its number, null where it is none; blank lines are passed over."""
    for number, line in enumerate(io.StringIO(text), start=1):
        if line.strip():
            record = _decoded(line)
            yield number, record if isinstance(record, dict) else None


def _decoded(text: str) -> Any:
    """The value, null where it is no JSON.

    Raises:
        RecursionError: lists in lists in lists.
    """
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError):
        return None


def _articles(value: Any) -> list[dict[str, Any]]:
    """The object where it is an article, else the nearest list of articles inside it, else its longest list."""
    if isinstance(value, dict) and _is_article(value):
        return [value]
    level, lists = [value], []
    for _ in range(_DEPTH):
        lists += [records for item in level if (records := _objects(item))]
        level = [inner for item in level if isinstance(item, dict) for inner in item.values()]
    articles = (records for records in lists if any(map(_is_article, records[:_LOOK_AT])))
    return next(articles, None) or max(lists, key=len, default=[])


def _is_article(record: Mapping[str, Any]) -> bool:
    return bool(record.get(known_columns(record).get("text", "")))


def _objects(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record with texts as they are stored; paragraphs in a list become one text."""
    return {name: _text(value) for name, value in record.items()}


def _text(value: Any) -> Any:
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return tidy("\n\n".join(value))
    return value


FORMAT = Format("list of articles", (".json", ".jsonl", ".ndjson"), is_json, read_json)
