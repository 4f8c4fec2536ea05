"""Words that look like time and are not: May said, March on Moscow, 2,010 people, Boeing 747, six-year-old."""

from __future__ import annotations

from spacy.tokens import Token

from core.dates.bare_years import is_year
from core.dates.expression import Expression, Parts
from core.dates.lexicon import PLURAL_UNITS, UNITS, WEEKDAYS
from core.dates.tense import Tenses
from core.dates.tokens import DateTokens
from core.lexicon import meaning

_NAMES = ("PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "NORP")
_BEFORE_TIME = meaning("function_words", "preposition of time") | {
    "last", "next", "this", "late", "early", "mid", "and", "or", "each", "every", "past",
}  # fmt: skip
_LONG_TIMES = frozenset("year decade century month season term reign war 1900s".split())
_WHOSE = meaning("function_words", "possessive")
_OF_OUR_TIME = frozenset(
    """world youth society age climate environment economy generation standard technology computer child parent student
    teenager kid politics culture consumer reader voter car woman man people leader city""".split()
)
_QUOTES = frozenset("\"“‘'`«„")
_AMOUNTS = frozenset("% percent hundred thousand million billion trillion".split())
_NAMES_TOO = frozenset({3, 4, 5, 6, 8})
"""March, April, May, June and August are also names of people and plain words."""


def is_time(said: Expression, tokens: DateTokens, first: int, after: int, tenses: Tenses) -> bool:
    """Whether the stretch speaks of time, by its neighbours and by what the parser makes of it."""
    before = tokens.lower[first - 1] if first else ""
    behind = tokens.lower[after : after + 4]
    if said.operation == "duration":
        return not _is_age(behind) and not _is_round_the_clock(tokens, first, after)
    if said.type == "SET" and _is_rate(said, tokens, first):
        return False
    if said.clock and said.text.lower().startswith("the ") and tenses.is_explained(said.start, said.end):
        return False
    if said.operation != "calendar":
        return before != "most" and _is_pointer(said, behind, tenses)  # "their most recent model" is the last
    parts = said.parts
    if parts.decade is not None and said.text[0].isdigit() and len(said.text) == 3:
        return before not in _WHOSE  # "in her 30s"
    if _only(parts, "year"):
        return is_year(said, tokens, first, after, tenses)
    if _only(parts, "season") or said.text.lower().endswith("fall"):
        return _is_season(said, tenses, before, behind)
    if _only(parts, "half"):
        return behind[:1] != ["of"] or not _LONG_TIMES.isdisjoint(behind[1:])  # "the second half of the match"
    if _only(parts, "month"):
        return _is_month(said, tenses, before, behind)
    if _only(parts, "day"):
        return not tenses.before_noun(said.end)
    return True


def _is_pointer(said: Expression, behind: list[str], tenses: Tenses) -> bool:
    """ "today", "now", "the future", unless the words are a name or a mere adjective."""
    if _is_title(said, tenses):
        return False
    if said.text.lower() in ("today", "tomorrow"):
        return not _is_of_our_time(tenses.token(said.end - 1), behind)
    if said.text in ("Now", "Currently"):
        return behind[:1] not in ([","], ["for"])  # "Now, …" turns to the next point
    return said.text.lower() != "former" or tenses.before_noun(said.end)  # not "the former", of two


def _is_season(said: Expression, tenses: Tenses, before: str, behind: list[str]) -> bool:
    """A season that is no drop, no fall of a city, no spring of water and nobody's name."""
    token = tenses.token(said.end - 1)
    if said.text.lower().endswith("fall") and behind[:1] == ["of"]:
        return False
    if behind[:1] == ["of"] and said.text.istitle() and before in _QUOTES:
        return False  # a movement that calls itself "Spring of Nations"
    if said.text.lower() == "fall" and before not in _BEFORE_TIME and token.ent_type_ != "DATE":
        return False
    if said.direction is not None or not _only(said.parts, "season"):
        return True
    return token.pos_ in ("NOUN", "PROPN") and token.ent_type_ != "PERSON"


def _is_title(said: Expression, tenses: Tenses) -> bool:
    """ "ABC's This Week", "USA Today", "High Noon": words that need no capital have one amid others that have."""
    words = said.text.split()
    if said.operation not in ("relative", "reference") or not all(word[0].isupper() for word in words):
        return False
    if len(words) > 1:
        return not tenses.token(said.start).is_sent_start
    return tenses.token(said.start).pos_ == "PROPN" and not tenses.opens_at(said.start)


def _is_of_our_time(token: Token, behind: list[str]) -> bool:
    """ "today's youth", "the leaders of tomorrow": these days or those to come, not a day."""
    if token.head.lower_ == "of":
        return token.head.head.lemma_.lower() in _OF_OUR_TIME
    return behind[:1] == ["'s"] and token.head.lemma_.lower() in _OF_OUR_TIME


def _only(parts: Parts, name: str) -> bool:
    """Whether nothing else is named."""
    value = getattr(parts, name)
    return value is not None and parts == Parts(**{name: value})


def _is_age(behind: list[str]) -> bool:
    """ "six-year-old", "37 years old", "aged"."""
    return behind[:1] in (["old"], ["older"]) or behind[:2] in (["-", "old"], ["-", "olds"], ["of", "age"])


def _is_round_the_clock(tokens: DateTokens, first: int, after: int) -> bool:
    """Either part of "24 hours a day", "seven days a week", "40 hours a week": how much of each, not how long."""
    if tokens.lower[first] in ("a", "an") and first:
        return after - first == 2 and tokens.lower[first - 1] in PLURAL_UNITS
    return tokens.lower[after - 1] in PLURAL_UNITS and _is_each(tokens.lower[after : after + 2])


def _is_each(words: list[str]) -> bool:
    return len(words) == 2 and words[0] in ("a", "an", "per") and words[1] in UNITS


def _is_rate(said: Expression, tokens: DateTokens, first: int) -> bool:
    """ "Sales grow 8% annually", "$2 million annually", "average daily volume": how much, and not when."""
    before = tokens.lower[max(0, first - 2) : first]
    if said.text == "daily":
        return before[-1:] == ["average"]
    return said.text in ("annually", "yearly") and any(word in _AMOUNTS or word[0].isdigit() for word in before)


def _is_name(token: Token, behind: list[str]) -> bool:
    """ "Theresa May", "the March on Moscow", "June said"."""
    if behind[:1] in (["on"], ["for"], ["of"], ["said"], ["told"], ["says"]):
        return True
    left = token.doc[token.i - 1] if token.i else None
    return left is not None and left.is_title and left.is_alpha and left.pos_ == "PROPN"


def _is_month(said: Expression, tenses: Tenses, before: str, behind: list[str]) -> bool:
    """A bare month name that is no person, no place and no verb."""
    token = tenses.token(said.end - 1)
    if token.tag_ == "MD" or token.pos_ in ("VERB", "AUX"):
        return False
    if said.modifier or said.direction is not None or said.unit:
        return True
    if before not in _BEFORE_TIME and said.parts.month in _NAMES_TOO and _is_name(token, behind):
        return False
    if token.ent_type_ == "DATE":
        return True
    if token.ent_type_ in _NAMES and before not in _BEFORE_TIME:
        return False
    return (
        before in _BEFORE_TIME or before in WEEKDAYS or token.dep_ in ("pobj", "npadvmod", "nmod", "compound", "poss")
    )
