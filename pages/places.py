"""Map."""

from pages.shared import frame, panel

view = frame.opening("Map", "Where it happened")
main, side = frame.two_columns()
with side:
    p = view.shown.places
    panel.sentence_panel("Izyum", p[p["name"] == "Izyum"], view.records)
