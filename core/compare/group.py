"""A group: figures that, by all their words tell, count the same thing."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from core.compare.claim import Claim
from core.compare.nouns import noun
from core.compare.outcomes import THERE
from core.compare.units import QUALITIES
from core.origins import Origins
from core.wording import amount, plural

ReasonCode = Literal["day", "area", "object", "unit", "bound", "hedge", "rounding", "overlap", "unknown"]


MOST_CLAIMS = 300
"""Claims of a group that are told one by one: no reader compares more."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the numbers of a group may differ, as one sentence for a reader."""

    code: ReasonCode
    sentence: str


@dataclass(frozen=True, slots=True)
class Step:
    """What was said of one day: the lowest and the highest number, and by whom."""

    day: dt.date
    low: float
    high: float
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Figures proposed as one number, in the order of publication. ``beside`` names what is near but not the same.

    ``more`` is how many others there are of so many that only some are told (:func:`bounded`).
    """

    claims: tuple[Claim, ...]
    origins: Origins
    reasons: tuple[Reason, ...] = ()
    beside: tuple[Claim, ...] = ()
    more: int = 0

    @property
    def id(self) -> str:
        """The key of its first figure: what an address can carry."""
        return self.claims[0].key

    @property
    def figures(self) -> int:
        """How many figures it has."""
        return len(self.claims) + self.more

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all its figures."""
        return frozenset(claim.key for claim in self.claims)

    @property
    def kind(self) -> str:
        """The kind that all its figures are of."""
        return self.claims[0].sense.kind

    @property
    def unit(self) -> str | None:
        """The unit that all its figures share; null for plain counts."""
        return self.claims[0].unit

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents it is told in, in the order of publication."""
        return tuple(dict.fromkeys(claim.doc for claim in self.claims))

    @property
    def low(self) -> float:
        """The lowest number any source names."""
        return min(claim.least for claim in self.claims)

    @property
    def high(self) -> float:
        """The highest number any source names."""
        return max(claim.most for claim in self.claims)

    @property
    def open_above(self) -> bool:
        """Whether a source with the highest number allows more: "at least"."""
        return any(s.high is None for s in self.claims if s.most == self.high)

    @property
    def agree(self) -> bool:
        """Whether all sources give the same number with the same bound."""
        return len({(s.low, s.high) for s in self.claims}) == 1

    @property
    def span(self) -> str:
        """From the lowest to the highest number, with the unit: ``440–450``, ``6–10 or more``, ``≥ 440``."""
        if self.agree:
            one = self.claims[0]
            return amount(one.low, one.high, one.bound, one.unit)
        more = " or more" if self.open_above else ""
        return amount(self.low, self.high, "exactly", self.unit) + more

    @property
    def in_short(self) -> str:
        """One line for a figure's card: how far other documents differ; nothing where only one tells it."""
        if len(self.documents) < 2:
            return ""
        return self.origins.wording if self.agree else f"{self.span}: {self.origins.wording}"

    @property
    def label(self) -> str:
        """What is counted: the wording most sources use, and what was done where the wording does not tell."""
        sense = self.claims[0].sense
        wordings = Counter((len(s.sense.modifiers), s.counted) for s in self.claims if s.counted)
        _, best = min(wordings, key=lambda w: (-w[0], -wordings[w], len(w[1]), w[1]), default=(0, None))
        done = next((s.sense.done for s in self.claims if s.sense.done), None)
        words = sense.thing if sense.matter else in_words(sense.thing, best, done)
        return words + {"part": ", part of them", "more": ", on top", "change": ", change"}.get(sense.share, "")

    @property
    def place(self) -> str | None:
        """The place most sources name."""
        named = Counter(s.place_name for s in self.claims if s.place_name)
        return min(named, key=lambda name: (-named[name], name), default=None)

    @property
    def name(self) -> str:
        """What is counted, and where."""
        return f"{self.label}, {self.place}" if self.place else self.label

    @property
    def steps(self) -> tuple[Step, ...]:
        """How the number moved, day by day; figures without any day are left out."""
        days = sorted({s.counted_on for s in self.claims if s.counted_on})
        told = [(day, tuple(s for s in self.claims if s.counted_on == day)) for day in days]
        return tuple(Step(day, min(s.least for s in on), max(s.most for s in on), on) for day, on in told)


def bounded(group: Group, most: int = MOST_CLAIMS) -> Group:
    """The group with at most so many claims: the lowest and the highest, and others from first to last alike."""
    if len(group.claims) <= most:
        return group
    claims = group.claims
    ends = {claims.index(min(claims, key=lambda s: s.least)), claims.index(max(claims, key=lambda s: s.most))}
    kept = {0, *ends, *(len(claims) * n // (most - 3) for n in range(most - 3))}
    return replace(group, claims=tuple(claims[i] for i in sorted(kept)), more=group.more + len(claims) - len(kept))


def in_words(thing: str, counted: str | None, done: str | None) -> str:
    """What is counted and, where the words themselves do not tell, what was done: "bodies recovered", "deaths"."""
    words = counted or ("people" if thing == "person" else thing if thing in QUALITIES.values() else plural(thing))
    known = {None, THERE, noun(words.rsplit(maxsplit=1)[-1], words).done}
    return words if done in known or str(done).endswith("(verb)") or str(done) in words else f"{words} {done}"
