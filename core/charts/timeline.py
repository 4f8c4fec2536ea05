"""Events along the time they happened in, with the days of publication as lines."""

from __future__ import annotations

import datetime as dt
import html
import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from core.charts.moments import DAY, Moment
from core.charts.theme import Mode, colours, template, tinted
from core.charts.timeline_ground import mark_publications, name_bands
from core.charts.timeline_marks import By, Mark, marks
from core.charts.timeline_rows import Placed, placed
from core.charts.timeline_view import Zoom, view
from core.wording import counted, days

ROW = 24
"""Pixels from one row to the next."""

_FADE = tuple(0.04 + 0.035 * step for step in range(8))
"""Opacity of the pieces of a soft end, from outside."""

NEAR = 96
"""Pixels that "published (2)" takes."""

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
    chosen: str | None = None,
    width: int = 700,
) -> go.Figure:
    """A chart of :func:`core.retold.gathered` rows; ``customdata`` of a mark is its key.

    An event is a dot, with its first words where it is prominent; what lasts or is vague has a bar, soft where the
    text leaves its ends open. ``chosen`` is the key of the mark that is ringed and, zoomed in, looked at. ``width``
    is that of the axis in pixels, for which the words are laid out.
    """
    published = documents["published"].dropna()
    found = marks(events, by, None if published.empty else published.max())
    ringed = next((mark for mark in found if chosen and _holds(mark, chosen)), None)
    shown = view(found, zoom, ringed.at.middle if ringed else None)
    chart = go.Figure(layout={"template": template(mode)})
    laid, bands = placed(found, shown, width) if shown else ([], [])
    chart.add_trace(_bars(laid, mode))
    chart.add_trace(_dots(laid, chosen, mode))
    chart.add_trace(_words(laid, mode))
    if shown:
        mark_publications(chart, published, (shown[1] - shown[0]) * (NEAR / width), mode)
    name_bands(chart, bands, mode)
    rows = max((one.row for one in laid), default=0)
    chart.update_layout(
        height=round(rows * ROW + 140),
        margin={"l": 8, "r": 8, "t": 48, "b": 40},
        showlegend=False,
        bargap=0,
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


def _holds(mark: Mark, key: str) -> bool:
    """Whether a mark has one of the tellings of a key."""
    return bool(set(mark.key.split(",")) & set(key.split(",")))


def _bars(laid: list[Placed], mode: Mode) -> go.Bar:
    """What lasts, in one trace: a piece for its middle and four for each soft end."""
    look = colours(mode)
    pieces = [(*piece, one) for one in laid for piece in _pieces(one.mark.at)]
    return go.Bar(
        base=[begin for begin, _, _, _ in pieces],
        x=[(end - begin).total_seconds() * 1000 for begin, end, _, _ in pieces],
        y=[one.row for *_, one in pieces],
        width=0.5,
        orientation="h",
        marker={"color": [tinted(look.date, opacity) for _, _, opacity, _ in pieces], "line": {"width": 0}},
        customdata=[one.mark.key for *_, one in pieces],
        hovertext=[_hover(one.mark) for *_, one in pieces],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _pieces(at: Moment) -> list[tuple[dt.datetime, dt.datetime, float]]:
    """(from, to, opacity) of a bar; none for a day or less, which its dot says."""
    whole = at.end - at.begin
    if whole <= DAY and not at.soft_left:
        return []
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


def _dots(laid: list[Placed], chosen: str | None, mode: Mode) -> go.Scatter:
    """One dot a mark at its middle: what is clicked, hovered and read."""
    look = colours(mode)
    found = [one.mark for one in laid]
    ringed = [bool(chosen) and _holds(mark, str(chosen)) for mark in found]
    return go.Scatter(
        x=[mark.at.middle for mark in found],
        y=[one.row for one in laid],
        mode="markers",
        marker={
            "size": [12 if len(mark.events) == 1 else 17 for mark in found],
            "color": [look.date if mark.happened else look.paper for mark in found],
            "line": {
                "color": [look.ink if ring else look.date for ring in ringed],
                "width": [4 if ring else 2 for ring in ringed],
            },
            "opacity": 1,
        },
        customdata=[mark.key for mark in found],
        hovertext=[_hover(mark) for mark in found],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.45}},
        cliponaxis=True,
    )


def _words(laid: list[Placed], mode: Mode) -> go.Scatter:
    """The first words of the prominent events, beside their marks; they can be clicked as well."""
    look = colours(mode)
    spoken = [one for one in laid if one.label]
    return go.Scatter(
        x=[one.words_at for one in spoken],
        y=[one.row for one in spoken],
        mode="text",
        text=[html.escape(one.label) for one in spoken],
        textposition=["middle left" if one.left else "middle right" for one in spoken],
        textfont={"color": look.ink, "size": 13},
        customdata=[one.mark.key for one in spoken],
        hovertext=[_hover(one.mark) for one in spoken],
        hoverinfo="text",
        unselected={"textfont": {"color": look.ink}},
        cliponaxis=True,
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
