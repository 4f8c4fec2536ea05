"""Names that no source knows as they are written: other romanisations of Arabic, then typing errors, which say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.places.gazetteer import Gazetteer, Name, fold
from core.places.mention import Mention

_MOST = 20
"""Unknown names of a document that are looked at: a list of five hundred villages is no list of typing errors."""

_CITY = 100_000
"""People of a city that is thought of where the text names no country."""


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
