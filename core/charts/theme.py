"""Colours, type and the Plotly template that every chart shares, in light and in dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

Mode = Literal["light", "dark"]
Pixels = int
"""A size on the screen that was chosen by eye: no chart tells anything else where it is a little larger."""

FinePixels = float
"""The same where parts of a pixel count: the width of a letter, of a mark."""

SANS = "Inter, 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Colours:
    """Hex colours of one mode. Text tokens reach 4.5:1 on ``paper``, marks 3:1."""

    paper: str
    raised: str
    ink: str
    quiet: str
    hairline: str
    place: str
    place_text: str
    date: str
    figure: str
    quote: str
    land: str
    water: str
    river: str
    border: str
    region: str
    label: str
    halo: str


LIGHT = Colours(
    paper="#FCFBF7",
    raised="#F5F2EA",
    ink="#1A1A1A",
    quiet="#5C5850",
    hairline="#DAD6CC",
    place="#B5182B",
    place_text="#8E1524",
    date="#35567D",
    figure="#85590B",
    quote="#2F6B48",
    land="#FBFAF5",
    water="#DCE8EF",
    river="#A3C4DA",
    border="#948D83",
    region="#C9C3B8",
    label="#55524B",
    halo="#FCFBF7",
)
DARK = Colours(
    paper="#14161A",
    raised="#1C1F25",
    ink="#ECEAE4",
    quiet="#A9A69E",
    hairline="#33363D",
    place="#EC6272",
    place_text="#F39AA5",
    date="#94B7DE",
    figure="#DBA94C",
    quote="#86C4A0",
    land="#1F242B",
    water="#12181F",
    river="#2F4A5C",
    border="#6C737D",
    region="#3B4149",
    label="#B4B6B9",
    halo="#1A1E24",
)


def colours(mode: Mode) -> Colours:
    """The colours of a mode."""
    return DARK if mode == "dark" else LIGHT


def mode_of(name: str | None) -> Mode:
    """The mode that a browser reports; light where it reports none."""
    return "dark" if name == "dark" else "light"


def tinted(colour: str, opacity: float) -> str:
    """``#RRGGBB`` as an ``rgba()`` of the given opacity (0–1)."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def template(mode: Mode) -> go.layout.Template:
    """Paper and ink, one hairline, no toolbar furniture: the ground every chart starts from."""
    look = colours(mode)
    axis = {
        "gridcolor": look.hairline,
        "linecolor": look.hairline,
        "zerolinecolor": look.hairline,
        "tickfont": {"color": look.quiet, "size": 13},
        "title": {"font": {"color": look.quiet, "size": 13}},
    }
    return go.layout.Template(
        layout={
            "paper_bgcolor": look.paper,
            "plot_bgcolor": look.paper,
            "font": {"family": SANS, "size": 14, "color": look.ink},
            "colorway": [look.place, look.date, look.figure, look.quote, look.quiet],
            "hoverlabel": {
                "bgcolor": look.paper,
                "bordercolor": look.hairline,
                "font": {"family": SANS, "size": 14, "color": look.ink},
                "align": "left",
            },
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "xaxis": axis,
            "yaxis": axis,
            "dragmode": "pan",
        }
    )
