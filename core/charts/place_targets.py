"""What a pointer meets on the map: unseen Plotly traces that carry the place's key as ``customdata``."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from core.charts.areas import Area
from core.charts.place_marks import DOUBT, PlaceMark, diameter
from core.charts.theme import Colours, tinted


def targets(marks: list[PlaceMark], look: Colours) -> go.Scattermap:
    """What a pointer meets: unseen until chosen, at least 24 pixels wide for fingers."""
    return go.Scattermap(
        lat=[mark.latitude for mark in marks],
        lon=[mark.longitude for mark in marks],
        customdata=[[mark.key] for mark in marks],
        mode="markers",
        marker={"size": [max(diameter(m.mentions), 24) for m in marks], "color": look.ink, "opacity": 0},
        selected={"marker": {"opacity": 0.25, "color": look.ink}},
        unselected={"marker": {"opacity": 0}},
        hovertext=[_told(mark) for mark in marks],
        hovertemplate="%{hovertext}<extra></extra>",
        name="",
    )


def area_targets(areas: Sequence[Area], where: Any, look: Colours) -> go.Choroplethmap | None:
    """Regions can be clicked anywhere inside; countries only at their names, or every click would meet one.

    ``where`` are the shapes of the areas, or the address of these; null where none of them can be clicked.
    """
    marks = [area.mark for area in areas if area.mark.kind != "country" and area.outline.surface]
    if not marks:
        return None
    return go.Choroplethmap(
        geojson=where,
        locations=[mark.key for mark in marks],
        featureidkey="properties.key",
        z=[1] * len(marks),
        colorscale=[[0, look.place], [1, look.place]],
        showscale=False,
        customdata=[[mark.key] for mark in marks],
        marker={"opacity": 0, "line": {"width": 0, "color": tinted(look.place, 0)}},
        selected={"marker": {"opacity": 0.2}},
        unselected={"marker": {"opacity": 0}},
        hovertext=[_told(mark) for mark in marks],
        hovertemplate="%{hovertext}<extra></extra>",
        name="",
    )


def _told(mark: PlaceMark) -> str:
    """Name, kind and mentions; names come from documents and are escaped."""
    times = "1 mention" if mark.mentions == 1 else f"{mark.mentions:,} mentions"
    doubt = "" if mark.confidence >= DOUBT else " · uncertain"
    return f"<b>{html.escape(mark.name)}</b><br>{html.escape(mark.kind)} · {times}{doubt}"
