"""Why numbers for the same thing may differ. None of it is a verdict: both may be right."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence

from core.compare.claim import Claim
from core.compare.group import Reason
from core.compare.nouns import noun
from core.compare.words import stem
from core.wording import amount, day, listing, number

_NAMED = 4
"""Values that one sentence names."""

_ABOUT = 0.1
"""By how much of its value "about" may be off."""


_ROUNDED = 0.04
"""By how much of its value a rounded number may be off: 1,250 is not rounded to 1,200."""


def reasons(claims: Sequence[Claim]) -> tuple[Reason, ...]:
    """What may make the numbers differ, in the order a fact-checker would ask; none where all are the same."""
    if len({(s.low, s.high) for s in claims}) == 1:
        return ()
    found = tuple(reason for look in _LOOKS for reason in look(claims))
    return found or (Reason("unknown", "The texts do not say why the numbers differ."),)


def _days(claims: Sequence[Claim]) -> Iterator[Reason]:
    told = [s for s in claims if s.day.only]
    if len({s.day.only for s in told}) > 1:
        told = sorted(told, key=lambda s: s.day.only or dt.date.min)
        yield Reason("day", f"Different days: {_each(told, lambda s: day(s.day.only) if s.day.only else '')}.")
    elif len(set(_by_publication(claims).values())) > 1:
        dated = [s for s in claims if s.published]
        named = _each(dated, lambda s: day(s.published) if s.published else "")
        yield Reason("day", f"Published on different days: {named}.")


def _by_publication(claims: Sequence[Claim]) -> dict[dt.date, frozenset[object]]:
    """Day → the numbers published on it: where all days have the same, they do not set the numbers apart."""
    days = {s.published for s in claims if s.published}
    return {on: frozenset((s.low, s.high) for s in claims if s.published == on) for on in days}


def _areas(claims: Sequence[Claim]) -> Iterator[Reason]:
    placed = [s for s in claims if s.place_name]
    if len({s.place for s in placed}) > 1:
        kinds = len({s.place_name for s in placed}) < len({s.place for s in placed})
        named = _each(placed, lambda s: f"{s.place_name}, the {s.place_kind}" if kinds else str(s.place_name))
        yield Reason("area", f"Different areas: {named}.")


def _objects(claims: Sequence[Claim]) -> Iterator[Reason]:
    worded = [s for s in claims if s.counted]
    if len({_wording(s) for s in worded}) > 1:
        yield Reason("object", f"Different words for what is counted: {_each(worded, lambda s: s.counted or '')}.")


def _units(claims: Sequence[Claim]) -> Iterator[Reason]:
    others = [s for s in claims if s.said[2] != s.unit]
    if others:
        said = _each(others, lambda s: f"said as {amount(s.said[0], s.said[1], s.bound, s.said[2])}")
        yield Reason("unit", f"Different units: {said}.")


def _bounds(claims: Sequence[Claim]) -> Iterator[Reason]:
    bounds = [s for s in claims if s.low is None or s.high is None]
    if not bounds:
        return
    values = _values(bounds)
    if _compatible(claims):
        yield Reason("overlap", f"They do not exclude one another: {values} leaves room for the rest.")
    else:
        yield Reason("bound", f"Bounds, not counts: {values}.")


def _hedges(claims: Sequence[Claim]) -> Iterator[Reason]:
    hedged = [s for s in claims if s.hedges]
    if hedged:
        yield Reason("hedge", f"Said with reserve: {_each(hedged, lambda s: ', '.join(s.hedges))}.")


def _roundings(claims: Sequence[Claim]) -> Iterator[Reason]:
    values = {s.least for s in claims}
    exact = sorted({s.least for s in claims if s.bound != "about"})
    pairs = [(rough, value) for value in exact for rough in _rounded(value) if rough in values and rough != value]
    for rough, value in sorted(pairs)[:2]:
        yield Reason("rounding", f"{number(rough)} may be {number(value)} rounded.")


_LOOKS: tuple[Callable[[Sequence[Claim]], Iterator[Reason]], ...] = (
    *(_days, _areas, _objects, _units),
    *(_bounds, _hedges, _roundings),
)


def _wording(claim: Claim) -> tuple[str, frozenset[str]]:
    last = (claim.counted or "").casefold().split()[-1:]
    return (noun(stem(last[0]) if last else "", claim.counted).thing + "/" + "".join(last), claim.sense.modifiers)


def _each(claims: Sequence[Claim], of: Callable[[Claim], str]) -> str:
    """Values with what sets them apart: "440 (bodies), 450 (people)"."""
    named = dict.fromkeys(f"{_value(s)} ({of(s)})" for s in claims)
    return listing(list(named), _NAMED)


def _values(claims: Sequence[Claim]) -> str:
    return listing(list(dict.fromkeys(f"“{_plainly(s)}”" for s in claims)), _NAMED)


def _value(claim: Claim) -> str:
    return amount(claim.low, claim.high, claim.bound, claim.unit)


def _plainly(claim: Claim) -> str:
    """The value with its bound in words."""
    said = amount(claim.low, claim.high, "exactly", claim.unit)
    return f"{claim.bound} {said}" if claim.bound not in ("exactly", "between", "vague") else f"{said} or more"


def _compatible(claims: Sequence[Claim]) -> bool:
    """Whether one number could satisfy all: the spans of values, with "about" widened, have a number in common."""
    low = max((s.low * (1 - _ABOUT * (s.bound == "about")) for s in claims if s.low is not None), default=-math.inf)
    high = min((s.high * (1 + _ABOUT * (s.bound == "about")) for s in claims if s.high is not None), default=math.inf)
    return low <= high


def _rounded(value: float) -> set[float]:
    """The value at one and at two digits, where that is near it: 450 of 447, 12,000 of 11,962."""
    if value <= 0:
        return set()
    scale = 10.0 ** math.floor(math.log10(value))
    rough = {round(value / unit) * unit for unit in (scale, scale / 10) if unit > 1}
    return {r for r in rough if abs(r / value - 1) < _ROUNDED}
