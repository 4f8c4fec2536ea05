"""In the rows of the timeline nothing covers anything, and words stand where there is room."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.charts.lanes import lanes
from core.charts.timeline import timeline
from core.charts.timeline_bands import WAYS, By
from core.charts.timeline_marks import TimelineMark, marks
from core.charts.timeline_rows import Scale, placed
from core.charts.timeline_window import ZOOMS, TimeWindow, Zoom, window
from core.charts.timeline_words import LETTER, Room, beside
from core.frames.rows import frames
from tests.core.charts.timelines import DAY, TODAY, drawn, table, with_events
from tests.core.records import record

SPANS = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)).map(lambda p: (float(p[0]), float(p[0] + p[1]))))


@given(SPANS, st.integers(1, 20))
def test_no_two_marks_of_a_lane_touch(spans: list[tuple[float, float]], gap: int) -> None:
    """Marks in one lane keep their distance."""
    placed = sorted(zip(lanes(spans, gap), spans, strict=True))
    for (lane, (_, end)), (next_lane, (start, _)) in pairwise(placed):
        assert lane != next_lane or start >= end + gap


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
    shown = window(found, zoom)
    assert shown is not None
    laid, _ = placed(found, Scale(shown, width))
    keys = [key for one in laid for key in one.mark.key.split(",")]
    assert sorted(keys) == sorted(f"doc1:{i}" for i in range(len(events)))
    _apart([(one.row, one.mark, one.label, one.words_at, one.left) for one in laid], shown, width)


def _apart(laid: list[tuple[float, TimelineMark, str, dt.datetime, bool]], shown: TimeWindow, width: int) -> None:
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
    events = [*table(quiet), *table(frames([replace(one, id="doc2", events=(loud,))]))]
    words = list(timeline(events, quiet.documents, "light", width=340).data[2].text)
    assert "Fire kills 12" in words


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


def test_a_crowd_that_fills_a_narrow_chart_has_its_number_on_its_bar() -> None:
    """Beside it the number would be cut at either end of a phone's chart."""
    one = marks(table(with_events(*[("2022-03-01", "2022-11-20")] * 4)), "none", TODAY)
    shown = (dt.datetime.fromisoformat("2022-02-20"), dt.datetime.fromisoformat("2022-11-30"))
    (laid,), _ = placed(one, Scale(shown, 250))
    _apart([(laid.row, laid.mark, laid.label, laid.words_at, laid.left)], shown, 250)
    assert laid.label == "4 events"
