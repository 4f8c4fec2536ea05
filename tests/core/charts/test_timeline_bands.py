"""Bands by place, actor or kind: the busiest first, the rest folded, no event lost."""

from __future__ import annotations

from dataclasses import replace

from core.charts.timeline_bands import WAYS, folded
from core.charts.timeline_marks import marks
from core.frames.rows import Frames, frames
from core.models import Words
from tests.core.charts.timelines import TODAY, dots, drawn, table
from tests.core.records import record


def test_bands_are_made_by_place_actor_or_kind() -> None:
    """Each event lies in one band; what has no name comes last."""
    one = record()
    start = one.text.index("Officials")
    police = Words(start, start + 9, "the Officials")
    events = (replace(one.events[0], actors=(police,)), replace(one.events[1], places=()))
    made = frames([replace(one, events=events)])
    names = {by: [mark.band.name for mark in marks(table(made), by, TODAY)] for by in WAYS}
    assert names["none"] == ["", ""]
    assert names["place"] == ["Vasylkove", "No place told"]
    assert names["actor"] == ["Officials", "No actor told"]
    assert names["kind"] == ["Finds and searches", "Attacks and fighting"]
    assert "<b>Vasylkove</b>" in [note.text for note in drawn(made, by="place").layout.annotations]


def many_places(number: int) -> Frames:
    """One event at each of so many places, and two at the first."""
    one = record()
    places = tuple(replace(one.places[0], name=f"Place {n:02}", source=f"geonames:{n}") for n in range(number))
    events = tuple(replace(one.events[0], places=(n,), summary=f"Find {n}") for n in (0, *range(number)))
    return frames([replace(one, places=places, events=events)])


def test_the_busiest_places_come_first_and_the_rest_is_folded() -> None:
    """The folded band says how many it holds, stands on few rows and opens; no event is lost either way."""
    made = many_places(30)
    busiest, everything = drawn(made, by="place"), drawn(made, by="place", lanes="all")
    names = [note.text for note in busiest.layout.annotations if note.text.startswith("<b>")]
    assert names[0] == "<b>Place 00</b>"
    assert names[-1] == "<b>25 other places, 25 events</b>"
    assert len(names) == 6
    assert sum("<b>" in note.text for note in everything.layout.annotations) == 30
    assert busiest.layout.height < 700 < everything.layout.height
    for chart in (busiest, everything):
        assert sum(len(key.split(",")) for key in dots(chart).customdata) == 31
    assert folded(table(made), "place") == 25


def test_one_more_place_is_shown_and_not_folded() -> None:
    """A band that says "1 other place" would take the room of the place itself."""
    assert folded(table(many_places(6)), "place") == 0
    assert folded(table(many_places(7)), "place") == 2


def test_even_hundreds_of_places_do_not_make_a_chart_without_end() -> None:
    """Opened it has forty bands of their own, and one for what is left."""
    chart = drawn(many_places(300), by="place", lanes="all")
    assert sum("<b>" in note.text for note in chart.layout.annotations) == 41
    assert sum(len(key.split(",")) for key in dots(chart).customdata) == 301
