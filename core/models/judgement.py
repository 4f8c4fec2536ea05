"""One thing that a person decided: that some tellings are of one event, or that one is not."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass
from typing import Literal

Kind = Literal["together", "apart"]


@dataclass(frozen=True, slots=True)
class Party:
    """A telling that a decision is about: its lasting id, and what tells a person which it was when it is gone."""

    event: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """``together``: what ``these`` and ``those`` tell is one event; ``apart``: ``these`` tells another than ``those``.

    Of ``together`` the first of either side that is still there stands for it. ``at`` is in UTC.
    """

    id: str
    kind: Kind
    these: tuple[Party, ...]
    those: tuple[Party, ...]
    at: dt.datetime

    @property
    def says(self) -> tuple[Kind, frozenset[frozenset[str]] | tuple[frozenset[str], ...]]:
        """What is decided, whoever said it and when: "one as the other" has no direction, "not as the others" has."""
        sides = tuple(frozenset(party.event for party in side) for side in (self.these, self.those))
        return self.kind, frozenset(sides) if self.kind == "together" else sides


def new_judgement(kind: Kind, these: tuple[Party, ...], those: tuple[Party, ...]) -> Judgement:
    """A decision made now."""
    return Judgement(secrets.token_urlsafe(8), kind, these, those, dt.datetime.now(dt.UTC))
