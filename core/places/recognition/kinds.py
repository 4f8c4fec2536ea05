"""Kind words: what the words beside a name say about the kind of place it is."""

from __future__ import annotations

from core.lexicon import meaning
from core.models import PlaceKind

REGION = meaning("places", "region", "ruler")
ADMIN_1 = meaning("places", "first order")
DISTRICT = meaning("places", "district")
DISTRICTS_WITHIN = frozenset("UA RU BY KZ KG TJ UZ PL DE AT IN PK CN TH KE PE".split())
"""Countries whose districts are parts of the divisions of the first order."""

COUNTY = {"county": "County", "counties": "County", "parish": "Parish", "parishes": "Parish"}
"""Kind words of counties, with the word that their full names end in."""

SEATED = meaning("places", "seat")
"""Kind words of divisions that are mostly named after the town they are ruled from."""

SETTLEMENT = meaning("places", "settlement")
WATER = meaning("places", "water")
AREA = meaning("places", "area")
STREETS = meaning("places", "street")
SITE = meaning("places", "site")
DIRECTIONS = meaning("places", "compass", "position")
DISEASES = frozenset("virus fever disease syndrome flu encephalitis hemorrhagic haemorrhagic strain ebolavirus".split())


def kind_of_word(word: str) -> PlaceKind | None:
    """The kind of place that a common noun names, in lower case; null for all other words."""
    if word in REGION:
        return "region"
    if word in SETTLEMENT:
        return "settlement"
    if word in WATER:
        return "water"
    if word in AREA:
        return "area"
    return "site" if word in SITE or word in STREETS else None
