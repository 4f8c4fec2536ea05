"""Which stretch of time is shown: the busiest at first, then as far as is asked for."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.charts.moments import Moment, order
from core.charts.timeline import beyond, point_of, shows
from core.charts.timeline_bands import Band
from core.charts.timeline_marks import TimelineMark, marks
from core.charts.timeline_window import Zoom, window
from tests.core.charts.timelines import DAY, TODAY, dots, drawn, table, with_events


def test_the_first_view_is_not_ruled_by_one_old_date() -> None:
    """One event of 1991 does not press the days of the story into one line; "all" shows it."""
    made = with_events(("1991-08-24", "1991-08-24"), ("2022-09-15", "2022-09-15"), DAY)
    found = marks(table(made), "none", TODAY)
    story, everything = window(found), window(found, "all")
    assert story is not None and everything is not None
    assert (story[0].year, everything[0].year) == (2022, 1990)


WIDTHS: list[tuple[Zoom, float]] = [("hours", 2), ("days", 14), ("months", 240), ("years", 12 * 365)]


@pytest.mark.parametrize(("zoom", "days"), WIDTHS)
def test_zoom_goes_from_hours_to_decades_around_what_is_chosen(zoom: Zoom, days: float) -> None:
    """As wide as it says, the chosen event in the middle."""
    chart = drawn(with_events(DAY, ("2021-01-05", "2021-01-05")), zoom=zoom, focus="doc1:1")
    first, last = chart.layout.xaxis.range
    assert (last - first).total_seconds() == pytest.approx(days * 86400)
    assert first + (last - first) / 2 == dt.datetime.fromisoformat("2021-01-05 12:00")
    assert point_of(chart, "doc1:1,doc9:9") == list(dots(chart).customdata).index("doc1:1")
    assert shows(chart, "doc1:1")
    assert zoom == "years" or not shows(chart, "doc1:0")


def test_what_lies_outside_the_first_view_is_counted() -> None:
    """Nobody shall take a stretch for the whole."""
    made = with_events(("1991-08-24", "1991-08-24"), ("2022-09-15", "2022-09-15"), DAY, ("2031-01-01", "2031-12-31"))
    rows = table(made)
    assert beyond(drawn(made), rows) == (1, 1)
    assert beyond(drawn(made, zoom="all"), rows) == (0, 0)


@given(st.lists(st.tuples(st.integers(0, 800), st.integers(0, 200)), min_size=1, max_size=30))
def test_the_busiest_stretch_holds_as_many_events_as_any(spans: list[tuple[int, int]]) -> None:
    """Against trying each beginning: the view that is found holds the most, or everything is shown."""
    start = dt.datetime.fromisoformat("2020-01-01")
    made = [(start + dt.timedelta(days=at), dt.timedelta(days=long + 1)) for at, long in spans]
    event, *_ = table(with_events(DAY))
    found = [TimelineMark(Moment(at, at + long), Band(""), (event,), 1.0, order(event)) for at, long in made]
    limit = dt.timedelta(days=120)
    most = max(sum(at <= b and b + long <= at + limit for b, long in made) for at, _ in made)
    shown = window(found)
    assert shown is not None
    assert sum(shown[0] <= at and at + long <= shown[1] for at, long in made) >= (
        most if 2 * most >= len(made) else len(made)
    )
