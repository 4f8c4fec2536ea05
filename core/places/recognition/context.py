"""What the words beside a name say: that it is a place, of what kind, or that it is something else."""

from __future__ import annotations

from core.lexicon import meaning
from core.models import PlaceKind
from core.places.recognition.forms import is_capital
from core.places.recognition.kinds import (
    ADMIN_1,
    DIRECTIONS,
    DISEASES,
    DISTRICT,
    REGION,
    SETTLEMENT,
    WATER,
    kind_of_word,
)
from core.text.view import TextView

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
LOCATIVE = meaning("function_words", "preposition of place") - WEAK_LOCATIVE - {"under", "upon", "past"}
"""What stands before places and hardly before anything else: "under Stalin" and "called upon Sparta" tell of none."""

_TITLES = meaning("titles", "title")
_OPENS_LIST = frozenset({"of", ":", "as", "including", "like"})
_OF_JUSTICE = frozenset("court courts attorney attorneys judge judges prosecutor prosecutors".split())
_JOINS = frozenset({",", "and", "or", "&", "the", "/", "–", "-"})
_MONTHS = meaning("time", "month", "short month")
_AFTER_DATE = frozenset({"(", "-", "–", "—", ":", "/"})
_LONGEST_DATELINE = 4
"""Tokens of the town before the country."""

_LONGEST_DESCRIPTION = 5
"""Tokens of an apposition, or between an article and a kind word."""

_REACH = 14
"""TextView that a list of names before or after its kind word may take."""


def previous(view: TextView, start: int) -> int:
    """Index of the word before the name, without article, directions and quotation marks; -1 at the beginning."""
    index = start - 1
    while index >= 0 and (view.lower[index] in DIRECTIONS or view.lower[index] in {"the", "-", '"', "“", "‘"}):
        if view.opens[index]:
            return -1
        index -= 1
    return index if not view.opens[start] else -1


def is_inhabited(view: TextView, start: int) -> bool:
    """Whether people or parts of a town are said to be of it: "residents of X", "the mayor of X"."""
    return view.lower_at(start - 1) == "of" and view.lower_at(start - 2) in _INHABITANTS


def kind_before(view: TextView, start: int) -> tuple[PlaceKind, str] | None:
    """Kind and kind word before a name: "the city of X", "town X", "Lake X", "regions of Y and X"."""
    index = start - 1
    word = view.lower_at(index)
    if word == "the":
        index -= 1
        word = view.lower_at(index)
    if word == "of":
        return None if _is_part(view, index - 1) else _kind(view.lower_at(index - 1))
    if word in {"called", "named"}:
        return _kind(view.lower_at(index - 1))
    if word in SETTLEMENT or view.words[max(index, 0)] == "river" or (word in REGION and not word.endswith("governor")):
        return _kind(word)
    return _kind_of_list_before(view, start)


def _is_part(view: TextView, index: int) -> bool:
    """Whether a division is one of several that a wider place has: "a mining district of X", "two counties of X"."""
    if view.lower_at(index) not in REGION:
        return False
    for before in range(index - 1, max(index - 1 - _LONGEST_DESCRIPTION, -1), -1):
        if view.lower[before] in {"a", "an", "one", "another"}:
            return True
        if not (view.words[before].islower() or view.words[before] == "-") or view.lower[before] in {
            "the",
            "of",
            "in",
        }:
            return False
    return False


def _kind_of_list_before(view: TextView, start: int) -> tuple[PlaceKind, str] | None:
    """The plural kind word that opens a list: "the regions of Donetsk, Luhansk and X", "villages: Y and X"."""
    if view.lower_at(start - 1) not in _OPENS_LIST | {"and", ",", "or"}:
        return None
    for index in range(start - 1, max(start - _REACH, 0), -1):
        word = view.words[index]
        if word in _OPENS_LIST:
            head = view.lower[index - 1 - (view.lower[index - 1] in {"such", ","})]
            return _kind(head) if head.endswith("s") else None
        if not (is_capital(word) or word in _JOINS):
            return None
    return None


