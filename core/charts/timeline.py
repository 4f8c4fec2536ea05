"""Events along the time they happened in, with the days of publication as lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from core.charts.moments import moment
from core.charts.theme import Mode, Pixels, colours, template
from core.charts.timeline_bands import By, Lanes
from core.charts.timeline_ground import band_names, publications
from core.charts.timeline_marks import marks
from core.charts.timeline_rows import ROOMY, Scale, placed
from core.charts.timeline_traces import bars, behind_words, dots, words
from core.charts.timeline_window import Zoom, window
from core.frames.kinds import ClusterRow, EventRow
from core.frames.rows import DocumentRow, last_day

ROW: Pixels = 24
"""Pixels from one row to the next."""

SIDE: Pixels = 24
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
    events: Iterable[ClusterRow],
    documents: Sequence[DocumentRow],
    mode: Mode,
    *,
    by: By = "none",
    lanes: Lanes = "busiest",
    zoom: Zoom = "story",
    focus: str | None = None,
    width: int = 700,
) -> go.Figure:
    """A chart of events; ``customdata`` of a mark is its key.

    An event is a dot, with its first words where it is prominent; what lasts or is vague has a bar, soft where the
    text leaves its ends open. ``by`` makes bands, of which ``lanes`` shows the busiest or all. ``focus`` is the key of
    the mark that is looked at where ``zoom`` shows a part. ``width`` is that of the chart in pixels, for which the
    words are laid out. Which mark is chosen is no part of the chart (see :func:`point_of`): one that changed with each
    choice would be drawn anew, and forget where a reader has moved it.
    """
    found = marks(events, by, last_day(documents), lanes)
    looked_at = next((mark for mark in found if focus and _holds(mark.key, focus)), None)
    shown = window(found, zoom, looked_at.at.middle if looked_at else None)
    chart, look = go.Figure(layout={"template": template(mode)}), colours(mode)
    scale = Scale(shown, width - 2 * SIDE) if shown else None
    laid, bands = placed(found, scale) if scale else ([], [])
    chart.add_traces([bars(laid, scale, mode), dots(laid, mode), words(laid, mode), behind_words(laid, scale)])
    ground = [band_names(bands, mode)]
    if scale:
        ground.append(publications([row.published for row in documents if row.published], scale, mode))
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
        uirevision=f"{by} {lanes} {zoom}",  # where a reader has moved it to is kept while the question stays the same
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
    """The number of the dot, from 0, that stands for one of the mentions of a key."""
    keys = chart.data[_DOTS].customdata
    return next((number for number, one in enumerate(keys) if _holds(one, key)), None)


def shows(chart: go.Figure, key: str) -> bool:
    """Whether the dot of a key lies in the stretch of time that the chart begins with; true where there is none."""
    point, seen = point_of(chart, key), chart.layout.xaxis.range
    return point is None or bool(seen[0] <= chart.data[_DOTS].x[point] <= seen[1])


def beyond(chart: go.Figure, events: Iterable[EventRow]) -> tuple[int, int]:
    """How many dated events have their middle before the stretch that the chart begins with, and how many after it."""
    first, last = chart.layout.xaxis.range
    middles = [moment(event).middle for event in events]
    return sum(at < first for at in middles), sum(at > last for at in middles)


def _holds(key: str, other: str) -> bool:
    """Whether two keys have a mention in common."""
    return bool(set(key.split(",")) & set(other.split(",")))
