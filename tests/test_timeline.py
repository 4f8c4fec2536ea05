"""The timeline chart holds every dated event once, and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.charts.lanes import lanes
from core.charts.timeline import bars, first_view, timeline
from core.desk.frames import Frames, frames
from tests.records import record

SPANS = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)).map(lambda p: (float(p[0]), float(p[0] + p[1]))))


@given(SPANS, st.integers(1, 20))
def test_no_two_marks_of_a_lane_touch(spans: list[tuple[float, float]], gap: int) -> None:
    """Marks in one lane keep their distance."""
    placed = sorted(zip(lanes(spans, gap), spans, strict=True))
    for (lane, (_, end)), (next_lane, (start, _)) in pairwise(placed):
        assert lane != next_lane or start >= end + gap


def with_events(*days: tuple[str | None, str | None]) -> Frames:
    """Frames of a record whose events lie on these days."""
    one = record()
    made = tuple(
        replace(
            one.events[0],
            earliest=dt.date.fromisoformat(first) if first else None,
            latest=dt.date.fromisoformat(last) if last else None,
        )
        for first, last in days
    )
    return frames([replace(one, events=made)])


def test_events_of_the_same_days_are_one_mark() -> None:
    """Two events of one day are a mark that says two, and both can be reached."""
    made = with_events(("2022-09-16", "2022-09-16"), ("2022-09-16", "2022-09-16"), ("2022-07-01", "2022-07-31"))
    marks = timeline(made.events, made.documents, "light").data[0]
    assert list(marks.text) == ["", "2"]
    assert list(marks.customdata) == ["doc1:2", "doc1:0,doc1:1"]


def test_events_without_a_date_are_not_drawn() -> None:
    """The chart has no place for them: the page lists them apart."""
    made = with_events((None, None), ("2022-09-16", "2022-09-16"))
    assert [bar.first for bar in bars(made.events)] == [dt.date(2022, 9, 16)]


def test_a_month_is_drawn_as_a_month() -> None:
    """A span is a bar over all its days, never a point."""
    made = with_events(("2022-07-01", "2022-07-31"))
    (shape, *_) = timeline(made.events, made.documents, "light").layout.shapes
    assert (shape.x0, shape.x1) == (dt.date(2022, 7, 1), dt.date(2022, 8, 1))


OPEN = [("2022-09-05", None), (None, "2022-09-05"), ("9999-12-31", None), (None, "0001-01-01")]


@pytest.mark.parametrize("days", OPEN)
def test_open_ends_are_drawn(days: tuple[str | None, str | None]) -> None:
    """An open end is cut, softly; at the ends of the calendar there is nothing to cut."""
    made = with_events(days)
    chart = timeline(made.events, made.documents, "dark")
    assert len(chart.data[0].x) == 1
    assert all(shape.fillcolor.endswith("0.18)") for shape in chart.layout.shapes if shape.type == "rect")


def test_the_first_view_is_not_ruled_by_one_old_date() -> None:
    """One event of 1991 does not press the days of the story into one line."""
    made = with_events(("1991-08-24", "1991-08-24"), ("2022-09-15", "2022-09-15"), ("2022-09-16", "2022-09-16"))
    view = first_view(bars(made.events))
    assert view is not None
    assert view[0].year == 2022


def test_words_of_a_document_are_escaped() -> None:
    """Markup in a document stays text in the hover label."""
    one = record()
    hostile = replace(one.events[0], summary="<img src=x onerror=alert(1)>")
    made = frames([replace(one, events=(hostile,))])
    assert "<img" not in timeline(made.events, made.documents, "light").data[0].hovertext[0]


def test_days_of_publication_are_marked() -> None:
    """What was said after it happened stands right of the line."""
    made = frames([record()])
    assert [note.text for note in timeline(made.events, made.documents, "light").layout.annotations] == ["published"]
