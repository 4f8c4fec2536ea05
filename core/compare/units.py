"""Units that measure the same (``units.csv`` of the lexicon): miles and kilometres, degrees of two scales.

A value in the base unit is the value ``times`` the factor ``plus`` the offset. The factors are exact by definition
(NIST Special Publication 811, appendix B); gallon and ton are those of the United States.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from core.lexicon import sheet

_DIGITS = 4
"""Digits of a converted value: more would claim what the source did not say."""


@dataclass(frozen=True, slots=True)
class _Unit:
    base: str
    times: float
    plus: float


QUALITIES = {
    "metre": "length", "square metre": "area", "litre": "volume", "kilogram": "weight", "kelvin": "temperature",
    "metre per second": "speed", "watt": "power", "kilowatt hour": "energy",
}  # fmt: skip
"""What is measured by a base unit, where the text names no thing that is so long, large or heavy."""


def base_of(unit: str | None) -> str | None:
    """The unit in which all that measures the same can be compared; a unit outside the table stands for itself."""
    known = _table().get(unit or "")
    return known.base if known else unit


def converted(value: float | None, unit: str | None, to: str | None) -> float | None:
    """A value of one unit in another of the same base, to four digits; as it is where both are the same."""
    if value is None or unit == to:
        return value
    old, new = _table()[unit or ""], _table()[to or ""]
    exact = (value * old.times + old.plus - new.plus) / new.times
    digits = _DIGITS - 1 - math.floor(math.log10(abs(exact))) if exact and math.isfinite(exact) else 0
    rounded = round(exact, digits)
    return int(rounded) if digits <= 0 else rounded


@lru_cache(maxsize=1)
def _table() -> dict[str, _Unit]:
    rows = (row for row in sheet("units") if row["base"])
    return {row["name"]: _Unit(row["base"], float(row["times"]), float(row["plus"])) for row in rows}
