"""Words that narrow or loosen an expression: "early", "the end of", "nearly", "at least", "or so"."""

from __future__ import annotations

from dataclasses import replace

from core.dates import lexicon as lex
from core.dates.composition import Found, is_day
from core.dates.expression import Expression
from core.dates.tokens import DateTokens
from core.lexicon.bounds import LONGEST, BoundPhrase, bound_phrases

_BEFORE_MORE = frozenset(
    "for in within after last lasted lasts take took takes taken spend spent of at well just by from to until".split()
)
_DAY_BESIDE: dict[tuple[str, ...], int] = {("the", "day", "before"): -1, ("the", "day", "after"): 1}


def widen(tokens: DateTokens, first: int, after: int, said: Expression) -> Found:
    """Take in the words that narrow or loosen: "early", "the end of", "nearly", "at least", "or so"."""
    if said.operation == "duration" or _is_step(said, tokens.lower[first]):
        return _with_bound(tokens, first, after, said)
    if said.clock == "TMO" and tokens.lower[after : after + 1] == ["morning"]:
        after += 1  # "the early hours of Thursday morning"
    if tokens.lower[first - 2 : first] == ["week", "of"] and said.parts.day and is_day(said):
        first -= 2
        first -= tokens.lower[first - 1 : first] == ["the"]
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


def _is_counted(word: str) -> bool:
    """Whether a step opens with how many units it has, "two days ago", and does not go to another one, "last week"."""
    return word in lex.CARDINALS or word in lex.VAGUE or word in ("a", "an") or word[0].isdigit()


def _is_step(said: Expression, word: str) -> bool:
    """Whether it goes so many units from a date, and is no clock time and no "today"."""
    goes = _is_counted(word) or (said.unit != "day" and said.offset != 0)
    return said.operation == "relative" and not said.clock and goes


def _with_bound(tokens: DateTokens, first: int, after: int, said: Expression) -> Found:
    """ "At least three weeks", "more than a year ago", "three weeks or more"."""
    length = said.operation == "duration"
    for count in range(min(LONGEST, first), 0, -1):
        words = tuple(tokens.lower[first - count : first])
        phrase = bound_phrases("before").get(words)
        if phrase is not None and _bounds(phrase, words, tokens, first, said):
            outside = phrase.verbal or (length and words == ("about",))
            taken = 0 if outside else count - _opens_with_at(words)
            return first - taken, after, replace(said, modifier=phrase.mod)
    for count in range(LONGEST, 0, -1):
        words = tuple(tokens.lower[after : after + count])  # fewer at the end of the text
        end = after + len(words)
        phrase = bound_phrases("behind").get(words)
        if phrase is not None and not _is_apart(tokens, after) and not _opens_next(tokens.lower[end : end + 1]):
            return first, end, replace(said, modifier=phrase.mod)
    return (first, after, said) if length else _with_edge(tokens, first, after, said)


def _bounds(phrase: BoundPhrase, words: tuple[str, ...], tokens: DateTokens, first: int, said: Expression) -> bool:
    """Whether a phrase bounds the time: not "over the last week", "higher than a year ago", "below last year"."""
    if said.operation == "duration":
        return words != ("over",) or _means_more(tokens, first)
    return not phrase.compares and (phrase.bound == "about" or _is_counted(tokens.lower[first]))


def _opens_with_at(words: tuple[str, ...]) -> bool:
    """ "At about the same time last year": the preposition stays outside, as before any date."""
    return words[0] == "at" and words[1:] in bound_phrases("before")


def _is_apart(tokens: DateTokens, at: int) -> bool:
    """Whether a dash stands there and no hyphen: "three weeks - plus a day", unlike "three weeks-plus"."""
    return tokens.lower[at] == "-" and tokens.starts[at] > tokens.ends[at - 1]


def _opens_next(behind: list[str]) -> bool:
    """Whether a number follows, which the words bound instead: "three weeks and over 90 schools"."""
    return any(word in lex.CARDINALS or word[0].isdigit() for word in behind)


def _means_more(tokens: DateTokens, first: int) -> bool:
    """Whether "over" says "more than" ("for over a week") and not "in the course of" ("spread over three years")."""
    return first > 1 and tokens.lower[first - 2] in _BEFORE_MORE


def _with_edge(tokens: DateTokens, first: int, after: int, said: Expression) -> Found:
    """ "early May", "mid-September", "late in 2022", "the end of the year", "earlier this week"."""
    at = first
    if at and tokens.lower[at - 1] in ("-", "in", "on", "of") and at > 1:
        at -= 1
    word = tokens.lower[at - 1] if at else ""
    link = tokens.lower[at] if at < first else ""
    if word in lex.EDGES and (link in ("", "-") or (link == "in" and said.unit != "day")):
        until = {"earlier": "base", "later": "end"}.get(word)
        wide = said.parts.decade is not None or said.parts.century is not None or said.parts.season is not None
        if wide and at > 1 and tokens.lower[at - 2] == "the":
            at -= 1
        narrowed = replace(said, modifier=lex.EDGE_MODIFIERS[word], until=until)  # type: ignore[arg-type]  # no other words
        return (first if until and _compares(said) else at - 1), after, narrowed
    if word in lex.EDGE_NOUNS and link == "of":
        start = at - 1
        modifier = lex.EDGE_MODIFIERS.get(word)
        if word == "part" and start and tokens.lower[start - 1] in lex.EDGE_MODIFIERS:
            start, modifier = start - 1, lex.EDGE_MODIFIERS[tokens.lower[start - 1]]
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
