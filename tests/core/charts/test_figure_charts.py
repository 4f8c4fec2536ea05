"""Charts of figures: every source a mark, its bound a shape, and nothing of a document taken for markup."""

from __future__ import annotations

import datetime as dt
import html
from dataclasses import replace

import pytest

from core.charts.bounds import SYMBOLS
from core.charts.movement import from_nought, movement, told
from core.charts.spread import spread
from core.compare import Group, compare
from core.models import Bound, Extraction, Figure
from tests.core.records import figure, place, record

NAMES = ("<b>The Courier</b>", "The Wire", "The Post", "The Herald")


def group(*figures: Figure, days: tuple[int, ...] = (1, 3, 9, 12)) -> Group:
    """Figures for graves at one place, each in a document of its own."""
    documents = [_document(i, one, days[i % len(days)]) for i, one in enumerate(figures)]
    (made,) = compare(documents).groups
    return made


def _document(i: int, one: Figure, day: int) -> Extraction:
    place_of_it = (place(),)
    bare = record(id=f"doc{i}", outlet=NAMES[i % 4], published=dt.date(2022, 9, day), places=place_of_it, dates=())
    return replace(bare, figures=(replace(one, place=0, date=None),), quotes=(), events=())


def graves(low: float | None, high: float | None, bound: Bound = "exactly") -> Figure:
    """A number of graves."""
    return figure("12 graves", low, high, bound=bound)


BOUNDS: list[tuple[Bound, float | None, float | None, str, str]] = [
    ("exactly", 30, 30, "circle", "30"),
    ("about", 30, 30, "circle-open", "≈ 30"),
    ("at least", 30, None, "triangle-right", "≥ 30"),
    ("more than", 30, None, "triangle-right", "> 30"),
    ("at most", None, 30, "triangle-left", "≤ 30"),
    ("less than", None, 30, "triangle-left", "< 30"),
    ("vague", 24, None, "triangle-right-open", "24+"),
    ("between", 30, 40, "square-open", "30–40"),
]


@pytest.mark.parametrize(("bound", "low", "high", "symbol", "label"), BOUNDS)
def test_a_bound_is_a_shape(bound: Bound, low: float | None, high: float | None, symbol: str, label: str) -> None:
    """Shape and sign tell the bound; colour tells nothing alone."""
    chart = spread([group(graves(12, 12), graves(low, high, bound))], "light", 700)
    marks = chart.data[0]
    assert dict(zip(marks.customdata, marks.marker.symbol, strict=True)) == {"doc0:0": "circle", "doc1:0": symbol}
    assert label in [html.unescape(note.text) for note in chart.layout.annotations]
    assert set(SYMBOLS) == {case[0] for case in BOUNDS}


def test_a_range_is_a_bar() -> None:
    """Both its ends are drawn; its mark stands between them."""
    chart = spread([group(graves(10, 20), graves(30, 40, "between"))], "dark", 700)
    bars = [shape for shape in chart.layout.shapes if shape.line.width == 5]
    assert [(round(bar.x0, 3), round(bar.x1, 3)) for bar in bars] == [(0, 0.333), (0.667, 1)]


def test_each_row_has_a_scale_of_its_own() -> None:
    """The lowest number stands at the left, the highest at the right, whatever other rows hold."""
    rows = [group(graves(2, 2), graves(10, 10)), group(graves(300, 300), graves(301, 301), graves(302, 302))]
    marks = spread(rows, "light", 700).data[0]
    assert list(marks.x) == [0, 1, 0, 0.5, 1]


def test_marks_of_one_value_lie_under_each_other() -> None:
    """No source hides another, and none stands alone in the middle of a line without meaning."""
    chart = spread([group(graves(12, 12), graves(12, 12), graves(12, 12))], "light", 340)
    assert len(set(chart.data[0].y)) == 3
    assert set(chart.data[0].x) == {0.5}
    assert chart.layout.shapes == ()


def test_a_document_that_repeats_itself_is_one_mark() -> None:
    """A long report that says its number over and over counts once, and says so; another document's stands beside."""
    one, other = (_document(i, graves(12, 12), i + 1) for i in range(2))
    places = tuple(replace(place(), start=100 + n) for n in range(5))
    figures = tuple(replace(one.figures[0], start=n, place=n) for n in range(5))
    (made,) = compare([replace(one, places=places, figures=figures), other]).groups
    marks = spread([made], "light", 700).data[0]
    assert len(made.claims) == 6
    assert len(marks.customdata) == 2
    assert ["5 times in this document" in told for told in marks.hovertext] == [True, False]


