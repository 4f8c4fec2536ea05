"""The ground under the marks: a MapLibre style of our own layers, with no glyphs, sprite or tile from anywhere.

Labels are drawn with the fonts of the page. Layers are GeoJSON files served beside the app; their addresses are
handed in, because only the server knows them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.charts.theme import Colours

LAYERS = ("countries", "borders", "regions", "rivers", "lakes", "labels", "country_labels")
ATTRIBUTION = "Natural Earth · GeoNames CC BY 4.0"
FONT = ["Inter", "sans-serif"]
Style = dict[str, Any]
_IN_ITS_TIME = [">=", ["zoom"], ["get", "min_zoom"]]
_LAND = ["!", ["has", "sea"]]
_COUNTRY_IN_ITS_TIME = [">=", ["zoom"], ["-", ["get", "rank"], 2]]
_TOWN_ZOOMS = ["match", ["get", "rank"], 0, 2, 1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 7, 8]
"""The zoom from which towns of a rank are shown: 0 has five million people, 7 under five thousand."""

_TOWN_IN_ITS_TIME = [">=", ["zoom"], ["-", _TOWN_ZOOMS, ["case", ["has", "capital"], 1, 0]]]


def basemap(look: Colours, address: Callable[[str], str]) -> Style:
    """A MapLibre style (version 8); ``address`` turns a name of :data:`LAYERS` into the URL of its GeoJSON."""
    sources: dict[str, Any] = {name: {"type": "geojson", "data": address(name)} for name in LAYERS}
    sources["countries"]["attribution"] = ATTRIBUTION
    return {"version": 8, "sources": sources, "layers": [*_ground(look), *_lines(look), *_labels(look)]}


def _ground(look: Colours) -> list[Style]:
    """Sea and land, which come in one file: until it is there the ground is paper and says nothing."""
    sea: Style = {"fill-color": look.water, "fill-antialias": False}  # else its edge is a line along the date line
    return [
        {"id": "paper", "type": "background", "paint": {"background-color": look.raised}},
        {"id": "sea", "type": "fill", "source": "countries", "filter": ["has", "sea"], "paint": sea},
        {"id": "land", "type": "fill", "source": "countries", "filter": _LAND, "paint": {"fill-color": look.land}},
        {"id": "lakes", "type": "fill", "source": "lakes", "paint": {"fill-color": look.water}},
    ]


def _lines(look: Colours) -> list[Style]:
    return [
        _line("rivers", look.river, [3, 0.4, 6, 1.0, 9, 2.0], {"filter": _IN_ITS_TIME}),
        _line("regions", look.region, [4, 0.5, 8, 1.0], {"filter": _IN_ITS_TIME}, dashes=[3, 2]),
        _line("coast", look.border, [2, 0.3, 6, 0.7], {"source": "countries", "filter": _LAND}),
        _line("borders", look.border, [2, 0.6, 6, 1.4]),
    ]


def _line(
    name: str, colour: str, widths: list[float], more: Style | None = None, dashes: list[float] | None = None
) -> Style:
    """A line whose width grows with the zoom: ``widths`` are pairs of zoom and pixels."""
    paint: Style = {"line-color": colour, "line-width": ["interpolate", ["linear"], ["zoom"], *widths]}
    if dashes:
        paint["line-dasharray"] = dashes
    layout = {"line-join": "round", "line-cap": "butt" if dashes else "round"}
    return {"id": name, "type": "line", "source": name, "paint": paint, "layout": layout, **(more or {})}


def _labels(look: Colours) -> list[Style]:
    below = {"text-anchor": "top", "text-offset": [0, 0.3]}
    spaced = {"text-letter-spacing": 0.08}
    return [
        _towns(look),
        _text("labels", look, [4, 12, 8, 13, 11, 14], {"filter": _TOWN_IN_ITS_TIME}, below),
        _text("country_labels", look, [2, 12, 5, 15], {"maxzoom": 5.5, "filter": _COUNTRY_IN_ITS_TIME}, spaced),
    ]


def _towns(look: Colours) -> Style:
    """The points that the labels belong to."""
    size = ["interpolate", ["linear"], ["get", "rank"], 0, 2.5, 4, 1.6, 7, 1]
    paint = {"circle-radius": size, "circle-color": look.label, "circle-opacity": 0.8}
    return {"id": "towns", "type": "circle", "source": "labels", "filter": _TOWN_IN_ITS_TIME, "paint": paint}


def _text(
    name: str, look: Colours, sizes: list[float], more: Style | None = None, layout: Style | None = None
) -> Style:
    """Small names; ``sizes`` are pairs of zoom and pixels."""
    return {
        "id": name,
        "type": "symbol",
        "source": name,
        "layout": {
            "text-field": ["get", "name"],
            "text-font": FONT,
            "text-size": ["interpolate", ["linear"], ["zoom"], *sizes],
            "text-padding": 6,
            "text-max-width": 9,
            "symbol-sort-key": ["get", "rank"],
            **(layout or {}),
        },
        "paint": {"text-color": look.label, "text-halo-color": look.halo, "text-halo-width": 1.2},
        **(more or {}),
    }
