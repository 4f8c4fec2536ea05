"""Which of the places of a name the words around one mention leave: "the Dnipro" is the river, not the city."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.models import PlaceKind
from core.places.gazetteer import Gazetteer, Name
from core.places.mention import Mention
from core.text.view import TextView

_ARTICLED_COUNTRIES = frozenset({"gambia", "congo", "sudan", "lebanon", "ukraine", "philippines", "netherlands"})
"""Countries that are often written with the article, some of them named after a river."""

_HAMLET = 5_000
"""A place with so few people is seldom in the news; a well-known town that is written so in another romanisation is."""

_TIMES = 10


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


def with_variants(chosen: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Looks up in other romanisations what the gazetteer does not know as written, or knows as a hamlet only."""
    asked = dict.fromkeys(mention.text for mention in chosen if _may_be_variant(mention))
    found = gazetteer.variants(asked) if asked else {}
    return [
        replace(mention, names=_weighed(mention.names, found[mention.text])) if mention.text in found else mention
        for mention in chosen
    ]


def _may_be_variant(mention: Mention) -> bool:
    return not mention.adjective and all(
        name.entry.kind == "settlement" and name.entry.population < _HAMLET for name in mention.names
    )


def _weighed(exact: tuple[Name, ...], variants: Iterable[Name]) -> tuple[Name, ...]:
    """The exact hits and, of the variants, those in the same countries that are many times as populous."""
    if not exact:
        return tuple(variants)
    known = {name.entry.source for name in exact}
    countries = {name.entry.country for name in exact}
    least = _TIMES * max(name.entry.population for name in exact)
    larger = (name for name in variants if name.entry.population >= max(least, _HAMLET))
    return exact + tuple(n for n in larger if n.entry.country in countries and n.entry.source not in known)
