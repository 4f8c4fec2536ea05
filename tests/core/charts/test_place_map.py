"""The map as a figure: what is drawn where, how large, and where it first looks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.charts.areas import AT_ONE_ADDRESS, Area, Outline, circle, outline_of
from core.charts.basemap import LAYERS, basemap
from core.charts.map_view import CLOSEST, first_view
from core.charts.place_map import Canvas, beyond, place_map
from core.charts.place_marks import LARGEST, PlaceMark, diameter, place_marks
from core.charts.theme import DARK, LIGHT, Colours, colours
from core.frames.rows import frames
from tests.core.records import place, record

SQUARE = Outline((30, 50, 32, 52), surface=True)
LINE = Outline((30, 49, 32, 50), surface=False)
TOWN = PlaceMark("geonames:1", "Vasylkove", "settlement", 49.5, 36.5, "UA", 5.0, 4, 2, 0.9, True)
REGION = replace(TOWN, key="naturalearth:XX-1", name="Midland", kind="region", latitude=51.0, longitude=31.0)
COUNTRY = replace(REGION, key="naturalearth:XX", name="Norland", kind="country", country="XX")
SEA = replace(REGION, key="dateline:sea", name="Grey Sea", kind="water")
NOWHERE = replace(TOWN, key="name:pravdyne", name="Pravdyne", latitude=None, longitude=None)


def drawn(*marks: PlaceMark, outlines: dict[str, Outline] | None = None) -> go.Figure:
    """The map of some marks in light colours."""
    ground = basemap(LIGHT, lambda name: f"/layers/{name}.geojson")
    return place_map(marks, outlines or {}, Canvas(ground, address, "light", 700, 540))


def address(keys: Sequence[str]) -> str:
    """Where a browser would find some outlines."""
    return f"/outlines?of={','.join(keys)}"


def style(chart: go.Figure) -> dict[str, Any]:
    """The MapLibre style of a map."""
    return dict(chart.to_plotly_json()["layout"]["map"]["style"])


def said_of(chart: go.Figure, layer: str) -> list[str]:
    """The keys of the areas that a layer, or what it leaves out, is of."""
    (found,) = [one["filter"] for one in style(chart)["layers"] if one["id"] == layer]
    return list((found[1] if found[0] == "!" else found)[2][1])


def features(chart: go.Figure, source: str) -> list[dict[str, Any]]:
    """The features of one of our own sources."""
    return list(style(chart)["sources"][source]["data"]["features"])


def test_base_map_asks_for_nothing_but_our_layers() -> None:
    """No glyphs, sprite or tiles; each source is one of our files."""
    made = basemap(DARK, lambda name: f"/layers/{name}.geojson")
    assert not {"glyphs", "sprite"} & made.keys()
    assert {s["data"] for s in made["sources"].values()} == {f"/layers/{name}.geojson" for name in LAYERS}
    assert {layer.get("source") for layer in made["layers"]} <= {*LAYERS, None}
    assert "http" not in json.dumps(made)


def test_the_ground_is_water_only_where_the_land_is_there() -> None:
    """Behind all lies a colour that is neither; land and coasts leave out the globe that the sea is drawn with."""
    layers = {layer["id"]: layer for layer in basemap(LIGHT, lambda name: name)["layers"]}
    (behind,) = [layer["paint"]["background-color"] for layer in layers.values() if layer["type"] == "background"]
    assert behind not in (LIGHT.water, LIGHT.land)
    assert layers["sea"]["source"] == layers["land"]["source"] == "countries"
    assert layers["land"]["filter"] == layers["coast"]["filter"] == ["!", layers["sea"]["filter"]]


def test_mentions_become_one_mark_a_place() -> None:
    """Mentions are counted, a scene among them makes the mark a scene, adjectives do not count."""
    places = (place(), place(nth=1, role="actor"), place("Norland", adjective=True))
    (mark,) = place_marks(frames([record(places=places)]).places)
    assert (mark.name, mark.mentions, mark.documents, mark.scene) == ("Vasylkove", 2, 1, True)


def test_name_as_it_is_written_inside_a_sentence() -> None:
    """The capitals of a dateline name a place only where nothing else does."""
    shouted = place(name="VASYLKOVE")
    (mark,) = place_marks(frames([record(places=(shouted, shouted, place(nth=1)))]).places)
    assert mark.name == "Vasylkove"
    (mark,) = place_marks(frames([record(places=(shouted,), figures=(), events=())]).places)
    assert mark.name == "VASYLKOVE"


def test_no_place_at_all() -> None:
    """An empty frame gives no mark, and no marks give a map that can be drawn."""
    assert place_marks(frames([]).places) == ()
    assert drawn().to_json()


def test_settlement_is_a_dot_and_region_its_outline() -> None:
    """Dots carry their size; a region is drawn with its geometry."""
    chart = drawn(TOWN, REGION, outlines={REGION.key: SQUARE})
    dots = {f["properties"]["name"]: f["properties"]["size"] for f in features(chart, "our_places")}
    assert dots == {TOWN.name: diameter(4), REGION.name: 0}
    assert style(chart)["sources"]["our_areas_0"]["data"] == address([REGION.key])
    assert said_of(chart, "our_outlines_our_areas_0") == [REGION.key]


def test_area_without_outline_is_a_doubtful_circle() -> None:
    """Where nobody drew the outline, a dashed circle of the known precision stands for it."""
    chart = drawn(replace(REGION, kind="area", precision_km=50.0))
    (area,) = features(chart, "our_areas_0")
    assert said_of(chart, "our_outlines_our_areas_0") == []
    west, south, east, north = outline_of(area["geometry"]).extent
    assert north - south == pytest.approx(2 * 50 / 111.2, rel=0.02)
    assert east - west > north - south  # degrees of longitude are shorter here


@pytest.mark.parametrize("mark", [COUNTRY, SEA])
def test_no_circle_over_countries_and_seas(mark: PlaceMark) -> None:
    """A circle would cover shores and neighbours: the name alone stands there, and can be clicked."""
    chart = drawn(mark)
    assert not [name for name in style(chart)["sources"] if name.startswith("our_areas")]
    assert [list(p) for p in chart.data[-1].customdata] == [[mark.key]]


def test_what_is_said_of_an_outline_is_said_by_its_key() -> None:
    """Browsers fetch shapes that know nothing of the article: tints for scenes, dashes for doubt are lists of keys."""
    actor = replace(REGION, key="naturalearth:XX-2", scene=False)
    doubtful = replace(REGION, key="naturalearth:XX-3", confidence=0.3)
    outlines = {mark.key: SQUARE for mark in (REGION, actor, doubtful, COUNTRY)}
    chart = drawn(REGION, actor, doubtful, COUNTRY, outlines=outlines)
    assert said_of(chart, "our_tints_our_areas_0") == [REGION.key, doubtful.key]
    assert said_of(chart, "our_outlines_our_areas_0") == [COUNTRY.key, REGION.key, actor.key]
    assert said_of(chart, "our_doubtful_outlines_our_areas_0") == [COUNTRY.key, REGION.key, actor.key]
    assert style(chart)["layers"][-4]["filter"][0] == "!"


def test_outlines_and_circles_come_apart_and_addresses_stay_short() -> None:
    """One address names a hundred places at most, in one order; circles are drawn from what is here."""
    regions = [replace(REGION, key=f"naturalearth:R-{number:03}") for number in range(AT_ONE_ADDRESS + 1)]
    outlines = {mark.key: SQUARE for mark in regions}
    chart = drawn(*regions, replace(REGION, kind="area"), outlines=outlines)
    sources = [style(chart)["sources"][f"our_areas_{n}"]["data"] for n in range(3)]
    assert sources[0] == address([mark.key for mark in regions[:AT_ONE_ADDRESS]])
    assert sources[1] == address([regions[-1].key])
    assert sources[2]["type"] == "FeatureCollection"
    assert [trace.geojson for trace in chart.data[:2]] == sources[:2]
    turned = drawn(*regions[::-1], replace(REGION, kind="area"), outlines=outlines)
    assert style(turned)["sources"]["our_areas_0"] == style(chart)["sources"]["our_areas_0"]


def test_unlocated_names_are_not_drawn() -> None:
    """A name without coordinates gets no place on the map."""
    chart = drawn(TOWN, NOWHERE)
    assert [list(p) for p in chart.data[-1].customdata] == [[TOWN.key]]


def test_every_located_place_can_be_clicked() -> None:
    """Dots and names by their points, regions all over; a country would swallow every other click."""
    chart = drawn(TOWN, REGION, COUNTRY, outlines={REGION.key: SQUARE, COUNTRY.key: SQUARE})
    assert {p[0] for p in chart.data[-1].customdata} == {TOWN.key, REGION.key, COUNTRY.key}
    assert list(chart.data[0].locations) == [REGION.key]


def test_hostile_names_are_escaped_in_the_hover() -> None:
    """Plotly reads HTML in hover texts: a name from a document must not be any."""
    chart = drawn(replace(TOWN, name="<a href='http://x'>y</a>"))
    assert "<a" not in chart.data[-1].hovertext[0]
    assert "&lt;a" in chart.data[-1].hovertext[0]


def test_own_names_replace_those_of_the_ground() -> None:
    """The ground's label next to a dot and the label of a named country make room for the article's spelling."""
    layers = {layer["id"]: layer for layer in style(drawn(TOWN, COUNTRY))["layers"]}
    assert "distance" in json.dumps(layers["labels"]["filter"])
    assert json.dumps(["literal", ["XX"]]) in json.dumps(layers["country_labels"]["filter"])
    ids = list(layers)
    assert ids.index("labels") < ids.index("our_names") < ids.index("our_dots_keep_clear")


def test_same_places_same_json() -> None:
    """The chart must not change without need: a changed one is mounted anew and forgets where the reader was."""
    assert drawn(TOWN, REGION).to_json() == drawn(TOWN, REGION).to_json()


def test_size_grows_with_the_root_of_mentions() -> None:
    """Four times the mentions, twice the width; nothing outgrows the limit."""
    assert diameter(4) == 2 * diameter(1)
    assert diameter(10_000) == LARGEST


def test_first_view_leaves_a_margin_around_the_scenes() -> None:
    """Two towns fill four fifths of the width, no more."""
    east = replace(TOWN, key="geonames:2", longitude=38.5)
    view = first_view([TOWN, east], [], 700, 540)
    pixels = 2 / 360 * 512 * 2**view.zoom
    assert pixels == pytest.approx(0.8 * 700, rel=0.02)
    assert view.longitude == pytest.approx(37.5)


def test_one_place_keeps_its_surroundings() -> None:
    """A single dot is not shown from so near that nobody knows where it is."""
    assert first_view([TOWN], [], 700, 540).zoom == CLOSEST


def test_view_is_of_scenes_and_of_the_smaller() -> None:
    """Actors and countries do not widen a view that has scenes; alone they are shown."""
    far = replace(TOWN, key="geonames:3", latitude=-30.0, longitude=-60.0, scene=False)
    country = Area(COUNTRY, SQUARE)
    assert first_view([TOWN, far], [country], 700, 540) == first_view([TOWN], [], 700, 540)
    assert first_view([], [country], 700, 540).longitude == pytest.approx(31)
    assert first_view([far], [], 700, 540).longitude == pytest.approx(-60)


def test_view_over_the_date_line() -> None:
    """Fiji and Samoa are neighbours: the view does not go round the globe between them."""
    fiji = replace(TOWN, latitude=-18.0, longitude=178.0)
    samoa = replace(TOWN, latitude=-14.0, longitude=-172.0)
    view = first_view([fiji, samoa], [], 700, 540)
    assert view.zoom > 4
    assert abs(view.longitude) == pytest.approx(177, abs=0.1)


@given(
    st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), max_size=20),
    st.integers(200, 4000),
    st.integers(200, 3000),
)
def test_view_is_always_one_that_can_be_shown(points: list[tuple[float, float]], width: int, height: int) -> None:
    """Whatever the places, poles and date line included: a finite centre and zoom."""
    dots = [replace(TOWN, latitude=lat, longitude=lon) for lat, lon in points]
    view = first_view(dots, [], width, height)
    assert -180 <= view.longitude <= 180
    assert -90 <= view.latitude <= 90
    assert 0.5 <= view.zoom <= CLOSEST


def towns(*places: tuple[float, float, int]) -> list[PlaceMark]:
    """Towns by longitude, latitude and mentions."""
    return [
        replace(TOWN, key=f"geonames:{number}", longitude=lon, latitude=lat, mentions=times)
        for number, (lon, lat, times) in enumerate(places, 1)
    ]


VALLEY = [(-8.0, 31.6, 4), (-8.2, 31.2, 3), (-8.0, 31.2, 2), (-9.6, 30.4, 1), (-7.6, 33.6, 1), (-6.8, 34.0, 2)]
CAPITALS = [(2.3, 48.9, 1), (4.4, 50.8, 1), (6.1, 46.2, 1), (51.5, 25.3, 1)]
CANVAS = Canvas(basemap(LIGHT, str), address, "light", 700, 540)


@pytest.mark.parametrize(
    ("places", "outside"),
    [
        (VALLEY, 0),
        ([*VALLEY, *CAPITALS], 4),  # a quarter of the mentions, far off and strewn
        ([(30.5, 50.4, 5), (-77.0, 38.9, 5)], 0),  # two of one weight: neither is left out
        ([(36.9, 49.4, 16), (36.2, 50.0, 8), (32.6, 46.6, 5), (30.5, 50.4, 3), (4.4, 50.8, 1), (37.6, 55.8, 1)], 2),
    ],
)
def test_first_view_fits_where_most_happens(places: list[tuple[float, float, int]], outside: int) -> None:
    """The dense part, as wide as what it gains is worth; what lies outside is told, and all of it can be shown."""
    marks = towns(*places)
    left = beyond(marks, {}, CANVAS)
    assert {mark.key for mark in left} == {mark.key for mark in marks[len(marks) - outside :]}
    assert beyond(marks, {}, replace(CANVAS, everything=True)) == ()


def test_outside_is_told_of_scenes_countries_and_regions() -> None:
    """Actors are not missed where scenes are shown; a country counts by its name, a region by its outline."""
    near = towns((36.5, 49.5, 9))
    far = replace(TOWN, key="geonames:90", longitude=-60.0)
    country = replace(COUNTRY, latitude=36.0, longitude=138.0)
    region = replace(REGION, latitude=52.0, longitude=36.5)
    shape = Outline((35, 49, 38, 55), surface=True)
    left = beyond([*near, replace(far, scene=False), country, region, NOWHERE], {region.key: shape}, CANVAS)
    assert left == (country,)
    assert beyond([*near, far], {}, CANVAS) == (far,)


@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 80), st.integers(1, 30)), max_size=12),
    st.booleans(),
)
def test_view_of_everything_leaves_nothing_out(places: list[tuple[float, float, int]], country: bool) -> None:
    """However the places lie, date line included, showing all shows all that a map of this size can."""
    marks = [replace(mark, kind="country") if country else mark for mark in towns(*places)]
    whole = replace(CANVAS, everything=True)
    assert set(beyond(marks, {}, whole)) <= set(beyond(marks, {}, CANVAS))


@pytest.mark.parametrize(
    ("shape", "known"),
    [
        ({"type": "Polygon", "coordinates": [[[30, 50], [32, 50], [32, 52], [30, 50]]]}, (30, 50, 32, 52)),
        (
            {"type": "MultiPolygon", "coordinates": [[[[1, 2], [3, 4], [1, 2]]], [[[-5, 9], [0, 0], [-5, 9]]]]},
            (-5, 0, 3, 9),
        ),
        ({"type": "LineString", "coordinates": [[30.0, 50.0], [31.0, 49.0], [32.0, 50.0]]}, (30, 49, 32, 50)),
    ],
)
def test_what_is_known_of_a_shape(shape: dict[str, Any], known: tuple[float, float, float, float]) -> None:
    """Its ends in all directions, and whether it encloses something."""
    assert outline_of(shape) == Outline(known, shape["type"] != "LineString")


@given(st.floats(-89, 89), st.floats(-180, 180), st.floats(1, 500))
def test_circle_closes_round_its_point(latitude: float, longitude: float, radius: float) -> None:
    """The ring ends where it began."""
    shape = circle(replace(REGION, latitude=latitude, longitude=longitude, precision_km=radius))
    assert shape is not None
    ring = shape["coordinates"][0]
    assert ring[0] == ring[-1]


def _luminance(colour: str) -> float:
    """Relative luminance as in WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [colours("light"), colours("dark")], ids=["light", "dark"])
def test_colours_can_be_read(look: Colours) -> None:
    """Text reaches 4.5:1 and marks 3:1, on paper and on land."""
    for ground in (look.paper, look.land):
        for text in (look.ink, look.quiet, look.place_text, look.date, look.figure, look.quote, look.label):
            assert _contrast(text, ground) >= 4.5
        assert _contrast(look.place, ground) >= 3


def test_rows_of_places_have_what_marks_need() -> None:
    """The row's columns and the mark's fields fit together."""
    marks = place_marks(frames([record()]).places)
    assert [(m.name, m.mentions, m.latitude) for m in marks] == [("Vasylkove", 2, 49.5), ("Norland", 1, None)]


def test_a_river_is_a_line_and_no_surface() -> None:
    """Nothing is tinted or clicked between the ends of a river; its line and its name are there."""
    river = replace(COUNTRY, key="naturalearth:river-slow", kind="water", name="Slow")
    chart = drawn(river, outlines={river.key: LINE})
    assert said_of(chart, "our_tints_our_areas_0") == []
    assert said_of(chart, "our_outlines_our_areas_0") == [river.key]
    assert len(chart.data) == 1
    assert [feature["properties"]["name"] for feature in features(chart, "our_places")] == ["Slow"]
