"""How far the figures for the same thing lie apart: one row a group, one mark a source."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import plotly.graph_objects as go

from core.charts.bounds import SIZE, SYMBOLS, hover
from core.charts.spread_rows import FOOT, LANE, SpreadRow, rows_of
from core.charts.theme import FinePixels, Mode, Pixels, colours, template, tinted
from core.compare import Claim, Group
from core.wording import amount, counted

_LETTER: FinePixels = 8.2
_TITLE_LETTER: FinePixels = 7.8
"""Pixels a letter takes, of a value and of a title, on average."""

_MARGIN: Pixels = 18
"""Pixels left and right of the lowest and the highest number."""

_APART: Pixels = 6
"""Pixels between two values."""


def spread(groups: Sequence[Group], mode: Mode, width: int) -> go.Figure:
    """A chart of groups, each on a scale of its own; ``customdata`` of a mark is ``doc:i`` of its figure.

    A mark's shape tells its bound (:mod:`core.charts.bounds`), a bar the two ends of a range. Marks at one value lie
    one under another, in the order of publication.

    Args:
        groups: what to draw, one row each.
        mode: light or dark.
        width: pixels the chart surely has; labels and marks keep apart at this width.
    """
    look, inner = colours(mode), max(width - 2 * _MARGIN, 100)
    rows = rows_of(groups, inner)
    height = (rows[-1].bottom + FOOT if rows else 0) + 4
    chart = go.Figure(_marks(rows, mode), layout={"template": template(mode)})
    chart.update_layout(
        height=height,
        margin={"l": _MARGIN, "r": _MARGIN, "t": 0, "b": 0},
        showlegend=False,
        clickmode="event+select",
        hoverlabel={"bgcolor": look.raised},
        # Given all at once: Plotly looks through those that are there with each that is added.
        shapes=[line for row in rows for line in _ground(row, mode)],
        annotations=[words for row in rows for words in (*_title(row, inner, mode), *_values(row, inner, mode))],
        xaxis={"range": [-0.02, 1.02], "visible": False, "fixedrange": True},
        yaxis={"range": [height, 0], "visible": False, "fixedrange": True},
    )
    return chart


def _ground(row: SpreadRow, mode: Mode) -> Iterator[dict[str, Any]]:
    """The line from the lowest to the highest number, and the bars of ranges."""
    look = colours(mode)
    base = {"type": "line", "layer": "below"}
    if row.group.low < row.group.high:
        ground = {"color": tinted(look.figure, 0.4), "width": 2}
        yield {**base, "x0": 0, "x1": 1, "y0": row.line, "y1": row.line, "line": ground}
    for (low, _, high), lane in zip(row.places, row.lane_of, strict=True):
        if low != high:
            y = row.line + lane * LANE
            yield {**base, "x0": low, "x1": high, "y0": y, "y1": y, "line": {"color": look.figure, "width": 5}}


def _title(row: SpreadRow, inner: int, mode: Mode) -> Iterator[dict[str, Any]]:
    """What is counted and where, at the left; in how many documents, at the right."""
    look, group = colours(mode), row.group
    told = counted(len(group.documents), "document")
    room = int((inner + 2 * _MARGIN - len(told) * _TITLE_LETTER - 16) / _TITLE_LETTER)
    label = textwrap.shorten(group.label, max(room, 8), placeholder="…")
    place = textwrap.shorten(group.place or "", max(room - len(label) - 2, 0), placeholder="…")
    text = f"<b>{html.escape(label)}</b>" + (f"  {html.escape(place)}" if place else "")
    style: dict[str, Any] = {"showarrow": False, "yanchor": "middle", "y": row.top + 9, "xref": "paper"}
    left, right = {"x": 0, "xshift": -_MARGIN, "xanchor": "left"}, {"x": 1, "xshift": _MARGIN, "xanchor": "right"}
    yield {**style, **left, "text": text, "font": {"color": look.ink, "size": 14}}
    yield {**style, **right, "text": told, "font": {"color": look.quiet, "size": 13}}


def _values(row: SpreadRow, inner: int, mode: Mode) -> Iterator[dict[str, Any]]:
    """The numbers under their marks; where two would touch, the ends come first and the rest is left to the marks."""
    said: dict[float, dict[str, None]] = {}
    for place, claim in zip(row.places, row.claims, strict=True):
        said.setdefault(place[1], {})[amount(claim.low, claim.high, claim.bound, claim.unit)] = None
    named = {at: ", ".join(values) for at, values in said.items()}
    taken: list[tuple[float, float]] = []
    for at in sorted(named, key=lambda place: (-abs(place - 0.5), place)):
        wide, edge = len(named[at]) * _LETTER / inner + _APART / inner, _MARGIN / inner
        starts = {"center": at - wide / 2, "left": at, "right": at - wide}
        free = [
            anchor
            for anchor, start in starts.items()
            if start >= -edge
            and start + wide <= 1 + edge
            and not any(start < end and begin < start + wide for begin, end in taken)
        ]
        if not free:
            continue
        anchor = free[0]
        taken.append((starts[anchor], starts[anchor] + wide))
        yield {
            "x": at,
            "y": row.bottom + 17,
            "xanchor": anchor,
            "yanchor": "middle",
            "showarrow": False,
            "text": html.escape(named[at]),
            "font": {"color": colours(mode).ink, "size": 13},
        }


def _marks(rows: Sequence[SpreadRow], mode: Mode) -> go.Scatter:
    look = colours(mode)
    found: list[tuple[float, int, Claim, int]] = [
        (place[1], row.line + lane * LANE, claim, times)
        for row in rows
        for place, lane, claim, times in zip(row.places, row.lane_of, row.claims, row.times, strict=True)
    ]
    return go.Scatter(
        x=[x for x, *_ in found],
        y=[y for _, y, *_ in found],
        mode="markers",
        marker={
            "symbol": [SYMBOLS[claim.bound] for _, _, claim, _ in found],
            "size": SIZE,
            "color": look.figure,
            "opacity": 1,
            "line": {"color": look.figure, "width": 2},
        },
        customdata=[claim.key for _, _, claim, _ in found],
        hovertext=[hover(claim, times) for _, _, claim, times in found],
        hoverinfo="text",
        selected={"marker": {"opacity": 1, "size": SIZE + 5}},
        unselected={"marker": {"opacity": 0.75}},
        cliponaxis=False,
    )
