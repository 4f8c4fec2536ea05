"""Where a clause happened: its own scene, else that of its sentence, of its section, or of the dateline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from core.events.clauses import Clause, Clauses
from core.models import Place, PlacesFrom

_HEADING = re.compile(r"^[^\n]{0,59}[^\s.!?…,;:\"”][ \t]*:?[ \t]*$", re.MULTILINE)

_BYLINE = re.compile(r"[ \t]{0,9}(?:By|BY|by) [A-ZÀ-Þ]")
Found = tuple[tuple[int, ...], PlacesFrom | None]


class Scenes:
    """The scenes of all clauses of a text."""

    def __init__(self, clauses: Clauses, places: Sequence[Place]) -> None:
        self._clauses, self._view, self._places = clauses, clauses.view, places
        self._datelines = [i for i, place in enumerate(places) if self._opens(place)]
        self._dateline_starts = [places[i].start for i in self._datelines]
        self._headings = [self._heading(match) for match in _HEADING.finditer(clauses.view.text)] if places else []
        self._heading_starts = [start for start, _ in self._headings]

    def of_clause(self, clause: Clause, happened: bool) -> Found:
        """Indices of the places, and where they were taken from; a saying takes over no place of what is said."""
        own = tuple(i for i in clause.places if self._places[i].role == "scene")
        if own:
            return own, "clause"
        if clause.saying:
            return (), None
        shared = tuple(i for i in self._clauses.places_in_sentence(clause) if self._places[i].role == "scene")
        if shared:
            return shared, "sentence"
        return self._inherited(clause, happened)

    def of_noun(self, start: int, end: int) -> Found:
        """The scenes named between two positions, in the words about an event noun."""
        inside = tuple(i for i, p in enumerate(self._places) if start <= p.start < end and p.role == "scene")
        return inside, "clause" if inside else None

    def _inherited(self, clause: Clause, happened: bool) -> Found:
        """The place in the heading above; else, for what is told as done and names no other place, the dateline's."""
        at = self._view.starts[clause.head]
        above = bisect_right(self._heading_starts, at) - 1
        if above >= 0 and (places := self._headings[above][1]):
            return places, "heading"
        filed = bisect_right(self._dateline_starts, at) - 1
        named = any(not self._places[i].adjective for i in self._clauses.places_in_sentence(clause))
        told = happened and clause.relation in ("ROOT", "conj", "ccomp") and not clause.stative
        own = self._datelines[filed : filed + 1] if filed >= 0 else []
        elsewhere = named and not any(i in own for i in self._clauses.places_in_sentence(clause))
        return ((own[0],), "dateline") if own and told and not elsewhere else ((), None)

    def _opens(self, place: Place) -> bool:
        """Whether the name is the first of a dateline."""
        return not place.adjective and any(start == place.start for start, _ in self._view.datelines)

    def _heading(self, match: re.Match[str]) -> tuple[int, tuple[int, ...]]:
        """Where a heading stands, and the places it names where it is no sentence and no writer's line."""
        start, end = match.span()
        if _BYLINE.match(match.group()):
            return start, ()
        inside = tuple(
            i for i, p in enumerate(self._places) if start <= p.start < end and p.role == "scene" and not p.adjective
        )
        clause = self._clauses.clause_of(self._view.token_at(start))
        return start, () if clause.verbal else inside
