"""The one filter that governs map, timeline, figures, counts and exports alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, cast, get_args

import pandas as pd

from core.frames.rows import Dates, Frames
from core.models import FigureKind

Roles = Literal["scenes", "actors", "all"]
_SEPARATOR = "~"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader looks at; an empty filter shows everything, with scenes on the map.

    ``documents`` are ids, ``place`` is a place key, ``first`` and ``last`` are days, both inclusive;
    ``kind`` concerns figures alone.
    """

    documents: tuple[str, ...] = ()
    place: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    speaker: str | None = None
    roles: Roles = "scenes"
    kind: FigureKind | None = None

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Filter:
        """The filter that an address carries; what cannot be read is left out."""
        first, last = _day(query.get("from")), _day(query.get("to"))
        if first and last and first > last:
            first, last = last, first
        roles, kind = query.get("show", "scenes"), query.get("kind")
        return cls(
            documents=tuple(d for d in query.get("docs", "").split(_SEPARATOR) if d),
            place=query.get("place") or None,
            first=first,
            last=last,
            speaker=query.get("speaker") or None,
            roles=cast("Roles", roles) if roles in get_args(Roles) else "scenes",
            kind=cast("FigureKind", kind) if kind in get_args(FigureKind) else None,
        )

    def to_query(self) -> dict[str, str]:
        """The filter as parts of an address; only what is set. ``from_query(f.to_query()) == f``."""
        parts = {
            "docs": _SEPARATOR.join(self.documents),
            "place": self.place,
            "from": self.first.isoformat() if self.first else None,
            "to": self.last.isoformat() if self.last else None,
            "speaker": self.speaker,
            "show": self.roles if self.roles != "scenes" else None,
            "kind": self.kind,
        }
        return {name: value for name, value in parts.items() if value}


QUERY_NAMES = ("docs", "place", "from", "to", "speaker", "show", "kind")


def select(frames: Frames, chosen: Filter) -> Frames:
    """The marks that a filter lets through; ``roles`` concerns places alone, ``kind`` figures alone."""
    tables = {f.name: getattr(frames, f.name) for f in fields(frames)}
    kept = {name: table[_keep(table, chosen)] for name, table in tables.items()}
    if chosen.kind:
        kept["figures"] = kept["figures"][kept["figures"]["kind"] == chosen.kind]
    if chosen.roles != "all":
        places = kept["places"]
        kept["places"] = places[(places["role"] == "scene") == (chosen.roles == "scenes")]
    return Frames(**kept)


def _keep(table: pd.DataFrame, chosen: Filter) -> pd.Series[bool]:
    keep = pd.Series(True, index=table.index, dtype=bool)
    if chosen.documents:
        keep &= table["doc"].isin(chosen.documents)
    if "spans" not in table:
        return keep
    if chosen.place:
        keep &= table["place_keys"].map(lambda keys: chosen.place in keys).astype(bool)
    if chosen.speaker:
        keep &= table["speaker"] == chosen.speaker
    if chosen.first or chosen.last:
        keep &= table["spans"].map(lambda spans: any(_meets(span, chosen) for span in spans)).astype(bool)
    return keep


def _meets(span: Dates, chosen: Filter) -> bool:
    """Whether a span of days shares a day with the chosen one; an open end reaches as far as it can."""
    earliest, latest = span
    return not (
        (chosen.last is not None and earliest is not None and earliest > chosen.last)
        or (chosen.first is not None and latest is not None and latest < chosen.first)
    )


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None
