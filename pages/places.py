"""Map: where it happened."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.charts.basemap import basemap
from core.charts.place_map import Canvas, place_map
from core.charts.place_marks import PlaceMark, place_marks
from core.charts.theme import colours
from core.desk.unshown import unshown
from core.wording import counted
from pages.shared import asked_outside, clicks, frame, gazetteer, place_list, place_panel, serving, state

HEIGHT = 540


def page() -> None:
    """The map, its key, names without a place, and the same places as a list; sentences at the right."""
    view = frame.opening("Map", "Where it happened")
    marks = place_marks(view.shown.places)
    main, side = frame.two_columns()
    with main:
        if marks:
            _map(marks)
            place_list.unlocated(marks)
            place_list.listed(marks)
        else:
            frame.empty("No place to show.", "Nothing under this filter happens at a place that the text names.", None)
    with side:
        place_panel.show(view)
    asked_outside.fault()
    asked_outside.sent(view.dossier, view.records.values())
    frame.tray(unshown(view.whole, view.chosen, "map"), view.records)


def _map(marks: Sequence[PlaceMark]) -> None:
    located = [mark for mark in marks if mark.latitude is not None]
    shapes = gazetteer.outlines(mark.key for mark in located if mark.is_area)
    mode = state.mode()
    ground = basemap(colours(mode), lambda name: serving.asset_url("layers", f"{name}.geojson"))
    chart = place_map(marks, shapes, Canvas(ground, mode, frame.main_width(), HEIGHT))
    alt = f"Map of {counted(len(located), 'place')}; the list below says the same"
    with st.container(key="dl-map", gap=None):
        clicks.clickable(chart, "map", "place", alt, scrollZoom=True)
        place_list.key(located)


page()
