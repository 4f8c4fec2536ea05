"""Divisions called by their kind word: Laurel County, Bas Congo Province, "Cooke, Grayson and Love counties"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.places.gazetteer import Gazetteer, Name
from core.places.mention import Mention
from core.places.recognition.forms import Stretch, is_capital
from core.places.resolution.neighbours import Known
from core.text.view import TextView

Division = tuple[Stretch, tuple[Name, ...], float, str]
"""Where it stands, what bears the name, the evidence, and the kind word without its dot."""

_WORDS = frozenset("county parish township twp province prefecture oblast governorate shire borough".split())
_SINGULAR = {"counties": "County", "parishes": "Parish", "boroughs": "Borough"}
_SEAT = 10_000
"""People of a town that a division is likely to be ruled from."""

_COUNTIES_KNOWN = frozenset({"US", "GB", "IE"})
_JOINS = frozenset({"and", "or", "&", ","})
_LONGEST = 3
"""Tokens of one item of a list."""

_MOST = 40
"""Items of one list that are looked at."""

_SURE = 12.0
"""More than a town of the same name can have."""


def with_kind_word(view: TextView, found: Sequence[Mention], known: Known) -> Iterator[Division]:
    """Names found with the capital kind word that belongs to them."""
    for mention in found:
        word = view.lower_at(mention.end)
        if mention.adjective or word.rstrip(".") not in _WORDS or not is_capital(view.words[mention.end]):
            continue
        dot = word == "twp" and view.lower_at(mention.end + 1) == "."
        span = (mention.start, mention.end + 1 + dot)
        names = known.get(span) or _divisions_of(mention.names, word)
        yield span, names, mention.evidence, word.rstrip(".")


def _divisions_of(names: Sequence[Name], word: str) -> tuple[Name, ...]:
    """The divisions among the places of a name; where no source has one, the towns that divisions are named after."""
    divisions = tuple(name for name in names if _is_division(name, word))
    return divisions or tuple(name for name in names if name.entry.kind == "settlement" and _is_seat(name, word))


def _is_seat(name: Name, word: str) -> bool:
    """Whether a town may lend its name to a division of the kind; where all counties are known, it is none of them."""
    return name.entry.population >= _SEAT and not (
        word in {"county", "parish", "borough"} and name.entry.country in _COUNTIES_KNOWN
    )


def _is_division(name: Name, word: str) -> bool:
    """A county is no town and no country of the same name; a township lies at its town."""
    return name.entry.kind == "region" or (
        name.entry.kind == "settlement" and word not in {"county", "parish", "shire"}
    )


def of_lists(view: TextView, known: Known, gazetteer: Gazetteer) -> Iterator[Division]:
    """The items of a list that ends in "counties": each is looked up with its kind word, whatever else it may be."""
    asked = {
        span: f"{view.words_of(*span)} {_SINGULAR[word]}"
        for index, word in enumerate(view.lower)
        if word in _SINGULAR
        for span in _items(view, index)
    }
    names = gazetteer.names(asked.values()) if asked else {}
    for span, form in asked.items():
        word = form.rpartition(" ")[2].lower()
        found = names.get(form) or _divisions_of([n for n in known.get(span, ()) if n.relation != "adjective"], word)
        if found:
            yield span, found, _SURE, word


def _items(view: TextView, end: int) -> Iterator[Stretch]:
    """The names that are joined by commas and "and" before token ``end``, last first."""
    for _ in range(_MOST):
        start = end
        while start > max(end - _LONGEST, 0) and is_capital(view.words[start - 1]) and not view.opens[start]:
            start -= 1
        if start == end:
            return
        yield start, end
        end = start
        while end > 0 and view.lower[end - 1] in _JOINS:
            end -= 1
        if end == start:
            return
