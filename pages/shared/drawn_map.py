"""A map of places on our own ground, drawn in the reader's colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from core.charts.basemap import basemap
from core.charts.place_map import Canvas, beyond, place_map
from core.charts.place_marks import PlaceMark
from core.charts.theme import colours
from core.wording import counted
from pages.shared import clicks, gazetteer, serving, state

Reach = Literal["most", "all"]


def draw(
    marks: Sequence[PlaceMark], key: str, width: int, height: int, reach: Reach = "most", zooms: bool = True
) -> tuple[PlaceMark, ...]:
    """Draws the places that have a position, and returns those outside the first view; a click on one chooses it.

    ``width`` and ``height`` are the pixels that the first view is fitted to, ``reach`` is how much of it all that is.
    """
    located = [mark for mark in marks if mark.latitude is not None]
    shapes = gazetteer.outlines(mark.key for mark in located if mark.is_area)
    mode = state.mode()
    ground = basemap(colours(mode), lambda name: serving.asset_url("layers", f"{name}.geojson"))
    canvas = Canvas(ground, mode, width, height, everything=reach == "all")
    alt = f"Map of {counted(len(located), 'place')}; the list on the map page says the same"
    clicks.clickable(place_map(marks, shapes, canvas), key, "place", alt, scrollZoom=zooms)
    return beyond(marks, shapes, canvas)
