"""Dates told from another date: yesterday, last week, two years ago, the following day."""

from __future__ import annotations

from typing import Any

from core import lexicon
from core.dates import lexicon as lex
from core.dates.expression import Base, Expression, Parts, Unit
from core.dates.holidays import HOLIDAYS
from core.dates.rule import Hit, Rule, meaning
from core.dates.rules_calendar import calendar

HOWMANY = (
    "n:((a|an) (few|couple of?)?|(several|few|many)|(NUMBER|CARDINAL) (HYPHEN? CARDINAL){0,5} (and? a? half|NUMBER)?)"
)
STEP = "r:(last|next|this|following|previous|preceding|same|coming)"
HOLIDAY = "holiday:(christmas|easter|thanksgiving)"
_GOES_ON = (
    lexicon.meaning("function_words", "conjunction", "relative pronoun", "auxiliary")
    | frozenset("in at on by with for to from".split())
    | {"when", "while", "as", "than", "said"}
) - {"be", "been", "being", "having"}
CLOSED = f"(?=COMMA|DOT|CLOSE|DASH|LONGDASH|APOS|BREAK|{'|'.join(sorted(_GOES_ON))}|$)"
"""What may follow "the day before" that means the one told last; any other word says before what."""
ANYUNIT = "u:(UNIT|UNITS)"


def unit_of(word: str) -> Unit:
    """The unit a singular or plural word names."""
    return lex.UNITS.get(word) or lex.PLURAL_UNITS[word]


def relative(unit: Unit, offset: int, base: Base = "published", **fields: Any) -> Expression:
    """The unit that lies ``offset`` away from the base."""
    return meaning(**({"type": "DATE", "operation": "relative", "unit": unit, "offset": offset, "base": base} | fields))


def reference(value: str) -> Expression:
    """A mere pointer to past, present or future."""
    return meaning(type="DATE", operation="reference", value=value)


def day_word(hit: Hit) -> Expression:
    """Today, yesterday, tomorrow, tonight."""
    word = hit.word("x")
    if word == "tonight":
        return relative("day", 0, type="TIME", clock="TNI")
    return relative("day", lex.DAYS[word])


def next_to_day_word(hit: Hit) -> Expression:
    """The day before yesterday, the day after tomorrow."""
    return relative("day", -2 if hit.word("d") == "before" else 2)


def stepped(hit: Hit) -> Expression | None:
    """ "last week", "this year", "next month", "the following day", "that year", "the same month"."""
    step, unit = hit.word("r"), unit_of(hit.word("u"))
    told = hit.word("t") == "the"
    if step == "very":  # "this very day" is today, "that very day" the one told of
        step = "this" if hit.word("t") == "this" else "same"
    if unit in ("second", "minute", "hour"):
        return None
    base: Base = "published"
    if step in lex.TOLD_STEPS or (step == "next" and told):
        base = "previous"
    elif step == "this":
        base = "published" if unit == "week" else "stage"
    return relative(unit, lex.STEPS[step], base)


def same_part(hit: Hit) -> Expression:
    """ "this morning", "last night", "that afternoon", "the next morning"."""
    part, step = hit.word("p"), hit.word("r")
    base: Base = "published" if step in ("this", "last") else "previous"
    offset = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(step, 0)
    return relative("day", offset, base, type="TIME", clock=lex.PARTS_OF_DAY[part])


def stepped_calendar(hit: Hit) -> Expression:
    """ "last Thursday", "next April", "this summer", "the previous Friday"."""
    step = hit.word("r")
    season = lex.SEASONS.get(hit.word("season"))
    named = {"season": season} if season else {"holiday": HOLIDAYS[word]} if (word := hit.word("holiday")) else {}
    found = calendar(hit, **named)
    told = step in lex.TOLD_STEPS
    return meaning(type="DATE", operation="calendar", parts=found.parts, direction=lex.STEPS[step],
                   base="previous" if told else "published")  # fmt: skip


def edge_of_unit(hit: Hit) -> Expression | None:
    """ "earlier in the year", "late in the month", "the end of the week" (its article is taken in later)."""
    unit = unit_of(hit.word("u"))
    if unit in ("minute", "hour", "day", "quarter", "decade", "century"):
        return None
    edge = hit.word("e")
    until = {"earlier": "base", "later": "end"}.get(edge)
    return relative(unit, 0, "stage", modifier=lex.EDGE_MODIFIERS.get(edge), until=until)


def year_earlier(hit: Hit) -> Expression:
    """ "the year-earlier quarter", "year-ago"."""
    return relative("year", -1, compares=True)


def same_period(hit: Hit) -> Expression:
    """ "the same period last year": what was spoken of, a year before."""
    return relative("year", -1, "previous", compares=True, value="same")


