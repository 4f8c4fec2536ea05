"""Lengths of time and repeated times: three days, the past week, every Thursday, twice a year."""

from __future__ import annotations

from core.dates import lexicon as lex
from core.dates.expression import Expression
from core.dates.lengths import duration_value
from core.dates.numbers import number
from core.dates.rule import Hit, Rule, meaning
from core.dates.rules_relative import ANYUNIT, HOWMANY, unit_of


def length(hit: Hit) -> Expression | None:
    """ "three days", "six-month", "a few hours", "two and a half years"."""
    words = [w for w in hit.words("n") if w not in lex.VAGUE | {"-", "and", "of"}]
    vague = lex.VAGUE & set(hit.words("n"))
    amount = None if vague else number(words)
    if (amount is None and not vague) or (words and words[0][0] == "0" and words[0].isdigit()):
        return None  # "0530 hrs" is a time of day
    if unit_of(hit.word("u")) == "quarter" and _is_share(hit):
        return None
    return meaning(type="DURATION", operation="duration", unit=unit_of(hit.word("u")), amount=amount)


def _is_share(hit: Hit) -> bool:
    """ "a quarter", "three quarters of the crop": a part, not a time."""
    behind = hit.tokens.lower[hit.span[1] : hit.span[1] + 1]
    words = hit.tokens.lower[slice(*hit.span)]
    counted = len(words) == 2 and not lex.VAGUE & set(words)
    return "a" in words or "-" in words or (behind == ["of"] and counted)


def length_and_half(hit: Hit) -> Expression | None:
    """ "a minute and a half", "two years and a half"."""
    amount = number(hit.words("n"))
    if amount is None:
        return None
    return meaning(type="DURATION", operation="duration", unit=unit_of(hit.word("u")), amount=amount + 0.5)


def bounded_unit(hit: Hit) -> Expression:
    """ "the year ended 31 March": twelve months, not a calendar year."""
    return meaning(type="DURATION", operation="duration", unit=unit_of(hit.word("u")), amount=1.0)


def long_length(hit: Hit) -> Expression:
    """ "month-long", "decades-long", "two-year-long"."""
    unit, words = hit.word("u"), hit.tokens.lower[hit.match.start() : hit.match.end() - 3]
    amount = number([w for w in words if w != "-"]) or (None if unit in lex.PLURAL_UNITS else 1.0)
    return meaning(type="DURATION", operation="duration", unit=unit_of(unit), amount=amount)


def bounded_length(hit: Hit) -> Expression | None:
    """ "the past week", "the last two months", "the next few days"."""
    found = length(hit) if hit.words("n") else meaning(
        type="DURATION", operation="duration", unit=unit_of(hit.word("u")), amount=1.0)  # fmt: skip
    if found is None:
        return None
    direction = -1 if hit.word("r") in ("past", "last", "previous", "preceding") else 1
    return meaning(type="DURATION", operation="duration", unit=found.unit, amount=found.amount, direction=direction)


def untold_length(hit: Hit) -> Expression:
    """ "For a while", "for some time": nobody says how long."""
    return meaning(type="DURATION", operation="reference", value="PXX")


def vague_length(hit: Hit) -> Expression | None:
    """ "for years", "in weeks": some number of them."""
    return meaning(type="DURATION", operation="duration", unit=unit_of(hit.word("u") or hit.word("x")))


def every(value: str) -> Expression:
    """A set of times."""
    return meaning(type="SET", operation="set", value=value)


def every_unit(hit: Hit) -> Expression:
    """ "every day", "twice a year", "per week"."""
    unit = unit_of(hit.word("u"))
    return every("XXXX-WXX-WE" if unit == "weekend" else duration_value(1, unit))


def every_weekday(hit: Hit) -> Expression:
    """ "every Thursday", "Tuesdays", "Tuesday nights"."""
    words = hit.words("w")
    day = lex.WEEKDAYS[words[0].removesuffix("s")]
    part = hit.word("p").removesuffix("s")
    return every(f"XXXX-WXX-{day}{lex.PARTS_OF_DAY.get(part, '')}")


