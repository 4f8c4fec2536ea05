"""The same thing counted in several places of the documents, and the figures a headline would use."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

PEOPLE = frozenset(
    "body person people civilian soldier child woman man victim resident worker prisoner refugee troop officer "
    "patient passenger casualty death grave survivor family student police policeman fighter hostage detainee".split()
)
"""Heads that a headline counts first: whoever was killed, hurt, found or freed."""

KINDS = ("count", "percent", "money", "measure", "duration", "rank")


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

    Figures without a number, and those that count nothing sayable, are left out.
    """
    valued = figures[(figures["low"].notna() | figures["high"].notna())]
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
    """At most ``most`` figures that a headline would use, best first, one a group.

    Counts of people come first, then what is vouched for, placed, told by several documents, and told early.
    """
    chosen = [(_weight(group), group.figures) for group in groups(figures) if group.kind != "rank"]
    best = sorted(chosen, key=lambda pair: -pair[0])[:most]
    rows = [_clearest(members) for weight, members in best if weight > 0]
    return figures.loc[rows]


def _weight(group: Group) -> float:
    rows = group.figures
    weight = 0.0
    weight += 3.0 * (group.kind == "count" and str(rows["counted_head"].iloc[0]).casefold() in PEOPLE)
    weight += 1.5 * (group.kind == "money") + 1.0 * (group.kind in ("count", "percent"))
    weight += 1.0 * bool(rows["speaker"].notna().any()) + 0.7 * bool(rows["place_key"].notna().any())
    weight += 0.8 * (group.documents - 1) + 0.5 * bool((rows["low"].fillna(rows["high"]) >= 10).any())
    return weight - 0.3 * min(float(rows["start"].min()) / 3000, 3.0)


def _clearest(rows: pd.DataFrame) -> object:
    """Index of the figure with speaker and place, else the first."""
    marks = rows["speaker"].notna().astype(int) + rows["place_key"].notna().astype(int)
    return marks.idxmax()
