"""Where a rule of dates stops: rows in pairs, one on either side of the line, with what a reader sees."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.dates import find_dates
from core.dates.expression import Unit
from core.dates.periods import around
from core.text.view import TextView

PAIRS = json.loads((Path(__file__).parent / "thresholds.json").read_text(encoding="utf-8"))
_WHOLE: tuple[Unit, ...] = ("day", "week", "month", "quarter", "half", "year", "decade", "century")
FILLER = "The shops were open and the trains were running. "
Parse = Callable[[str], Doc]
ROWS = [(pair["line"], side, pair[side]) for pair in PAIRS for side in ("inside", "outside")]


def _written(text: str) -> str:
    """The text of a row; ``⟨300⟩`` in it stands for so many characters that tell of no time, ``⟨20 -⟩`` for dashes."""

    def filled(match: re.Match[str]) -> str:
        length, filler = int(match[1]), match[2] or FILLER
        return (filler * length)[:length]

    return re.sub(r"⟨(\d+) ?(.)?⟩", filled, text)


@pytest.mark.parametrize(("line", "side", "row"), ROWS, ids=[f"{line}: {side}" for line, side, _ in ROWS])
def test_a_rule_holds_up_to_its_line_and_no_further(
    line: str, side: str, row: list[str | None], parse_one: Parse
) -> None:
    """Each row: publication date, text, the words, their value; no value where they are no date.

    The last date of these words counts: a story may name one day again.
    """
    published, text, words, value = row
    day = dt.date.fromisoformat(published) if published else None
    found = find_dates(TextView(parse_one(_written(text or ""))), day)
    values = [mention.value for mention in found if mention.text == words]
    assert values[-1:] == ([] if value is None else [value]), found


@given(unit=st.sampled_from(_WHOLE), date=st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
def test_a_period_around_a_date_ends_where_the_next_begins(unit: Unit, date: dt.date) -> None:
    """It holds the date; the day before it and the day behind it lie in others of its kind, and beside it."""
    period = around(unit, date)
    assert period.first is not None and period.last is not None
    assert period.first <= date <= period.last
    assert around(unit, period.first - dt.timedelta(days=1)).last == period.first - dt.timedelta(days=1)
    assert around(unit, period.last + dt.timedelta(days=1)).first == period.last + dt.timedelta(days=1)


def test_every_line_has_two_sides() -> None:
    """What is read on one side of a line is read otherwise, or not at all, on the other."""
    assert len({pair["line"] for pair in PAIRS}) == len(PAIRS)
    for pair in PAIRS:
        assert pair["inside"][1:] != pair["outside"][1:] or pair["inside"][0] != pair["outside"][0]
        assert pair["inside"][3] != pair["outside"][3], pair["line"]
