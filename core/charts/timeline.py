"""Events along the days they happened on, with the days of publication as lines."""

from __future__ import annotations

import datetime as dt
import html
import textwrap
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from core.charts.lanes import lanes
from core.charts.theme import Mode, colours, template, tinted
from core.wording import counted, days

LANE = 26
"""Pixels from one lane to the next."""

DAY = dt.timedelta(days=1)
_OPEN_END = dt.timedelta(days=30)
_FIRST_VIEW = 120
"""Days that the first view shows where most events lie close together and a few far off."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Events of one span of days, drawn as one mark. ``first`` and ``last`` are inclusive; open ends are cut."""

    first: dt.date
    last: dt.date
    open_left: bool
    open_right: bool
    events: tuple[dict[str, Any], ...]


def bars(events: pd.DataFrame) -> tuple[Bar, ...]:
    """The dated events, those of the same days together, earliest first."""
    made: dict[tuple[Any, Any], list[dict[str, Any]]] = {}
    for row in events.to_dict("records"):
        if row["earliest"] or row["latest"]:
            made.setdefault((row["earliest"], row["latest"]), []).append({str(k): v for k, v in row.items()})
    return tuple(sorted((_bar(*key, tuple(rows)) for key, rows in made.items()), key=lambda b: (b.first, b.last)))


def _bar(earliest: dt.date | None, latest: dt.date | None, rows: tuple[dict[str, Any], ...]) -> Bar:
    first = earliest or _shifted(latest or dt.date.min, -_OPEN_END)
    last = latest or _shifted(first, _OPEN_END)
    return Bar(first, last, earliest is None, latest is None, rows)


def _shifted(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:
        return day


def first_view(found: tuple[Bar, ...]) -> tuple[dt.date, dt.date] | None:
    """The days to show first: all of them, or the busiest stretch where the rest lies far off."""
    if not found:
        return None
    first, last = min(b.first for b in found), max(b.last for b in found)
    if (last - first).days > 3 * _FIRST_VIEW:
        first, last = _busiest(found, first, last)
    room = max(2 * DAY, (last - first) * 0.06)
    return _shifted(first, -room), _shifted(last, room)


def _busiest(found: tuple[Bar, ...], first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The window of ``_FIRST_VIEW`` days that wholly holds most events; everything where it holds under half."""
    best = max(found, key=lambda start: _held(found, start.first))
    if 2 * _held(found, best.first) < sum(len(b.events) for b in found):
        return first, last
    held = [b for b in found if _inside(b, best.first)]
    return min(b.first for b in held), max(b.last for b in held)


def _held(found: tuple[Bar, ...], start: dt.date) -> int:
    return sum(len(b.events) for b in found if _inside(b, start))


def _inside(bar: Bar, start: dt.date) -> bool:
    return start <= bar.first and (bar.last - start).days <= _FIRST_VIEW


def timeline(events: pd.DataFrame, documents: pd.DataFrame, mode: Mode) -> go.Figure:
    """A chart of ``frames.events`` rows; ``customdata`` of a mark is ``doc:i`` of each of its events, comma-joined.

    A day is a dot, a span a bar; the same days make one mark that tells its number of events.
    """
    look, found = colours(mode), bars(events)
    chart = go.Figure(layout={"template": template(mode)})
    view = first_view(found)
    rows = _rows(found, view)
    for bar, lane in zip(found, rows, strict=True):
        if bar.first == bar.last:
            continue
        opacity = 0.18 if bar.open_left or bar.open_right else 0.32
        chart.add_shape(
            type="rect",
            x0=bar.first,
            x1=_shifted(bar.last, DAY),
            y0=lane - 0.26,
            y1=lane + 0.26,
            line_width=0,
            fillcolor=tinted(look.date, opacity),
            layer="below",
        )
    chart.add_trace(_marks(found, rows, mode))
    _publications(chart, documents, mode)
    chart.update_layout(
        height=max(rows, default=0) * LANE + 120,
        margin={"l": 8, "r": 8, "t": 48, "b": 36},
        showlegend=False,
        clickmode="event+select",
        xaxis={"type": "date", "range": view, "showgrid": True, "tickformatstops": _TICKS},
        yaxis={"visible": False, "fixedrange": True, "range": [max(rows, default=0) + 0.8, -0.8]},
    )
    return chart


_TICKS = [
    {"dtickrange": [None, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


def _rows(found: tuple[Bar, ...], view: tuple[dt.date, dt.date] | None) -> list[int]:
    """Lanes in which neighbours stay apart by a mark's width at the first view."""
    if view is None:
        return []
    gap = max(1.0, (view[1] - view[0]).days / 40)
    return lanes([(b.first.toordinal(), b.last.toordinal() + 1.0) for b in found], gap)


def _marks(found: tuple[Bar, ...], rows: list[int], mode: Mode) -> go.Scatter:
    """One dot a bar at its middle: what is clicked, hovered and counted."""
    look = colours(mode)
    sizes = [13 if len(b.events) == 1 else 19 for b in found]
    return go.Scatter(
        x=[dt.datetime.combine(b.first, dt.time()) + (b.last - b.first + DAY) / 2 for b in found],
        y=rows,
        mode="markers+text",
        marker={
            "size": sizes,
            "color": [look.date if _happened(b) else look.paper for b in found],
            "line": {"color": look.date, "width": 2},
        },
        text=[str(len(b.events)) if len(b.events) > 1 else "" for b in found],
        textfont={"color": [look.paper if _happened(b) else look.date for b in found], "size": 13},
        customdata=[",".join(f"{e['doc']}:{e['i']}" for e in b.events) for b in found],
        hovertext=[_hover(b) for b in found],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.45}},
        cliponaxis=False,
    )


def _happened(bar: Bar) -> bool:
    """Filled where the text says it happened; hollow where all of it is only said, planned, denied or possible."""
    return any(event["status"] == "happened" for event in bar.events)


def _hover(bar: Bar) -> str:
    """Escaped lines: the days, then the first events in the text's own words."""
    shown = [
        "<br>".join(html.escape(line) for line in textwrap.wrap(event["text"], 60)[:3]) for event in bar.events[:4]
    ]
    rest = len(bar.events) - len(shown)
    more = [counted(rest, "more event")] if rest else []
    span = days(None if bar.open_left else bar.first, None if bar.open_right else bar.last)
    return "<br>".join([f"<b>{span}</b>", *shown, *more])


def _publications(chart: go.Figure, documents: pd.DataFrame, mode: Mode) -> None:
    """A line on each day that a document came out: what was said after it happened lies to the right."""
    look = colours(mode)
    days = documents["published"].dropna().value_counts().sort_index()
    for number, (day, count) in enumerate(days.items()):
        chart.add_vline(x=day, line={"color": look.quiet, "width": 1, "dash": "dot"}, layer="below")
        chart.add_annotation(
            x=day,
            y=1,
            yref="paper",
            yanchor="bottom",
            xanchor="left",
            xshift=-4,
            yshift=16 * (number % 2),  # neighbours on two lines, so that days of one week do not overprint
            showarrow=False,
            text=f"published ({count})" if count > 1 else "published",
            font={"size": 13, "color": look.quiet},
        )
