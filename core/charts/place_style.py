"""What is seen of places: layers of a MapLibre style over the ground, with labels that make room for each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from core.charts.areas import Area, collection, point
from core.charts.basemap import FONT, Style
from core.charts.place_marks import DOUBT, PlaceMark, diameter
from core.charts.theme import Colours

CLEAR_METRES = 4_000
"""Metres around a mark in which the ground's own label is left out: the mark has the article's spelling."""


_IS_DOT = [">", ["get", "size"], 0]
_LETTERS = 14
"""Pixels of a dot's name; offsets are counted in them."""


def styled(ground: Style, areas: Sequence[tuple[list[Area], Any]], located: list[PlaceMark], look: Colours) -> Style:
    """The ground with our marks on it. ``areas`` are some with their shapes, or the address of these."""
    ours = {f"our_areas_{n}": _source(shapes) for n, (_, shapes) in enumerate(areas)}
    dots = _source(collection(_named(mark) for mark in located))
    sources = {**ground["sources"], **ours, "our_places": dots}
    layers = [
        *(_cleared(layer, located) for layer in ground["layers"]),
        *_area_layers(ours, [area for some, _ in areas for area in some], look),
        *_dot_layers(look),
    ]
    return {**ground, "sources": sources, "layers": layers}


def _source(data: Any) -> Style:
    """A MapLibre source of some features, or of the address of a file with them."""
    return {"type": "geojson", "data": data}


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


def _named(mark: PlaceMark) -> dict[str, Any]:
    """Where a dot is, or the name of an area, with as little as can be said: a map may have thousands of them."""
    traits: dict[str, Any] = {"name": mark.name, "size": 0 if mark.is_area else diameter(mark.mentions)}
    if not mark.scene:
        traits["actor"] = 1
    if mark.confidence < DOUBT:
        traits["doubt"] = 1
    return {"type": "Feature", "geometry": point(mark), "properties": traits}


def _area_layers(sources: Iterable[str], areas: list[Area], look: Colours) -> list[Style]:
    """Tint and outline of regions; doubt is dashed, actors have no tint, countries are too large for one.

    A circle is doubt, however sure the place is. The shapes know no more of a place than its key: what is so of some
    is said by lists of these. The line of a river has no tint: it would be filled from end to end.
    """
    scene = _among(area for area in areas if area.mark.scene)
    sure = _among(area for area in areas if area.circle is None and area.mark.confidence >= DOUBT)
    tinted = _among(a for a in areas if a.mark.scene and a.mark.kind != "country" and a.outline.surface)
    line = {"line-color": look.place, "line-width": ["match", ["get", "kind"], "country", 1.2, 1.6]}
    solid = {**line, "line-opacity": ["case", scene, 0.9, 0.75]}
    dashed = {**line, "line-opacity": 0.75, "line-dasharray": [3, 2]}
    drawn: tuple[Style, ...] = (
        {
            "id": "our_tints",
            "type": "fill",
            "filter": tinted,
            "paint": {"fill-color": look.place, "fill-opacity": 0.09},
        },
        {"id": "our_outlines", "type": "line", "filter": sure, "paint": solid},
        {"id": "our_doubtful_outlines", "type": "line", "filter": ["!", sure], "paint": dashed},
    )
    named = list(sources)
    return [{**layer, "id": f"{layer['id']}_{name}", "source": name} for layer in drawn for name in named]


def _among(areas: Iterable[Area]) -> list[Any]:
    """Whether a shape is that of one of these areas, for MapLibre."""
    return ["in", ["get", "key"], ["literal", sorted(area.mark.key for area in areas)]]


def _dot_layers(look: Colours) -> list[Style]:
    """Rings and dots, their names, and last what keeps other names off the dots; doubt is pale within a ring."""
    opacity = ["case", ["has", "actor"], 0, ["has", "doubt"], 0.3, 0.85]
    plain = ["!", ["any", ["has", "actor"], ["has", "doubt"]]]
    return [
        {
            "id": "our_dots",
            "type": "circle",
            "source": "our_places",
            "filter": _IS_DOT,
            "paint": {
                "circle-radius": ["/", ["get", "size"], 2],
                "circle-color": look.place,
                "circle-opacity": opacity,
                "circle-stroke-color": ["case", plain, look.halo, look.place],
                "circle-stroke-width": ["case", plain, 1, ["has", "actor"], 2, 1.5],
            },
        },
        _names(look),
        {
            "id": "our_dots_keep_clear",
            "type": "symbol",
            "source": "our_places",
            "filter": _IS_DOT,
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
            "text-size": ["case", _IS_DOT, _LETTERS, 13],
            "text-letter-spacing": ["case", _IS_DOT, 0, 0.06],
            "text-variable-anchor": ["left", "right", "top", "bottom", "top-left", "bottom-left"],
            "text-radial-offset": ["/", ["+", ["/", ["get", "size"], 2], 3], _LETTERS],
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
