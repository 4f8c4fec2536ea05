"""The bands of the timeline: by place, actor or kind, the busiest first, the rest folded into one that counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from core.frames.kinds import EventRow
from core.lexicon.event_types import TOPICS, kind_of
from core.wording import counted

By = Literal["none", "place", "actor", "kind"]
WAYS: tuple[By, ...] = get_args(By)
Lanes = Literal["busiest", "all"]
LANES: tuple[Lanes, ...] = get_args(Lanes)
_MOST: dict[Lanes, int] = {"busiest": 5, "all": 40}
"""Bands with a name of their own; where only one more would be folded it is shown."""

_NOBODY = {"place": "No place told", "actor": "No actor told", "kind": "", "none": ""}
_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of rows; ``folded`` is how many names it holds where it holds what has no band of its own."""

    name: str
    folded: int = 0


def bands_of(rows: Sequence[EventRow], by: By, lanes: Lanes) -> list[Band]:
    """The band of each event."""
    named = [_NAMES[by](row) or _NOBODY[by] for row in rows]
    counts = Counter(name for name in named if name != _NOBODY[by])
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    rare = set(ranked[_MOST[lanes] :]) if len(ranked) > _MOST[lanes] + 1 else set()
    events = sum(counts[name] for name in rare)
    rest = Band(f"{counted(len(rare), f'other {by}')}, {counted(events, 'event')}", len(rare))
    return [rest if name in rare else Band(name) for name in named]


def folded(rows: Sequence[EventRow], by: By) -> int:
    """How many names have no band of their own while the busiest are shown."""
    return max((band.folded for band in bands_of(rows, by, "busiest")), default=0)


def in_order(bands: Sequence[Band], by: By) -> list[Band]:
    """Kinds in the order of the table of kinds, others by number of events; then what is folded, then the nameless."""
    counts = Counter(bands)

    def place(band: Band) -> tuple[int, int, str]:
        last = 1 if band.folded else 2 if by != "none" and band.name == _NOBODY[by] else 0
        topic = TOPICS.index(band.name) if by == "kind" and band.name in TOPICS else -counts[band]
        return last, topic, band.name

    return sorted(counts, key=place)


def _actor(row: EventRow) -> str:
    """The first actor without an article, so that "the police" and "police" share a band."""
    name = " ".join(row.actors[0].split()) if row.actors else ""
    for article in _ARTICLES:
        name = name[len(article) :] if name.lower().startswith(article) else name
    return name[:1].upper() + name[1:]


_NAMES: dict[By, Callable[[EventRow], str]] = {
    "none": lambda _: "",
    "place": lambda row: row.place_names[0] if row.place_names else "",
    "actor": _actor,
    "kind": lambda row: kind_of(row.trigger, row.text).topic,
}
