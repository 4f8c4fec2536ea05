"""Every text reaches 4.5:1 and every mark and control 3:1 on the grounds it stands on, in light and in dark."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from core.charts.areas import Outline
from core.charts.basemap import LAYERS, basemap
from core.charts.place_map import Canvas, place_map
from core.charts.place_marks import PlaceMark
from core.charts.spread import spread
from core.charts.theme import Colours, Mode, colours, template
from core.compare import compare
from tests.browser.contrast import Colour, colour, over, ratio, rules, tokens, used
from tests.core.records import figure, place, record

ROOT = Path(__file__).parents[2]
THEME = ROOT / "assets" / "theme"
MODES: tuple[Mode, Mode] = ("light", "dark")
GROUNDS = ("paper", "raised")
DECORATION = (*GROUNDS, "hairline")
TEXT, MARK = 4.5, 3.0
_TINT = re.compile(r"color-mix\(in srgb, var\(--dl-([\w-]+)\) (\d+)%, transparent\)")
_CHART_TEXT = re.compile(r"""(?:font["']?\s*[:=]\s*\{[^}\n]*?|text-color": )(?:look|colours\(mode\))\.(\w+)""")
_EDGES = ("border", "border-left", "border-top", "border-bottom", "outline", "text-decoration", "box-shadow")
TOWN = PlaceMark("geonames:1", "Vasylkove", "settlement", 49.5, 36.5, "UA", 5.0, 4, 2, 0.9, True)


def named(mode: Mode) -> dict[str, Colour]:
    """The custom properties of the style sheets in one mode."""
    sheets = (THEME / name for name in ("dateline.css", "kinds.css"))
    found = tokens("".join(sheet.read_text(encoding="utf-8") for sheet in sheets))
    return {name: colour(pair[MODES.index(mode)]) for name, pair in found.items()}


def seen(mode: Mode) -> dict[str, Colour]:
    """The charts' colours in one mode."""
    return {name: colour(value) for name, value in asdict(colours(mode)).items()}


def grounds(mode: Mode) -> dict[str, Colour]:
    """What the style sheets put under words: paper, the raised ground, and every tint that a rule lays over paper."""
    known = named(mode)
    tints = {
        f"{name} {share}%": over(known[name], known["paper"], int(share) / 100)
        for selector, declared in rules(THEME)
        if ".dl-legend" not in selector  # signs, without words
        for name, share in _TINT.findall(declared.get("background", ""))
    }
    return {name: known[name] for name in GROUNDS} | tints


def too_low(pairs: Iterator[tuple[str, Colour, Colour]], least: float) -> list[str]:
    """The pairs under a ratio, to be read in a failure."""
    return [f"{name}: {ratio(one, other):.2f}" for name, one, other in pairs if ratio(one, other) < least]


def test_ratios_are_those_of_the_standard() -> None:
    """Black on white is 21:1, and #767676 is the lightest grey for text on white."""
    white = colour("#FFFFFF")
    assert ratio(colour("#000000"), white) == pytest.approx(21)
    assert ratio(colour("#767676"), white) >= TEXT > ratio(colour("#777777"), white)


def test_one_palette() -> None:
    """Style sheets, Streamlit's theme and charts have the same colours."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    shared = {"paper": "backgroundColor", "raised": "secondaryBackgroundColor", "ink": "textColor"}
    shared |= {"hairline": "borderColor", "place": "redColor", "date": "blueColor", "figure": "yellowColor"}
    shared |= {"quote": "greenColor", "quiet": "grayColor"}
    for mode in MODES:
        charts, sheet = seen(mode), named(mode)
        assert {name: sheet[name.replace("_", "-")] for name in (*shared, "place_text")} == {
            name: charts[name] for name in (*shared, "place_text")
        }
        assert {name: colour(config[mode][key]) for name, key in shared.items()} == {n: charts[n] for n in shared}


@pytest.mark.parametrize("mode", MODES)
def test_words_of_the_pages(mode: Mode) -> None:
    """A colour that any rule gives to words can be read on its rule's own ground, else on every one."""
    known, under = named(mode), grounds(mode)

    words = {
        (name, ground)
        for selector, declared in rules(THEME)
        for name in used(declared.get("color", ""))
        if "::before" not in selector  # a sign before words: a mark
        for ground in (["ink"] if name == "paper" else under)  # paper-coloured words are those of the chief button
    }
    assert {"ink", "quiet", "place-text", "date", "figure", "quote", "paper"} <= {name for name, _ in words}
    pairs = ((f"{name} on {ground}", known[name], (known | under)[ground]) for name, ground in sorted(words))
    assert too_low(pairs, TEXT) == []


@pytest.mark.parametrize("mode", MODES)
def test_rules_edges_and_rings_of_the_pages(mode: Mode) -> None:
    """What a rule draws at the edge of something is seen on paper and on the raised ground; hairlines are ornament."""
    known = named(mode)
    drawn = {
        (selector, name)
        for selector, declared in rules(THEME)
        for edge in (*_EDGES, *(f"{side}-color" for side in _EDGES), "color" if "::before" in selector else "")
        for name in used(declared.get(edge, ""))
        if name not in DECORATION
    }
    assert {"ink", "place", "date", "figure", "quote", "quiet", "control"} <= {name for _, name in drawn}
    pairs = ((f"{s} on {g}", known[name], known[g]) for s, name in sorted(drawn) for g in GROUNDS)
    assert too_low(pairs, MARK) == []


@pytest.mark.parametrize("mode", MODES)
def test_words_of_the_charts(mode: Mode) -> None:
    """Every colour that a chart's source gives to words; labels of the map on land, on water and on their halo."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "core" / "charts").glob("*.py"))
    look, named_in_source = seen(mode), set(_CHART_TEXT.findall(source))
    assert {"ink", "quiet", "label", "place_text"} <= named_in_source
    on_map = {"label", "place_text"}
    pairs = (
        (f"{name} on {ground}", look[name], look[ground])
        for name in sorted(named_in_source)
        for ground in (("land", "water", "halo") if name in on_map else GROUNDS)
    )
    assert too_low(pairs, TEXT) == []


@pytest.mark.parametrize("mode", MODES)
def test_marks_of_the_charts(mode: Mode) -> None:
    """Dots, bars and steps on paper; borders of countries on land."""
    look = seen(mode)
    colourway = [colour(value) for value in template(mode).layout.colorway]
    pairs = [(f"mark {n}", one, look["paper"]) for n, one in enumerate(colourway)]
    pairs += [(f"{name} on land", look[name], look["land"]) for name in ("border", "place", "label")]
    assert too_low(iter(pairs), MARK) == []


@pytest.mark.parametrize("mode", MODES)
def test_marks_of_the_map(mode: Mode) -> None:
    """Outlines at every opacity they are drawn with, and rings of dots, on land and on water; tints are ornament."""
    look = colours(mode)
    layers = {layer["id"]: layer["paint"] for layer in _map(look, mode)["layers"] if layer["id"].startswith("our_")}
    outlines = [(i, p["line-color"], o) for i, p in layers.items() if "line-color" in p for o in _opacities(p)]
    rings = [("ring", ring, 1.0) for ring in _leaves(layers["our_dots"]["circle-stroke-color"]) if ring != look.halo]
    assert len(outlines) >= 3
    assert rings
    pairs = (
        (f"{name} at {opacity} on {ground}", over(colour(drawn), colour(under), opacity), colour(under))
        for name, drawn, opacity in (*outlines, *rings)
        for ground, under in (("land", look.land), ("water", look.water))
    )
    assert too_low(pairs, MARK) == []


@pytest.mark.parametrize("mode", MODES)
def test_marks_that_were_not_chosen(mode: Mode) -> None:
    """Where one mark of a chart is chosen, the others step back and are still seen."""
    bare = [record(id=f"doc{n}", places=(place(),), dates=(), quotes=(), events=()) for n in (12, 14)]
    counts = [replace(figure("12 graves", n, n), place=0, date=None) for n in (12, 14)]
    compared = compare([replace(one, figures=(count,)) for one, count in zip(bare, counts, strict=True)])
    trace = spread(compared.groups, mode, 700).data[0]
    paper = seen(mode)["paper"]
    assert ratio(over(colour(trace.marker.color), paper, trace.unselected.marker.opacity), paper) >= MARK


def _map(look: Colours, mode: Mode) -> dict[str, Any]:
    ground = basemap(look, lambda name: f"/{name}")
    assert {*ground["sources"]} == {*LAYERS}
    region = replace(TOWN, key="naturalearth:XX-1", kind="region")
    outlines = {region.key: Outline((36, 49, 37, 50), surface=True)}
    chart = place_map([TOWN, region], outlines, Canvas(ground, lambda _: "/outlines", mode, 700, 540))
    return dict(chart.to_plotly_json()["layout"]["map"]["style"])


def _opacities(paint: dict[str, Any]) -> list[float]:
    """The numbers that an expression of MapLibre can come to, by the leaves of its tree."""
    return [leaf for leaf in _leaves(paint.get("line-opacity", 1.0)) if isinstance(leaf, int | float)]


def _leaves(expression: Any) -> Iterator[Any]:
    if not isinstance(expression, list):
        if not isinstance(expression, str) or expression.startswith("#"):
            yield expression
        return
    for part in expression:
        yield from _leaves(part)
