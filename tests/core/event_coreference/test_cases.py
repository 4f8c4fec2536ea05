"""Which pairs of sentences are proposed as one event: a table of stories of many kinds, as precision and recall."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core.event_coreference import clusters
from core.extraction import extract
from core.frames.rows import frames
from core.ingest import from_text
from core.models import Extraction

TABLE = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
DAY = "2024-03-07"


@cache
def records() -> dict[tuple[str, str], Extraction]:
    """Every sentence of the table read once, by its words and day."""
    wanted = {
        (case[side], day)
        for cases in TABLE.values()
        for case in cases
        for side, day in zip("ab", case.get("published", (DAY, DAY)), strict=True)
    }
    ordered = sorted(wanted)
    documents = [from_text(text, f"{n}.txt", dt.date.fromisoformat(day)) for n, (text, day) in enumerate(ordered)]
    found = [one for one in extract(documents) if isinstance(one, Extraction)]
    return dict(zip(ordered, found, strict=True))


def joined(case: dict[str, Any]) -> bool:
    """Whether an event of the one sentence and one of the other are one."""
    days = case.get("published", (DAY, DAY))
    pair = [records()[case[side], day] for side, day in zip("ab", days, strict=True)]
    return any(group.documents == 2 for group in clusters(frames(pair)))


@pytest.mark.parametrize("case", TABLE["apart"], ids=lambda case: case["story"])
def test_two_events_stay_two(case: dict[str, Any]) -> None:
    """Not one of the table is joined: a wrong join hides an event."""
    assert not joined(case)


def test_one_event_is_found_to_be_one() -> None:
    """Seven of eight; what stays apart a reader sees twice, and loses nothing."""
    missed = [case["story"] for case in TABLE["one"] if not joined(case)]
    assert len(missed) <= len(TABLE["one"]) / 8, missed
