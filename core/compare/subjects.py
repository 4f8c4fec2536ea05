"""What an amount of money, a share or a length is about where no noun stands with it (``subjects.csv`` of the lexicon).

"Lost 140 million pounds" and "a net loss of 141 million" name a loss, "the river rose to 5 metres" a water level. The
nearest such word of the clause is taken; the terms for money are those of a company's accounts and of the courts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from core.compare.units import base_of
from core.compare.words import words_of
from core.lexicon import sheet
from core.models import Figure

_BREAK = re.compile(r"[;:()“”\"–—\d]+|, |\b(?:and|but|while|who|which|after|when|or|because|though)\b")
_BEHIND = re.compile(r"\s?(?:in |of |a |net |was |were |has been |have been |worth of ){0,3}([a-z]{1,20})\b")
_REACH = 8
"""Words before a number that may name what it is about."""

_COINS = frozenset("crown krona krone franc peso dinar rial riyal rupee shilling".split())
"""Coins of several countries: the texts do not say whose, so that they are counted and not money."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a number is about; ``local`` where one place has but one of it, as a flood has one damage.

    ``needs`` are words of which one must stand there too: 40 metres of river are a water level only if it rose.
    """

    thing: str
    local: bool
    needs: frozenset[str]


def matter_of(figure: Figure, before: str, after: str) -> Matter | None:
    """The matter of a figure: "loss", "water level", "damage in crowns"; null where no word of its clause names one.

    Args:
        figure: a figure without a noun, or one that counts coins.
        before: its sentence up to it.
        after: its sentence from the figure on, without it.
    """
    coin = figure.counted_head if figure.counted_head in _COINS else None
    if figure.counted_head and not coin:
        return None
    known = _table().get("money" if coin or figure.kind == "money" else base_of(figure.unit) or "", {})
    behind = _BEHIND.match(after)
    ahead = words_of(_BREAK.split(before)[-1])[: -_REACH - 1 : -1]
    near = [behind[1], *ahead] if behind else ahead
    found = next((known[word] for word in near if word in known), None)
    if found is None or (found.needs and found.needs.isdisjoint(near)):
        return None
    return replace(found, thing=f"{found.thing} in {coin}s") if coin else found


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Matter]]:
    """What is measured → word → matter."""
    table: dict[str, dict[str, Matter]] = {}
    for row in sheet("subjects"):
        matter = Matter(row["thing"], bool(row["local"]), frozenset(row["needs"].split()))
        table.setdefault(row["measures"], {}).update(dict.fromkeys(row["words"].split(), matter))
    return table
