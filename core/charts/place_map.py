"""Places → map: dots by mentions for settlements and sites, outlines for regions and countries, doubt lighter.

What is seen are layers of the MapLibre style, which can do rings, dashes and labels that make room for each other;
what is pointed at and clicked are unseen Plotly traces over them, which carry the place's key as ``customdata``.
"""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import plotly.graph_objects as go

from core.charts.areas import Area, Geometry, circle, collection, extent, feature, point
from core.charts.basemap import FONT, Style
from core.charts.place_marks import DOUBT, PlaceMark
from core.charts.theme import Colours, Mode, colours, template, tinted
from core.charts.view import View, first_view

SMALLEST = 9.0
"""Diameter in pixels of a place mentioned once."""

LARGEST = 40.0
CLEAR_METRES = 4_000
"""Metres around a mark in which the ground's own label is left out: the mark has the article's spelling."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is drawn on: the base map's style, the colours' mode, and the size in pixels the first view is made for.

    ``everything`` has that view fit every scene, however far off; see :mod:`core.charts.view`.
    """

    style: Style
    mode: Mode
    width: int
    height: int
    everything: bool = False


def place_map(marks: Sequence[PlaceMark], outlines: Mapping[str, Geometry], canvas: Canvas) -> go.Figure:
    """A map of some places. Those without coordinates are left out.

    Args:
        marks: the places, one each.
        outlines: place key → GeoJSON geometry, for those that have one.
        canvas: what is drawn on.
    """
    look = colours(canvas.mode)
    located = sorted((mark for mark in marks if mark.latitude is not None), key=lambda mark: -mark.mentions)
    dots = [mark for mark in located if not mark.is_area]
    named = [mark for mark in located if mark.is_area]
    areas = _areas(named, outlines)
    inside = [(mark, shape) for mark, shape in areas if mark.kind != "country" and _is_surface(shape)]
    chart = go.Figure([_area_targets(inside, look), _targets([*named, *dots], look)])
    chart.update_layout(
        template=template(canvas.mode),
        map={
            "style": _style(canvas.style, areas, outlines, located, look),
            "fitbounds": False,
            **_first_view(located, areas, canvas).layout(),
        },
        height=canvas.height,
        showlegend=False,
        uirevision="map",
        clickmode="event+select",
        hovermode="closest",
    )
    return chart


def beyond(marks: Sequence[PlaceMark], outlines: Mapping[str, Geometry], canvas: Canvas) -> tuple[PlaceMark, ...]:
    """The scenes (of a map of actors alone, the actors) that lie outside the first view of :func:`place_map`."""
    located = [mark for mark in marks if mark.latitude is not None]
    areas = _areas(located, outlines)
    view = _first_view(located, areas, canvas)
    extents = {mark.key: extent(shape) for mark, shape in areas}
    wanted = [mark for mark in located if mark.scene] or located
    return tuple(mark for mark in wanted if not view.shows(*extents.get(mark.key, _at(mark))))


def diameter(mentions: int) -> float:
    """Pixels: the area grows with the mentions, up to a limit."""
    return min(SMALLEST * sqrt(mentions), LARGEST)


def _areas(marks: Iterable[PlaceMark], outlines: Mapping[str, Geometry]) -> list[Area]:
    """Those that are drawn as a surface or a line, each with it."""
    named = (mark for mark in marks if mark.is_area)
    return [(mark, shape) for mark in named if (shape := outlines.get(mark.key) or circle(mark))]


def _first_view(located: Sequence[PlaceMark], areas: Sequence[Area], canvas: Canvas) -> View:
    """The first view; where it is to hold everything, countries and waters count by the points of their names."""
    points = [mark for mark in located if canvas.everything or not mark.is_area]
    return first_view(points, areas, canvas.width, canvas.height, canvas.everything)


def _at(mark: PlaceMark) -> tuple[float, float, float, float]:
    longitude, latitude = mark.longitude or 0.0, mark.latitude or 0.0
    return longitude, latitude, longitude, latitude


def _style(
    ground: Style, areas: list[Area], outlined: Collection[str], located: list[PlaceMark], look: Colours
) -> Style:
    """The ground with our marks on it; an area that is not ``outlined`` is a circle, and drawn as doubtful."""
    sources = {
        **ground["sources"],
        "our_areas": collection(
            feature(mark, shape, {**_traits(mark, mark.key in outlined), "surface": _is_surface(shape)})
            for mark, shape in areas
        ),
        "our_places": collection(feature(mark, point(mark), _traits(mark)) for mark in located),
    }
    layers = [*(_cleared(layer, located) for layer in ground["layers"]), *_area_layers(look), *_dot_layers(look)]
    return {**ground, "sources": sources, "layers": layers}


def _is_surface(shape: Geometry) -> bool:
    """Whether an outline encloses something; that of a river does not."""
    return str(shape["type"]).endswith("Polygon")


def _cleared(layer: Style, located: list[PlaceMark]) -> Style:
    """A layer of the ground's labels without those that our own stand for."""
    dots = [[mark.longitude, mark.latitude] for mark in located if not mark.is_area]
    countries = sorted({mark.country for mark in located if mark.kind == "country" and mark.country})
    if layer.get("source") == "labels" and dots:
        away = [">", ["distance", {"type": "MultiPoint", "coordinates": dots}], CLEAR_METRES]
        return {**layer, "filter": ["all", layer["filter"], away]}
    if layer.get("source") == "country_labels" and countries:
        others = ["!", ["in", ["get", "iso"], ["literal", countries]]]
        return {**layer, "filter": ["all", layer["filter"], others]}
    return layer