def unit_before(hit: Hit) -> Expression | None:
    """ "the day before", "the year previous", "the day following"; not "the day before the attack"."""
    unit, offset = unit_of(hit.word("u")), 1 if hit.word("r2") == "following" else -1
    return relative(unit, offset, "previous") if unit in ("day", "week", "month", "year") else None


def year_end(hit: Hit) -> Expression:
    """ "year-end", "the year's end"."""
    return relative("year", 0, "stage", modifier="END")


def last_of_year(hit: Hit) -> Expression:
    """ "By year-end", "since year-end": accounts and deadlines mean 31 December; the one behind after "since"."""
    last = Parts(month=12, day=31)
    behind = hit.tokens.lower[hit.match.start()] == "since"
    return meaning(type="DATE", operation="calendar", parts=last, direction=-1 if behind else None)


def running(hit: Hit) -> Expression:
    """ "for a third day", "a second consecutive week": the one that is running."""
    return relative(unit_of(hit.word("u")), 0, "stage")


def the_day(hit: Hit) -> Expression:
    """ "Later in the day", "for the day": the one that the news is of."""
    return relative("day", 0, "previous", value="the day")


def unit_end(hit: Hit) -> Expression:
    """ "month's end", "the week's end"."""
    return relative(unit_of(hit.word("u")), 0, "stage", modifier="END")


RULES: tuple[Rule, ...] = (
    Rule("x:(today|yesterday|tomorrow|tonight)", day_word),
    Rule("the? day d:(before|after) (yesterday|tomorrow)", next_to_day_word),
    Rule("t:the r:next u:UNIT", stepped),
    Rule("the? r:(last|next|this|that|same|following|previous|preceding|coming|current|ensuing|succeeding) u:UNIT",
         stepped),
    Rule("the? r:(last|next|this|previous|following|coming) (fiscal|financial) u:year", stepped),
    Rule("t:(that|this|the) r:(same|very) u:UNIT", stepped),
    Rule("the? r:(this|last|that|next|following|same|previous) (early|late)? p:PART", same_part),
    Rule(f"the? {STEP} (past|coming)? (w:WEEKDAY|m:MONTH|season:SEASON|{HOLIDAY})", stepped_calendar),
    Rule("e:(earlier|later|early|late) in the u:UNIT", edge_of_unit),
    Rule("the? e:(end|beginning|start|middle|close) of the u:UNIT", edge_of_unit),
    Rule("(by|at|until|till|before|since|through) x:(year HYPHEN end)", last_of_year),
    Rule("(the|around)? year (HYPHEN|POSS)? end", year_end),
    Rule("(for|in|during) x:(the full? u:year) (?!ended|ending)", lambda hit: relative("year", 0, "stage")),
    Rule("(months|weeks|half|part|rest|remainder|quarter|most|close) of x:(the u:year)",
         lambda hit: relative("year", 0, "stage")),
    Rule("(earlier|later|early|late) in x:(the u:day)", the_day),
    Rule("for x:(the u:day) (?=COMMA)", the_day),
    Rule("(the|this)? u:(month|week) POSS end", unit_end),
    Rule("a ORDWORD (consecutive|straight|successive) u:(day|week|month|quarter|year)", running),
    Rule("x:((a|the)? ORDWORD u:(day|week|month|quarter|year)) (in a row|running)", running),
    Rule("for x:(a ORDWORD u:(day|week|month|year)) (?!of|since|in)", running),
    Rule("(it|today|this) (is|POSS) x:(the? ORDWORD u:(day|week|month|year)) of", running),
    Rule("(for|in|during|of) x:(the u:week) (?!ending|ended|of)", lambda hit: relative("week", 0, "stage")),
    Rule("the (current|latest)? (fiscal|financial) year (?!ended|ending)", lambda hit: relative("year", 0, "stage")),
    Rule("(for|in|during) x:(the u:quarter)", lambda hit: relative("quarter", 0, "previous")),
    Rule("the latest (quarter|period)", lambda hit: relative("quarter", 0, "previous")),
    Rule("the (same|corresponding) (period|month|quarter|time) of? (last year|(a year|one year) (earlier|ago|before))",
         same_period),
    Rule(f"the u:UNIT (r:previous|r2:(before|following) {CLOSED})", unit_before),
    Rule("(end|ended|ending|ends|finish|finished|closed) x:(the u:day)", the_day),
    Rule("(the comparable?)? year HYPHEN (earlier|ago) (quarter|period)?", year_earlier),
    Rule("last year POSS (quarter|period)", year_earlier),
    Rule("the (quarter|period) (a|one) year (earlier|ago|before)", year_earlier),
)  # fmt: skip
