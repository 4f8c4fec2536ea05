"""Neighbouring expressions that are one: "Friday, 16 September", "5 a.m. on Tuesday", "June last year", "early May"."""

from __future__ import annotations

from dataclasses import replace

from core.dates import lexicon as lex
from core.dates.expression import Expression, Parts
from core.dates.tokens import Tokens

Found = tuple[int, int, Expression]
_EDGES = {"early", "late", "mid", "earlier", "later"}
_EDGE_NOUNS = {"end", "beginning", "start", "middle", "close", "part", "opening"}
_BETWEEN_PARTS = {(), (",",), ("of",), ("in",), (",", "of")}
_BETWEEN_DAYS = {(), (",",), (".",), (".", ","), (",", "the"), ("the",)}
_LINKS = {"and", "or", "to", "-", "–", "—", "through", "until", "till", "/"}
_BETWEEN_TIMES = {(), (",",), ("on",), ("of",)}
_BOUNDS = sorted((tuple(reversed(words.split())) for words in lex.MODIFIERS), key=len, reverse=True)


def join(tokens: Tokens, found: list[Found]) -> list[Found]:
    """One pass from left to right; what was joined may be joined again."""
    joined: list[Found] = []
    for item in found:
        latest = item
        while joined and (one := _joined(tokens, joined[-1], latest)) is not None:
            joined.pop()
            latest = one
        joined.append(latest)
    return joined


def _joined(tokens: Tokens, left: Found, right: Found) -> Found | None:
    gap = tuple(tokens.lower[left[1] : right[0]])
    if len(gap) > 2:
        return None
    for rule in (_time_of_day, _day_and_part, _weekday_and_date, _part_and_year, _year_and_part):
        said = rule(left[2], gap, right[2])
        if said is not None:
            return left[0], right[1], said
    return None


def share_years(tokens: Tokens, found: list[Found]) -> list[Found]:
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


def _linked(tokens: Tokens, after: int, first: int) -> bool:
    """Whether nothing but a word of span or list stands between."""
    gap = tuple(word for word in tokens.lower[after:first] if word not in _EDGES)
    return len(gap) == 1 and gap[0] in _LINKS


def _in_year(said: Expression, of: Parts, shift: int) -> Expression:
    year = None if of.year is None else of.year + (-shift if of.bc else shift)
    return replace(said, parts=replace(said.parts, year=year, shared_year=True, short_year=of.short_year, bc=of.bc))


def _is_clock(said: Expression) -> bool:
    return said.operation == "relative" and said.type == "TIME" and said.base == "previous" and not said.offset


def _is_day(said: Expression) -> bool:
    """Whether it names a day that a clock time can belong to."""
    if said.clock:
        return False
    parts = said.parts
    named = parts.day is not None or parts.weekday is not None or parts.holiday is not None
    return (said.operation == "calendar" and named) or (said.operation == "relative" and said.unit == "day")


def _time_of_day(left: Expression, gap: tuple[str, ...], right: Expression) -> Expression | None:
    """ "5 a.m. on Tuesday", "the morning of 12 May", "noon Thursday"."""
    if _is_clock(left) and gap in _BETWEEN_TIMES and _is_day(right):
        return replace(right, type="TIME", clock=left.clock)
    return None


def _day_and_part(left: Expression, gap: tuple[str, ...], right: Expression) -> Expression | None:
    """ "Tuesday at 5 a.m." stays two; "Tuesday morning" is one (its part of the day is read by :func:`widen`)."""
    if _is_day(left) and not gap and _is_clock(right):
        return replace(left, type="TIME", clock=right.clock)
    return None


def _weekday_and_date(left: Expression, gap: tuple[str, ...], right: Expression) -> Expression | None:
    """ "Friday, 16 September": the weekday goes along with the date."""
    day = left.parts.weekday
    if left.operation != "calendar" or not day or left.parts != Parts(weekday=day) or left.direction is not None:
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
            "month": left.parts.month is None,
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


def widen(tokens: Tokens, first: int, after: int, said: Expression) -> Found:
    """Take in the words that narrow or loosen: "early", "the end of", "nearly", "at least", "or so"."""
    if said.operation == "duration" or (said.operation == "relative" and said.unit != "day" and abs(said.offset) > 0):
        return _with_bound(tokens, first, after, said)
    if after < len(tokens.lower) and tokens.lower[after] in lex.PARTS_OF_DAY and _is_day(said):
        after, said = after + 1, replace(said, type="TIME", clock=lex.PARTS_OF_DAY[tokens.lower[after]])
    if said.type != "SET" and said.modifier is None and said.operation in ("calendar", "relative"):
        return _with_edge(tokens, first, after, said)
    return first, after, said


def _with_bound(tokens: Tokens, first: int, after: int, said: Expression) -> Found:
    before = tuple(reversed(tokens.lower[max(0, first - 3) : first]))
    for words in _BOUNDS:
        if before[: len(words)] == words:
            modifier = lex.MODIFIERS[" ".join(reversed(words))]
            if words == ("over",) and tokens.lower[first] in ("the", "this", "several", "many", "a"):
                continue
            if modifier not in ("START", "MID", "END"):
                return first - len(words), after, replace(said, modifier=modifier)
    if tokens.lower[after : after + 2] == ["or", "so"]:
        return first, after + 2, replace(said, modifier="APPROX")
    return _with_edge(tokens, first, after, said) if said.operation == "relative" else (first, after, said)


def _with_edge(tokens: Tokens, first: int, after: int, said: Expression) -> Found:
    """ "early May", "mid-September", "late in 2022", "the end of the year", "earlier this week"."""
    at = first
    if at and tokens.lower[at - 1] in ("-", "in", "on", "of") and at > 1:
        at -= 1
    word = tokens.lower[at - 1] if at else ""
    link = tokens.lower[at] if at < first else ""
    if word in _EDGES and link in ("", "-", "in"):
        until = {"earlier": "base", "later": "end"}.get(word)
        wide = said.parts.decade is not None or said.parts.century is not None or said.parts.season is not None
        if wide and at > 1 and tokens.lower[at - 2] == "the":
            at -= 1
        return at - 1, after, replace(said, modifier=lex.MODIFIERS[word], until=until)  # type: ignore[arg-type]
    if word in _EDGE_NOUNS and link == "of":
        start = at - 1
        modifier = lex.MODIFIERS.get(word)
        if word == "part" and start and tokens.lower[start - 1] in lex.MODIFIERS:
            start, modifier = start - 1, lex.MODIFIERS[tokens.lower[start - 1]]
        if modifier is None:
            return first, after, said
        if start and tokens.lower[start - 1] == "the":
            start -= 1
        return start, after, replace(said, modifier=modifier)
    return first, after, said