def kind_after(view: TextView, end: int) -> tuple[PlaceKind, str] | None:
    """Kind and kind word after a name: "X region", "X and Y regions", "the X River"."""
    word = view.lower_at(end)
    if word in {"'s", "’s"} or (word in DISTRICT and view.lower_at(end + 1) in _OF_JUSTICE):
        return None
    direct = _kind(word)
    if direct is not None:
        return direct
    if word == "health" and view.lower_at(end + 1) in {"zone", "zones", "area", "areas"}:
        return "region", "zone"
    if word not in {"and", ",", "or"}:
        return None
    described = _described(view, end)
    if described is not None:
        return described
    for index in range(end + 1, min(end + _REACH, len(view))):
        found = _kind(view.lower[index]) if view.lower[index].endswith("s") else None
        if found is not None:
            apart = view.opens[index] or not is_capital(view.words[index - 1]) or found[0] not in {"region", "water"}
            return None if apart else found
        if not (is_capital(view.words[index]) or view.words[index] in _JOINS):
            return None
    return None


def _described(view: TextView, end: int) -> tuple[PlaceKind, str] | None:
    """Kind and kind word of an apposition: "X, a small railway town in", "X, the capital of"."""
    if view.lower_at(end) != "," or view.lower_at(end + 1) not in {"a", "an", "the"}:
        return None
    for index in range(end + 2, min(end + 2 + _LONGEST_DESCRIPTION, len(view))):
        word = view.lower[index]
        if word in SETTLEMENT or word in WATER:
            told = view.lower_at(index + 1) in {"in", "of", "near", "on", "where", "just", "about", "some", "outside"}
            return _kind(word) if told else None
        if not view.words[index].islower():
            return None
    return None


def _kind(word: str) -> tuple[PlaceKind, str] | None:
    kind = kind_of_word(word)
    return (kind, word) if kind else None


def is_first_order(word: str) -> bool:
    """Whether the kind word names a first-order division of a country."""
    return word in ADMIN_1 or word in {"governor", "governors"}


def is_dateline(view: TextView, start: int, end: int) -> bool:
    """Whether the name opens a paragraph as a dateline does: "KYIV, Ukraine (AP) —", "Harare - "."""
    if not opens_paragraph(view, start):
        return False
    if _is_dated(view, end):
        return True
    index, limit = end, min(end + 12, len(view))
    while index < limit and (
        is_capital(view.words[index]) or view.words[index] in {",", "(", ")", ".", "/"} or (view.words[index].isdigit())
    ):
        if view.opens[index]:
            return False
        index += 1
    if index >= limit or view.words[index] not in {"—", "–", "-", "--", "―"}:
        return False
    return view.starts[index] > view.end_of(index - 1)


def _is_dated(view: TextView, end: int) -> bool:
    """Whether a month and a day follow, as agencies of Asia and of Ukraine write: "Manila, Sep 30 (IANS)"."""
    if view.lower_at(end) not in {",", "."} or view.lower_at(end + 1).rstrip(".") not in _MONTHS:
        return False
    day = end + 2 + (view.lower_at(end + 2) == ".")
    return is_capital(view.words[end + 1]) and view.lower_at(day).isdigit() and view.lower_at(day + 1) in _AFTER_DATE


def opens_paragraph(view: TextView, start: int) -> bool:
    """Whether a sentence or a line begins here."""
    return start == 0 or view.opens[start] or view.text[view.starts[start] - 1] == "\n"


def is_dateline_country(view: TextView, start: int, end: int) -> bool:
    """Whether the name is the second one of a dateline: "Ukraine" in "KYIV, Ukraine (AP) —"."""
    if view.lower_at(start - 1) != ",":
        return False
    longest = range(start - 2, max(start - 2 - _LONGEST_DATELINE, -1), -1)
    first = next((index for index in longest if opens_paragraph(view, index)), -1)
    return first >= 0 and is_dateline(view, first, end)


def is_disease(view: TextView, end: int) -> bool:
    """Whether the name is part of a disease's: "West Nile virus", "Marburg fever"."""
    if view.lower_at(end) in DISEASES:
        return True
    return view.lower_at(end + 1) in DISEASES and is_capital(view.words[end])


def has_title(view: TextView, start: int) -> bool:
    """Whether a title of a person stands directly before."""
    return _title_before(view, start) is not None


def has_written_title(view: TextView, start: int) -> bool:
    """Whether it is written as before its holder's name: "Admiral Houston", no "chief Houston", no "Major Texan"."""
    title = _title_before(view, start)
    return title is not None and is_capital(view.words[title]) and not view.tag[title].startswith("JJ")


def _title_before(view: TextView, start: int) -> int | None:
    if view.opens[start]:
        return None  # "… a coordinator. Glacier Ridge offers"
    title = start - 1 - (view.lower_at(start - 1) == ".")
    return title if view.lower_at(title).rstrip(".") in _TITLES else None
