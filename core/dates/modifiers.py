"""Words that narrow or loosen an expression: "early", "the end of", "nearly", "at least", "or so"."""

from __future__ import annotations

from dataclasses import replace

from core.dates import lexicon as lex
from core.dates.expression import Expression
from core.dates.joining import EDGES, Found, is_day
from core.dates.tokens import DateTokens

_EDGE_NOUNS = {"end", "beginning", "start", "middle", "close", "part", "opening"}
_BEFORE_MORE = frozenset(
    "for in within after last lasted lasts take took takes taken spend spent of at well just by from to until".split()
)
_DAY_BESIDE: dict[tuple[str, ...], int] = {("the", "day", "before"): -1, ("the", "day", "after"): 1}
_BOUNDS = sorted((tuple(reversed(words.split())) for words in lex.MODIFIERS), key=len, reverse=True)


def widen(tokens: DateTokens, first: int, after: int, said: Expression) -> Found:
    """Take in the words that narrow or loosen: "early", "the end of", "nearly", "at least", "or so"."""
    if said.operation == "duration" or (said.operation == "relative" and said.unit != "day" and abs(said.offset) > 0):
        return _with_bound(tokens, first, after, said)
    if said.clock == "TMO" and tokens.lower[after : after + 1] == ["morning"]:
        after += 1  # "the early hours of Thursday morning"
    if first > 1 and tokens.lower[first - 2 : first] == ["week", "of"] and said.parts.day and is_day(said):
        first = first - 3 if first > 2 and tokens.lower[first - 3] == "the" else first - 2
        return first, after, replace(said, parts=replace(said.parts, week_of=True))
    shift = _DAY_BESIDE.get(tuple(tokens.lower[first - 3 : first]))
    if shift and said.operation == "calendar" and is_day(said):
        return first - 3, after, replace(said, shift=shift)
    if said.parts.holiday and tokens.lower[after : after + 1] == ["week"]:
        return first, after + 1, replace(said, parts=replace(said.parts, week_of=True))
    if after < len(tokens.lower) and tokens.lower[after] in lex.PARTS_OF_DAY and is_day(said):
        after, said = after + 1, replace(said, type="TIME", clock=lex.PARTS_OF_DAY[tokens.lower[after]])
    if said.type != "SET" and said.modifier is None and said.operation in ("calendar", "relative"):
        return _with_edge(tokens, first, after, said)
    return first, after, said


def _with_bound(tokens: DateTokens, first: int, after: int, said: Expression) -> Found:
    before = tuple(reversed(tokens.lower[max(0, first - 3) : first]))
    for words in _BOUNDS:
        if before[: len(words)] == words:
            modifier = lex.MODIFIERS[" ".join(reversed(words))]
            if words == ("over",) and not _means_more(tokens, first - 1):
                continue
            if modifier not in ("START", "MID", "END"):
                outside = words == ("about",) and said.operation == "duration"
                return first - (0 if outside else len(words)), after, replace(said, modifier=modifier)
    if tokens.lower[after : after + 2] == ["or", "so"]:
        return first, after + 2, replace(said, modifier="APPROX")
    return _with_edge(tokens, first, after, said) if said.operation == "relative" else (first, after, said)


def _means_more(tokens: DateTokens, over: int) -> bool:
    """Whether "over" says "more than" ("for over a week") and not "in the course of" ("spread over three years")."""
    return over > 0 and tokens.lower[over - 1] in _BEFORE_MORE


def _with_edge(tokens: DateTokens, first: int, after: int, said: Expression) -> Found:
    """ "early May", "mid-September", "late in 2022", "the end of the year", "earlier this week"."""
    at = first
    if at and tokens.lower[at - 1] in ("-", "in", "on", "of") and at > 1:
        at -= 1
    word = tokens.lower[at - 1] if at else ""
    link = tokens.lower[at] if at < first else ""
    if word in EDGES and (link in ("", "-") or (link == "in" and said.unit != "day")):
        until = {"earlier": "base", "later": "end"}.get(word)
        wide = said.parts.decade is not None or said.parts.century is not None or said.parts.season is not None
        if wide and at > 1 and tokens.lower[at - 2] == "the":
            at -= 1
        narrowed = replace(said, modifier=lex.MODIFIERS[word], until=until)  # type: ignore[arg-type]
        return (first if until and _compares(said) else at - 1), after, narrowed
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


def _compares(said: Expression) -> bool:
    """Whether "earlier" or "later" before it points from what was told: "Later Friday", "earlier this week"."""
    weekday = said.operation == "calendar" and said.parts.weekday is not None and said.parts.day is None
    return said.unit == "week" or (weekday and not said.clock)
