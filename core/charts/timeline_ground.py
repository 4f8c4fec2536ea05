"""What lies behind the marks of the timeline: the names of bands, and the days that documents came out."""

from __future__ import annotations

import datetime as dt
import html
import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from core.charts.theme import Mode, colours, tinted
from core.charts.timeline_rows import Band


def name_bands(chart: go.Figure, bands: Sequence[Band], mode: Mode) -> None:
    """Each band under its name, with a hairline above."""
    look = colours(mode)
    for number, band in enumerate(band for band in bands if band.name):
        if number:
            chart.add_hline(y=band.top - 0.45, line={"color": look.hairline, "width": 1}, layer="below")
        chart.add_annotation(
            x=0,
            xref="paper",
            y=band.top,
            xanchor="left",
            yanchor="middle",
            showarrow=False,
            text=f"<b>{html.escape(textwrap.shorten(band.name, 44, placeholder=' …'))}</b>",
            font={"size": 13, "color": look.quiet},
            bgcolor=tinted(look.paper, 0.85),
            borderpad=1,
        )


def mark_publications(chart: go.Figure, published: pd.Series[Any], near: dt.timedelta, mode: Mode) -> None:
    """A line on each day that a document came out: what was said after it happened lies to the right."""
    look = colours(mode)
    named: list[tuple[dt.date, int]] = []
    for day, count in sorted(Counter(published).items()):
        chart.add_vline(x=day, line={"color": look.quiet, "width": 1, "dash": "dot"}, layer="below")
        if named and day - named[-1][0] < near:
            named[-1] = named[-1][0], named[-1][1] + count  # one word for neighbours, whose words would overprint
        else:
            named.append((day, count))
    for day, count in named:
        chart.add_annotation(
            x=day,
            y=1,
            yref="paper",
            yanchor="bottom",
            xanchor="left",
            xshift=-4,
            showarrow=False,
            text=f"published ({count})" if count > 1 else "published",
            font={"size": 13, "color": look.quiet},
        )
