"""What bodies named after a place say of it: "New York lawmakers" are a state's, "Jordan Middle School" is a town's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.places.gazetteer import Name
from core.places.mention import Mention
from core.places.resolution.groups import NameGroup
from core.places.resolution.prior import is_respelt
from core.text.view import TextView

_STATE = frozenset("legislature statehouse border borders gubernatorial panhandle".split())
_STATE_PAIRS = frozenset({"attorney general", "national guard", "house bill"}) | frozenset(
    f"state {word}" for word in "police trooper troopers university legislature senate assembly senator".split()
)
_TOWN = frozenset("mayor aldermen alderman firefighters selectmen".split())
_TOWN_PAIRS = frozenset(
    f"{first} {second}"
    for first, seconds in {
        "city": "council councillor councillors hall manager commission commissioners",
        "town": "council hall clerk board",
        "fire": "department chief station rescue",
        "police": "department chief officer",
        "public": "library schools",
        "middle": "school schools",
        "high": "school schools",
        "elementary": "school schools",
        "primary": "school",
        "volunteer": "fire",
    }.items()
    for second in seconds.split()
)

_KNOWN = 50_000
"""People of a town that may be named without another name of its country."""

_COMPANY = 1.0
"""Points that the other names of the text give to a place in their midst."""


def with_bodies(view: TextView, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, those without a kind word with the kind that the body named after them gives away."""
    return [_hinted(view, mention) for mention in mentions]


def is_borrowed(mention: Mention, group: NameGroup) -> bool:
    """Whether a word that opens a body's name is hardly a place: the Cal of a fire brigade is no village of Turkey.

    It is where the place is known, or where other names of the text lie in its country.
    """
    best = group.best(-1)
    name = group.names[best]
    if not mention.part_of_name or mention.kind or best in group.beside or name.entry.kind != "settlement":
        return False
    shortened = name.relation == "alternate" and not is_respelt(name)
    return (shortened or name.entry.population < _KNOWN) and group.company[best] < _COMPANY


def _hinted(view: TextView, mention: Mention) -> Mention:
    if mention.kind or mention.adjective or len(mention.names) < 2:
        return mention
    start = mention.end + (view.lower_at(mention.end) in {"'s", "’s", "'", "’"})
    word, pair = view.lower_at(start), f"{view.lower_at(start)} {view.lower_at(start + 1)}"
    if (word in _STATE or pair in _STATE_PAIRS) and _has_state(mention.names):
        return replace(mention, kind="region", kind_word="state", body=word if word in _STATE else pair)
    if (word in _TOWN or pair in _TOWN_PAIRS) and _is_wide_or_town(mention.names):
        return replace(mention, kind="settlement", kind_word="town", body=word if word in _TOWN else pair)
    return mention


def _has_state(names: Sequence[Name]) -> bool:
    """Whether a first-order region, and no country, bears the name."""
    kinds = {name.entry.kind for name in names}
    return "country" not in kinds and any(name.entry.kind == "region" and not name.entry.region for name in names)


def _is_wide_or_town(names: Sequence[Name]) -> bool:
    """Whether the name could be that of a town or of something wider."""
    kinds = {name.entry.kind for name in names}
    return "settlement" in kinds and bool(kinds & {"country", "region", "area"})
