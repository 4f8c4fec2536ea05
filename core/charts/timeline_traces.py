"""What the timeline draws: bars of what lasts, a dot for each mark, words, and what is clicked behind them."""

from __future__ import annotations

import datetime as dt
import html
import textwrap

import plotly.graph_objects as go

from core.charts.moments import Moment
from core.charts.theme import Mode, colours, tinted
from core.charts.timeline_marks import TimelineMark
from core.charts.timeline_rows import Placed, Scale
from core.charts.timeline_words import LETTER
from core.wording import counted, days

_FADE = tuple(0.04 + 0.035 * step for step in range(8))
"""Opacity of the pieces of a soft end, from outside."""


def bars(laid: list[Placed], scale: Scale | None, mode: Mode) -> go.Bar:
    """What lasts, in one trace: a piece for its middle and some for each soft end."""
    look = colours(mode)
    lasting = [(one, _hover(one.mark)) for one in laid if scale and scale.lasts(one.mark.at)]
    pieces = [(*piece, one, hover) for one, hover in lasting for piece in _pieces(one.mark.at)]
    return go.Bar(
        base=[begin for begin, *_ in pieces],
        x=[(end - begin).total_seconds() * 1000 for begin, end, *_ in pieces],
        y=[one.row for *_, one, _ in pieces],
        width=0.5,
        orientation="h",
        marker={"color": [tinted(look.date, opacity) for _, _, opacity, *_ in pieces], "line": {"width": 0}},
        customdata=[one.mark.key for *_, one, _ in pieces],
        hovertext=[hover for *_, hover in pieces],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _pieces(at: Moment) -> list[tuple[dt.datetime, dt.datetime, float]]:
    """(from, to, opacity) of a bar."""
    whole = at.end - at.begin
    fade = whole / 3
    first, last = at.begin + fade * at.soft_left, at.end - fade * at.soft_right
    made = [(first, last, _FADE[-1])]
    for number, opacity in enumerate(_FADE):
        step = fade / len(_FADE)
        if at.soft_left:
            made.append((at.begin + step * number, at.begin + step * (number + 1), opacity))
        if at.soft_right:
            made.append((at.end - step * (number + 1), at.end - step * number, opacity))
    return made


def dots(laid: list[Placed], mode: Mode) -> go.Scatter:
    """One dot a mark at its middle: what is clicked, hovered and read."""
    look = colours(mode)
    found = [one.mark for one in laid]
    return go.Scatter(
        x=[mark.at.middle for mark in found],
        y=[one.row for one in laid],
        mode="markers",
        marker={
            "size": [12 if len(mark.events) == 1 else 17 for mark in found],
            "color": [look.date if mark.happened else look.paper for mark in found],
            "line": {"color": look.date, "width": 2},
            "opacity": 1,
        },
        customdata=[mark.key for mark in found],
        hovertext=[_hover(mark) for mark in found],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        cliponaxis=True,
    )


def words(laid: list[Placed], mode: Mode) -> go.Scatter:
    """The first words of the prominent events, beside their marks."""
    look = colours(mode)
    spoken = [one for one in laid if one.label]
    return go.Scatter(
        x=[one.words_at for one in spoken],
        y=[one.row for one in spoken],
        mode="text",
        text=[html.escape(one.label) for one in spoken],
        textposition=["middle left" if one.left else "middle right" for one in spoken],
        textfont={"color": look.ink, "size": 13},
        hoverinfo="skip",
        unselected={"textfont": {"color": look.ink}},
        cliponaxis=True,
    )


def behind_words(laid: list[Placed], scale: Scale | None) -> go.Bar:
    """What is clicked and hovered where words stand: Plotly takes a text for the one point that it hangs on.

    Bars without colour, as wide as the words at the view they are laid out for.
    """
    spoken = [one for one in laid if one.label]
    reach = [scale.time(LETTER * len(one.label)) for one in spoken] if scale else []
    return go.Bar(
        base=[one.words_at - wide if one.left else one.words_at for one, wide in zip(spoken, reach, strict=True)],
        x=[wide.total_seconds() * 1000 for wide in reach],
        y=[one.row for one in spoken],
        width=0.8,
        orientation="h",
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=[one.mark.key for one in spoken],
        hovertext=[_hover(one.mark) for one in spoken],
        hoverinfo="text",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _hover(mark: TimelineMark) -> str:
    """Escaped lines: the days, then the first events in the text's own words."""
    shown = ["<br>".join(html.escape(line) for line in textwrap.wrap(event.text, 60)[:3]) for event in mark.events[:4]]
    rest = len(mark.events) - len(shown)
    more = [counted(rest, "more event")] if rest else []
    return "<br>".join([f"<b>{_span(mark)}</b>", *shown, *more])


def _span(mark: TimelineMark) -> str:
    """The days of a mark in words; those of a crowd from its first to its last."""
    ends = [(event.earliest, event.latest) for event in mark.events]
    if len(set(ends)) == 1:
        return days(*ends[0])
    return days(mark.at.begin.date(), (mark.at.end - dt.timedelta(seconds=1)).date())