def _traits(mark: PlaceMark, outlined: bool = True) -> dict[str, Any]:
    size = 0 if mark.is_area else diameter(mark.mentions)
    return {
        "name": mark.name,
        "area": mark.is_area,
        "size": size,
        "gap": round((size / 2 + 3) / 14, 3),  # in units of the label's 14 pixels
        "scene": mark.scene,
        "sure": mark.confidence >= DOUBT and outlined,
    }


def _area_layers(look: Colours) -> list[Style]:
    """Tint and outline of regions; doubt is dashed, actors have no tint, countries are too large for one."""
    width = ["match", ["get", "kind"], "country", 1.2, 1.6]
    opacity = ["case", ["get", "scene"], 0.9, 0.75]
    line = {"line-color": look.place, "line-width": width, "line-opacity": opacity}
    tint = ["case", ["all", ["get", "scene"], ["!=", ["get", "kind"], "country"]], 0.09, 0]
    return [
        {
            "id": "our_tints",
            "type": "fill",
            "source": "our_areas",
            "filter": ["get", "surface"],  # the line of a river would be filled from end to end
            "paint": {"fill-color": look.place, "fill-opacity": tint},
        },
        {"id": "our_outlines", "type": "line", "source": "our_areas", "filter": ["get", "sure"], "paint": line},
        {
            "id": "our_doubtful_outlines",
            "type": "line",
            "source": "our_areas",
            "filter": ["!", ["get", "sure"]],
            "paint": {**line, "line-opacity": 0.75, "line-dasharray": [3, 2]},
        },
    ]


def _dot_layers(look: Colours) -> list[Style]:
    """Rings and dots, their names, and last what keeps other names off the dots; doubt is pale within a ring."""
    opacity = ["case", ["!", ["get", "scene"]], 0, ["get", "sure"], 0.85, 0.3]
    plain = ["all", ["get", "scene"], ["get", "sure"]]
    return [
        {
            "id": "our_dots",
            "type": "circle",
            "source": "our_places",
            "filter": ["!", ["get", "area"]],
            "paint": {
                "circle-radius": ["/", ["get", "size"], 2],
                "circle-color": look.place,
                "circle-opacity": opacity,
                "circle-stroke-color": ["case", plain, look.halo, look.place],
                "circle-stroke-width": ["case", plain, 1, ["get", "scene"], 1.5, 2],
            },
        },
        _names(look),
        {
            "id": "our_dots_keep_clear",
            "type": "symbol",
            "source": "our_places",
            "filter": ["!", ["get", "area"]],
            "layout": {
                "text-field": "●",
                "text-font": FONT,
                "text-size": ["max", 12, ["get", "size"]],
                "text-allow-overlap": True,
                "text-padding": 0,
            },
            "paint": {"text-opacity": 0},
        },
    ]


def _names(look: Colours) -> Style:
    """Our own labels: beside a dot, in the middle of an area; the most mentioned find room first."""
    return {
        "id": "our_names",
        "type": "symbol",
        "source": "our_places",
        "layout": {
            "text-field": ["get", "name"],
            "text-font": FONT,
            "text-size": ["case", ["get", "area"], 13, 14],
            "text-letter-spacing": ["case", ["get", "area"], 0.06, 0],
            "text-variable-anchor": ["left", "right", "top", "bottom", "top-left", "bottom-left"],
            "text-radial-offset": ["get", "gap"],
            "text-justify": "auto",
            "text-padding": 1,
            "symbol-sort-key": ["-", 0, ["get", "size"]],
        },
        "paint": {
            "text-color": look.place_text,
            "text-halo-color": look.halo,
            "text-halo-width": 1.6,
        },
    }


def _targets(marks: list[PlaceMark], look: Colours) -> go.Scattermap:
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


def _area_targets(areas: Iterable[Area], look: Colours) -> go.Choroplethmap:
    """Regions can be clicked anywhere inside; countries only at their names, or every click would meet one."""
    pairs = list(areas)
    return go.Choroplethmap(
        geojson=collection(feature(mark, shape) for mark, shape in pairs)["data"],
        locations=[mark.key for mark, _ in pairs],
        featureidkey="properties.key",
        z=[1] * len(pairs),
        colorscale=[[0, look.place], [1, look.place]],
        showscale=False,
        customdata=[[mark.key] for mark, _ in pairs],
        marker={"opacity": 0, "line": {"width": 0, "color": tinted(look.place, 0)}},
        selected={"marker": {"opacity": 0.2}},
        unselected={"marker": {"opacity": 0}},
        hovertext=[_told(mark) for mark, _ in pairs],
        hovertemplate="%{hovertext}<extra></extra>",
        name="",
    )


def _told(mark: PlaceMark) -> str:
    """Name, kind and mentions; names come from documents and are escaped."""
    times = "1 mention" if mark.mentions == 1 else f"{mark.mentions:,} mentions"
    doubt = "" if mark.confidence >= DOUBT else " · uncertain"
    return f"<b>{html.escape(mark.name)}</b><br>{html.escape(mark.kind)} · {times}{doubt}"
