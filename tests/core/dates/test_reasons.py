"""What a reader is told of how a date was worked out: a table of texts with the reason for each of their dates."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from core.dates import find_dates
from core.text.view import TextView

ROWS = json.loads((Path(__file__).parent / "reasons.json").read_text(encoding="utf-8"))
Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("published", "text", "dates"), ROWS, ids=[f"{text} @{published}" for published, text, _ in ROWS]
)
def test_each_date_says_how_it_was_worked_out(
    published: str | None, text: str, dates: list[list[str | None]], parse_one: Parse
) -> None:
    """Each row: publication date, text, and for each date its words, value, days, anchor and reason."""
    found = find_dates(TextView(parse_one(text)), dt.date.fromisoformat(published) if published else None)
    assert [[m.text, m.value, _day(m.earliest), _day(m.latest), m.anchor, m.reason] for m in found] == dates


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
