"""News agencies that a text credits (``agencies.csv`` of the lexicon): "told Reuters", "(AP) –", "reporting by AFP"."""

from __future__ import annotations

import re
from functools import lru_cache

from core.lexicon import sheet

_EDGE = 400
"""Characters at the head and the foot of a text where agencies are credited for all of it."""

_FOR_ALL = re.compile(
    r"\((?P<head>[^()\n]{2,40})\)\s*[-–—]"
    r"|\b(?:with|by|from|source|sources|copyright|©|reporting|coverage|material|additional)\b[^.\n]{0,80}",
    re.IGNORECASE,
)


def credited(passage: str) -> frozenset[str]:
    """The agencies that a passage names, letter by letter: "AP" is one, "ap" is none."""
    return frozenset(_agencies()[found.group()] for found in _pattern().finditer(passage))


def credited_for_all(text: str) -> frozenset[str]:
    """The agencies named in the dateline or in the credit line at the foot of a text."""
    foot = text[max(len(text) - _EDGE, 0) :]
    heads = [found.group("head") or "" for found in _FOR_ALL.finditer(text[:_EDGE])]
    feet = [found.group() for found in _FOR_ALL.finditer(foot)]
    return frozenset[str]().union(*(credited(passage) for passage in (*heads, *feet)))


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    return {name: row["agency"] for row in sheet("agencies") for name in row["names"].split("|")}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = sorted(_agencies(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(name) for name in names)})(?![\w-])")
