"""Places told by their way from another: "12 km north of Lviv" is not Lviv."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.geometry.distances import moved
from core.lexicon import values
from core.places.gazetteer import Entry
from core.places.recognition.kinds import DIRECTIONS, SETTLEMENT
from core.text.view import TextView

UNSAID_KM = 15.0
"""How far "north of" reaches where the text gives no distance."""

LONGEST_KM = 1_000.0
_UNIT_KM = {"km": 1.0, "kilometres": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometer": 1.0, "kms": 1.0} | (
    dict.fromkeys(("miles", "mile", "mi"), 1.609)
)
_NAUTICAL_KM = 1.852
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,2})?|\d{1,3},\d{3}")
_WORD_NUMBER = {word: float(value) for word, value in values("numbers", "value", "ones", "tens").items()}
_WINDS = (
    "north northnortheast northeast eastnortheast east eastsoutheast southeast southsoutheast south southsouthwest "
    "southwest westsouthwest west westnorthwest northwest northnorthwest"
).split()
_SHORT = "n nne ne ene e ese se sse s ssw sw wsw w wnw nw nnw".split()
_BEARING = {wind: 22.5 * index for winds in (_WINDS, _SHORT) for index, wind in enumerate(winds)}
_POINTS = DIRECTIONS | _BEARING.keys()
_AROUND = frozenset({"outside", "outskirts"})
_AWAY = frozenset({"from", "outside", "off"})
_SHARE_UNSURE = 0.25
"""Of the distance: "12 km north" may be 10 km to the north-north-west."""

_LONGEST_BRACKET = 6
"""Tokens of a bracket with the same distance in another unit."""


@dataclass(frozen=True, slots=True)
class Offset:
    """The words that lead up to a name ("12 km north of") and how far away they point.

    ``bearing`` is in degrees clockwise from north, null where they do not tell."""

    words: str
    km: float
    bearing: float | None

    def moved(self, entry: Entry) -> tuple[float, float]:
        """Latitude and longitude of the place that is meant; the named place's own where no way to it is told."""
        if self.bearing is None:
            return entry.latitude, entry.longitude
        latitude, longitude = moved((entry.latitude, entry.longitude), self.km, self.bearing)
        return round(latitude, 5), round(longitude, 5)

    def precision(self, entry: Entry) -> float:
        """The radius in km around that point that surely holds the place that is meant."""
        return entry.precision_km + (self.km if self.bearing is None else _SHARE_UNSURE * self.km)


def is_offset(view: TextView, start: int) -> bool:
    """Whether a direction or a distance leads up to the name: "north of", "12 km south-west of the", "5 miles from"."""
    of = _joint(view, start)
    if view.lower_at(of) == "of" and view.lower_at(of - 1) in _POINTS | _AROUND:
        return True
    if view.lower_at(of) == "from" and "to" in view.lower[start + 1 : start + 4]:  # a way, not a place on it
        return False
    return view.lower_at(of) in _AWAY and _distance(view, _last_of_way(view, of))[1] is not None


def offset_before(view: TextView, start: int) -> Offset | None:
    """The way that the words before a name tell: "12 km north", or "north" alone, some 15 km by default."""
    if not is_offset(view, start):
        return None
    of = _joint(view, start)
    first, wind = _wind(view, of) if view.lower_at(of) == "of" else (_last_of_way(view, of), "")
    begin, km = _distance(view, first)
    if km is None:
        return Offset(view.words_of(first, of + 1), UNSAID_KM, None)
    return Offset(view.words_of(begin, of + 1), min(km, LONGEST_KM), _BEARING.get(wind))


def _joint(view: TextView, start: int) -> int:
    """Index of the word that joins a way to the name: "of", "from"."""
    index = start - 1 - (view.lower_at(start - 1) == "the")
    if view.lower_at(index) == "of" and view.lower_at(index - 1) in SETTLEMENT:  # north of the town of X
        return index - 2 - (view.lower_at(index - 2) == "the")
    return index


def _last_of_way(view: TextView, joint: int) -> int:
    """Where the words of a distance end: before "from" or "away from"."""
    return joint - (view.lower_at(joint - 1) in {"away", "inland", "downstream", "upstream"})


def offset_km(view: TextView, start: int) -> float | None:
    """The distance in km that the words before a name tell; null where they tell none."""
    offset = offset_before(view, start)
    return offset.km if offset and (offset.bearing is not None or offset.km != UNSAID_KM) else None


def _wind(view: TextView, of: int) -> tuple[int, str]:
    """Where the direction that ends before "of" begins, and the direction: south-west in one token, two or three."""
    first, wind = of - 1, view.lower[of - 1].replace("-", "")
    for _ in range(2):
        before = first - 1 - (view.lower_at(first - 1) == "-")
        if view.lower_at(before).replace("-", "") + wind not in _BEARING:
            break
        first, wind = before, view.lower[before].replace("-", "") + wind
    return first, wind


def _distance(view: TextView, first: int) -> tuple[int, float | None]:
    """Where the distance before token ``first`` begins, and how many km it is; null where there is none."""
    end = first
    if (view.lower_at(end - 2), view.lower_at(end - 1)) == ("to", "the"):
        end -= 2
    if view.lower_at(end - 1) == ")":  # "12 kilometres (7 miles) north"
        opening = range(end - 2, max(end - _LONGEST_BRACKET, 0), -1)
        end = next((index for index in opening if view.lower[index] == "("), end)
    unit, number = _UNIT_KM.get(view.lower_at(end - 1)), end - 2
    if unit is not None and view.lower_at(number) == "nautical":
        unit, number = _NAUTICAL_KM, number - 1
    number -= view.lower_at(number) == "-"
    value = _number(view.lower_at(number)) if unit else None
    return (first, None) if unit is None or value is None else (number, value * unit)


def _number(word: str) -> float | None:
    if _NUMBER.fullmatch(word):
        return float(word.replace(",", ""))
    return _WORD_NUMBER.get(word)
