"""Places told by their way from another: "12 km north of Lviv" is not Lviv."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geopy.distance import distance as geodesic

from core.places.gazetteer import Entry
from core.places.kinds import DIRECTIONS
from core.places.tokens import Tokens

UNSAID_KM = 15.0
"""How far "north of" reaches where the text gives no distance."""

LONGEST_KM = 1_000.0
_UNIT_KM = {"km": 1.0, "kilometres": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometer": 1.0, "kms": 1.0} | (
    dict.fromkeys(("miles", "mile", "mi"), 1.609)
)
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,2})?|\d{1,3},\d{3}")
_WINDS = "north northeast east southeast south southwest west northwest".split()
_BEARING = {wind: 45.0 * index for index, wind in enumerate(_WINDS)}
_AROUND = frozenset({"outside", "outskirts"})
_SHARE_UNSURE = 0.25
"""Of the distance: "12 km north" may be 10 km to the north-north-west."""

_LONGEST_BRACKET = 6


@dataclass(frozen=True, slots=True)
class Offset:
    """The words that lead up to a name, and how far away they point; degrees clockwise from north where they say."""

    words: str
    km: float
    bearing: float | None

    def moved(self, entry: Entry) -> tuple[float, float]:
        """Latitude and longitude of the place that is meant; the named place's own where no way to it is told."""
        if self.bearing is None:
            return entry.latitude, entry.longitude
        origin = (entry.latitude, entry.longitude)
        point = geodesic(kilometers=self.km).destination(origin, bearing=self.bearing)  # type: ignore[no-untyped-call]
        return round(point.latitude, 5), round(point.longitude, 5)

    def precision(self, entry: Entry) -> float:
        """The radius in km around that point that surely holds the place that is meant."""
        return entry.precision_km + (self.km if self.bearing is None else _SHARE_UNSURE * self.km)


def is_offset(tokens: Tokens, start: int) -> bool:
    """Whether a direction leads up to the name: "north of", "12 km south-west of the"."""
    of = start - 1 - (tokens.lower_at(start - 1) == "the")
    return tokens.lower_at(of) == "of" and tokens.lower_at(of - 1) in DIRECTIONS | _AROUND


def offset_before(tokens: Tokens, start: int) -> Offset | None:
    """The way that the words before a name tell: "12 km north", or "north" alone, some 15 km by default."""
    if not is_offset(tokens, start):
        return None
    of = start - 1 - (tokens.lower_at(start - 1) == "the")
    first, wind = _wind(tokens, of)
    begin, km = _distance(tokens, first)
    if km is None:
        return Offset(tokens.words(first, of), UNSAID_KM, None)
    return Offset(tokens.words(begin, of), min(km, LONGEST_KM), _BEARING.get(wind))


def offset_km(tokens: Tokens, start: int) -> float | None:
    """The distance in km that the words before a name tell; null where they tell none."""
    offset = offset_before(tokens, start)
    return offset.km if offset and offset.bearing is not None else None


def _wind(tokens: Tokens, of: int) -> tuple[int, str]:
    """Where the direction that ends before "of" begins, and the direction: south-west in one token, two or three."""
    first, wind = of - 1, tokens.lower[of - 1].replace("-", "")
    before = first - 1 - (tokens.lower_at(first - 1) == "-")
    if tokens.lower_at(before) in {"north", "south"} and wind in {"east", "west"}:
        return before, tokens.lower[before] + wind
    return first, wind


def _distance(tokens: Tokens, first: int) -> tuple[int, float | None]:
    """Where the distance before token ``first`` begins, and how many km it is; null where there is none."""
    end = first
    if (tokens.lower_at(end - 2), tokens.lower_at(end - 1)) == ("to", "the"):
        end -= 2
    if tokens.lower_at(end - 1) == ")":  # "12 kilometres (7 miles) north"
        opening = range(end - 2, max(end - _LONGEST_BRACKET, 0), -1)
        end = next((index for index in opening if tokens.lower[index] == "("), end)
    unit, number = _UNIT_KM.get(tokens.lower_at(end - 1)), end - 2 - (tokens.lower_at(end - 2) == "-")
    if unit is None or not _NUMBER.fullmatch(tokens.lower_at(number)):
        return first, None
    return number, float(tokens.lower[number].replace(",", "")) * unit
