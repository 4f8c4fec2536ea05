"""How a number moved: steps from day to day, with every source's mark."""

from __future__ import annotations

import datetime as dt
import html
from typing import Any

import plotly.graph_objects as go

from core.charts.bounds import SIZE, SYMBOLS, hover, middle
from core.charts.theme import Mode, Pixels, colours, template, tinted
from core.compare import Claim, Group
from core.wording import amount, day, number

_DAY = dt.timedelta(days=1)
_HEIGHT: Pixels = 260
"""Pixels of the chart."""

_DATE_WIDTH: Pixels = 56
"""Pixels that a day under the axis takes."""


def movement(group: Group, mode: Mode, width: int) -> go.Figure:
    """A step chart of a group; ``customdata`` of a mark is ``doc:i`` of its figure.

    A source stands at the one day the text gives its number for, else at its day of publication; figures without any
    day are left out. Between days the last number stands; where sources of one day differ, a band holds them.
    ``width`` is the pixels the chart surely has.
    """
    look = colours(mode)
    chart = go.Figure(layout={"template": template(mode)})
    steps = group.steps
    days = [step.day for step in steps]
    band = {"mode": "lines", "hoverinfo": "skip", "line": {"shape": "hv", "color": look.figure, "width": 2}}
    chart.add_trace(go.Scatter(x=days, y=[step.low for step in steps], **band))
    fill = {"fill": "tonexty", "fillcolor": tinted(look.figure, 0.18)}
    chart.add_trace(go.Scatter(x=days, y=[step.high for step in steps], **band, **fill))
    chart.add_trace(_marks([claim for step in steps for claim in step.claims], mode))
    low, high = _range(group)
    chart.update_layout(
        height=_HEIGHT,
        margin={"l": 8, "r": 24, "t": 12, "b": 8},
        showlegend=False,
        clickmode="event+select",
        hoverlabel={"bgcolor": look.raised},
        shapes=[_range_of(s, mode) for step in steps for s in step.claims if s.least != s.most],
        xaxis={"type": "date", "range": _days(days, width), "fixedrange": True, "automargin": True}
        | _ticks(days, width),
        yaxis={"range": [low, high], "fixedrange": True, "automargin": True, "nticks": 5, "tickformat": ",~r"},
    )
    return chart


def from_nought(group: Group) -> bool:
    """Whether the scale begins at nought; a reader must be told where it does not."""
    return group.low <= 0.5 * group.high


def told(group: Group) -> str:
    """The same in words: "440 on 17 Sep, 450 on 20 Sep", for who does not see the chart."""
    return "; ".join(
        f"{number(step.low)}{f' to {number(step.high)}' if step.high != step.low else ''} on {day(step.day)}"
        for step in group.steps
    )


def _range_of(claim: Claim, mode: Mode) -> dict[str, Any]:
    """The bar of a claim with two ends."""
    on, line = claim.counted_on, {"color": colours(mode).figure, "width": 5}
    return {"type": "line", "x0": on, "x1": on, "y0": claim.least, "y1": claim.most, "line": line}


def _marks(claims: list[Claim], mode: Mode) -> go.Scatter:
    look = colours(mode)
    return go.Scatter(
        x=[claim.counted_on for claim in claims],
        y=[middle(claim) for claim in claims],
        mode="markers+text",
        text=_labels(claims),
        textposition=_positions(claims),
        textfont={"color": look.ink, "size": 13},
        marker={
            "symbol": [SYMBOLS[claim.bound] for claim in claims],
            "size": SIZE,
            "color": look.figure,
            "line": {"color": look.figure, "width": 2},
        },
        customdata=[claim.key for claim in claims],
        hovertext=[hover(claim) for claim in claims],
        hoverinfo="text",
        selected={"marker": {"opacity": 1, "size": SIZE + 5}},
        unselected={"marker": {"opacity": 0.75}},
        cliponaxis=False,
    )


def _labels(claims: list[Claim]) -> list[str]:
    """The value beside its mark, once a day and value; of several a day the lowest and the highest."""
    ends = _ends(claims)
    labels, named = [], set()
    for claim in claims:
        value = amount(claim.low, claim.high, claim.bound, claim.unit)
        place = (claim.counted_on, middle(claim))
        labels.append("" if place in named or middle(claim) not in ends[claim.counted_on] else html.escape(value))
        named.add(place)
    return labels


def _positions(claims: list[Claim]) -> list[str]:
    """A label stands off the line: under its mark where the number falls to it or others of its day lie higher."""
    ends = _ends(claims)
    before = dict(zip(list(ends)[1:], list(ends.values()), strict=False))
    return [_position(s, ends, before) for s in claims]


_Ends = dict[dt.date | None, tuple[float, float]]


def _ends(claims: list[Claim]) -> _Ends:
    """Day → its lowest and its highest mark, in the order of the days."""
    told: dict[dt.date | None, list[float]] = {}
    for claim in claims:
        told.setdefault(claim.counted_on, []).append(middle(claim))
    return {on: (min(values), max(values)) for on, values in told.items()}


def _position(claim: Claim, ends: _Ends, before: _Ends) -> str:
    (low, high), last = ends[claim.counted_on], before.get(claim.counted_on)
    if low < high:  # a line that rises to the mark takes the place right under it
        under = "bottom right" if last and last[1] < low else "bottom center"
        return under if middle(claim) < high else "top center"
    return "bottom center" if last and high < last[1] else "top center"


def _range(group: Group) -> tuple[float, float]:
    """From nought, unless all numbers lie so close together that their steps would not be seen."""
    room = (group.high - group.low or abs(group.high) or 1) * 0.2
    low = min(group.low, 0) if from_nought(group) else group.low - room
    return low, group.high + 1.5 * room


def _days(days: list[dt.date], width: int) -> list[dt.date] | None:
    """First and last day with room for half a date on either side."""
    if not days:
        return None
    room = max(_DAY, (days[-1] - days[0]) * _DATE_WIDTH / 2 / max(width - 100, 100))
    return [days[0] - room, days[-1] + room]


def _ticks(days: list[dt.date], width: int) -> dict[str, object]:
    """The days on which something was said, as far as their names keep apart: first and last before those between."""
    if not days:
        return {}
    apart = max((days[-1] - days[0]).days, 1) * _DATE_WIDTH / max(width - 100, 100)
    named: list[dt.date] = []
    for when in (days[0], days[-1], *days[1:-1]):
        if all(abs((when - other).days) >= apart for other in named):
            named.append(when)
    text = [f"{when.day} {when:%b}<br>{when:%Y}" for when in named]
    return {"tickvals": named, "ticktext": text, "tickangle": 0}
