"""Dates so many units off: two weeks ago, three days later, 66 million years ago."""

from __future__ import annotations

from core.dates.expression import Base, Expression
from core.dates.numbers import number
from core.dates.rule import Hit, Rule
from core.dates.rules_relative import ABOUT, ANYUNIT, HOWMANY, VAGUE, reference, relative, unit_of

_THOUSANDS = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_HALF_A_DAY = {"hour": 12, "minute": 720}
"""What is fewer lies, for all one knows, on the same day."""


def ago(hit: Hit) -> Expression | None:
    """ "two weeks ago" from the publication; "two weeks earlier", "two days later" from the date told before."""
    vague = VAGUE & set(hit.words("n"))
    count, unit, way = None if vague else number(hit.words("n")), unit_of(hit.word("u")), hit.word("r")
    sign = 1 if way in ("later", "afterwards", "after", "hence", "on") else -1
    if count is None:
        return reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "second":
        return None
    base: Base = "published" if way in ("ago", "back", "hence") else "previous"
    if unit in _HALF_A_DAY:
        return relative("day", 0, base, type="TIME") if count < _HALF_A_DAY[unit] else None
    return relative(unit, sign * round(count), base, compares=unit == "year" and count == 1 and sign < 0)


def ages_ago(hit: Hit) -> Expression | None:
    """ "66 million years ago": ``MA66``, in the letters that TIDES 2005 has for times before any calendar."""
    count, thousands = number(hit.words("n")), hit.word("k")
    if count is None:
        return None
    scale = {"thousand": "KA", "million": "MA", "billion": "GA"}[thousands]
    return relative("year", -round(count * _THOUSANDS[thousands]), value=f"{scale}{count:g}")


RULES: tuple[Rule, ...] = (
    Rule(f"{ABOUT}? {HOWMANY} more? {ANYUNIT} (or so)? r:(ago|earlier|later|afterwards|previously|back)", ago),
    Rule("n:(NUMBER|CARDINAL) k:(thousand|million|billion) years (ago|earlier|before)", ages_ago),
)
