"""What the documents of a dossier say together, as workers have found it: the same thing counted, shared wording."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from core.compare import Group
from core.desk import desk
from core.frames.kinds import FigureRow
from core.origins import TextReuse
from pages.shared.view import DossierView, kept

MOST_GROUPS = 60
"""Groups of figures that a page knows of: those that matter most."""


class Groups(NamedTuple):
    """The first groups with the figures that the filter lets through, and how many there are in all."""

    first: tuple[Group, ...]
    in_all: int


def groups(view: DossierView) -> Groups:
    """The groups that matter most."""

    def read() -> Groups:
        return Groups(*desk().collation(view.dossier).groups(view.marks.filtered, MOST_GROUPS))

    return kept("groups", view.key, read)


def groups_of(view: DossierView, keys: Collection[str]) -> Mapping[str, Group]:
    """Key of a figure → its whole group, of those that are in any."""
    return desk().collation(view.dossier).groups_of(keys) if keys else {}


def things(view: DossierView, figures: tuple[FigureRow, ...]) -> Mapping[str, str]:
    """Key of a figure that the filter lets through → the thing that it counts, where others count it too."""
    keys = [row.key for row in figures]
    return kept("things", view.key, lambda: desk().collation(view.dossier).things(keys))


def text_reuses(view: DossierView, docs: Collection[str]) -> tuple[TextReuse, ...]:
    """The pairs of documents that share their wording, of which one is among these."""
    return desk().collation(view.dossier).text_reuses(docs) if docs else ()
