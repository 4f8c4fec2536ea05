"""Counties and cities under other forms of their names: "Hayes and Otoe counties", "DeKalb", "City of Logan"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.places.gazetteer import Gazetteer, Name, fold
from core.places.mention import Mention
from core.places.recognition.kinds import COUNTY

_CITY = re.compile(r"(?:the )?(?:city|town|village|township) of (?P<after>.+)|(?P<before>.+) (?:city|town|township)")
Known = Mapping[str, tuple[Name, ...]]


def with_other_forms(mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The mentions with the places that the gazetteer keeps under another form of the name; one look-up for all."""
    named = {bare: mention.text for mention in mentions for bare in [_county_in(mention)] if bare}
    asked = {index: form for index, mention in enumerate(mentions) for form in [_other_form(mention, named)] if form}
    known = gazetteer.names(dict.fromkeys(asked.values())) if asked else {}
    return [
        _widened(mention, known[asked[index]]) if asked.get(index) in known else mention
        for index, mention in enumerate(mentions)
    ]


def bare_city(mention: Mention) -> str | None:
    """Folded name of the town in "City of Logan" or "Logan City"; null where the whole is the name, as Kansas City."""
    form = _CITY.fullmatch(fold(mention.text))
    if form is None or any(fold(name.entry.name) == form[0] for name in mention.names):
        return None
    return form["after"] or form["before"]


def _county_in(mention: Mention) -> str | None:
    """What stands before the kind word in "Otoe County", folded."""
    head, _, last = fold(mention.text).rpartition(" ")
    return head if last in COUNTY and mention.names else None


def _other_form(mention: Mention, counties: Mapping[str, str]) -> str | None:
    if mention.adjective or not mention.text:
        return None
    if mention.kind_word in COUNTY and not _county_in(mention):
        return f"{mention.text} {COUNTY[mention.kind_word]}"
    if mention.kind is None and fold(mention.text) in counties:
        return counties[fold(mention.text)]
    bare = bare_city(mention)
    return _as_written(mention.text, bare) if bare else None


def _as_written(text: str, bare: str) -> str:
    """The folded words as they stand at the end of "City of Logan" or at the beginning of "Logan City"."""
    words, count = text.split(), len(bare.split())
    return " ".join(words[:count] if fold(" ".join(words[:count])) == bare else words[-count:])


def _widened(mention: Mention, found: tuple[Name, ...]) -> Mention:
    """With the places found; a county is no town."""
    if bare_city(mention):
        return replace(mention, names=_both(found, mention.names), kind="settlement", kind_word="city")
    if mention.kind_word in COUNTY:  # "the counties of Kent and Essex" are what the bare names say, where they say one
        return replace(mention, names=tuple(n for n in mention.names if n.entry.kind != "settlement") or found)
    return replace(mention, names=_both(mention.names, found))


def _both(first: Sequence[Name], second: Sequence[Name]) -> tuple[Name, ...]:
    known = {name.entry.source for name in first}
    return (*first, *(name for name in second if name.entry.source not in known))
