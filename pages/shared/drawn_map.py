"""A map of places on our own ground, drawn in the reader's colours."""

from __future__ import annotations

from collections.abc import Sequence

from core.charts.basemap import basemap
from core.charts.place_map import Canvas, place_map
from core.charts.place_marks import PlaceMark
from core.charts.theme import colours
from core.wording import counted
from pages.shared import clicks, gazetteer, serving, state


def draw(marks: Sequence[PlaceMark], key: str, width: int, height: int, zooms: bool = True) -> None:
    """Draws the places that have a position; a click on one chooses it.

    ``width`` and ``height`` are the pixels that the first view is fitted to.
    """
    located = [mark for mark in marks if mark.latitude is not None]
    shapes = gazetteer.outlines(mark.key for mark in located if mark.is_area)
    mode = state.mode()
    ground = basemap(colours(mode), lambda name: serving.asset_url("layers", f"{name}.geojson"))
    chart = place_map(marks, shapes, Canvas(ground, mode, width, height))
    alt = f"Map of {counted(len(located), 'place')}; the list of places says the same"
    clicks.clickable(chart, key, "place", alt, scrollZoom=zooms)
