"""Languages by their names."""

from __future__ import annotations

from functools import cache

from babel import Locale


@cache
def language(code: str) -> str:
    """The English name of a language by its ISO 639 code; the code where CLDR knows no name."""
    return str(Locale("en", "GB").languages.get(code, code))
