"""Dates that name parts of the calendar: days, months, years, quarters, seasons, holidays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.dates import lexicon as lex
from core.dates.expression import Expression, Parts
from core.dates.holidays import HOLIDAYS
from core.dates.numbers import number
from core.dates.rule import Hit, Rule, meaning

MONTH = "m:(MONTH|SHORTMONTH DOT?)"
DAY = "d:(DAY|DAYTH|ORDWORD)"
YEAR = "(y:YEAR|s:SHORTYEAR)"
ERA = "era:BC"


def calendar(hit: Hit, **parts: Any) -> Expression:
    """A calendar expression from the usual groups (``m`` month, ``d`` day, ``y`` or ``s`` year, ``w`` weekday)."""
    found: dict[str, Any] = {}
    if hit.word("m"):
        found["month"] = lex.MONTHS.get(hit.word("m")) or lex.SHORT_MONTHS[hit.word("m")]
    if hit.word("d"):
        found["day"] = ordinal(hit.word("d"))
    if hit.word("y"):
        found["year"] = int(hit.word("y"))
    if hit.word("s"):
        found |= {"year": int(hit.word("s")[1:3]), "short_year": True}
    if hit.word("w"):
        found["weekday"] = lex.WEEKDAYS.get(hit.word("w")) or lex.SHORT_WEEKDAYS[hit.word("w")]
    return meaning(type="DATE", operation="calendar", parts=Parts(**(found | parts)))


def ordinal(word: str) -> int:
    """ "16", "16th", "sixteenth" → 16; "last" and "final" → −1."""
    return lex.ORDINALS[word] if word in lex.ORDINALS else int(word.rstrip("stndrh"))


def day_of_month(hit: Hit) -> Expression | None:
    """A day with its month, with or without the year."""
    found = calendar(hit)
    return found if found.parts.day is not None and found.parts.day > 0 else None


def iso(hit: Hit) -> Expression | None:
    """``2022-09-16``."""
    year, month, day = (int(part) for part in hit.word("x").split("-"))
    return calendar(hit, year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def numeric(hit: Hit) -> Expression | None:
    """16.09.2022 and 16-9-2022 put the day first, 9/16/22 as the text does, unless only one order is a date."""
    written = hit.word("x")
    mark = next(sign for sign in "./-" if sign in written)
    first, second, last = written.split(mark)
    day, month = int(first), int(second)
    open_order = mark == "/" and day <= 12
    if month > 12 or (open_order and hit.tokens.order.month_first):
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31) or (mark != "/" and len(last) == 2):
        return None
    return calendar(hit, year=int(last), short_year=len(last) == 2, month=month, day=day)


def edged_year(hit: Hit) -> Expression:
    """ "the pre-1967 border", "post-1959 politics": up to that year, from that year on."""
    return replace(calendar(hit), modifier={"pre": "BEFORE", "post": "AFTER"}[hit.word("e")])


def second_year(hit: Hit) -> Expression | None:
    """The 17 of "1915-17"."""
    first = int(hit.tokens.lower[hit.match.start()])
    year = first - first % 100 + int(hit.word("n"))
    return calendar(hit, year=year) if year > first else None


def week_of_month(hit: Hit) -> Expression:
    """ "the last week of August": its last third."""
    place = {"first": "START", "last": "END", "final": "END"}.get(hit.word("n"), "MID")
    return replace(calendar(hit), modifier=place)


def spelled_year(hit: Hit) -> Expression | None:
    """ "nineteen ninety-six", "two thousand"."""
    words = [word for word in hit.words("n") if word != "-"]
    if words == ["two", "thousand"]:
        return calendar(hit, year=2000)
    tens, ones = lex.CARDINALS[words[1]], lex.CARDINALS[words[2]] if len(words) > 2 else 0
    fits = 10 <= tens < 100 and (not ones or (tens >= 20 and ones < 10))
    return calendar(hit, year=100 * lex.CARDINALS[words[0]] + tens + ones) if fits else None


def before_christ(hit: Hit) -> Expression | None:
    """ "480 BC", "August 480 BC", "1,200 BC"; of more than four digits only the thousands are meant."""
    year = float(number(hit.words("n")) or 0)
    return calendar(hit, year=int(year), bc=True) if year.is_integer() and 0 < year < 10_000 else None


def decade(hit: Hit) -> Expression | None:
    """ "the 1990s", "the '90s", "the nineties", "the 480s BC"."""
    word, bc = hit.word("n").lstrip("'’‘"), bool(hit.word("era"))
    if word in lex.DECADES:
        return calendar(hit, decade=lex.DECADES[word])
    digits = word.rstrip("s")
    if not word.endswith("s") or not digits.isdigit():
        return None
    value = int(digits) // 10 + (0 if bc or len(digits) > 2 else 190)
    return calendar(hit, decade=value, bc=bc) if bc or value >= 100 else None


def century(hit: Hit) -> Expression | None:
    """ "the 19th century": the years that begin with 18."""
    count = ordinal(hit.word("n"))
    return calendar(hit, century=count - 1, bc=bool(hit.word("era"))) if 0 < count <= 30 else None


def quarter(hit: Hit) -> Expression | None:
    """ "the third quarter", "third-quarter", "Q3"."""
    word = hit.word("n")
    count = int(word[1]) if word[0] == "q" else {-1: 4}.get(ordinal(word), ordinal(word))
    fiscal = bool(hit.word("f"))
    return calendar(hit, quarter=count, fiscal=fiscal) if 1 <= count <= 4 else None


def year_of_quarter(hit: Hit) -> Expression:
    """ "the 1988 period" where results are told: the quarter spoken of, in that year."""
    return replace(calendar(hit), compares=True)


def half(hit: Hit) -> Expression | None:
    """ "the second half of", "H1"."""
    word = hit.word("n")
    count = int(word[1]) if word[0] == "h" else 1 if word == "first" else 2
    return calendar(hit, half=count) if count in (1, 2) else None


def holiday(hit: Hit) -> Expression | None:
    """A holiday with a date of its own."""
    name = "".join(w if w[0] in "'’." else f" {w}" for w in hit.words("n")).replace("’", "'").strip()
    return calendar(hit, holiday=HOLIDAYS[name]) if name in HOLIDAYS else None


def _holiday_pattern(name: str) -> str:
    """The words of a holiday's name as a pattern."""
    return name.replace("'s", " POSS").replace("'", " APOS").replace(".", " DOT")


