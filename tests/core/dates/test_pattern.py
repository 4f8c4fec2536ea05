"""What every match of a rule needs, so that a text without it need not be searched."""

from __future__ import annotations

import pytest

from core.dates.pattern import Alphabet


@pytest.mark.parametrize(
    ("rule", "needed"),
    [
        ("the? u:UNIT ago", ["UNIT", "ago"]),
        ("UNIT{1,2} ago* HYPHEN+", ["HYPHEN"]),
        ("x:(UNIT) ago", ["ago"]),  # what stands in brackets may be a choice
        ("((the UNIT)? MONTH){0,5} ago (?!HYPHEN)", ["ago"]),
        ("UNIT|MONTH ago", []),
    ],
)
def test_every_match_needs_what_stands_outside_brackets_and_choices(rule: str, needed: list[str]) -> None:
    """Brackets, choices and what may be left out do not count."""
    alphabet = Alphabet()
    codes = {name: alphabet.code(frozenset({name})) for name in ("the", "UNIT", "MONTH", "HYPHEN", "ago")}
    assert alphabet.required(rule) == tuple(frozenset({codes[name]}) for name in needed)
