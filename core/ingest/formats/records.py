"""Articles as JSON: one, a list of them wherever it lies, or one a line."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, count, islice
from typing import Any

import msgspec

from core.ingest.columns import Columns, article, columns_of, known_columns
from core.ingest.content import Part, Refused
from core.ingest.encoding import storable, tidy
from core.ingest.formats.format import Format
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

_DEPTH = 4
_GAP = re.compile(r"[\s,\[\]]*")
_LONGEST_NUMBER = 4_000
_LOOK_AT = 200


def is_json(source: SourceFile) -> bool:
    """Whether the whole, its first line, or its first record is a JSON object or list."""
    text = source.text.lstrip("\ufeff \n\t")
    if not text.startswith(("{", "[")):
        return False
    try:
        decoded = (_decoded(part) for part in (text, text.split("\n", 1)[0]))
        return any(isinstance(value, dict | list) for value in decoded) or next(_row(text), (0, None))[1] is not None
    except RecursionError:
        return True


def read_json(source: SourceFile) -> Iterator[Part]:
    """A document an article; lines that are broken are said and stop no other.

    Raises:
        Unreadable: records in records without end, more of them than are read, or no text is known in them.
    """
    text = source.text.lstrip("\ufeff \n\t")
    try:
        whole = _decoded(text)
        records = _broken(text) if whole is None else enumerate(_articles(whole), start=1)
        alone = isinstance(whole, dict) and _is_article(whole)
        numbered = ((number, _plain(record) if record is not None else None) for number, record in records)
        first = list(islice(numbered, _LOOK_AT))
        columns = columns_of([record for _, record in first if record is not None], source.text_column)
        for number, record in chain(first, numbered):
            source.budget.take_cells(len(record or ()))
            yield _part(number, record, columns, alone)
    except RecursionError:
        raise Unreadable("too large", "Its records are nested more deeply than is read.") from None


def _part(number: int, record: dict[str, Any] | None, columns: Columns, alone: bool) -> Part:
    if record is None:
        return Refused(f"line {number}", Unreadable("damaged", "This line is no JSON record."))
    content = article(record, columns, number)
    return replace(content, name=None) if alone else content  # a single article is the file's own


def _broken(text: str) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Records of what is no JSON as a whole: one a line, else one after the other up to the break."""
    by_line = isinstance(_decoded(text.split("\n", 1)[0]), dict)
    return _lines(text) if by_line else _row(text)


def _row(text: str) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Objects one after the other, in a list that breaks off or in none; null for what follows the last whole one."""
    at = _GAP.match(text).end()  # type: ignore[union-attr]  # it fits everywhere
    for number in count(1):
        if at >= len(text):
            return
        try:
            record, at = _TOLERANT.raw_decode(text, at)
        except ValueError:
            yield number, None
            return
        yield number, record if isinstance(record, dict) else None
        at = _GAP.match(text, at).end()  # type: ignore[union-attr]


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
        pass
    try:
        return _TOLERANT.decode(text)
    except ValueError:
        return None


def _number(digits: str) -> float:
    """A whole number; one of millions of digits, which takes hours, is infinite."""
    return int(digits) if len(digits) < _LONGEST_NUMBER else float(digits)


def _articles(value: Any) -> list[dict[str, Any]]:
    """The object where it is an article, else the nearest list of articles inside it, else its longest list.

    A list of nothing but texts is one of articles.
    """
    if isinstance(value, dict) and _is_article(value):
        return [value]
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return [{"text": item} for item in value]
    level, lists = [value], []
    for _ in range(_DEPTH):
        lists += [records for item in level if (records := _objects(item))]
        level = [inner for item in level if isinstance(item, dict) for inner in item.values()]
    opened = ([_opened(record) for record in records] for records in lists)
    articles = (
        records for records in chain(lists, opened, _mapped(value)) if any(map(_is_article, records[:_LOOK_AT]))
    )
    return next(articles, None) or max(lists, key=len, default=_objects([value]))


def _mapped(value: Any) -> Iterator[list[dict[str, Any]]]:
    """The records that lie under names of their own, as articles under their numbers."""
    inside = [value]
    for _ in range(_DEPTH):
        inside = [item for item in inside if isinstance(item, dict)]
        yield from (_objects(list(item.values())) for item in inside)
        inside = [inner for item in inside for inner in item.values()]


def _opened(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record with what lies in records inside it: search engines put an article into an envelope."""
    inner = (value for value in record.values() if isinstance(value, dict))
    return {name: value for part in (*inner, record) for name, value in part.items()}


def _is_article(record: Mapping[str, Any]) -> bool:
    return bool(record.get(known_columns(record).get("text", "")))


def _objects(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record with texts as they are stored; paragraphs in a list become one text."""
    return {storable(name): _text(value) for name, value in record.items()}


def _text(value: Any) -> Any:
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return tidy("\n\n".join(value))
    return value


_TOLERANT = json.JSONDecoder(strict=False, parse_int=_number)
"""Takes what programs write that is no JSON by the letter: NaN, line breaks in texts, halves of characters."""

FORMAT = Format("list of articles", (".json", ".jsonl", ".ndjson"), is_json, read_json)
