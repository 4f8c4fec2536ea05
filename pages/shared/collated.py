"""What the documents of a dossier say together, as workers have found it: the same thing counted, shared wording."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from core.compare import Group
from core.desk import desk
from core.frames.headline import headline
from core.frames.kinds import FigureRow
from core.origins import TextReuse
from pages.shared.view import DossierView, kept

FIRST_GROUPS, MOST_GROUPS = 24, 60
"""Groups of figures that a page knows of, at first and on demand: those that matter most."""


class Headline(NamedTuple):
    """A figure that a headline would use, and in one line how far others differ; empty where none does."""

    figure: FigureRow
    compared: str


class Groups(NamedTuple):
    """The first groups with the figures that the filter lets through, and how many there are in all."""

    first: tuple[Group, ...]
    in_all: int


def groups(view: DossierView, most: int = FIRST_GROUPS) -> Groups:
    """The groups that matter most."""

    def read() -> Groups:
        return Groups(*desk().collation(view.dossier).groups(view.marks.filtered, most))

    return kept(f"{most} groups", view.key, read)


def headlines(view: DossierView, most: int) -> tuple[Headline, ...]:
    """At most so many figures that a headline would use, best first, one for each thing counted."""

    def choose() -> tuple[Headline, ...]:
        collation, rows = desk().collation(view.dossier), view.figures
        best = headline(rows, most, collation.things([row.key for row in rows]))
        known = collation.groups_of([row.key for row in best])
        return tuple(Headline(row, known[row.key].in_short if row.key in known else "") for row in best)

    return kept(f"{most} headlines", view.key, choose)


def groups_of(view: DossierView, keys: Collection[str]) -> Mapping[str, Group]:
    """Key of a figure → its whole group, of those that are in any."""
    return desk().collation(view.dossier).groups_of(keys) if keys else {}


def text_reuses(view: DossierView, docs: Collection[str]) -> tuple[TextReuse, ...]:
    """The pairs of documents that share their wording, of which one is among these."""
    return desk().collation(view.dossier).text_reuses(docs) if docs else ()
