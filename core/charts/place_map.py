"""Places → map: dots by mentions for settlements and sites, outlines for regions and countries, doubt lighter.

What is seen are layers of the MapLibre style, which can do rings, dashes and labels that make room for each other;
what is pointed at and clicked are unseen Plotly traces over them, which carry the place's key as ``customdata``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from core.charts.areas import Address, Area, Extent, Outline, area, shapes
from core.charts.basemap import Style
from core.charts.map_view import MapView, first_view
from core.charts.place_marks import PlaceMark
from core.charts.place_style import styled
from core.charts.place_targets import area_targets, targets
from core.charts.theme import Mode, colours, template


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is drawn on: the base map's style, the colours' mode, and the size in pixels the first view is made for.

    ``address`` tells where a browser finds outlines. ``everything`` has the first view fit every scene, however far
    off; see :mod:`core.charts.map_view`.
    """

    style: Style
    address: Address
    mode: Mode
    width: int
    height: int
    everything: bool = False


def place_map(marks: Sequence[PlaceMark], outlines: Mapping[str, Outline], canvas: Canvas) -> go.Figure:
    """A map of some places. Those without coordinates are left out.

    Args:
        marks: the places, one each.
        outlines: place key → what is known of its outline, for those that have one.
        canvas: what is drawn on.
    """
    look = colours(canvas.mode)
    located = sorted((mark for mark in marks if mark.latitude is not None), key=lambda mark: -mark.mentions)
    dots = [mark for mark in located if not mark.is_area]
    named = [mark for mark in located if mark.is_area]
    areas = _areas(named, outlines)
    shaped = list(shapes(areas, canvas.address))
    surfaces = (area_targets(some, where, look) for some, where in shaped)
    chart = go.Figure([*filter(None, surfaces), targets([*named, *dots], look)])
    chart.update_layout(
        template=template(canvas.mode),
        map={
            "style": styled(canvas.style, shaped, located, look),
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


def beyond(marks: Sequence[PlaceMark], outlines: Mapping[str, Outline], canvas: Canvas) -> tuple[PlaceMark, ...]:
    """The scenes (of a map of actors alone, the actors) that lie outside the first view of :func:`place_map`."""
    located = [mark for mark in marks if mark.latitude is not None]
    areas = _areas(located, outlines)
    view = _first_view(located, areas, canvas)
    extents = {one.mark.key: one.outline.extent for one in areas}
    wanted = [mark for mark in located if mark.scene] or located
    return tuple(mark for mark in wanted if not view.shows(*extents.get(mark.key, _at(mark))))


def _areas(marks: Iterable[PlaceMark], outlines: Mapping[str, Outline]) -> list[Area]:
    """Those that are drawn as a surface or a line."""
    drawn = (area(mark, outlines.get(mark.key)) for mark in marks if mark.is_area)
    return [one for one in drawn if one is not None]


def _first_view(located: Sequence[PlaceMark], areas: Sequence[Area], canvas: Canvas) -> MapView:
    """The first view; where it is to hold everything, countries and waters count by the points of their names."""
    points = [mark for mark in located if canvas.everything or not mark.is_area]
    return first_view(points, areas, canvas.width, canvas.height, canvas.everything)


def _at(mark: PlaceMark) -> Extent:
    longitude, latitude = mark.longitude or 0.0, mark.latitude or 0.0
    return longitude, latitude, longitude, latitude
