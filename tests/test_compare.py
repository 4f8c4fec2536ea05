"""Figures that count the same thing stand together, and the chart shows how far they lie apart."""

from __future__ import annotations

from dataclasses import replace

from core.charts.spread import families, spread
from core.compare import groups
from core.desk.frames import Frames, frames
from core.headline import headline
from core.models import Figure
from tests.records import figure, record


def made(*figures: Figure) -> Frames:
    """Frames of one document with these figures."""
    return frames([replace(record(), figures=figures)])


MONEY = figure("30", 30e6, 30e6, kind="money", unit="USD", counted="<b>aid</b>", counted_head="aid")
VAGUE = figure("30", None, None, bound="vague", counted="people", counted_head="people")


def test_figures_for_the_same_thing_are_one_group() -> None:
    """Twelve graves and at least thirty graves are told together; money stays apart."""
    found = groups(made(*record().figures, MONEY).figures)
    assert [(g.label, g.kind, len(g.figures)) for g in found] == [("graves", "count", 2), ("<b>aid</b>", "money", 1)]


def test_an_amount_without_a_number_is_in_no_group() -> None:
    """It has no place on an axis; the tray tells of it."""
    assert groups(made(VAGUE).figures) == ()


def test_groups_of_several_documents_come_first() -> None:
    """Where sources can disagree is what a reader looks for."""
    one = record()
    other = replace(one, id="doc2", figures=(MONEY,))
    alone = replace(one, figures=(*one.figures, MONEY))
    assert groups(frames([alone, other]).figures)[0].label == "<b>aid</b>"


def test_headline_takes_one_figure_a_group() -> None:
    """The clearest figure of a group stands for it: the one somebody vouches for."""
    rows = headline(made(*record().figures, MONEY).figures)
    assert sorted(rows["counted"]) == ["<b>aid</b>", "graves"]


def test_money_and_counts_never_share_an_axis() -> None:
    """A dollar and a grave have no common scale."""
    found = families(groups(made(*record().figures, MONEY).figures))
    assert list(found) == ["Counts", "Money (USD)"]


def test_an_open_bound_is_an_arrow() -> None:
    """The shape says that the number may be higher."""
    (group,) = groups(made(*record().figures).figures)
    ticks = spread([group], "light").data[0]
    assert list(ticks.marker.symbol) == ["line-ns", "triangle-right"]
    assert list(ticks.customdata) == ["doc1:0", "doc1:1"]
    assert list(ticks.text) == ["12", "≥ 30"]


def test_values_far_apart_get_a_logarithmic_axis() -> None:
    """Twelve and thirty thousand are both readable; nought has no logarithm."""
    far = replace(record().figures[1], low=30_000)
    zero = replace(record().figures[1], low=0)
    axes = [spread(groups(made(record().figures[0], other).figures), "dark").layout.xaxis.type for other in (far, zero)]
    assert axes == ["log", "linear"]


def test_words_of_a_document_are_escaped() -> None:
    """Markup in what is counted stays text on the axis."""
    chart = spread(groups(made(MONEY).figures), "light")
    assert chart.layout.yaxis.ticktext == ("&lt;b&gt;aid&lt;/b&gt;",)
