"""Map: where it happened."""

from __future__ import annotations

import streamlit as st

from pages.map import first_view, place_list, place_panel
from pages.shared import asked_outside, drawn_map, frame

HEIGHT = 540
"""Pixels of the map."""


def page() -> None:
    """The map, its key, names without a place, and the same places as a list; sentences at the right."""
    view = frame.opening("Map", "Where it happened")
    marks = view.places
    main, side = frame.two_columns()
    with main:
        if marks:
            with st.container(key="dl-map", gap=None):
                outside = drawn_map.draw(view, "map", frame.main_width(), HEIGHT, reach=first_view.chosen())
                place_list.key([mark for mark in marks if mark.latitude is not None])
                first_view.offer(outside)
            place_list.unlocated(marks)
            place_list.listed(marks)
        else:
            frame.empty("No place to show.", "Nothing under this filter happens at a place that the text names.", None)
    with side:
        place_panel.show(view)
    asked_outside.fault()
    asked_outside.sent(view.dossier, drawn=True)
    frame.tray(view, "map")


page()
