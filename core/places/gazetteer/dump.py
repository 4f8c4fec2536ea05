"""Lines of GeoNames' dump files, as described in the ``readme.txt`` of the export: tabs, fixed columns, no quoting."""

from __future__ import annotations

from dataclasses import dataclass

from core.models import PlaceKind
from core.places.gazetteer.entry import Relation
from core.places.gazetteer.record import Spelling
from core.places.gazetteer.sources.settlements import is_name, spread_km

_KINDS: dict[str, PlaceKind] = {
    **{"P": "settlement", "A": "region", "H": "water", "S": "site", "L": "area", "T": "area", "V": "area"},
}
"""By feature class; roads (R) and undersea features (U) are no places of news."""
_DIVISION_KM = {"PCL": 500.0, "ADM1": 100.0, "ADM2": 30.0}
_REACH_KM = {"A": 10.0, "H": 10.0, "S": 1.0, "L": 20.0, "T": 10.0, "V": 10.0}
_NOT_NAMES = frozenset("link post iata icao faac unlc wkdt tcid phon piny".split())
"""Instead of a language: web addresses, codes and transcripts for pronunciation."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A line of ``allCountries.txt`` or of a country's file.

    ``admin1`` is GeoNames' code ("UA.07"). ``stands_for`` names what other sources may know by their own outline: a
    country ("UA"), a first-order ("UA.07") or a second-order division ("US.TX.201").
    """

    number: int
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None
    stands_for: str | None
    population: int
    precision_km: float
    spellings: tuple[Spelling, ...]


def feature(line: str) -> Feature | None:
    """The place on a line; null for what is none for us.

    Raises:
        ValueError: the line has not the format's 19 columns, or letters where numbers belong.
    """
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != 19:
        raise ValueError(f"19 columns expected, not {len(cells)}")
    number, name, plain, alternates = int(cells[0]), cells[1], cells[2], cells[3]
    place_class, code, country, admin1, admin2 = cells[6], cells[7], cells[8], cells[10], cells[11]
    if place_class not in _KINDS or not name:
        return None
    population = int(cells[14] or 0)
    forms = dict.fromkeys([plain, *alternates.split(",")])
    return Feature(
        number=number,
        name=name,
        kind="country" if place_class == "A" and code.startswith("PCL") else _KINDS[place_class],
        latitude=float(cells[4]),
        longitude=float(cells[5]),
        country=country or None,
        admin1=f"{country}.{admin1}" if country and admin1 else None,
        stands_for=_stands_for(code, country, admin1, admin2),
        population=population,
        precision_km=spread_km(population) if place_class == "P" else _reach_km(place_class, code),
        spellings=(
            Spelling(name, "name"),
            *(Spelling(form, "alternate") for form in forms if form != name and is_name(form)),
        ),
    )


def _reach_km(place_class: str, code: str) -> float:
    divisions = (km for start, km in _DIVISION_KM.items() if place_class == "A" and code.startswith(start))
    return next(divisions, _REACH_KM[place_class])


def _stands_for(code: str, country: str, admin1: str, admin2: str) -> str | None:
    if code in ("PCLI", "PCLD", "PCLS", "PCLIX", "PCLF", "PCL"):
        return country
    if code == "ADM1":
        return f"{country}.{admin1}"
    return f"{country}.{admin1}.{admin2}" if code == "ADM2" else None


def other_name(line: str) -> tuple[int, Spelling] | None:
    """The place's number and its name on a line of ``alternateNamesV2.txt``; null where the line brings no name.

    Raises:
        ValueError: the line has fewer than the format's first eight columns, or letters where a number belongs.
    """
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) < 8:
        raise ValueError(f"8 columns or more expected, not {len(cells)}")
    number, language, form = int(cells[1]), cells[2], cells[3]
    relation: Relation = "abbreviation" if language == "abbr" else "alternate"
    if language in _NOT_NAMES or not (is_name(form) or (relation == "abbreviation" and form.isupper())):
        return None
    return number, Spelling(form, relation)
