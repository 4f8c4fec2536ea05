"""Bare numbers that may be years: 1998 in the text, unless it counts, prices, measures or numbers something."""

from __future__ import annotations

from spacy.tokens import Token

from core.dates.expression import Expression
from core.dates.tense import Tenses
from core.dates.tokens import DateTokens
from core.lexicon import meaning

_NUMBERED = meaning("labels", "numbered past a thousand")
_SIGNS_OF_AMOUNT = frozenset("$ £ € # no / : + ≥ ≤ %".split())
_UNITS_OF_MEASURE = frozenset("% percent hours hrs mph km kg".split())
_MAKES = frozenset(
    """audi bmw buick cadillac chevrolet chevy chrysler dodge fiat ford harley honda hyundai jaguar jeep kia lada lexus
    lincoln mazda mercedes mitsubishi nissan oldsmobile opel peugeot plymouth pontiac porsche renault saab skoda subaru
    suzuki tesla toyota volkswagen volvo yamaha""".split()
)
_ABOUT = frozenset("about some around nearly almost over roughly than least only".split())
_BEFORE_YEARS = meaning("function_words", "preposition of years") | {"(", "early", "late"}


def is_year(said: Expression, tokens: DateTokens, first: int, after: int, tenses: Tenses) -> bool:
    """Whether a number that could be a year is one."""
    token = tenses.token(said.start)
    before = tokens.lower[first - 1] if first else ""
    behind = tokens.lower[after : after + 2]
    if said.text.lower().startswith(("the", "year")) or said.modifier:
        return True
    if _is_numbered(said, tokens, first, before) or (behind[:1] == ["-"] and before in ("a", "an")):
        return False
    if behind[:1] and (behind[0] in _UNITS_OF_MEASURE or _is_model(tokens, after)):
        return False
    if len(token) != len(said.text):
        return True  # run together with what stands beside it, so the parser knows nothing of it
    if before in _ABOUT and token.head.i == token.i + 1 and token.head.tag_ == "NNS":
        return False  # "about 1998 soldiers"
    if before in _BEFORE_YEARS:
        return not _counts(token)
    return token.ent_type_ == "DATE" or (token.ent_type_ not in ("MONEY", "QUANTITY", "PERCENT") and not _counts(token))


def _is_numbered(said: Expression, tokens: DateTokens, first: int, before: str) -> bool:
    """ "$1999", "Flight 2021", "no. 1984", "A1990", "21-1914"."""
    glued = said.start > 0 and tokens.text[said.start - 1].isalnum()
    if glued:
        return before != "fy"
    earlier = tokens.lower[first - 2] if first > 1 else ""
    if before == ":":
        return not tokens.text[said.start - 1].isspace()  # but "The war: 1962-1975"
    if before == "-":
        return not (len(earlier) == 4 and earlier.isdigit())
    return before in _SIGNS_OF_AMOUNT or before in _NUMBERED or (before == "." and earlier == "no")


def _is_model(tokens: DateTokens, after: int) -> bool:
    """ "A 1987 Chevrolet": the year of the model."""
    return tokens.lower[after] in _MAKES and tokens.text[tokens.starts[after]].isupper()


def _counts(token: Token) -> bool:
    """Whether the number counts a plural noun ("2000 people")."""
    return (
        token.dep_ == "nummod"
        and token.head.tag_ in ("NNS", "NNPS")
        and token.ent_type_ != "DATE"
        and token.head.i > token.i
    )
