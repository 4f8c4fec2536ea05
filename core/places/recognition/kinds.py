"""Kind words: what the words beside a name say about the kind of place it is."""

from __future__ import annotations

from core.models import PlaceKind

REGION = frozenset(
    """region oblast province prefecture governorate voivodeship canton state county district department republic
    krai territory governor lieutenant-governor emirate raion rayon municipality parish shire borough district
    regions oblasts provinces prefectures governorates voivodeships cantons states counties districts territories
    republics raions parishes municipalities governors""".split()
)
ADMIN_1 = frozenset(
    """region oblast province prefecture governorate voivodeship canton state krai republic
    regions oblasts provinces prefectures governorates voivodeships cantons states republics""".split()
)
DISTRICT = frozenset("district districts raion raions rayon".split())
DISTRICTS_WITHIN = frozenset("UA RU BY KZ KG TJ UZ PL DE AT IN PK CN TH KE PE".split())
"""Countries whose districts are parts of the divisions of the first order."""

COUNTY = {"county": "County", "counties": "County", "parish": "Parish", "parishes": "Parish"}
"""Kind words of counties, with the word that their full names end in."""

SEATED = frozenset(
    """district districts raion raions rayon county counties province provinces prefecture prefectures governorate
    governorates oblast oblasts""".split()
)
"""Kind words of divisions that are mostly named after the town they are ruled from."""

SETTLEMENT = frozenset(
    """city town village hamlet settlement suburb capital municipality township borough port resort community
    neighborhood neighbourhood enclave barangay commune slum
    cities towns villages hamlets settlements suburbs capitals townships boroughs ports communities""".split()
)
WATER = frozenset(
    """river sea lake bay gulf strait straits canal reservoir ocean estuary lagoon creek channel fjord
    rivers seas lakes straits lagoons""".split()
)
AREA = frozenset(
    """peninsula desert valley mountains mountain mount volcano islands island archipelago plateau highlands basin delta
    coast range steppe forest plain hills isthmus""".split()
)
STREETS = frozenset(
    """street st road rd avenue ave boulevard blvd drive lane highway parkway expressway freeway interstate
    route turnpike way circle terrace alley plaza square court loop bypass crossing streets roads avenues""".split()
)
SITE = frozenset(
    """airport bridge plant station dam refinery port base airfield camp prison stadium hospital school university
    college cathedral church mosque monastery museum theatre theater palace castle tower square park zoo mall centre
    center cemetery factory mine power terminal harbour harbor depot hotel hall crossing checkpoint site gravesite
    building headquarters jail courthouse library arena abbey shrine temple basilica fort fortress barracks""".split()
)
DIRECTIONS = frozenset(
    """north south east west northeast northwest southeast southwest northern southern eastern western northeastern
    northwestern southeastern southwestern central north-east north-west south-east south-west north-eastern
    north-western south-eastern south-western upper lower inner outer downtown mid greater far
    northcentral southcentral rural metro metropolitan""".split()
)
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
