"""Dates so many units off: two weeks ago, three days later, 66 million years ago."""

from __future__ import annotations

from core.dates import lexicon as lex
from core.dates.expression import Base, Expression
from core.dates.numbers import number
from core.dates.rule import Hit, Rule
from core.dates.rules_relative import ANYUNIT, HOWMANY, reference, relative, unit_of

_SCALES = {"billion": (1_000_000_000, "GA"), "million": (1_000_000, "MA"), "thousand": (1_000, "KA")}
_BEFORE_HISTORY = 10_000
"""Years ago; further back no calendar date is meant."""

_HALF_A_DAY = {"hour": 12, "minute": 720}
"""What is fewer lies, for all one knows, on the same day."""


def ago(hit: Hit) -> Expression | None:
    """ "two weeks ago" from the publication; "two weeks earlier", "two days later" from the date told before."""
    vague = lex.VAGUE & set(hit.words("n"))
    count, unit, way = None if vague else number(hit.words("n")), unit_of(hit.word("u")), hit.word("r")
    sign = 1 if way in ("later", "afterwards", "after", "hence", "on") else -1
    if count is None:
        return reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit == "second":
        return None
    if unit == "year" and sign < 0 and count >= _BEFORE_HISTORY:
        return _ages(count)
    base: Base = "published" if way in ("ago", "back", "hence") else "previous"
    if unit in _HALF_A_DAY:
        return relative("day", 0, base, type="TIME") if count < _HALF_A_DAY[unit] else None
    return relative(unit, sign * round(count), base, compares=unit == "year" and count == 1 and sign < 0)


def ages_ago(hit: Hit) -> Expression | None:
    """ "66 million years ago"."""
    count = number(hit.words("n"))
    return None if count is None else _ages(count * _SCALES[hit.word("k")][0])


def _ages(years: float) -> Expression:
    """``MA66``, ``KA400``: the letters that TIDES 2005 has for times before any calendar."""
    scale, letters = next((s for s in _SCALES.values() if s[0] <= years), _SCALES["thousand"])
    return relative("year", -round(years), value=f"{letters}{years / scale:g}")


RULES: tuple[Rule, ...] = (
    Rule(f"(just|only)? {HOWMANY} more? {ANYUNIT} (or so)? r:(ago|earlier|later|afterwards|previously|back)", ago),
    Rule("n:(NUMBER|CARDINAL) k:(thousand|million|billion) years (ago|earlier|before)", ages_ago),
)
