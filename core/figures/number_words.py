"""Words of the number grammar with their values (``core/lexicon/numbers.csv``)."""

from __future__ import annotations

from decimal import Decimal

from core.lexicon import meaning, values


def _decimals(of: str) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in values("numbers", "value", of).items()}


ONES = _decimals("ones")
TENS = _decimals("tens")
SCALES = _decimals("scale")
ATTACHED_SCALES = _decimals("attached scale")
"""Scales that are written right behind the digits: "1.2bn"."""

LETTER_SCALES = _decimals("letter scale")
"""Letters that are a scale behind money ("£2.7m") and may be a unit elsewhere ("2.7m tall")."""

VAGUE = _decimals("vague")
FEW = meaning("numbers", "few")
"""Words that make a scale vague: "several hundred", "a few dozen"; "a couple of hundred" is 200."""

DENOMINATORS = _decimals("denominator")
ORDINALS = {word: int(value) for word, value in values("numbers", "value", "ordinal").items()}
