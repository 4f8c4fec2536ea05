"""The timeline holds every dated event once, soft where the text is vague, with words where there is room."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.charts.lanes import lanes
from core.charts.moments import Moment, moment, order
from core.charts.timeline import beyond, point_of, shows, timeline
from core.charts.timeline_bands import WAYS, Band, By, folded
from core.charts.timeline_ground import publications
from core.charts.timeline_marks import Mark, marks
from core.charts.timeline_rows import Scale, placed
from core.charts.timeline_view import ZOOMS, View, Zoom, view
from core.charts.timeline_words import LETTER, Room, beside
from core.desk.frames import Frames, frames
from core.models import Words
from core.retold import gathered
from tests.records import record

SPANS = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)).map(lambda p: (float(p[0]), float(p[0] + p[1]))))
TODAY = dt.date(2022, 9, 17)


@given(SPANS, st.integers(1, 20))
def test_no_two_marks_of_a_lane_touch(spans: list[tuple[float, float]], gap: int) -> None:
    """Marks in one lane keep their distance."""
    placed = sorted(zip(lanes(spans, gap), spans, strict=True))
    for (lane, (_, end)), (next_lane, (start, _)) in pairwise(placed):
        assert lane != next_lane or start >= end + gap


def with_events(*days: tuple[str | None, str | None], **changes: Any) -> Frames:
    """Frames of a record whose events lie on these days."""
    one = record()
    made = tuple(
        replace(
            one.events[0],
            earliest=dt.date.fromisoformat(first) if first else None,
            latest=dt.date.fromisoformat(last) if last else None,
            **changes,
        )
        for first, last in days
    )
    return frames([replace(one, events=made)])


def table(made: Frames) -> pd.DataFrame:
    """The events with no two taken for one."""
    return gathered(made.events, ())


def drawn(made: Frames, **asked: Any) -> go.Figure:
    """The chart in light."""
    return timeline(table(made), made.documents, "light", **asked)


def dots(chart: go.Figure) -> Any:
    """The trace of marks."""
    return chart.data[1]


DAY = ("2022-09-16", "2022-09-16")


def test_few_events_of_a_day_are_stacked_and_many_are_counted() -> None:
    """Three stand one above the other; of five there is one mark that says five and opens them all."""
    three, five = drawn(with_events(*[DAY] * 3)), drawn(with_events(*[DAY] * 5))
    assert len(set(dots(three).y)) == 3
    assert list(dots(five).customdata) == ["doc1:0,doc1:1,doc1:2,doc1:3,doc1:4"]
    assert five.data[2].text[0].startswith("5 events")


def test_tellings_of_one_event_are_one_mark() -> None:
    """The mark opens all its sentences."""
    made = with_events(DAY, DAY)
    whole = table(made).iloc[:1].assign(keys="doc1:0,doc1:1", tellings=2)
    assert list(dots(timeline(whole, made.documents, "light")).customdata) == ["doc1:0,doc1:1"]


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
    row = {"reason": "", "clock": None, **event}
    for name in ("earliest", "latest"):
        row[name] = dt.date.fromisoformat(row[name]) if row[name] else None
    at = moment(row)
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


def test_the_first_view_is_not_ruled_by_one_old_date() -> None:
    """One event of 1991 does not press the days of the story into one line; "all" shows it."""
    made = with_events(("1991-08-24", "1991-08-24"), ("2022-09-15", "2022-09-15"), DAY)
    found = marks(table(made), "none", TODAY)
    story, everything = view(found), view(found, "all")
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


def test_bands_are_made_by_place_actor_or_kind() -> None:
    """Each event lies in one band; what has no name comes last."""
    one = record()
    start = one.text.index("Officials")
    police = Words(start, start + 9, "the Officials")
    events = (replace(one.events[0], actors=(police,)), replace(one.events[1], places=()))
    made = frames([replace(one, events=events)])
    names = {by: [mark.band.name for mark in marks(table(made), by, TODAY)] for by in WAYS}
    assert names["none"] == ["", ""]
    assert names["place"] == ["Vasylkove", "No place told"]
    assert names["actor"] == ["Officials", "No actor told"]
    assert names["kind"] == ["Finds and searches", "Attacks and fighting"]
    assert "<b>Vasylkove</b>" in [note.text for note in drawn(made, by="place").layout.annotations]


EVENTS = st.lists(
    st.tuples(
        st.integers(0, 60).map(lambda n: dt.date(2022, 7, 1) + dt.timedelta(days=n)),
        st.sampled_from([0, 0, 0, 6, 30]),
        st.sampled_from(["find", "kill", "say", "open"]),
    ),
    min_size=1,
    max_size=40,
)


@given(EVENTS, st.sampled_from(WAYS), st.sampled_from(ZOOMS), st.sampled_from([340, 700]))
def test_every_event_is_drawn_once_and_no_words_overprint(
    events: list[tuple[dt.date, int, str]], by: By, zoom: Zoom, width: int
) -> None:
    """Whatever the bands, the zoom and the width: each event in one mark, and in a row nothing touches."""
    one = record()
    made = frames([
        replace(one, events=tuple(
            replace(
                one.events[0],
                earliest=day,
                latest=day + dt.timedelta(days=long),
                trigger=replace(one.events[0].trigger, lemma=lemma),
            )
            for day, long, lemma in events
        ))
    ])  # fmt: skip
    found = marks(table(made), by, TODAY)
    shown = view(found, zoom)
    assert shown is not None
    laid, _ = placed(found, Scale(shown, width))
    keys = [key for one in laid for key in one.mark.key.split(",")]
    assert sorted(keys) == sorted(f"doc1:{i}" for i in range(len(events)))
    _apart([(one.row, one.mark, one.label, one.words_at, one.left) for one in laid], shown, width)


def _apart(laid: list[tuple[float, Mark, str, dt.datetime, bool]], shown: View, width: int) -> None:
    """Marks and words of one row, as pixels from left to right."""
    scale = Scale(shown, width)
    rows: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for row, mark, label, words_at, left in laid:
        at, long = scale.at(words_at), LETTER * len(label)
        spans = [
            *scale.mark(mark.at),
            *([at, at - long if left else at + long] * bool(label)),
        ]
        rows[row].append((min(spans), max(spans)))
        assert all(-1 <= end <= width + 1 for end in spans[2:])
    for spans_of_row in rows.values():
        for (_, end), (start, _) in pairwise(sorted(spans_of_row)):
            assert start >= end


def test_words_stand_at_the_most_prominent_marks() -> None:
    """What happened has its words before what was only said."""
    crowd = [(f"2022-09-{day:02}", f"2022-09-{day:02}") for day in range(1, 29)]
    one = record()
    quiet = with_events(*crowd, status="said", trigger=replace(one.events[0].trigger, lemma="say"))
    loud = replace(one.events[0], trigger=replace(one.events[0].trigger, lemma="kill"), summary="Fire kills 12")
    events = pd.concat([table(quiet), table(frames([replace(one, id="doc2", events=(loud,))]))], ignore_index=True)
    words = list(timeline(events, quiet.documents, "light", width=340).data[2].text)
    assert "Fire kills 12" in words


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


def test_marks_have_words_where_their_row_has_room() -> None:
    """Far more than the prominent ones: none of a month's quiet events stands beside free room without a word."""
    crowd = [(f"2022-{month:02}-{day:02}",) * 2 for month in range(1, 10) for day in (3, 20)]
    chart = drawn(with_events(*crowd), zoom="all")
    assert len(chart.data[2].text) == len(crowd)


