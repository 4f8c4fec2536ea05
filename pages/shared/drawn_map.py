"""A map of places on our own ground, drawn in the reader's colours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal, NamedTuple

from core.charts.basemap import basemap
from core.charts.drawn import Drawn
from core.charts.place_map import Canvas, beyond, place_map
from core.charts.place_marks import PlaceMark
from core.charts.theme import Mode, colours
from core.wording import counted
from pages.shared import clicks, gazetteer, outline_route, serving, state
from pages.shared.view import DossierView, kept

Reach = Literal["most", "all"]


def draw(
    view: DossierView,
    key: str,
    width: int,
    height: int,
    reach: Reach = "most",
    zooms: bool = True,
    most: int | None = None,
) -> tuple[PlaceMark, ...]:
    """Draws the places that have a position, and returns those outside the first view; a click on one chooses it.

    ``width`` and ``height`` are the pixels that the first view is fitted to, ``reach`` is how much of it all that is;
    at ``most`` so many places are drawn, the most mentioned.
    """
    marks = view.places[:most]
    located = sum(mark.latitude is not None for mark in marks)
    mode = state.mode()
    looks = f"{mode} {width} {height} {reach} {most}"
    drawn = kept("map", f"{view.key}:{looks}", lambda: _drawn(marks, mode, width, height, reach))
    alt = f"Map of {counted(located, 'place')}; the list on the map page says the same"
    clicks.clickable(drawn.chart, key, "place", alt, scrollZoom=zooms)
    return drawn.outside


class _Drawn(NamedTuple):
    chart: Drawn
    outside: tuple[PlaceMark, ...]


def _drawn(marks: Sequence[PlaceMark], mode: Mode, width: int, height: int, reach: Reach) -> _Drawn:
    """The map, drawn once for all who look at the same places in the same way."""
    shapes = gazetteer.outlines(mark.key for mark in marks if mark.latitude is not None and mark.is_area)
    ground = basemap(colours(mode), lambda name: serving.asset_url("layers", f"{name}.geojson"))
    outlines = partial(outline_route.outlines_url, serving.base_path(), gazetteer.version())
    canvas = Canvas(ground, outlines, mode, width, height, everything=reach == "all")
    return _Drawn(Drawn(place_map(marks, shapes, canvas)), beyond(marks, shapes, canvas))
