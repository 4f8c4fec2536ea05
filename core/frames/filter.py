"""The one filter that governs map, timeline, figures, counts and exports alike: what it says of any mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from core.frames.mark import Days, MarkRow
from core.models import FigureKind

Roles = Literal["scenes", "actors", "all"]
_SEPARATOR = "~"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader looks at; an empty filter shows everything, with scenes on the map.

    ``documents`` are ids, ``place`` is a place key, ``first`` and ``last`` are days, both inclusive. ``roles`` concerns
    places alone and ``kind`` figures alone: what they let through is said with these kinds of marks
    (:mod:`core.frames.kinds`), all else here.
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

    def takes_document(self, doc: str) -> bool:
        """Whether anything of a document is let through."""
        return not self.documents or doc in self.documents

    def takes(self, mark: MarkRow) -> bool:
        """Whether a mark is let through, whatever its kind."""
        return (
            (not self.documents or mark.doc in self.documents)
            and (not self.place or self.place in mark.place_keys)
            and (not self.speaker or mark.speaker == self.speaker)
            and (not (self.first or self.last) or any(self._meets(span) for span in mark.spans))
        )

    def _meets(self, span: Days) -> bool:
        """Whether a span of days shares a day with the chosen one; an open end reaches as far as it can."""
        earliest, latest = span
        return not (
            (self.last is not None and earliest is not None and earliest > self.last)
            or (self.first is not None and latest is not None and latest < self.first)
        )


QUERY_NAMES = ("docs", "place", "from", "to", "speaker", "show", "kind")


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None
