"""Events → marks of the timeline: a mark each, dense days one mark that counts, in bands by place, actor or kind."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import pandas as pd

from core.charts.moments import Moment, moment, order
from core.prominence import prominence
from core.trigger_kinds import TOPICS, kind_of

By = Literal["none", "place", "actor", "kind"]
WAYS: tuple[By, ...] = get_args(By)
MOST_BANDS = 8
STACKED = 3
"""Events of the same days that are drawn one by one; more are one mark with their number."""

OTHERS = "All others"
_NOBODY = {"place": "No place told", "actor": "No actor told", "kind": "", "none": ""}
_ARTICLES = ("the ", "a ", "an ")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn, hovered and clicked as one: events that share a band and their days."""

    at: Moment
    band: str
    events: tuple[Row, ...]
    weight: float
    order: tuple[Any, ...]
    """Where its first event stands among all: see :func:`core.charts.moments.order`."""

    @property
    def key(self) -> str:
        """``doc:i`` of each of its tellings, comma-joined."""
        return ",".join(event["keys"] for event in self.events)

    @property
    def happened(self) -> bool:
        """Whether the text plainly tells that at least one of it happened."""
        return any(event["status"] == "happened" for event in self.events)


def marks(events: pd.DataFrame, by: By, today: dt.date | None) -> tuple[Mark, ...]:
    """The dated rows of :func:`core.retold.gathered` as marks, band after band, earliest first."""
    rows = [
        {str(k): v for k, v in row.items()} for row in events.to_dict("records") if row["earliest"] or row["latest"]
    ]
    bands = _bands(rows, by)
    grouped: dict[str, dict[Moment, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row, band in zip(rows, bands, strict=True):
        grouped[band][moment(row)].append(row)
    found = []
    for band in _order(bands, by):
        made = [mark for at, group in grouped[band].items() for mark in _stacked(at, band, group, today)]
        found += sorted(made, key=lambda mark: mark.order)
    return tuple(found)


def _stacked(at: Moment, band: str, group: list[Row], today: dt.date | None) -> Iterable[Mark]:
    """One mark each for few events of the same days, one for all of many; the most prominent first."""
    weighed = sorted(((prominence(row, today, row["told_in"]), row) for row in group), key=lambda pair: -pair[0])
    if len(weighed) > STACKED:
        yield Mark(at, band, tuple(row for _, row in weighed), weighed[0][0], min(order(row) for row in group))
    else:
        yield from (Mark(at, band, (row,), weight, order(row)) for weight, row in weighed)


def thinned(band: Sequence[Mark], cell: dt.timedelta) -> list[Mark]:
    """The marks of a band, those of a short time taken together where a ``cell`` of time holds more than a few."""
    if not cell or len(band) <= STACKED:
        return list(band)
    first = min(m.at.begin for m in band)
    cells: dict[int, list[Mark]] = defaultdict(list)
    kept = []
    for mark in band:
        if mark.at.end - mark.at.begin > 4 * cell:
            kept.append(mark)  # a long span is not a part of any crowd
        else:
            cells[(mark.at.middle - first) // cell].append(mark)
    for group in cells.values():
        kept += group if len(group) <= STACKED else [_joined(group)]
    return sorted(kept, key=lambda mark: mark.order)


def _joined(group: list[Mark]) -> Mark:
    ordered, first = sorted(group, key=lambda mark: -mark.weight), min(mark.order for mark in group)
    at = Moment(min(m.at.begin for m in group), max(m.at.end for m in group))
    return Mark(
        at, ordered[0].band, tuple(event for mark in ordered for event in mark.events), ordered[0].weight, first
    )


def _bands(rows: list[Row], by: By) -> list[str]:
    """The band of each row; rare ones together."""
    named = [_NAMES[by](row) or _NOBODY[by] for row in rows]
    common = {name for name, _ in Counter(n for n in named if n != _NOBODY[by]).most_common(MOST_BANDS)}
    return [name if name in common or name == _NOBODY[by] else OTHERS for name in named]


def _order(bands: list[str], by: By) -> list[str]:
    """Kinds in the order of the table of kinds, others by number of events; what has no name comes last."""
    counts = Counter(bands)
    last = {OTHERS: 1, _NOBODY[by]: 2} if by != "none" else {}
    if by == "kind":
        return sorted(counts, key=lambda band: TOPICS.index(band) if band in TOPICS else len(TOPICS))
    return sorted(counts, key=lambda band: (last.get(band, 0), -counts[band], band))


def _actor(row: Mapping[str, Any]) -> str:
    """The first actor without an article, so that "the police" and "police" share a band."""
    name = " ".join(str(row["actors"][0]).split()) if row["actors"] else ""
    for article in _ARTICLES:
        name = name[len(article) :] if name.lower().startswith(article) else name
    return name[:1].upper() + name[1:]


_NAMES: dict[By, Callable[[Mapping[str, Any]], str]] = {
    "none": lambda _: "",
    "place": lambda row: row["place_names"][0] if row["place_names"] else "",
    "actor": _actor,
    "kind": lambda row: kind_of(row["trigger"], row["text"]).topic,
}
