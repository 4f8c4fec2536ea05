"""Where the paper that printed a text is at home, by its name: "Yorkshire Post", "cambridge-news.co.uk"."""

from __future__ import annotations

import re

from core.places.gazetteer import Gazetteer, Name
from core.places.resolution.groups import MOST, NameGroup

_WORD = re.compile(r"[^\W\d_][\w'’.&-]{0,60}")
_DOMAIN = re.compile(r"(?<![\w-])[\w-]{1,60}(?:\.[a-z]{2,3})?\.(?P<country>[a-z]{2})(?![\w.-])")
_OFTEN_OTHER = frozenset({"tv", "fm", "io", "me", "co", "eu", "ai", "to", "cc"})
"""Endings of countries that outlets anywhere use."""

_LONGEST = 3
"""Words in the name of a place that opens an outlet's name."""


def home_of_outlet(outlet: str, gazetteer: Gazetteer) -> list[NameGroup]:
    """The place that an outlet's name opens with, as a name of the document that nobody mentions; it only votes.

    Of a web address the country of its ending counts: "co.uk" is British.
    """
    address = _DOMAIN.search(outlet.strip().lower().removesuffix("/"))
    if address:
        return _of_country(address["country"], gazetteer)
    forms = _openings(outlet)
    known = gazetteer.names(forms)
    for form in forms:
        names = tuple(name for name in known.get(form, ()) if name.relation != "adjective")[:MOST]
        if names:
            return [NameGroup(form, form, None, "", names)]
    return []


def country_of_outlet(outlet: str | None, gazetteer: Gazetteer) -> str | None:
    """ISO 3166-1 code of the country an outlet is at home in; null where its name leaves that open.

    ``outlet`` is a name or a web address. "Cambridge News" is open: there is a Cambridge in several countries.
    """
    homes = home_of_outlet(outlet, gazetteer) if outlet else []
    countries = {name.entry.country for group in homes for name in group.names}
    return countries.pop() if len(countries) == 1 else None


def _of_country(ending: str, gazetteer: Gazetteer) -> list[NameGroup]:
    """By its code and not by its name: "CA" in a text is California."""
    code = {"uk": "GB"}.get(ending, ending.upper())
    entry = None if ending in _OFTEN_OTHER else gazetteer.entry(f"naturalearth:{code}")
    return [NameGroup(code, code, None, "", (Name(entry, code, "abbreviation"),))] if entry else []


def _openings(outlet: str) -> list[str]:
    """The first words of the name, longest first, where words of a paper's kind follow them."""
    words = [word for word in _WORD.findall(outlet[:200]) if word.lower() != "the"]
    return [" ".join(words[:length]) for length in range(min(_LONGEST, len(words) - 1), 0, -1)]
