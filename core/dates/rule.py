"""How a rule of the grammar looks: a pattern over word classes and what a match of it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.dates.expression import Expression
from core.dates.tokens import DateTokens
from core.shelter import attempted


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a rule in the tokens of a text."""

    match: re.Match[str]
    tokens: DateTokens

    def words(self, group: str) -> list[str]:
        """The words of a group in small letters; empty where it took no part."""
        if group not in self.match.re.groupindex:
            return []
        start, end = self.match.span(group)
        return self.tokens.lower[start:end] if start >= 0 else []

    def word(self, group: str) -> str:
        """The first word of a group, or nothing."""
        return next(iter(self.words(group)), "")

    @property
    def span(self) -> tuple[int, int]:
        """Token numbers of the expression: the group ``x`` where the pattern has one, else all of it."""
        return self.match.span("x") if "x" in self.match.re.groupindex else self.match.span()


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern (see :mod:`core.dates.pattern`) and what it means; null where the words turn out to mean no time.

    The meaning comes without a place in the text: ``start``, ``end`` and ``text`` are filled in by the reader.
    """

    pattern: str
    meaning: Callable[[Hit], Expression | None]

    def read(self, hit: Hit) -> Expression | None:
        """What a match means; ``UNTOLD`` where working it out fails, so that it costs no more than its own words."""
        return attempted("a date rule", lambda: self.meaning(hit), UNTOLD)


def meaning(**fields: object) -> Expression:
    """An expression without its place in the text."""
    return Expression(start=0, end=0, text="", **fields)  # type: ignore[arg-type]  # fields of Expression by name


UNTOLD = meaning(type="DATE", operation="reference", value="XXXX")
"""Words of time whose meaning could not be worked out: a reader sees them, with no day."""