def weekday_of_month(hit: Hit) -> Expression | None:
    """ "the second Monday in May", "the last Friday of June 2023"."""
    count = {"last": -1}.get(hit.word("n"), ordinal(hit.word("n")))
    return calendar(hit, nth=count) if count in (-1, 1, 2, 3, 4, 5) else None


RULES: tuple[Rule, ...] = (
    Rule("x:ISO", iso),
    Rule("x:NUMDATE", numeric),
    Rule(f"the? {DAY} of? {MONTH} COMMA? of? {YEAR}", day_of_month),
    Rule(f"the? {DAY} of? {MONTH}", day_of_month),
    Rule(f"{MONTH} the? {DAY} (COMMA|of)? {YEAR}", day_of_month),
    Rule(f"{MONTH} the? d:(DAY|DAYTH)", day_of_month),
    Rule(f"{MONTH} d:ORDWORD", day_of_month),
    Rule(f"x:({DAY}) (?=(DASH|HYPHEN|and|to|or|SLASH) DAY {MONTH} (COMMA? {YEAR})?)", day_of_month),
    Rule(f"{MONTH} DAY (DASH|HYPHEN|and|to|or|SLASH) x:({DAY}) (COMMA {YEAR})?", day_of_month),
    Rule(f"{MONTH} (COMMA|of|in)? {YEAR}", calendar),
    Rule(f"the? n:(first|second|third|last|final) (week|weeks|days) of m:MONTH (COMMA? of? {YEAR})?", week_of_month),
    Rule("m:(MONTH|SHORTMONTH DOT)", calendar),
    Rule("m:(sept)", calendar),
    Rule("(the? year)? y:YEAR", calendar),
    Rule("fiscal y:YEAR", calendar),
    Rule("e:(pre|post) HYPHEN y:YEAR", edged_year),
    Rule("the y:YEAR (period|quarter)", year_of_quarter),
    Rule("the y:YEAR n:ORDWORD HYPHEN? quarter", quarter),
    Rule("YEAR (HYPHEN|DASH|SLASH) x:(n:TWODIGITS)", second_year),
    Rule("(the year)? n:((eighteen|nineteen|twenty) CARDINAL HYPHEN? CARDINAL?|two thousand)", spelled_year),
    Rule("s:SHORTYEAR (?!UNITS|UNIT)", lambda hit: None if hit.word("s").endswith("s") else calendar(hit)),
    Rule(f"({MONTH} COMMA?)? n:NUMBER {ERA}", before_christ),
    Rule(f"x:(n:NUMBER) (?=(HYPHEN|DASH|to|and|or) NUMBER {ERA})", before_christ),
    Rule(f"the? n:(DECADE4|DECADE3|DECADE2|SHORTYEAR|DECADEWORD) ({ERA})?", decade),
    Rule(f"the? n:(ORDINAL|ORDWORD) HYPHEN? century ({ERA})?", century),
    Rule("the? f:(fiscal)? HYPHEN? n:ORDWORD HYPHEN? quarter", quarter),
    Rule("the? n:(HALF)", lambda hit: quarter(hit) if hit.word("n")[0] == "q" else half(hit)),
    Rule("the? n:(first|second|last|latter) half", half),
    Rule("the? n:SEASON", lambda hit: calendar(hit, season=lex.SEASONS[hit.word("n")])),
    Rule("(the|this) weekend", lambda hit: calendar(hit, weekend=True)),
    Rule("(w:WEEKDAY) (?!(and|or) WEEKDAY PARTS)", calendar),
    Rule("(w:SHORTWEEKDAY) DOT? (?=COMMA? (DAY|MONTH|SHORTMONTH))", calendar),
    Rule("the d:DAYTH", day_of_month),
    Rule(f"the n:(ORDWORD|ORDINAL) w:WEEKDAY (in|of) m:MONTH (COMMA? of? {YEAR})?", weekday_of_month),
    Rule(f"n:({'|'.join(_holiday_pattern(name) for name in sorted(HOLIDAYS, key=len, reverse=True))})", holiday),
)  # fmt: skip
