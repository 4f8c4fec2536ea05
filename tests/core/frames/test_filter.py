"""The filter's first and last day are both inside."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.frames.filter import Filter
from core.frames.rows import frames
from core.frames.selection import select
from tests.core.records import record

FIRST, LAST = dt.date(2022, 9, 10), dt.date(2022, 9, 12)
DAY = dt.timedelta(days=1)

SPANS = [
    ("on the first day", FIRST, FIRST, True),
    ("the day before", FIRST - DAY, FIRST - DAY, False),
    ("on the last day", LAST, LAST, True),
    ("the day after", LAST + DAY, LAST + DAY, False),
    ("ends on the first day", FIRST - 9 * DAY, FIRST, True),
    ("ends the day before", FIRST - 9 * DAY, FIRST - DAY, False),
    ("begins on the last day", LAST, LAST + 9 * DAY, True),
    ("begins the day after", LAST + DAY, LAST + 9 * DAY, False),
    ("around it", FIRST - DAY, LAST + DAY, True),
    ("open to the past, ends on the first day", None, FIRST, True),
    ("open to the past, ends before", None, FIRST - DAY, False),
    ("open to the future, begins on the last day", LAST, None, True),
    ("open to the future, begins after", LAST + DAY, None, False),
    ("without any day", None, None, False),
]


@pytest.mark.parametrize(("earliest", "latest", "kept"), [row[1:] for row in SPANS], ids=[row[0] for row in SPANS])
def test_a_mark_on_either_end_is_shown(earliest: dt.date | None, latest: dt.date | None, kept: bool) -> None:
    """Events and dates that share one day with the filter stay."""
    one = record()
    event = replace(one.events[0], earliest=earliest, latest=latest, figures=())
    day = replace(one.dates[0], earliest=earliest, latest=latest)
    whole = frames([replace(one, dates=(day,), events=(event,), figures=())])
    shown = select(whole, Filter(first=FIRST, last=LAST))
    assert (len(shown.events), len(shown.dates)) == (kept, kept)


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (Filter(first=FIRST), [FIRST, LAST]),
        (Filter(first=FIRST + DAY), [LAST]),
        (Filter(last=LAST), [FIRST, LAST]),
        (Filter(last=LAST - DAY), [FIRST]),
        (Filter(first=LAST, last=LAST), [LAST]),
    ],
)
def test_one_end_alone(chosen: Filter, kept: list[dt.date]) -> None:
    """An open end of the filter takes nothing away."""
    one = record()
    events = tuple(replace(one.events[0], earliest=day, latest=day) for day in (FIRST, LAST))
    shown = select(frames([replace(one, events=events)]), chosen)
    assert [row.earliest for row in shown.events] == kept
