"""Names that no source knows as they are written: other romanisations, then typing errors, which say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.places.gazetteer import Gazetteer, Name, fold
from core.places.mention import Mention

_MOST = 20
"""Unknown names of a document that are looked at: a list of five hundred villages is no list of typing errors."""

_CITY = 100_000
"""People of a city that is thought of where the text names no country."""

_HAMLET = 5_000
"""A place with so few people is seldom in the news; a well-known town that is written so in another romanisation is."""

_TIMES = 10
"""So many times as populous as the exact hit a place of another spelling must be."""


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


def with_guesses(mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Mentions without a place get those that nearly have the name, in countries the text speaks of."""
    countries = {n.entry.country for mention in mentions for n in mention.names[:1] if n.entry.country}
    forms = list(dict.fromkeys(mention.text for mention in mentions if _may_be_slip(mention)))[:_MOST]
    found = {
        form: _near(gazetteer.arabic_variants(form), countries)
        or (_near(_no_plurals(gazetteer.misspelt(form)), countries) if form.isalpha() else ())
        for form in forms
    }
    return [replace(m, names=found[m.text]) if not m.names and found.get(m.text) else m for m in mentions]


def _may_be_slip(mention: Mention) -> bool:
    if mention.names or mention.adjective or mention.kind in {"site", "water"} or mention.kind_word:
        return False
    return not mention.text.isupper() and not any(map(str.isdigit, mention.text))


def _near(names: Sequence[Name], countries: set[str]) -> tuple[Name, ...]:
    """Those in a country that the text names; in a text that names none the cities."""
    return tuple(n for n in names if n.entry.country in countries or (not countries and n.entry.population >= _CITY))


def _no_plurals(names: Sequence[Name]) -> list[Name]:
    """Without what a plural or a people is called by: no Turkey for turkeys."""
    return [name for name in names if not fold(name.form).startswith(fold(name.entry.name))]