def test_words_that_fit_on_neither_side_are_cut_to_the_larger_one() -> None:
    """Words never run out of the chart: a mark in its middle has half its width."""
    mark = marks(table(with_events(DAY, summary="Officials " * 9)), "none", TODAY)[0]
    label = beside(mark, 60, Room(0.0, 140.0, 160.0, 320.0))
    assert label.words.endswith(" …") and not label.left
    assert label.span[1] <= 320
    assert beside(mark, 60, Room(0.0, 60.0, 80.0, 100.0)).words == ""


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
    events = table(made).assign(clock=pd.Series(clocks, dtype=object))
    listed = [row["keys"] for row in sorted(events.to_dict("records"), key=order)]
    assert listed == [f"doc1:{n}" for n in (1, 2, 5, 4, 0, 3)]
    assert [mark.key for mark in marks(events, "none", TODAY)] == listed
    assert list(dots(timeline(events, made.documents, "light", zoom="all")).customdata) == listed


def test_what_lies_outside_the_first_view_is_counted() -> None:
    """Nobody shall take a stretch for the whole."""
    made = with_events(("1991-08-24", "1991-08-24"), ("2022-09-15", "2022-09-15"), DAY, ("2031-01-01", "2031-12-31"))
    rows = table(made).to_dict("records")
    assert beyond(drawn(made), rows) == (1, 1)
    assert beyond(drawn(made, zoom="all"), rows) == (0, 0)


