"""Recognition, from text to expressions: the rules run over the text, the longest reading of a stretch wins."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from core.dates import rules_ago, rules_calendar, rules_clock, rules_length, rules_pointers, rules_relative
from core.dates.composition import join, share_years
from core.dates.expression import Expression
from core.dates.guards import is_time
from core.dates.headings import is_heading
from core.dates.modifiers import widen
from core.dates.narrative import is_epithet, without_epithets
from core.dates.pattern import literals_of
from core.dates.rule import UNTOLD, Hit, Rule
from core.dates.spans import mark_spans
from core.dates.tense import Tenses
from core.dates.tokens import Classes, DateTokens
from core.text.view import TextView

_RULES: tuple[Rule, ...] = (
    *rules_calendar.RULES,
    *rules_relative.RULES,
    *rules_ago.RULES,
    *rules_pointers.RULES,
    *rules_length.RULES,
    *rules_clock.RULES,
)
Found = tuple[int, int, Expression]
"""First token, token after the last, meaning."""


class _Compiled(NamedTuple):
    """A rule over codes; a text that lacks one of the ``required`` sets holds no match, and few texts have all."""

    pattern: re.Pattern[str]
    required: tuple[frozenset[str], ...]
    rule: Rule


@lru_cache(maxsize=1)
def _grammar() -> tuple[Classes, tuple[_Compiled, ...]]:
    """The word classes and the rules compiled over them."""
    classes = Classes(literals_of(rule.pattern for rule in _RULES))
    of = classes.alphabet
    return classes, tuple(_Compiled(of.compile(rule.pattern), of.required(rule.pattern), rule) for rule in _RULES)


def find_expressions(view: TextView, country: str | None = None) -> tuple[Expression, ...]:
    """Temporal expressions of a text, sorted, none overlapping; nothing is anchored yet.

    ``country`` is the ISO 3166-1 code of where the text was written: it decides the order of 4/7/22. Without it the
    text's own dates and spelling do.
    """
    classes, grammar = _grammar()
    tokens = classes.read(view.text, country)
    tenses = Tenses(view)
    found = [item for item in _longest_first(tokens, grammar) if not _is_verb(tokens, tenses, item)]
    expressions: list[Expression] = []
    for joined in mark_spans(tokens, share_years(tokens, join(tokens, found))):
        first, after, said = _placed(tokens, tenses, widen(tokens, *joined))
        if is_time(said, tokens, first, after, tenses):
            if expressions and said.start < expressions[-1].end:
                expressions.pop()  # taken in by words that came to the later one: "the week of March 6"
            tense = tenses.at(said.start, said.end)
            heading = is_heading(tokens.text, said)
            aside, happened = _is_aside(tokens.text, said, tenses), tenses.happened(said.start, said.end)
            if said.text.lower() == "one day" and (when := tenses.someday(said.start, said.end)):
                value = "PAST_REF" if when == "past" else "FUTURE_REF"
                said = replace(said, type="DATE", operation="reference", value=value)
            if said.operation == "duration" and said.direction is None:
                said = replace(said, lands=tenses.lands(said.start, said.end))
            expressions.append(replace(said, tense=tense, happened=happened, aside=aside, heading=heading))
    return without_epithets(expressions)


def _is_verb(tokens: DateTokens, tenses: Tenses, found: Found) -> bool:
    """Whether a season is a verb: "prices will fall next month", "leaks spring up"."""
    first, after, said = found
    return after - first == 1 and said.parts.season is not None and tenses.token(tokens.starts[first]).pos_ == "VERB"


def _is_aside(text: str, said: Expression, tenses: Tenses) -> bool:
    """Whether a date with its year only names a thing, or is a bare year in mid-sentence, or a pointer an epithet."""
    if is_epithet(said):
        return said.text.lower() != "future" or tenses.modifies(said.end)
    if said.operation != "calendar" or said.parts.year is None:
        return False
    if said.parts.inner:
        return said.parts.day is None and tenses.modifies(said.end)
    heads_line = text[said.start - 1 : said.start] in ("", "\n")
    return not heads_line and not tenses.opens(said.start)


def _placed(tokens: DateTokens, tenses: Tenses, found: Found) -> Found:
    """The expression with its place in the text; "the" is left to the noun in "the spring offensive"."""
    first, after, said = found
    start, end = tokens.starts[first], tokens.ends[after - 1]
    if after - first > 1 and tokens.lower[first] == "the" and tenses.modifies(end):
        start = tokens.starts[first + 1]
    return first, after, replace(said, start=start, end=end, text=tokens.text[start:end])


def _longest_first(tokens: DateTokens, grammar: tuple[_Compiled, ...]) -> list[Found]:
    """Matches that mean something, longer before shorter, earlier rules before later ones; none overlap."""
    hits = []
    present = set(tokens.codes)
    for order, (pattern, required, rule) in enumerate(grammar):
        if any(map(present.isdisjoint, required)):
            continue
        for match in pattern.finditer(tokens.codes):
            hit = Hit(match, tokens)
            first, after = hit.span
            hits.append((first - after, first, order, after, hit, rule))
    hits.sort(key=lambda h: h[:3])
    taken = bytearray(len(tokens.codes))
    found: list[Found] = []
    failed: list[Found] = []
    for _, first, _, after, hit, rule in hits:
        if not any(taken[first:after]):
            said = rule.read(hit)
            if said is UNTOLD:
                failed.append((first, after, said))
            elif said is not None:
                found.append((first, after, said))
                taken[first:after] = b"\x01" * (after - first)
    found += [item for item in failed if not any(taken[item[0] : item[1]])]
    return sorted(found, key=lambda f: f[:2])
