"""What the words beside a name say: that it is a place, of what kind, or that it is something else."""

from __future__ import annotations

import re

from core.models import PlaceKind
from core.places.forms import is_capital
from core.places.kinds import ADMIN_1, DIRECTIONS, DISEASES, REGION, SETTLEMENT, kind_of_word
from core.places.tokens import Tokens

LOCATIVE = frozenset(
    """in near at across outside inside around throughout within toward towards via amid beyond along beneath
    above below off into onto nearby""".split()
)
TAKEN = frozenset(
    """fled flee fleeing entered entering recaptured recapturing retook retake retaking liberated liberating shelled
    shelling evacuated evacuating besieged bombed stormed occupied overran encircled""".split()
)
"""Verbs whose object is hardly ever a person."""

_INHABITANTS = frozenset(
    """resident residents people inhabitants native natives mayor outskirts suburb suburbs centre center streets
    south north east west population hospitals schools""".split()
)
WEAK_LOCATIVE = frozenset("from to of through over between for leaving visiting reaching on and or".split())
TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir lord lady judge justice officer detective sgt sergeant lt lieutenant capt
    captain maj major col colonel gen general cpl sheriff deputy chief president senator sen rep representative gov
    governor mayor minister secretary coach pastor rev reverend father sister brother king queen prince princess
    pope imam rabbi bishop archbishop cardinal saint spokesman spokeswoman spokesperson chairman chairwoman director
    attorney ambassador sens reps""".split()
)
_JOINS = frozenset({",", "and", "or", "&", "the", "/", "–", "-"})
UNSAID_KM = 15.0
"""How far "north of" reaches where the text gives no distance."""

LONGEST_OFFSET_KM = 1_000.0
_UNIT_KM = {"km": 1.0, "kilometres": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kms": 1.0} | dict.fromkeys(
    ("miles", "mile", "mi"), 1.609
)
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,2})?|\d{1,3},\d{3}")
_REACH = 14
"""Tokens that a list of names before or after its kind word may take."""


def previous(tokens: Tokens, start: int) -> int:
    """Index of the word before the name, without article, directions and quotation marks; -1 at the beginning."""
    index = start - 1
    while index >= 0 and (tokens.lower[index] in DIRECTIONS or tokens.lower[index] in {"the", "-", '"', "“", "‘"}):
        if tokens.opens[index]:
            return -1
        index -= 1
    return index if not tokens.opens[start] else -1


def is_offset(tokens: Tokens, start: int) -> bool:
    """Whether a direction leads up to the name: "north of", "12 km south-west of the"."""
    index = start - 1
    if tokens.lower_at(index) == "the":
        index -= 1
    if tokens.lower_at(index) != "of":
        return False
    return tokens.lower_at(index - 1) in DIRECTIONS | {"outside", "outskirts"}


def is_inhabited(tokens: Tokens, start: int) -> bool:
    """Whether people or parts of a town are said to be of it: "residents of X", "the mayor of X"."""
    return tokens.lower_at(start - 1) == "of" and tokens.lower_at(start - 2) in _INHABITANTS


def distance_before(tokens: Tokens, start: int) -> tuple[str, float] | None:
    """Words and length in km of an offset that leads up to the name: "12 km north", 12; "north", 15 by default."""
    if not is_offset(tokens, start):
        return None
    of = start - 1 - (tokens.lower_at(start - 1) == "the")
    first, far = of - 1, UNSAID_KM
    unit = _UNIT_KM.get(tokens.lower_at(first - 1))
    number = _NUMBER.fullmatch(tokens.lower_at(first - 2))
    if unit and number:
        far = float(number.group().replace(",", "")) * unit
        first -= 2
    return tokens.words(first, of), min(far, LONGEST_OFFSET_KM)


def kind_before(tokens: Tokens, start: int) -> tuple[PlaceKind, str] | None:
    """Kind and kind word before a name: "the city of X", "town X", "Lake X", "regions of Y and X"."""
    index = start - 1
    word = tokens.lower_at(index)
    if word == "the":
        index -= 1
        word = tokens.lower_at(index)
    if word == "of":
        return _kind(tokens.lower_at(index - 1))
    if word in {"called", "named"}:
        return _kind(tokens.lower_at(index - 1))
    if word in SETTLEMENT or (word in REGION and not word.endswith("governor")):
        return _kind(word)
    return _kind_of_list_before(tokens, start)


def _kind_of_list_before(tokens: Tokens, start: int) -> tuple[PlaceKind, str] | None:
    """The plural kind word with "of" that opens a list: "the regions of Donetsk, Luhansk and X"."""
    if tokens.lower_at(start - 1) not in {"and", ",", "or"}:
        return None
    for index in range(start - 2, max(start - _REACH, 0), -1):
        word = tokens.text[index]
        if word == "of":
            head = tokens.lower[index - 1]
            return _kind(head) if head.endswith("s") else None
        if not (is_capital(word) or word in _JOINS):
            return None
    return None


def kind_after(tokens: Tokens, end: int) -> tuple[PlaceKind, str] | None:
    """Kind and kind word after a name: "X region", "X and Y regions", "the X River"."""
    word = tokens.lower_at(end)
    if word in {"'s", "’s"}:
        return None
    direct = _kind(word)
    if direct is not None:
        return direct
    if word not in {"and", ",", "or"}:
        return None
    for index in range(end + 1, min(end + _REACH, len(tokens))):
        found = _kind(tokens.lower[index]) if tokens.lower[index].endswith("s") else None
        if found is not None:
            apart = tokens.opens[index] or not is_capital(tokens.text[index - 1]) or found[0] not in {"region", "water"}
            return None if apart else found
        if not (is_capital(tokens.text[index]) or tokens.text[index] in _JOINS):
            return None
    return None


def _kind(word: str) -> tuple[PlaceKind, str] | None:
    kind = kind_of_word(word)
    return (kind, word) if kind else None


def is_first_order(word: str) -> bool:
    """Whether the kind word names a first-order division of a country."""
    return word in ADMIN_1 or word in {"governor", "governors"}


def is_dateline(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the name opens a paragraph as a dateline does: "KYIV, Ukraine (AP) —", "Harare - "."""
    if not (start == 0 or tokens.opens[start]):
        return False
    index, limit = end, min(end + 10, len(tokens))
    while index < limit and (is_capital(tokens.text[index]) or tokens.text[index] in {",", "(", ")", ".", "/"}):
        if tokens.opens[index]:
            return False
        index += 1
    if index >= limit or tokens.text[index] not in {"—", "–", "-", "--", "―"}:
        return False
    return tokens.at[index] > tokens.end(index - 1)


def is_disease(tokens: Tokens, end: int) -> bool:
    """Whether the name is part of a disease's: "West Nile virus", "Marburg fever"."""
    if tokens.lower_at(end) in DISEASES:
        return True
    return tokens.lower_at(end + 1) in DISEASES and is_capital(tokens.text[end])


def has_title(tokens: Tokens, start: int) -> bool:
    """Whether a title of a person stands directly before."""
    word = tokens.lower_at(start - 1)
    if word == ".":
        word = tokens.lower_at(start - 2)
    return word.rstrip(".") in TITLES and tokens.text[start - 1] != "of"
