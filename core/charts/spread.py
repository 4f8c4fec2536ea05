"""How far the figures for the same thing lie apart: one row a group, one tick a source."""

from __future__ import annotations

import html
import math
import textwrap
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from core.charts.theme import Mode, colours, template, tinted
from core.compare import Group
from core.wording import amount

ROW = 46
"""Pixels from one row to the next."""

_LOGARITHMIC_FROM = 50
"""Ratio of the largest to the smallest value from which the axis is logarithmic."""

_LABEL = 0.09
"""Share of the axis that a label takes."""

FAMILIES = {"money": "Money", "percent": "Shares", "count": "Counts", "duration": "Lengths of time"}


def families(groups: Sequence[Group]) -> dict[str, tuple[Group, ...]]:
    """Groups that may share an axis: counts, shares, lengths by unit, money by currency. Title → groups."""
    made: dict[str, list[Group]] = {}
    for group in groups:
        title = FAMILIES.get(group.kind, "Measures")
        unit = f" ({group.unit})" if group.kind not in ("count", "percent", "rank") and group.unit else ""
        made.setdefault(f"{title}{unit}", []).append(group)
    return {title: tuple(members) for title, members in made.items()}


def spread(groups: Sequence[Group], mode: Mode) -> go.Figure:
    """A chart of groups that share an axis; ``customdata`` of a tick is ``doc:i`` of its figure.

    A tick is an exact number, an arrow an open bound, a line from low to high a range. The axis is logarithmic
    where values lie far apart.
    """
    look = colours(mode)
    chart = go.Figure(layout={"template": template(mode)})
    rows = [(position, row) for position, group in enumerate(groups) for row in group.figures.to_dict("records")]
    values = [value for _, row in rows for value in _ends(row)]
    logarithmic = bool(values) and min(values) > 0 and max(values) / min(values) >= _LOGARITHMIC_FROM
    for position, group in enumerate(groups):
        ends = [value for row in group.figures.to_dict("records") for value in _ends(row)]
        line = {"color": tinted(look.figure, 0.45), "width": 3}
        chart.add_shape(type="line", x0=min(ends), x1=max(ends), y0=position, y1=position, line=line, layer="below")
    reach = _range(values, logarithmic)
    labels = _labels(rows, logarithmic, reach[1] - reach[0] if reach else 1.0)
    chart.add_trace(_ticks(rows, labels, mode))
    chart.update_layout(
        height=len(groups) * ROW + 60,
        margin={"l": 8, "r": 24, "t": 12, "b": 36},
        showlegend=False,
        clickmode="event+select",
        xaxis={"type": "log" if logarithmic else "linear", "range": reach, "fixedrange": True}
        | ({"dtick": 1} if logarithmic else {}),
        yaxis={
            "tickvals": list(range(len(groups))),
            "ticktext": [html.escape(textwrap.shorten(group.label, 30, placeholder="…")) for group in groups],
            "range": [len(groups) - 0.4, -0.7],
            "fixedrange": True,
            "automargin": True,
            "tickfont": {"color": look.ink, "size": 14},
        },
    )
    return chart


def _ends(row: dict[Any, Any]) -> list[float]:
    return [float(value) for value in (row["low"], row["high"]) if value is not None]


def _range(values: list[float], logarithmic: bool) -> list[float] | None:
    """Room at both sides for labels and arrows; a linear axis of positive numbers begins at nought."""
    if not values:
        return None
    low, high = min(values), max(values)
    if logarithmic:
        return [math.log10(low) - 0.35, math.log10(high) + 0.45]
    room = (max(high, 0) - min(low, 0)) * 0.12 or 1
    return [min(low, 0) - room * (low < 0), max(high, 0) + room]


_SYMBOLS = {
    "at least": "triangle-right",
    "more than": "triangle-right",
    "vague": "triangle-right",
    "at most": "triangle-left",
    "less than": "triangle-left",
    "about": "circle-open",
    "between": "line-ns",
}


def _ticks(rows: Sequence[tuple[int, dict[Any, Any]]], labels: list[str], mode: Mode) -> go.Scatter:
    look = colours(mode)
    return go.Scatter(
        x=[_middle(row) for _, row in rows],
        y=[position for position, _ in rows],
        mode="markers+text",
        marker={
            "symbol": [_SYMBOLS.get(row["bound"], "line-ns") for _, row in rows],
            "size": 14,
            "color": look.figure,
            "line": {"color": look.figure, "width": 3},
        },
        text=labels,
        textposition="top center",
        textfont={"color": look.ink, "size": 13},
        customdata=[f"{row['doc']}:{row['i']}" for _, row in rows],
        hovertext=[_hover(row) for _, row in rows],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.5}},
        cliponaxis=False,
    )


def _labels(rows: Sequence[tuple[int, dict[Any, Any]]], logarithmic: bool, width: float) -> list[str]:
    """The value over its tick; values too close for two labels share the one over the first of them."""
    shared: dict[int, list[str]] = {}
    last: dict[int, tuple[float, int]] = {}
    for index in sorted(range(len(rows)), key=lambda i: (rows[i][0], _middle(rows[i][1]))):
        position, row = rows[index]
        at = math.log10(_middle(row)) if logarithmic else _middle(row)
        if position not in last or at - last[position][0] > width * _LABEL:
            last[position] = (at, index)
        values = shared.setdefault(last[position][1], [])
        label = amount(row["low"], row["high"], row["bound"], row["unit"])
        if label not in values:
            values.append(label)
    return [_joined(shared.get(index, [])) for index in range(len(rows))]


def _joined(values: list[str]) -> str:
    """At most three values; the rest is told by the marks themselves."""
    return " · ".join([*values[:3], *(["…"] if len(values) > 3 else [])])


def _middle(row: dict[Any, Any]) -> float:
    ends = _ends(row)
    return sum(ends) / len(ends)


def _hover(row: dict[Any, Any]) -> str:
    """Escaped: the words of the text, and who says so."""
    words = "<br>".join(html.escape(line) for line in textwrap.wrap(str(row["text"]), 60)[:3])
    return f"<b>{words}</b><br>{html.escape(str(row['speaker'] or 'speaker unclear'))}"
