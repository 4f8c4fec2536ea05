"""The words before the first sentence of a report that say where it was filed: "KYIV, Ukraine (AP) — "."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"^[ \t]{0,9}[A-ZÀ-Þ][\wÀ-ÿ’'.-]{1,20}(?: [A-ZÀ-Þ][\wÀ-ÿ’'.-]{1,20}){0,3}"  # Rio de Janeiro is too rare to match
    r"(?:, [\w .’'-]{1,30}){0,2}(?: \([^)\n]{1,30}\))?(?:, [\w .]{1,20})? [—–-]{1,2} ",
    re.MULTILINE,
)


def datelines(text: str) -> list[tuple[int, int]]:
    """Where datelines stand, in order, with the dash that ends them. Names in capitals, or a bureau in brackets."""
    found = []
    for match in _DATELINE.finditer(text):
        words = match.group()
        if words.split()[0].rstrip(",").isupper() or "(" in words:
            found.append(match.span())
    return found
