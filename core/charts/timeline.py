"""Events along the time they happened in, with the days of publication as lines."""

from __future__ import annotations

import datetime as dt
import html
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from core.charts.moments import Moment, moment
from core.charts.theme import Mode, colours, template, tinted
from core.charts.timeline_ground import band_names, publications
from core.charts.timeline_marks import By, Mark, marks
from core.charts.timeline_rows import ROOMY, Placed, Scale, placed
from core.charts.timeline_view import Zoom, view
from core.charts.timeline_words import LETTER
from core.wording import counted, days

ROW = 24
"""Pixels from one row to the next."""

_FADE = tuple(0.04 + 0.035 * step for step in range(8))
"""Opacity of the pieces of a soft end, from outside."""

SIDE = 24
"""Pixels left and right of the axis: half a date. Plotly leaves out a date that would be cut, and the year with it."""

_DOTS = 1
"""The number of the trace of dots."""

_TICKS = [
    {"dtickrange": [None, 3_600_000], "value": "%H:%M\n%-d %b %Y"},
    {"dtickrange": [3_600_000, 86_400_000 - 1], "value": "%H:%M\n%-d %b %Y"},
    {"dtickrange": [86_400_000, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


def timeline(
    events: pd.DataFrame,
    documents: pd.DataFrame,
    mode: Mode,
    *,
    by: By = "none",
    zoom: Zoom = "story",
    focus: str | None = None,
    width: int = 700,
) -> go.Figure:
    """A chart of :func:`core.retold.gathered` rows; ``customdata`` of a mark is its key.

    An event is a dot, with its first words where it is prominent; what lasts or is vague has a bar, soft where the
    text leaves its ends open. ``focus`` is the key of the mark that is looked at where ``zoom`` shows a part. ``width``
    is that of the chart in pixels, for which the words are laid out. Which mark is chosen is no part of the chart (see
    :func:`point_of`): one that changed with each choice would be drawn anew, and forget where a reader has moved it.
    """
    published = documents["published"].dropna()
    found = marks(events, by, None if published.empty else published.max())
    looked_at = next((mark for mark in found if focus and _holds(mark.key, focus)), None)
    shown = view(found, zoom, looked_at.at.middle if looked_at else None)
    chart, look = go.Figure(layout={"template": template(mode)}), colours(mode)
    scale = Scale(shown, width - 2 * SIDE) if shown else None
    laid, bands = placed(found, scale) if scale else ([], [])
    chart.add_traces([_bars(laid, scale, mode), _dots(laid, mode), _words(laid, mode), _behind_words(laid, scale)])
    ground = [band_names(bands, mode)]
    if scale:
        ground.append(publications(published, scale, mode))
    rows = max((one.row for one in laid), default=0)
    chart.update_layout(
        height=round(rows * ROW + 140),
        margin={"l": SIDE, "r": SIDE, "t": 48, "b": 40},
        shapes=[shape for part in ground for shape in part.shapes],
        annotations=[note for part in ground for note in part.annotations],
        modebar={"color": look.quiet, "activecolor": look.ink, "bgcolor": "rgba(0,0,0,0)"},
        dragmode="pan" if width >= ROOMY else False,  # on a phone a finger on the chart scrolls the page
        showlegend=False,
        bargap=0,
        barmode="overlay",
        clickmode="event+select",
        uirevision=f"{by} {zoom}",  # where a reader has moved it to is kept while the question stays the same
        xaxis={
            "type": "date",
            "range": shown,
            "showgrid": True,
            "tickformatstops": _TICKS,
        },
        yaxis={"visible": False, "fixedrange": True, "range": [rows + 0.9, -0.9]},
    )
    return chart


def point_of(chart: go.Figure, key: str) -> int | None:
    """The number of the dot, from 0, that stands for one of the tellings of a key."""
    keys = chart.data[_DOTS].customdata
    return next((number for number, one in enumerate(keys) if _holds(one, key)), None)


def shows(chart: go.Figure, key: str) -> bool:
    """Whether the dot of a key lies in the stretch of time that the chart begins with; true where there is none."""
    point, seen = point_of(chart, key), chart.layout.xaxis.range
    return point is None or bool(seen[0] <= chart.data[_DOTS].x[point] <= seen[1])


def beyond(chart: go.Figure, events: Iterable[Mapping[Any, Any]]) -> tuple[int, int]:
    """How many dated events have their middle before the stretch that the chart begins with, and how many after it."""
    first, last = chart.layout.xaxis.range
    middles = [moment(event).middle for event in events]
    return sum(at < first for at in middles), sum(at > last for at in middles)


def _holds(key: str, other: str) -> bool:
    """Whether two keys have a telling in common."""
    return bool(set(key.split(",")) & set(other.split(",")))


def _bars(laid: list[Placed], scale: Scale | None, mode: Mode) -> go.Bar:
    """What lasts, in one trace: a piece for its middle and some for each soft end."""
    look = colours(mode)
    lasting = [(one, _hover(one.mark)) for one in laid if scale and scale.lasts(one.mark.at)]
    pieces = [(*piece, one, hover) for one, hover in lasting for piece in _pieces(one.mark.at)]
    return go.Bar(
        base=[begin for begin, *_ in pieces],
        x=[(end - begin).total_seconds() * 1000 for begin, end, *_ in pieces],
        y=[one.row for *_, one, _ in pieces],
        width=0.5,
        orientation="h",
        marker={"color": [tinted(look.date, opacity) for _, _, opacity, *_ in pieces], "line": {"width": 0}},
        customdata=[one.mark.key for *_, one, _ in pieces],
        hovertext=[hover for *_, hover in pieces],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _pieces(at: Moment) -> list[tuple[dt.datetime, dt.datetime, float]]:
    """(from, to, opacity) of a bar."""
    whole = at.end - at.begin
    fade = whole / 3
    first, last = at.begin + fade * at.soft_left, at.end - fade * at.soft_right
    made = [(first, last, _FADE[-1])]
    for number, opacity in enumerate(_FADE):
        step = fade / len(_FADE)
        if at.soft_left:
            made.append((at.begin + step * number, at.begin + step * (number + 1), opacity))
        if at.soft_right:
            made.append((at.end - step * (number + 1), at.end - step * number, opacity))
    return made


def _dots(laid: list[Placed], mode: Mode) -> go.Scatter:
    """One dot a mark at its middle: what is clicked, hovered and read."""
    look = colours(mode)
    found = [one.mark for one in laid]
    return go.Scatter(
        x=[mark.at.middle for mark in found],
        y=[one.row for one in laid],
        mode="markers",
        marker={
            "size": [12 if len(mark.events) == 1 else 17 for mark in found],
            "color": [look.date if mark.happened else look.paper for mark in found],
            "line": {"color": look.date, "width": 2},
            "opacity": 1,
        },
        customdata=[mark.key for mark in found],
        hovertext=[_hover(mark) for mark in found],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        cliponaxis=True,
    )


def _words(laid: list[Placed], mode: Mode) -> go.Scatter:
    """The first words of the prominent events, beside their marks."""
    look = colours(mode)
    spoken = [one for one in laid if one.label]
    return go.Scatter(
        x=[one.words_at for one in spoken],
        y=[one.row for one in spoken],
        mode="text",
        text=[html.escape(one.label) for one in spoken],
        textposition=["middle left" if one.left else "middle right" for one in spoken],
        textfont={"color": look.ink, "size": 13},
        hoverinfo="skip",
        unselected={"textfont": {"color": look.ink}},
        cliponaxis=True,
    )


def _behind_words(laid: list[Placed], scale: Scale | None) -> go.Bar:
    """What is clicked and hovered where words stand: Plotly takes a text for the one point that it hangs on.

    Bars without colour, as wide as the words at the view they are laid out for.
    """
    spoken = [one for one in laid if one.label]
    reach = [scale.time(LETTER * len(one.label)) for one in spoken] if scale else []
    return go.Bar(
        base=[one.words_at - wide if one.left else one.words_at for one, wide in zip(spoken, reach, strict=True)],
        x=[wide.total_seconds() * 1000 for wide in reach],
        y=[one.row for one in spoken],
        width=0.8,
        orientation="h",
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=[one.mark.key for one in spoken],
        hovertext=[_hover(one.mark) for one in spoken],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _hover(mark: Mark) -> str:
    """Escaped lines: the days, then the first events in the text's own words."""
    shown = [
        "<br>".join(html.escape(line) for line in textwrap.wrap(event["text"], 60)[:3]) for event in mark.events[:4]
    ]
    rest = len(mark.events) - len(shown)
    more = [counted(rest, "more event")] if rest else []
    return "<br>".join([f"<b>{_span(mark)}</b>", *shown, *more])


def _span(mark: Mark) -> str:
    """The days of a mark in words; those of a crowd from its first to its last."""
    ends: list[tuple[Any, Any]] = [(event["earliest"], event["latest"]) for event in mark.events]
    if len(set(ends)) == 1:
        return days(*ends[0])
    return days(mark.at.begin.date(), (mark.at.end - dt.timedelta(seconds=1)).date())
