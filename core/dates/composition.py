"""Composition, neighbouring expressions that are one: "Friday, 16 September", "5 a.m. on Tuesday", "June last year"."""

from __future__ import annotations

from dataclasses import replace

from core.dates.expression import Expression, Parts
from core.dates.lexicon import EDGES
from core.dates.tokens import DateTokens

Found = tuple[int, int, Expression]
_BETWEEN_PARTS = {(), (",",), ("of",), ("in",), (",", "of")}
_BETWEEN_DAYS = {(), (",",), (".",), (".", ","), (",", "the"), ("the",)}
_LINKS = {"and", "or", "to", "-", "–", "—", "through", "until", "till", "/"}
_BETWEEN_TIMES = {(), (",",), ("on",), ("of",)}


def join(tokens: DateTokens, found: list[Found]) -> list[Found]:
    """One pass from left to right; what was joined may be joined again."""
    joined: list[Found] = []
    for item in found:
        latest = item
        while joined and (one := _joined(tokens, joined[-1], latest)) is not None:
            joined.pop()
            latest = one
        joined.append(latest)
    return joined


def _joined(tokens: DateTokens, left: Found, right: Found) -> Found | None:
    gap = tuple(tokens.lower[left[1] : right[0]])
    for rule in (_time_of_day, _day_and_part, _weekday_and_date, _part_and_year, _year_and_part):
        said = rule(left[2], gap, right[2])
        if said is not None:
            return left[0], right[1], said
    return None


def share_years(tokens: DateTokens, found: list[Found]) -> list[Found]:
    """ "in August and September 1914", "from 3 October 2021 to 20 March": both have the year that one of them gives."""
    shared = list(found)
    for i in reversed(range(len(found) - 1)):
        (_, after, left), (first, _, right) = shared[i], shared[i + 1]
        if _lacks_year(left) and _has_year(right) and _linked(tokens, after, first):
            over = bool(left.parts.month and right.parts.month and left.parts.month > right.parts.month)
            shared[i] = (*shared[i][:2], _in_year(left, right.parts, -over))
    for i in range(len(shared) - 1):
        (_, after, left), (first, _, right) = shared[i], shared[i + 1]
        if _lacks_year(right) and _has_year(left) and _linked(tokens, after, first):
            over = bool(left.parts.month and right.parts.month and left.parts.month > right.parts.month)
            shared[i + 1] = (*shared[i + 1][:2], _in_year(right, left.parts, over))
    return shared


def _lacks_year(said: Expression) -> bool:
    month_or_season = said.parts.month is not None or said.parts.season is not None
    return _is_inner(said) and month_or_season and said.unit is None and said.base == "published"


def _has_year(said: Expression) -> bool:
    inner = said.parts.month is not None or said.parts.season is not None
    return said.operation == "calendar" and said.parts.year is not None and inner


def _linked(tokens: DateTokens, after: int, first: int) -> bool:
    """Whether nothing but a word of span or list stands between."""
    gap = tuple(word for word in tokens.lower[after:first] if word not in EDGES)
    return len(gap) == 1 and gap[0] in _LINKS


def _in_year(said: Expression, of: Parts, shift: int) -> Expression:
    year = None if of.year is None else of.year + (-shift if of.bc else shift)
    return replace(said, parts=replace(said.parts, year=year, shared_year=True, short_year=of.short_year, bc=of.bc))


def _is_clock(said: Expression) -> bool:
    return said.operation == "relative" and said.type == "TIME" and said.base == "previous" and not said.offset


def is_day(said: Expression) -> bool:
    """Whether it names a day that a clock time can belong to."""
    if said.clock:
        return False
    parts = said.parts
    named = parts.day is not None or parts.weekday is not None or parts.holiday is not None
    return (said.operation == "calendar" and named) or (said.operation == "relative" and said.unit == "day")


def _time_of_day(left: Expression, gap: tuple[str, ...], right: Expression) -> Expression | None:
    """ "5 a.m. on Tuesday", "the morning of 12 May", "noon Thursday"."""
    if _is_clock(left) and gap in _BETWEEN_TIMES and is_day(right):
        return replace(right, type="TIME", clock=left.clock)
    return None


def _day_and_part(left: Expression, gap: tuple[str, ...], right: Expression) -> Expression | None:
    """ "Tuesday at 5 a.m." stays two; "Tuesday morning" is one (its part of the day is read by :func:`widen`)."""
    if is_day(left) and not gap and _is_clock(right):
        return replace(left, type="TIME", clock=right.clock)
    return None


def _weekday_and_date(left: Expression, gap: tuple[str, ...], right: Expression) -> Expression | None:
    """ "Friday, 16 September": the weekday goes along with the date."""
    day = left.parts.weekday
    if left.operation != "calendar" or not day or left.parts != Parts(weekday=day):
        return None
    if gap not in _BETWEEN_DAYS or right.operation != "calendar" or right.parts.weekday:
        return None
    if not (right.parts.day and right.parts.month):
        return None
    return replace(right, parts=replace(right.parts, weekday=day))


def _is_year(said: Expression) -> bool:
    return said.operation == "calendar" and said.parts.year is not None and not said.parts.inner


def _is_inner(said: Expression) -> bool:
    return said.operation == "calendar" and said.parts.inner and not said.parts.dated and said.direction is None


def _part_and_year(left: Expression, gap: tuple[str, ...], right: Expression) -> Expression | None:
    """ "the third quarter of 2022", "June last year", "Tuesday of next week", "March of that year"."""
    if not _is_inner(left) or gap not in _BETWEEN_PARTS or left.unit:
        return None
    if _is_year(right):
        if left.parts.weekday and not left.parts.day:
            return None
        year = right.parts
        return replace(left, parts=replace(left.parts, year=year.year, short_year=year.short_year, bc=year.bc))
    if right.operation == "relative" and right.unit in ("year", "week", "month") and gap != (",",):
        fits = {
            "week": left.parts.weekday is not None,
            "month": left.parts.day is not None and left.parts.month is None,
            "year": not left.parts.weekday,
        }
        if fits[right.unit]:
            return replace(left, unit=right.unit, offset=right.offset, base=right.base)
    return None


def _year_and_part(left: Expression, gap: tuple[str, ...], right: Expression) -> Expression | None:
    """ "the 2022 third quarter", "this year's third quarter", "2007 summer"."""
    if not _is_inner(right) or right.unit or not (right.parts.quarter or right.parts.half or right.parts.season):
        return None
    if _is_year(left) and gap == ():
        return replace(right, parts=replace(right.parts, year=left.parts.year))
    if left.operation == "relative" and left.unit == "year" and gap in {("'s",), ("’s",), ()}:
        return replace(right, unit="year", offset=left.offset, base=left.base)
    return None
