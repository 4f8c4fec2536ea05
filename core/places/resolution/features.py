"""What speaks for an answer, as numbers: that the words name a place at all, and that it is this one of its namesakes.

The confidence of an answer is the product of two chances, each a logistic function of a few of these signs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core.places.gazetteer import Name
from core.places.mention import Mention, is_at_seat
from core.places.resolution.groups import NameGroup
from core.places.resolution.prior import is_respelt

MOST_EVIDENCE = 7.0
SUREST = 0.995
LEAST_SURE = 0.02
_OBSCURE = 10_000
"""People in a place that few readers have heard of."""

_LITTLE_KNOWN = 50_000
"""People in a town that a text of another neighbourhood hardly names without more."""

_COMPANY = 1.0
"""Points that the other names of a text give a place among which it lies."""

Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """One mention with the candidate chosen for it: its index, and the chances of all candidates."""

    mention: Mention
    index: int
    group: NameGroup
    best: int
    chances: Sequence[float]

    @property
    def name(self) -> Name:
        """What was looked up, and what was found."""
        return self.group.names[self.best]

    def of_a_place(self) -> Signs:
        """Signs that the words name a place at all; what stands for one where something else does is not in gold."""
        entry = self.name.entry
        small = entry.kind == "settlement" and entry.population < _OBSCURE
        return {
            "evidence": min(self.mention.evidence, MOST_EVIDENCE),
            "within a longer name": float(self.mention.part_of_name),
            "adjective": float(self.mention.adjective),
            "other form of the name": self._other_form(),
            "area": float(entry.kind == "area"),
            "text points to it": float(self.best in self.group.beside),
            "far from the other towns": float(self._is_stranger()),
            "only an obscure place": float(small and len(self.group.names) == 1),
        }

    def of_this_place(self) -> Signs:
        """Signs that, if it is a place, it is this one."""
        entry = self.name.entry
        sure = min(max(self.agreeing(), LEAST_SURE), SUREST)
        return {
            "chance among the namesakes": math.log(sure / (1.0 - sure)),
            "country or region": float(entry.kind in {"country", "region"}),
            "other form of the name": self._other_form(),
            "water": float(entry.kind == "water"),
            "far from the other towns": float(self._is_stranger()),
            "text points to it": float(self.best in self.group.beside),
        }

    def _is_stranger(self) -> bool:
        """Whether a little-known town lies apart from the others, of which nothing in the text tells."""
        little_known = self.name.entry.population < _LITTLE_KNOWN and self.best not in self.group.capitals
        return self.group.stranger and little_known and self.best not in self.group.beside

    def _other_form(self) -> float:
        """1 for an alternate name that is no mere spelling of the first one, for what only romanising explains
        where no other name of the text lies near, and for a hamlet that a division may have its name from."""
        name = self.name
        if is_at_seat(self.mention, name.entry) and name.entry.population < _OBSCURE:
            return 1.0
        if self.best in self.group.capitals:
            return 0.0
        if name.relation == "variant":
            return float(self.group.company[self.best] < _COMPANY)
        if name.relation != "alternate":
            return 0.0
        strange = name.entry.population < _LITTLE_KNOWN and self.group.company[self.best] < _COMPANY
        return float(strange or not is_respelt(name))

    def agreeing(self) -> float:
        """The chance of this place and of its namesakes around or within it: Moscow and its region."""
        entry = self.name.entry
        return sum(
            chance
            for name, chance in zip(self.group.names, self.chances, strict=True)
            if name.entry == entry or name.entry.source == entry.region or name.entry.region == entry.source
        )
