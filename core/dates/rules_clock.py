"""Times of day: clock times and parts of the day."""

from __future__ import annotations

import re

from core.dates import lexicon as lex
from core.dates.expression import Expression
from core.dates.rule import Hit, Rule, meaning

_DIGITS = re.compile(r"[0-9]+")


def time(clock: str) -> Expression:
    """A time on the day the text speaks of."""
    return meaning(type="TIME", operation="relative", unit="day", base="previous", clock=clock)


def clock_time(hit: Hit) -> Expression | None:
    """ "09:14", "5 a.m.", "9.30pm", "0530 hrs"."""
    words = hit.words("t")
    digits = _DIGITS.findall(" ".join(words))
    if not digits or "/" in "".join(words):
        return None  # "½ pm", "1/2 p.m."
    joined = "".join(words).replace(".", "").replace(" ", "")
    if len(digits) == 1 and len(digits[0]) == 4:
        digits = [digits[0][:2], digits[0][2:]]
    hours, minutes = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if joined.endswith("pm") and hours < 12:
        hours += 12
    elif joined.endswith("am") and hours == 12:
        hours = 0
    return _at(hours, minutes, "Z" if hit.word("z") in ("gmt", "utc") else "")


def _at(hours: int, minutes: int, zone: str = "") -> Expression | None:
    return time(f"T{hours:02}:{minutes:02}{zone}") if hours <= 24 and minutes <= 59 else None


def oclock(hit: Hit) -> Expression | None:
    """ "five o'clock", "4 in the morning"."""
    word = hit.word("t")
    hours = lex.CARDINALS.get(word) or (int(word) if word.isdigit() else 99)
    late = hit.word("p") in ("afternoon", "evening", "night") and hours < 12
    return _at(hours + 12 * late, 0)


def part_of_day(hit: Hit) -> Expression:
    """ "the morning", "noon"."""
    return time(lex.PARTS_OF_DAY[hit.word("p")])


def any_day(hit: Hit) -> Expression:
    """ "at night", "night raids": on no day in particular."""
    return meaning(type="TIME", operation="set", value=f"XXXX-XX-XX{lex.PARTS_OF_DAY[hit.word('p')]}")


ZONE = "(z:ZONE|local time)?"
RULES: tuple[Rule, ...] = (
    Rule(f"t:(CLOCK MERIDIEM?) (hrs|hr|hours)? {ZONE}", clock_time),
    Rule(f"t:(HOUR MERIDIEM|CLOCKAM) {ZONE}", clock_time),
    Rule(f"t:(NUMBER MERIDIEM) {ZONE}", clock_time),
    Rule("t:(MILITARY) (z:ZONE|hours|hrs|local time)", clock_time),
    Rule("t:(HOUR|CARDINAL) o'clock (in the p:PART)?", oclock),
    Rule("t:(HOUR|CARDINAL) in the p:(morning|afternoon|evening)", oclock),
    Rule("(the|mid) HYPHEN? p:PART", part_of_day),
    Rule("the (early|late)? p:PART hours", part_of_day),
    Rule("the (early|small) hours (?=of (WEEKDAY|MONTH|DAY|DAYTH|the|today|yesterday|this))", lambda hit: time("TMO")),
    Rule("(at|by) x:(p:night)", any_day),
    Rule("(at|in|by) x:(p:daytime)", any_day),
    Rule("x:(p:(night|daytime)) HYPHEN? (attack|attacks|raid|raids|fighting|flights|patrol|patrols|march|traffic)",
         any_day),
    Rule("(at|since|before|until|till|from) x:(p:(dawn|dusk|daybreak|lunchtime))", part_of_day),
    Rule("x:(p:(morning|afternoon|evening)) (trading|session|rush)", part_of_day),
    Rule("p:(noon|midday|midnight|overnight)", part_of_day),
)  # fmt: skip
