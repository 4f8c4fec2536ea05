"""Names that no source knows and that a well-known place's name nearly is: tentative, and said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.places.gazetteer import Gazetteer, Name
from core.places.mention import Mention

_MOST = 20
"""Unknown names of a document that are looked at: a list of five hundred villages is no list of typing errors."""

_METROPOLIS = 500_000


def with_misspelt(mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Mentions without a place get those that a letter or two make of the name, in countries the text speaks of."""
    countries = {n.entry.country for mention in mentions for n in mention.names[:1] if n.entry.country}
    forms = list(dict.fromkeys(mention.text for mention in mentions if _may_be_slip(mention)))[:_MOST]
    found = {form: _fitting(gazetteer.misspelt(form), countries) for form in forms}
    return [replace(m, names=found[m.text]) if not m.names and found.get(m.text) else m for m in mentions]


def _may_be_slip(mention: Mention) -> bool:
    if mention.names or mention.adjective or mention.kind in {"site", "water"} or mention.kind_word:
        return False
    return mention.label in {"GPE", "LOC", ""} and mention.text[1:].islower() and mention.text.isalpha()


def _fitting(names: Sequence[Name], countries: set[str | None]) -> tuple[Name, ...]:
    """Those in a country that the text names, and of the others the largest cities and countries."""
    return tuple(n for n in names if n.entry.country in countries or n.entry.population >= _METROPOLIS)
