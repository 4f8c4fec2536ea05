"""The same thing counted in several places of the documents, and the figures a headline would use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

PEOPLE = frozenset(
    "body person people civilian soldier child woman man victim resident worker prisoner refugee troop officer "
    "patient passenger casualty death grave survivor family student police policeman fighter hostage detainee".split()
)
"""Heads that a headline counts first: whoever was killed, hurt, found or freed."""

GRAVE = frozenset(
    "kill die bury find hurt injure wound discover shoot attack strike hit bomb destroy evacuate displace flee rescue "
    "arrest detain free exhume miss drown execute torture recover".split()
)
"""Verbs that make a number news, before those of background."""

HEADLINE_KINDS = ("count", "percent", "money")


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that count the same thing by their words: rows of ``frames.figures``."""

    label: str
    kind: str
    unit: str | None
    figures: pd.DataFrame

    @property
    def documents(self) -> int:
        """In how many documents it is counted."""
        return int(self.figures["doc"].nunique())


def groups(figures: pd.DataFrame) -> tuple[Group, ...]:
    """Figures grouped by kind, unit and head noun; several documents first, then more figures, then text order.

    Figures without a number, and those of which the text does not say what they count, are left out.
    """
    valued = figures[(figures["low"].notna() | figures["high"].notna()) & figures["counted_head"].notna()]
    made = []
    for (kind, unit, _), rows in valued.groupby(_keys(valued), sort=False, dropna=False):
        made.append(Group(_label(rows), str(kind), str(unit) or None, rows))
    order = {id(group): position for position, group in enumerate(made)}
    return tuple(sorted(made, key=lambda g: (-g.documents, -len(g.figures), order[id(g)])))


def _keys(figures: pd.DataFrame) -> list[pd.Series[str]]:
    return [
        figures["kind"].astype(str).rename("k"),
        figures["unit"].map(lambda unit: unit or "").rename("u"),
        figures["counted_head"].map(lambda head: (head or "").casefold()).rename("h"),
    ]


def _label(rows: pd.DataFrame) -> str:
    """The shortest wording of what is counted: the one that all members share best."""
    wordings = [words for words in rows["counted"] if words]
    return min(wordings, key=len) if wordings else str(rows["unit"].iloc[0] or "unnamed")


def headline(figures: pd.DataFrame, most: int = 6) -> pd.DataFrame:
    """At most ``most`` figures that a headline would use, best first, one for each thing counted.

    What was done to people comes first, then what is vouched for, placed, and told early in a document.
    """
    told = figures[(figures["low"].notna() | figures["high"].notna()) & figures["kind"].isin(HEADLINE_KINDS)]
    ranked = sorted(((-_weight(row), index) for index, row in zip(told.index, told.to_dict("records"), strict=True)))
    chosen: dict[str, object] = {}
    for weight, index in ranked:
        if weight < 0:
            chosen.setdefault(_thing(figures.loc[index]), index)
    return figures.loc[list(chosen.values())[:most]]


def _thing(row: Mapping[Any, Any]) -> str:
    """What a figure counts, for the headline."""
    return str(row["counted_head"] or row["unit"] or "").casefold()


def _weight(row: Mapping[Any, Any]) -> float:
    head = str(row["counted_head"] or "").casefold()
    value = row["low"] if row["low"] is not None else row["high"]
    weight = -1.0 if not head and row["kind"] == "count" else 0.0
    weight += 2.5 * (row["trigger"] in GRAVE) + 1.5 * (head in PEOPLE)
    weight += 1.0 * (row["kind"] == "money") + 0.5 * (row["speaker"] is not None) + 0.5 * bool(row["place_key"])
    weight += 0.5 * (value >= 10) - 0.5 * (row["bound"] == "vague") - 1.0 * bool(row["negated"])
    return weight - 0.4 * min(float(row["start"]) / 2000, 3.0)
