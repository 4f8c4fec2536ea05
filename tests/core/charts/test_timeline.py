"""The timeline holds every dated event once, soft where the text is vague, with words where there is room."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from core.charts.moments import moment, order
from core.charts.timeline import timeline
from core.charts.timeline_ground import publications
from core.charts.timeline_marks import marks
from core.charts.timeline_rows import Scale
from core.charts.timeline_window import ZOOMS, Zoom
from core.frames.rows import frames
from core.models import Words
from tests.core.charts.timelines import DAY, TODAY, dots, drawn, table, with_events
from tests.core.records import record


def test_few_events_of_a_day_are_stacked_and_many_are_counted() -> None:
    """Three stand one above the other; of five there is one mark that says five and opens them all."""
    three, five = drawn(with_events(*[DAY] * 3)), drawn(with_events(*[DAY] * 5))
    assert len(set(dots(three).y)) == 3
    assert list(dots(five).customdata) == ["doc1:0,doc1:1,doc1:2,doc1:3,doc1:4"]
    assert five.data[2].text[0].startswith("5 events")


def test_mentions_of_one_event_are_one_mark() -> None:
    """The mark opens all its sentences."""
    made = with_events(DAY, DAY)
    whole = replace(table(made)[0], keys="doc1:0,doc1:1", mentions=2)
    assert list(dots(timeline([whole], made.documents, "light")).customdata) == ["doc1:0,doc1:1"]


def test_events_without_a_date_are_not_drawn() -> None:
    """The chart has no place for them: the page lists them apart."""
    assert len(dots(drawn(with_events((None, None), DAY))).x) == 1


MOMENTS = [
    ({"earliest": "2022-09-16", "latest": "2022-09-16"}, "2022-09-16 00:00", "2022-09-17 00:00", False, False),
    ({"earliest": "2022-07-01", "latest": "2022-07-31"}, "2022-07-01 00:00", "2022-08-01 00:00", True, True),
    ({"earliest": "2022-03-03", "latest": None}, "2022-03-03 00:00", "2022-04-03 00:00", True, True),
    ({"earliest": None, "latest": "2022-09-30"}, "2022-08-31 00:00", "2022-10-01 00:00", True, True),
    (
        {"earliest": "2022-03-03", "latest": "2022-05-20", "reason": "from “3 March” to “20 May”: given"},
        *("2022-03-03 00:00", "2022-05-21 00:00", False, False),
    ),
    ({**dict.fromkeys(("earliest", "latest"), "2022-09-16"), "clock": "09:14"},
     "2022-09-16 09:14", "2022-09-16 10:14", False, False),
    ({**dict.fromkeys(("earliest", "latest"), "2022-09-16"), "clock": "MO"},
     "2022-09-16 06:00", "2022-09-16 12:00", True, True),
    ({**dict.fromkeys(("earliest", "latest"), "2022-09-16"), "clock": "24:00"},
     "2022-09-16 23:59", "2022-09-17 00:00", False, False),
    ({**dict.fromkeys(("earliest", "latest"), "2022-09-16"), "clock": "XX:XX"},
     "2022-09-16 00:00", "2022-09-17 00:00", False, False),
]  # fmt: skip


@pytest.mark.parametrize(("event", "begin", "end", "left", "right"), MOMENTS)
def test_ends_are_soft_where_the_text_is_vague(
    event: dict[str, Any], begin: str, end: str, left: bool, right: bool
) -> None:
    """A month is vague, "from … to" is not; hours count where the text gives them."""
    days = {name: dt.date.fromisoformat(event[name]) if event[name] else None for name in ("earliest", "latest")}
    at = moment(replace(frames([record()]).events[0], **{"reason": "", "clock": None, **event, **days}))
    assert (at.begin, at.end) == (dt.datetime.fromisoformat(begin), dt.datetime.fromisoformat(end))
    assert (at.soft_left, at.soft_right) == (left, right)


def test_a_month_is_drawn_as_a_month_that_fades() -> None:
    """The pieces of its bar cover all its days; the middle is the darkest."""
    bars = drawn(with_events(("2022-07-01", "2022-07-31"))).data[0]
    ends = [begin + dt.timedelta(milliseconds=long) for begin, long in zip(bars.base, bars.x, strict=True)]
    assert (min(bars.base).date(), max(ends).date()) == (dt.date(2022, 7, 1), dt.date(2022, 8, 1))
    opacity = {begin: float(colour.rsplit(",", 1)[1][:-1]) for begin, colour in
               zip(bars.base, bars.marker.color, strict=True)}  # fmt: skip
    assert opacity[min(bars.base)] < max(opacity.values()) / 3


OPEN = [("2022-09-05", None), (None, "2022-09-05"), ("9999-12-31", None), (None, "0001-01-01"), ("0001-01-01", None)]


@pytest.mark.parametrize("days", OPEN)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_open_ends_and_the_ends_of_the_calendar_are_drawn(days: tuple[str | None, str | None], zoom: Zoom) -> None:
    """At any zoom nothing raises, and the mark is there."""
    assert len(dots(drawn(with_events(days), zoom=zoom)).x) == 1


def test_words_of_a_document_are_escaped() -> None:
    """Markup in a document stays text in hover label, words and names of bands."""
    one = record()
    bad = "<img src=x onerror=alert(1)>"
    actor = Words(0, 9, bad)
    made = frames([replace(one, events=(replace(one.events[0], summary=bad, actors=(actor,)),))])
    assert "<img" not in drawn(made, by="actor").to_json()


def test_days_of_publication_are_marked() -> None:
    """What was said after it happened stands right of the line; neighbours share their word."""
    made = frames([record(), record(id="doc2", published=dt.date(2022, 9, 18)), record(id="doc3")])
    assert [note.text for note in drawn(made, zoom="years").layout.annotations] == ["published (3)"]
    assert len([shape for shape in drawn(made).layout.shapes if shape.type == "line"]) == 2


def test_a_thousand_events_stay_a_chart() -> None:
    """Rows, words and marks stay few; every event is still in one of the marks."""
    days = [dt.date(2022, 1, 1) + dt.timedelta(days=n % 300) for n in range(1000)]
    made = with_events(*[(day.isoformat(), day.isoformat()) for day in days])
    chart = drawn(made, by="kind")
    assert sum(len(key.split(",")) for key in dots(chart).customdata) == 1000
    assert chart.layout.height < 900


def test_a_day_is_as_long_as_a_day_where_hours_are_seen() -> None:
    """A dot alone would stand at noon, which no text told; at the width of years a dot is enough."""
    made = with_events(DAY)
    bar = drawn(made, zoom="hours").data[0]
    assert [begin.hour for begin in bar.base] == [0]
    assert list(bar.x) == [86_400_000]
    assert not drawn(made, zoom="years").data[0].base


def test_the_chart_has_the_order_of_the_list() -> None:
    """By days, within a day by the hours told, then as the text tells it; every event is in both."""
    days = [DAY, ("2022-09-01", "2022-09-30"), (None, "2022-09-10"), ("2022-09-17", None), DAY, DAY]
    made = with_events(*days)
    clocks = ["17:00", None, None, None, "09:14", None]
    events = [replace(row, clock=clock) for row, clock in zip(table(made), clocks, strict=True)]
    listed = [row.keys for row in sorted(events, key=order)]
    assert listed == [f"doc1:{n}" for n in (1, 2, 5, 4, 0, 3)]
    assert [mark.key for mark in marks(events, "none", TODAY)] == listed
    assert list(dots(timeline(events, made.documents, "light", zoom="all")).customdata) == listed


@pytest.mark.parametrize(("published", "side"), [("2022-09-14", "left"), ("2022-09-22", "right")])
def test_the_word_of_a_publication_is_not_cut_at_the_end(published: str, side: str) -> None:
    """Near the end of the chart it stands left of its line."""
    made = frames([record(published=dt.date.fromisoformat(published))])
    shown = (dt.datetime.fromisoformat("2022-09-10"), dt.datetime.fromisoformat("2022-09-23"))
    note = publications(
        [row.published for row in made.documents if row.published], Scale(shown, 700), "light"
    ).annotations[0]
    assert (note["text"], note["xanchor"]) == ("published", side)
