"""Which of the places of a name the words around one mention leave: "the Dnipro" is the river, not the city."""

from __future__ import annotations

from core.models import PlaceKind
from core.places.gazetteer import Name
from core.text.view import TextView

_ARTICLED_COUNTRIES = frozenset({"gambia", "congo", "sudan", "lebanon", "ukraine", "philippines", "netherlands"})
"""Countries that are often written with the article, some of them named after a river."""


def fitting(view: TextView, start: int, end: int, names: tuple[Name, ...], kind: PlaceKind | None) -> tuple[Name, ...]:
    """The rivers, seas and mountains among the places of a name where the words beside it ask for one."""
    if kind != "water" and not _has_article_alone(view, start, end):
        return names
    if names[0].entry.kind in {"area", "water"} or (kind is None and view.lower[end - 1] in _ARTICLED_COUNTRIES):
        return names
    waters = tuple(name for name in names if name.entry.kind == "water")
    return waters or (names if kind else tuple(name for name in names if name.entry.kind == "area") or names)


def _has_article_alone(view: TextView, start: int, end: int) -> bool:
    """Whether "the" belongs to the name: in "the Dnipro mayor" and "the Paris talks" it belongs to what follows."""
    if view.lower_at(start - 1) != "the" or end >= len(view):
        return False
    return not (view.tag[end].startswith(("NN", "JJ", "VBG", "VBN", "CD", "POS")) or view.words[end] in {"-", "–"})
