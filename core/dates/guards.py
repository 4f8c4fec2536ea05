"""Words that look like time and are not: May said, March on Moscow, 2,010 people, Boeing 747, six-year-old."""

from __future__ import annotations

from spacy.tokens import Token

from core.dates.expression import Expression, Parts
from core.dates.lexicon import WEEKDAYS
from core.dates.tense import Tenses
from core.dates.tokens import Tokens

_NAMES = ("PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "NORP")
_BEFORE_TIME = frozenset(
    """in on by since until till from to between during of for before after around about through throughout last next
    this late early mid and or each every past at""".split()
)
_NUMBERED = frozenset(
    """tel phone fax call flight boeing airbus room no number section article page figure table resolution directive
    regulation decree order act law bill rule case line route highway bus train unit regiment model version apartment
    box channel extension form""".split()
)
_SIGNS_OF_AMOUNT = frozenset("$ £ € # no / : + ≥ ≤ %".split())
_UNITS_OF_MEASURE = frozenset("% percent hours hrs mph km kg".split())
_WHOSE = frozenset("his her their my our your its".split())
_OF_OUR_TIME = frozenset(
    """world youth society age climate environment economy generation standard technology computer child parent student
    teenager kid politics culture consumer reader voter car woman man""".split()
)
_NAMES_TOO = frozenset({3, 4, 5, 6, 8})
"""March, April, May, June and August are also names of people and plain words."""


def is_time(said: Expression, tokens: Tokens, first: int, after: int, tenses: Tenses) -> bool:
    """Whether the stretch speaks of time, by its neighbours and by what the parser makes of it."""
    before = tokens.lower[first - 1] if first else ""
    behind = tokens.lower[after : after + 2]
    if said.operation == "duration":
        return not _is_age(behind)
    if _is_title(said, tenses):
        return False
    if said.text.lower() == "today" and behind[:1] == ["'s"]:
        return not _is_of_our_time(tenses, said.end)
    if said.parts.decade is not None and said.text[0].isdigit() and len(said.text) == 3:
        return before not in _WHOSE  # "in her 30s"
    if said.operation == "reference" and said.text.lower() == "future":
        return not tenses.modifies(said.end)  # "future earnings": a mere adjective
    if said.operation != "calendar":
        return True
    parts = said.parts
    if _only(parts, "year"):
        after_year = first > 1 and len(tokens.lower[first - 2]) == 4 and tokens.lower[first - 2].isdigit()
        if before == ":" and tokens.text[said.start - 1].isspace():
            before = ""  # "The war: 1962-1975"
        return _is_year(said, tenses.token(said.start), before, behind, after_year)
    if said.text.lower().endswith("fall") and behind[:1] == ["of"]:
        return False
    if said.text.lower() == "fall" and before not in _BEFORE_TIME and tenses.token(said.start).ent_type_ != "DATE":
        return False  # a drop, or a city's fall
    if _only(parts, "season") and said.direction is None:
        return tenses.token(said.end - 1).pos_ in ("NOUN", "PROPN")
    if _only(parts, "month"):
        return _is_month(said, tenses, before, behind)
    if _only(parts, "day"):
        return not tenses.before_noun(said.end)
    return True


def _is_title(said: Expression, tenses: Tenses) -> bool:
    """ "ABC's This Week", "USA Today", "High Noon": words that need no capital have one amid others that have."""
    words = said.text.split()
    if said.operation not in ("relative", "reference") or not all(word[0].isupper() for word in words):
        return False
    if len(words) > 1:
        return not tenses.token(said.start).is_sent_start
    return tenses.token(said.start).pos_ == "PROPN" and not tenses.opens_at(said.start)


def _is_of_our_time(tenses: Tenses, end: int) -> bool:
    """ "today's youth", "today's computers": these days, not this day."""
    return tenses.token(end - 1).head.lemma_.lower() in _OF_OUR_TIME


def _only(parts: Parts, name: str) -> bool:
    """Whether nothing else is named."""
    value = getattr(parts, name)
    return value is not None and parts == Parts(**{name: value})


def _is_age(behind: list[str]) -> bool:
    """ "six-year-old", "37 years old", "aged"."""
    return behind[:1] in (["old"], ["older"]) or behind in (["-", "old"], ["-", "olds"], ["of", "age"])


def _is_year(said: Expression, token: Token, before: str, behind: list[str], after_year: bool) -> bool:
    """A bare number is a year unless it counts something, prices something or numbers something."""
    if said.text.lower().startswith(("the", "year")) or said.modifier:
        return True
    if before in _SIGNS_OF_AMOUNT or before in _NUMBERED or (before == "-" and not after_year):
        return False
    if behind[:1] and behind[0] in _UNITS_OF_MEASURE:
        return False
    if len(token) != len(said.text):
        return True  # run together with what stands beside it, so the parser knows nothing of it
    if before in ("(", "in", "since", "until", "by", "of", "from", "during", "before", "after", "early", "late"):
        return not _counts(token)
    return token.ent_type_ == "DATE" or (token.ent_type_ not in ("MONEY", "QUANTITY", "PERCENT") and not _counts(token))


def _counts(token: Token) -> bool:
    """Whether the number counts a plural noun ("2000 people")."""
    return (
        token.dep_ == "nummod"
        and token.head.tag_ in ("NNS", "NNPS")
        and token.ent_type_ != "DATE"
        and token.head.i > token.i
    )


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
