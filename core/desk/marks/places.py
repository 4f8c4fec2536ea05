"""One mark a place, for the map, from grouped rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Connection, Integer, RowMapping, Select, cast, distinct, func

from core.charts.place_marks import PlaceMark, ranked, usual_name
from core.desk.database.schema import HOLDING
from core.desk.marks.filtering import Filtered
from core.desk.marks.tables import TABLES
from core.frames.kinds import PLACES

_KEPT = ("kind", "latitude", "longitude", "country", "precision_km")
"""What a place has from its first mention."""

_ROWS = TABLES[PLACES.plural].c
_MOST_MARKS = 2**32


def places(connection: Connection, filtered: Filtered) -> tuple[PlaceMark, ...]:
    """What :func:`core.charts.place_marks.place_marks` makes of the same rows."""
    found: dict[str, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(_spellings(filtered)).mappings():
        found[row["place_key"]].append(row)
    each = filtered.marks(PLACES, _ROWS.place_key, func.count(distinct(_ROWS.document))).where(~_ROWS.adjective)
    documents: dict[str, int] = dict(connection.execute(each.group_by(_ROWS.place_key)).all())
    return ranked(_mark(key, some, documents[key]) for key, some in found.items())


def _spellings(filtered: Filtered) -> Select[Any]:
    """Mentions of places by name and all that a mark shows; as a rule one row a place."""
    by = (_ROWS.place_key, _ROWS.name, *(_ROWS[name] for name in _KEPT))
    mentions = filtered.marks(
        PLACES,
        *by,
        func.count().label("mentions"),
        func.max(_ROWS.confidence).label("confidence"),
        func.max(cast(_ROWS.role == "scene", Integer)).label("scene"),
        func.min(cast(HOLDING.c.position, BigInteger) * _MOST_MARKS + _ROWS.i).label("first"),
    )
    return mentions.where(~_ROWS.adjective).group_by(*by)


def _mark(key: str, spellings: Sequence[RowMapping], documents: int) -> PlaceMark:
    first = min(spellings, key=lambda row: row["first"])
    names = Counter[str]()
    for row in spellings:
        names[row["name"]] += row["mentions"]
    kept: dict[str, Any] = {name: first[name] for name in _KEPT}
    return PlaceMark(
        key=key,
        name=usual_name(names),
        mentions=names.total(),
        documents=documents,
        confidence=max(row["confidence"] for row in spellings),
        scene=any(row["scene"] for row in spellings),
        **kept,
    )
