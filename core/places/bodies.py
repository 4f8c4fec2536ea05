"""What bodies named after a place say of it: "New York lawmakers" are a state's, "Jordan Middle School" is a town's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.places.gazetteer import Name
from core.places.mention import Mention
from core.places.tokens import Tokens

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


def with_bodies(tokens: Tokens, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, those without a kind word with the kind that the body named after them gives away."""
    return [_hinted(tokens, mention) for mention in mentions]


def _hinted(tokens: Tokens, mention: Mention) -> Mention:
    if mention.kind or mention.adjective or len(mention.names) < 2:
        return mention
    start = mention.end + (tokens.lower_at(mention.end) in {"'s", "’s", "'", "’"})
    word, pair = tokens.lower_at(start), f"{tokens.lower_at(start)} {tokens.lower_at(start + 1)}"
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