@pytest.mark.parametrize(("published", "side"), [("2022-09-14", "left"), ("2022-09-22", "right")])
def test_the_word_of_a_publication_is_not_cut_at_the_end(published: str, side: str) -> None:
    """Near the end of the chart it stands left of its line."""
    made = frames([record(published=dt.date.fromisoformat(published))])
    shown = (dt.datetime.fromisoformat("2022-09-10"), dt.datetime.fromisoformat("2022-09-23"))
    note = publications(made.documents["published"], Scale(shown, 700), "light").annotations[0]
    assert (note["text"], note["xanchor"]) == ("published", side)


@given(st.lists(st.tuples(st.integers(0, 800), st.integers(0, 200)), min_size=1, max_size=30))
def test_the_busiest_stretch_holds_as_many_events_as_any(spans: list[tuple[int, int]]) -> None:
    """Against trying each beginning: the view that is found holds the most, or everything is shown."""
    start = dt.datetime.fromisoformat("2020-01-01")
    made = [(start + dt.timedelta(days=at), dt.timedelta(days=long + 1)) for at, long in spans]
    found = [Mark(Moment(at, at + long), Band(""), ({},), 1.0, (number,)) for number, (at, long) in enumerate(made)]
    limit = dt.timedelta(days=120)
    most = max(sum(at <= b and b + long <= at + limit for b, long in made) for at, _ in made)
    shown = view(found)
    assert shown is not None
    assert sum(shown[0] <= at and at + long <= shown[1] for at, long in made) >= (
        most if 2 * most >= len(made) else len(made)
    )


def many_places(number: int) -> Frames:
    """One event at each of so many places, and two at the first."""
    one = record()
    places = tuple(replace(one.places[0], name=f"Place {n:02}", source=f"geonames:{n}") for n in range(number))
    events = tuple(replace(one.events[0], places=(n,), summary=f"Find {n}") for n in (0, *range(number)))
    return frames([replace(one, places=places, events=events)])


def test_the_busiest_places_come_first_and_the_rest_is_folded() -> None:
    """The folded band says how many it holds, stands on one row and opens; no event is lost either way."""
    made = many_places(30)
    busiest, everything = drawn(made, by="place"), drawn(made, by="place", lanes="all")
    names = [note.text for note in busiest.layout.annotations if note.text.startswith("<b>")]
    assert names[0] == "<b>Place 00</b>"
    assert names[-1] == "<b>25 other places, 25 events</b>"
    assert len(names) == 6
    assert sum("<b>" in note.text for note in everything.layout.annotations) == 30
    assert busiest.layout.height < 700 < everything.layout.height
    for chart in (busiest, everything):
        assert sum(len(key.split(",")) for key in dots(chart).customdata) == 31
    assert folded(table(made).to_dict("records"), "place") == 25


def test_one_more_place_is_shown_and_not_folded() -> None:
    """A band that says "1 other place" would take the room of the place itself."""
    assert folded(table(many_places(6)).to_dict("records"), "place") == 0
    assert folded(table(many_places(7)).to_dict("records"), "place") == 2


def test_even_hundreds_of_places_do_not_make_a_chart_without_end() -> None:
    """Opened it has forty bands of their own, and one for what is left."""
    chart = drawn(many_places(300), by="place", lanes="all")
    assert sum("<b>" in note.text for note in chart.layout.annotations) == 41
    assert sum(len(key.split(",")) for key in dots(chart).customdata) == 301
