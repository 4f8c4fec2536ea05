"""The same thing counted in several places of the documents."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


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
