"""The not-shown tray: what a page does not draw, why, and how much of it there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from core.frames.rows import Frames
from core.frames.selection import Filter, select

Page = Literal["map", "timeline", "figures", "document", "overview"]
_TABLES = {
    "map": ("places",),
    "timeline": ("events", "dates"),
    "figures": ("figures",),
    "document": ("places", "dates", "figures", "quotes"),
    "overview": ("places", "dates", "figures", "quotes", "events"),
}

_OUTSIDE = {
    "unknown": "named, and unknown to the outside geocoder as well",
    "unavailable": "named, but the outside geocoder could not answer",
    "waiting": "named, and asked outside: no answer yet",
}


@dataclass(frozen=True, slots=True)
class Unshown:
    """Some marks that a page leaves out for one reason. ``marks`` has the columns of ``frames.COMMON``."""

    reason: str
    marks: pd.DataFrame

    @property
    def count(self) -> int:
        """How many marks are left out."""
        return len(self.marks)


def unshown(whole: Frames, chosen: Filter, page: Page) -> tuple[Unshown, ...]:
    """Everything that ``page`` leaves out under a filter, largest reason last to be the reader's own choice."""
    shown = select(whole, chosen)
    reasons = _OF_PAGE[page](select(whole, _all_roles(chosen)), chosen) if page in _OF_PAGE else ()
    filtered = [_missing(getattr(whole, t), getattr(select(whole, _all_roles(chosen)), t)) for t in _TABLES[page]]
    by_filter = pd.concat([f for f in filtered if len(f)]) if any(len(f) for f in filtered) else shown.dates.iloc[:0]
    found = (*reasons, Unshown("left out by the filter above", by_filter))
    return tuple(item for item in found if item.count)


def _all_roles(chosen: Filter) -> Filter:
    return replace(chosen, roles="all")


def _missing(whole: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    return whole.loc[whole.index.difference(kept.index)]


def _of_map(kept: Frames, chosen: Filter) -> tuple[Unshown, ...]:
    """``kept`` holds places in all roles; what the switch hides is told apart from what cannot be drawn."""
    places = kept.places
    adjective = places["adjective"].astype(bool)
    named = places[~adjective]
    scene = named["role"] == "scene"
    hidden = {"scenes": named[~scene], "actors": named[scene], "all": named.iloc[:0]}[chosen.roles]
    seen = named.drop(hidden.index)
    what = "governments, armies and other actors, not scenes" if chosen.roles == "scenes" else "scenes"
    return (
        *_unlocated(seen[seen["latitude"].isna()]),
        Unshown(f"{what}: switched off above", hidden),
        Unshown("words such as “Russian” that name a people, an army or a language", places[adjective]),
    )


def _unlocated(places: pd.DataFrame) -> tuple[Unshown, ...]:
    """Names without a position: the outside geocoder's "no such place" and its silence are different reasons."""
    found = {state: places[places["outside"] == state] for state in _OUTSIDE}
    rest = places.drop([index for rows in found.values() for index in rows.index])
    return (
        Unshown("named, but not located", rest),
        *(Unshown(_OUTSIDE[state], rows) for state, rows in found.items()),
    )


def _of_timeline(kept: Frames, _: Filter) -> tuple[Unshown, ...]:
    events, dates = kept.events, kept.dates
    waiting = dates["anchor"].isna() & dates["earliest"].isna() & dates["latest"].isna() & (dates["type"] != "DURATION")
    lengths = dates["earliest"].isna() & dates["latest"].isna() & ~waiting
    return (
        Unshown("events without a date", events[events["earliest"].isna() & events["latest"].isna()]),
        Unshown("dates that cannot be placed in the calendar", dates[waiting]),
        Unshown("lengths of time without a beginning or an end", dates[lengths]),
    )


def _of_figures(kept: Frames, _: Filter) -> tuple[Unshown, ...]:
    figures = kept.figures
    return (Unshown("amounts without a number", figures[figures["low"].isna() & figures["high"].isna()]),)


_OF_PAGE = {"map": _of_map, "timeline": _of_timeline, "figures": _of_figures}
