"""Whether what a geocoder found bears the name that was asked for, as geocoders also answer with what is like it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Literal

from core.places.gazetteer import fold, skeleton
from core.places.recognition.kinds import kind_of_word

Agreement = Literal["same", "similar"]
_TELLING = 5
"""Letters from which the loose key of a name says something."""


def agreement(asked: str, names: Iterable[str]) -> Agreement | None:
    """How well the names of a place agree with the one asked for; null where they are names of something else.

    The same but for accents and the way of romanising is ``same``. With or without a kind word ("Lake Onon", "Onon"),
    the same only by the loose key of a short name, or written in another alphabet so that nobody can compare, is
    ``similar``.
    """
    known = [name for name in names if name]
    if fold(asked) in {fold(name) for name in known}:
        return "same"
    loose = skeleton(asked)
    if loose in {skeleton(name) for name in known}:
        return "same" if len(loose) >= _TELLING else "similar"
    own = _own_words(asked)
    if own and any(own == _own_words(name) for name in known):
        return "similar"
    scripts = {_script(name) for name in known}
    return "similar" if scripts and _script(asked) not in scripts else None


def _own_words(name: str) -> frozenset[str]:
    """The words that are the name's own: without "lake", "village", "camp"."""
    return frozenset(word for word in fold(name).split() if kind_of_word(word) is None)


def _script(name: str) -> str:
    """The alphabet of the first letter: LATIN, CYRILLIC, ARABIC …"""
    first = next((letter for letter in name if letter.isalpha()), "")
    return unicodedata.name(first, "").partition(" ")[0] if first else ""
