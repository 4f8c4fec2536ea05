"""What a web page says of its article in data for search engines (JSON-LD, schema.org)."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from core.ingest.columns import day

_SCRIPT = re.compile(
    r"<script[^<>]{0,300}application/ld\+json[^<>]{0,300}>((?:(?!</script)[\s\S]){2,200000})</script", re.IGNORECASE
)
_MOST = 20
_DEEPEST = 6
_KINDS = ("Article", "BlogPosting", "Report")


@dataclass(frozen=True, slots=True)
class Stated:
    """Day of publication and author; null where nothing says so."""

    published: dt.date | None = None
    author: str | None = None


def stated(markup: str) -> Stated:
    """What the first article among the data of a page says; several types or names in a list are usual."""
    for number, script in enumerate(_SCRIPT.finditer(markup)):
        if number >= _MOST:
            break
        try:
            data = json.loads(script[1], strict=False)
        except (ValueError, RecursionError):
            continue
        article = next((node for node in _nodes(data, _DEEPEST) if _is_article(node)), None)
        if article is not None:
            return Stated(day(article.get("datePublished") or ""), _names(article.get("author")))
    return Stated()


def _nodes(value: Any, levels: int) -> Iterator[Mapping[str, Any]]:
    """All objects of the data, the outer ones first."""
    if isinstance(value, dict):
        yield value
    if levels and isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _nodes(inner, levels - 1)


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(str(kind).endswith(_KINDS) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _names(author: Any) -> str | None:
    """The names of authors, joined; an address is none."""
    people = author if isinstance(author, list) else [author]
    inside = [person.get("name") if isinstance(person, dict) else person for person in people]
    names = [name for one in inside for name in (one if isinstance(one, list) else [one])]
    words = [unescape(name).strip() for name in names if isinstance(name, str) and "/" not in name]
    return "; ".join(dict.fromkeys(filter(None, words)))[:300] or None
