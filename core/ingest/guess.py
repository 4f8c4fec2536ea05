"""Headline, outlet and publication date from the first lines of a plain text; each is a guess and shown as one."""

from __future__ import annotations

import re
from dataclasses import replace

from core.ingest.content import Content
from core.ingest.dateline import agency, is_date, is_dateline, published_on
from core.lexicon import meaning

_TOP_LINES = 15
_TOP_CHARACTERS = 4000
_LONGEST_TITLE = 220
_LABEL = re.compile(r"(headline|title|outlet|source|publisher|publication)\s{0,3}:\s{1,9}(\S.{0,219})", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|from|reporting by|words by|photos? by)\s+[A-Z]", re.IGNORECASE)
_SEPARATOR = re.compile(r"(?<!\s)(?:\s+[|·•—–-]\s+|\s*[|·•]\s*)")
_ENDS_LIKE_TEXT = re.compile(r"[.:;,_–—-][\"'”’)]*$")
_NEWSY = re.compile(
    rf"\b(?:{'|'.join(sorted(meaning('organisations', 'outlet', 'news business')))})\b|\.(?:com|org|net|ua)\b"
)


def guess(text: str) -> Content:
    """What the top of a text says about itself; ``text`` of the result is the same text."""
    lines = _top(text)
    found = Content(text, _title(lines), _outlet(lines), published_on(lines))
    for label, value in _labelled(lines):
        found = replace(found, title=value) if label in ("headline", "title") else replace(found, outlet=value)
    return found


def _top(text: str) -> list[str]:
    lines = (line.strip() for line in text[:_TOP_CHARACTERS].split("\n"))
    return [line for line in lines if line][:_TOP_LINES]


def _labelled(lines: list[str]) -> list[tuple[str, str]]:
    found = (_LABEL.fullmatch(line) for line in lines)
    return [(match[1].lower(), match[2].strip()) for match in found if match]


def _title(lines: list[str]) -> str | None:
    """The first line, past dates and bylines, that is set like a headline and followed by text."""
    for position, line in enumerate(lines[:4]):
        if is_date(line) or _BYLINE.match(line) or _outlet([line]) or _LABEL.fullmatch(line):
            continue
        title = line.lstrip("# ").strip()
        is_headline = len(title) <= _LONGEST_TITLE and not _ENDS_LIKE_TEXT.search(title) and len(title.split()) > 1
        return title if is_headline and not is_dateline(line) and position + 1 < len(lines) else None
    return None


def _outlet(lines: list[str]) -> str | None:
    """A name like "The Herald" beside a date or at the very top, else the agency that a dateline names."""
    for position, line in enumerate(lines[:6]):
        parts = _SEPARATOR.split(line)
        beside = lines[max(0, position - 1) : position + 2] if len(parts) == 1 else parts
        dated = any(is_date(words) for words in beside)
        for part in parts:
            if (dated or (len(parts) == 1 and position == 0)) and _is_outlet(part, dated):
                return part
    return next((name for name in map(agency, lines) if name), None)


def _is_outlet(part: str, dated: bool) -> bool:
    words = part.split()
    capitals = all(word[0].isupper() or word in ("of", "the", "and") or "." in word for word in words)
    short = 0 < len(words) <= (6 if dated else 4)
    return short and capitals and not _BYLINE.match(part) and not is_date(part) and bool(_NEWSY.search(part.lower()))
