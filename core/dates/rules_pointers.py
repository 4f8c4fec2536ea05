"""Words that point to past, present or future and name no day: now, recently, the future, at that time."""

from __future__ import annotations

from core.dates.expression import Expression
from core.dates.rule import Hit, Rule
from core.dates.rules_relative import CLOSED, reference, relative


def vague_step(hit: Hit) -> Expression:
    """ "months ago", "days later"."""
    return reference("FUTURE_REF" if hit.word("r") in ("later", "afterwards") else "PAST_REF")


def told_then(hit: Hit) -> Expression:
    """ "at that time", "during this period": what was told before."""
    return relative("day", 0, "previous", value="then")


def told_now(hit: Hit) -> Expression:
    """ "By this time", "at the time": the present of what is told; TIMEX3 has no date for it, a reader has."""
    return relative("day", 0, "previous", value="told now")


_INSIDE = "(at|by|during|since|until|till|from|of|in|around|throughout)"

RULES: tuple[Rule, ...] = (
    Rule("now|currently|nowadays|presently|right now|these days|the time being|the present|(present|modern) HYPHEN? day"
         "|current", lambda hit: reference("PRESENT_REF")),
    Rule("then HYPHEN? (current|present)", lambda hit: reference("PAST_REF")),
    Rule("u:UNITS r:(ago|earlier|later|afterwards)", vague_step),
    Rule(f"{_INSIDE} x:((this|that) period|that time)", told_then),
    Rule(f"{_INSIDE} x:(this time)", told_now),
    Rule(f"(at|of) x:(the time) {CLOSED}", told_now),
    Rule("the (near|short) term", lambda hit: reference("FUTURE_REF")),
    Rule("to x:date (?!from|back|for|with)", lambda hit: reference("PRESENT_REF")),
    Rule("recently|recent|the past (?!CARDINAL|NUMBER)|more recently|past years|former|formerly",
         lambda hit: reference("PAST_REF")),
    Rule("the? (near|foreseeable|immediate|distant)? future", lambda hit: reference("FUTURE_REF")),
    Rule("recent UNITS (and|or) UNITS", lambda hit: reference("PAST_REF")),
    Rule("recent years", lambda hit: reference("PAST_REF")),
    Rule("future UNITS", lambda hit: reference("FUTURE_REF")),
)  # fmt: skip
