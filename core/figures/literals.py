"""Digits with separators → the number they write."""

from __future__ import annotations

import re
from decimal import Decimal

LONGEST = 18
"""Digits of the largest whole number taken for a quantity; longer rows are identifiers."""

_SPACES = {ord(c): None for c in " \u00a0\u2007\u2009\u202f’'"}
_GROUPED = re.compile(r"\A(?:\d{1,3}(,\d{3}){1,6}(\.\d{1,20})?|\d{1,2}(,\d{2}){1,4},\d{3}(\.\d{1,20})?)\Z")
_GROUPED_BY_DOTS = re.compile(r"\A(?:\d{1,3}(\.\d{3}){2,6}(,\d{1,20})?|\d{1,3}(\.\d{3}){1,6},\d{1,2})\Z")
_ONE_DOT_GROUP = re.compile(r"\A[1-9]\d{0,2}\.\d{3}\Z")
_DECIMAL_COMMA = re.compile(r"\A\d{1,4},\d{1,2}\Z")
_PLAIN = re.compile(r"\A(?:\d{1,40}(\.\d{1,20})?|\.\d{1,20})\Z")
_CONTINENTAL = re.compile(
    r"(?<![\d.,])\d{1,3}(?:,\d{1,2}(?![\d,.]\d)(?=\s?%|\s(?:per|[mb]illion|trillion|euro|km\b))|(?:\.\d{3}){2})(?![\d.])"
)


def writes_decimal_commas(text: str) -> bool:
    """Whether a text writes numbers as on the Continent: "3,5 million", "1.200.000"."""
    return _CONTINENTAL.search(text) is not None


def value_of(literal: str, continental: bool = False) -> Decimal | None:
    """The number a literal writes, or None where it writes none ("3.7.1", "1,2,3", a long identifier).

    Args:
        literal: digits with commas, dots, spaces or apostrophes, as cut by :mod:`core.figures.lexemes`.
        continental: the text uses decimal commas, so that "1.200" is one thousand two hundred.
    """
    plain = literal.replace(", ", ",").translate(_SPACES)
    if _GROUPED.match(plain):
        plain = plain.replace(",", "")
    elif _GROUPED_BY_DOTS.match(plain) or (continental and _ONE_DOT_GROUP.match(plain)):
        plain = plain.replace(".", "").replace(",", ".")
    elif _DECIMAL_COMMA.match(plain):
        plain = plain.replace(",", ".")
    if not _PLAIN.match(plain) or len(plain.partition(".")[0]) > LONGEST:
        return None
    return Decimal(plain)
