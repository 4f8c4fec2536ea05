"""What lies behind the marks of the timeline: the names of bands, and the days that documents came out."""

from __future__ import annotations

import datetime as dt
import html
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from core.charts.theme import Mode, colours, tinted
from core.charts.timeline_rows import BandRows, Scale
from core.charts.timeline_words import LETTER


class Ground(NamedTuple):
    """Lines and words as Plotly takes them, all at once: each added alone would have the whole checked again."""

    shapes: list[dict[str, Any]]
    annotations: list[dict[str, Any]]


def band_names(bands: Sequence[BandRows], mode: Mode) -> Ground:
    """Each band under its name, with a hairline above."""
    look, named = colours(mode), [band for band in bands if band.name]
    line = {"type": "line", "xref": "x domain", "x0": 0, "x1": 1, "layer": "below"}
    note = {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "middle", "showarrow": False, "borderpad": 1}
    font = {"size": 13, "color": look.quiet}
    return Ground(
        [
            {**line, "y0": band.top - 0.45, "y1": band.top - 0.45, "line": {"color": look.hairline, "width": 1}}
            for band in named[1:]
        ],
        [
            {**note, "y": band.top, "text": f"<b>{_name(band)}</b>", "font": font, "bgcolor": tinted(look.paper, 0.85)}
            for band in named
        ],
    )


def _name(band: BandRows) -> str:
    return html.escape(textwrap.shorten(band.name, 44, placeholder=" …"))


def publications(published: Iterable[dt.date], scale: Scale, mode: Mode) -> Ground:
    """A line on each day that a document came out: what was said after it happened lies to the right.

    Neighbours share their word, since two would overprint.
    """
    look = colours(mode)
    line = {"type": "line", "yref": "y domain", "y0": 0, "y1": 1, "layer": "below"}
    dotted = {"color": look.quiet, "width": 1.5, "dash": "dot"}
    note = {"y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False}
    counts = sorted(Counter(dt.datetime.combine(day, dt.time()) for day in published).items())
    named: list[_Word] = []
    for day, count in counts:
        word = _Word(day, count, scale.at(day), left=False)
        word = word._replace(left=word.at <= scale.width < word.last)
        if named and word.first < named[-1].last:
            named[-1] = named[-1]._replace(number=named[-1].number + count)
        else:
            named.append(word)
    return Ground(
        [{**line, "x0": day, "x1": day, "line": dotted} for day, _ in counts],
        [
            {
                **note,
                "x": word.day,
                "xanchor": "right" if word.left else "left",
                "xshift": 4 if word.left else -4,
                "text": word.text,
                "font": {"size": 13, "color": look.quiet},
            }
            for word in named
        ],
    )


_ROOM = LETTER * len("published (9)")
"""Pixels for the word with a number, since one that stands alone may yet take in its neighbours."""


class _Word(NamedTuple):
    """The word over the line of a day ``at`` so many pixels; left of it where it would be cut at the chart's end."""

    day: dt.datetime
    number: int
    at: float
    left: bool

    @property
    def text(self) -> str:
        """What it says."""
        return f"published ({self.number})" if self.number > 1 else "published"

    @property
    def first(self) -> float:
        """Where it begins."""
        return self.at - _ROOM if self.left else self.at

    @property
    def last(self) -> float:
        """Where it ends."""
        return self.at if self.left else self.at + _ROOM