WHICH = "(first|final|initial|opening|last|full|same|past|latest|previous|following|intervening)"
SOME = "(early|first|last|late|final|following|intervening|succeeding|subsequent|ensuing|closing|opening|initial|later)"
KIND = (
    "(more|straight|consecutive|successive|full|whole|entire|long|short|solid|tense|bloody|brutal|trading|working"
    "|business|extra|additional)"
)
LASTING = (
    "truce|ceasefire|cease|war|conflict|dispute|standoff|strike|siege|blockade|embargo|ban|boycott|uprising|rebellion"
    "|insurgency|crisis|slump|recession|drought|campaign|offensive|occupation|investigation"
)
"""What grows old as long as it goes on: "the 8-month-old truce" has lasted for eight months."""
COUNT = "(NUMBER|CARDINAL) (HYPHEN? CARDINAL){0,5}"

RULES: tuple[Rule, ...] = (
    Rule(f"{HOWMANY} {KIND}? HYPHEN? {ANYUNIT}", length),
    Rule(f"the n:({COUNT}) (previous|past|last|preceding|following|next) {ANYUNIT}", length),
    Rule("x:(u:(years|months|weeks|days|hours|decades|centuries)) of (?!UNIT|UNITS|the (week|month|year))",
         vague_length),
    Rule(f"another {HOWMANY} {ANYUNIT}", length),
    Rule("((the|these) (past|last|next|first|coming))? n:(NUMBER|CARDINAL) (HYPHEN|DASH|to|or) (NUMBER|CARDINAL)"
         " HYPHEN? u:UNITS", length),
    Rule("n:an additional u:UNIT", length),
    Rule(f"the? r:(past|last|next|coming|previous|preceding|following) n:((few|several|couple of)|{COUNT}) {ANYUNIT}",
         bounded_length),
    Rule("(the|this) r:past u:UNIT", bounded_length),
    Rule("(the? (coming|recent)) u:UNITS", vague_length),
    Rule(f"(the|its|their|his|her) {SOME} u:UNITS (?!HYPHEN|of (WEEKDAY|MONTH|DAY|DAYTH|today|yesterday|this))",
         vague_length),
    Rule("over x:(the u:(years|decades|centuries|months|weeks))", vague_length),
    Rule("in x:(the u:(years|days|weeks|months|hours) ahead)", vague_length),
    Rule("some u:UNITS", vague_length),
    Rule("in the x:(u:(years|months|weeks|days|hours)) (?=before|after|since|following|leading|that followed)",
         vague_length),
    Rule("(the|their|its)? r:(last|past|next) few u:UNITS", bounded_length),
    Rule("(NUMBER|CARDINAL)? u:(UNIT|UNITS) HYPHEN long", long_length),
    Rule(f"(the|their|its|these|those) {WHICH}? n:({COUNT}) {ANYUNIT}", length),
    Rule("x:(the fiscal? u:(year|week|month)) (ended|ending)", bounded_unit),
    Rule("n:(a|CARDINAL) u:(UNIT|UNITS) and a half", length_and_half),
    Rule("(for|in|over|within|took) x:UNITS", vague_length),
    Rule("u:(years|months|weeks|decades|centuries) HYPHEN old", vague_length),
    Rule("(for|in|after) quite? x:(a while|some time)", untold_length),
    Rule(f"n:({COUNT}) HYPHEN u:UNIT HYPHEN old (?={LASTING})", length),
    Rule("hourly|daily|nightly|weekly|fortnightly|monthly|yearly|annually",
         lambda hit: every(lex.FREQUENCIES[hit.tokens.lower[hit.match.start()]])),
    Rule("(every|each|per) u:UNIT", every_unit),
    Rule("(once|twice|CARDINAL times|NUMBER times) (a|per|each|every) u:UNIT", every_unit),
    Rule("(every|each) w:WEEKDAY p:PART?", every_weekday),
    Rule("(every|each) p:PART", lambda hit: every(f"XXXX-XX-XX{lex.PARTS_OF_DAY[hit.word('p')]}")),
    Rule("(every|each) m:MONTH", lambda hit: every(f"XXXX-{lex.MONTHS[hit.word('m')]:02}")),
    Rule("(every|each) s:SEASON", lambda hit: every(f"XXXX-{lex.SEASONS[hit.word('s')]}")),
    Rule("the? (past|last|next|previous) (NUMBER|CARDINAL) s:SEASONS",
         lambda hit: every(f"XXXX-{lex.SEASONS[hit.word('s').removesuffix('s')]}")),
    Rule("w:WEEKDAYS p:PART?", every_weekday),
    Rule("w:WEEKDAY p:PARTS", every_weekday),
    Rule("x:(w:WEEKDAY) (?=(and|or) WEEKDAY p:PARTS)", every_weekday),
)  # fmt: skip