@pytest.mark.parametrize("width", [340, 700])
def test_values_never_overprint(width: int) -> None:
    """Numbers too close for two labels leave the label to the one further out."""
    values = [100, 101, 102, 103, 150, 198, 199, 200]
    chart = spread([group(*[graves(v, v) for v in values])], "light", width)
    labels = sorted((n.x, n.text) for n in chart.layout.annotations if n.text.isdigit())
    assert (labels[0][1], labels[-1][1]) == ("100", "200")
    assert len(labels) < len(values)


def test_values_at_one_mark_are_all_named() -> None:
    """An exact number does not stand under the label of a bound of the same value."""
    chart = spread([group(graves(440, None, "at least"), graves(440, 440), graves(447, 447))], "light", 700)
    assert "≥ 440, 440" in [note.text for note in chart.layout.annotations]


def test_values_far_apart_keep_their_distance() -> None:
    """From a ratio of fifty on the scale is logarithmic; nought has no logarithm."""
    marks = spread([group(graves(10, 10), graves(100, 100), graves(1000, 1000))], "light", 700).data[0]
    assert [round(x, 3) for x in marks.x] == [0, 0.5, 1]
    zero = spread([group(graves(0, 0), graves(10, 10))], "light", 700).data[0]
    assert list(zero.x) == [0, 1]


def test_words_of_a_document_are_escaped() -> None:
    """Markup in what is counted, in a name and in a sentence stays text."""
    evil = replace(graves(12, 12), counted="<img src=x> graves", text="<b>12</b>")
    made = group(evil, replace(graves(14, 14), counted="<img src=x> graves"))
    for chart in (spread([made], "light", 700), movement(made, "light", 700)):
        drawn = str(chart.to_dict())
        assert "<img" not in drawn
        assert "<b>The Courier" not in drawn
        assert "&lt;b&gt;The Courier" in drawn


def test_a_number_moves_in_steps() -> None:
    """Each day keeps its lowest and highest number until the next day; every source is a mark that can be clicked."""
    made = group(graves(440, None, "at least"), graves(450, 450), graves(447, 447), graves(449, 449), days=(1, 3, 9, 9))
    low, high, marks = movement(made, "light", 700).data
    assert [low.line.shape, high.line.shape] == ["hv", "hv"]
    assert list(low.y) == [440, 450, 447]
    assert list(high.y) == [440, 450, 449]
    assert sorted(marks.customdata) == ["doc0:0", "doc1:0", "doc2:0", "doc3:0"]
    assert marks.marker.symbol[0] == "triangle-right"
    assert told(made) == "440 on 1 Sep 2022; 450 on 3 Sep 2022; 447 to 449 on 9 Sep 2022"


def test_values_of_one_day_stand_over_and_under_their_marks() -> None:
    """The lowest number of a day is named under its mark, the highest over it; none between them overprints."""
    made = group(graves(4, 4), graves(5, 5), graves(6, 6), graves(9, 9), graves(3, 3), days=(1, 2, 2, 2, 9))
    marks = movement(made, "light", 340).data[2]
    shown = {text: at for text, at in zip(marks.text, marks.textposition, strict=True) if text}
    assert shown == {"4": "top center", "5": "bottom right", "9": "top center", "3": "bottom center"}


def test_days_under_the_axis_keep_apart() -> None:
    """First and last day are named, those between where there is room."""
    made = group(graves(1, 1), graves(2, 2), graves(3, 3), graves(4, 4), days=(1, 2, 3, 29))
    narrow, wide = (movement(made, "light", width).layout.xaxis.ticktext for width in (300, 1600))
    assert narrow == ("1 Sep<br>2022", "29 Sep<br>2022")
    assert wide == ("1 Sep<br>2022", "29 Sep<br>2022", "3 Sep<br>2022")


def test_numbers_from_the_first_are_drawn_from_nought() -> None:
    """A rise from two to ten is not made larger than it is."""
    assert movement(group(graves(2, 2), graves(10, 10)), "light", 700).layout.yaxis.range[0] == 0
    assert movement(group(graves(440, 440), graves(450, 450)), "light", 700).layout.yaxis.range[0] > 400
    assert from_nought(group(graves(2, 2), graves(10, 10)))
    assert not from_nought(group(graves(440, 440), graves(450, 450)))
