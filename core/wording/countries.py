"""Countries by their names."""

from __future__ import annotations

from functools import cache

from babel import Locale


@cache
def country(code: str | None) -> str:
    """The English name of a country by its ISO 3166 code of two letters; the code where CLDR knows no name."""
    return str(Locale("en", "GB").territories.get(code, code)) if code else ""
