"""Which names may leave the house: those that the text shows to be of places, and none that may be a person's."""

from __future__ import annotations

import re

from core.places.kinds import STREETS, kind_of_word
from core.places.mention import Mention

LONGEST = 80
"""Characters of a name; what is longer is no name."""

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’ʼ-]){1,79}")
_MOST_WORDS = 6
_OF_PLACES = frozenset({"GPE", "LOC"})


def asked_as(form: str) -> str:
    """The form of a mention as it is sent: its own words on one line, nothing added."""
    return " ".join(form.split())


def may_be_asked(mention: Mention) -> bool:
    """Whether a mention that the gazetteer does not know may be asked for outside.

    The model has to take it for a place, or a kind word has to say so ("the village of X"): "in X" alone is also said
    of people and firms. Names with digits, addresses in a street, and parts of an institution's name stay in the house.
    """
    if mention.names or mention.adjective or mention.part_of_name or not _is_name(mention.text):
        return False
    last = mention.text.split()[-1].lower().rstrip(".")
    if last in STREETS:
        return False
    if mention.label == "FAC":
        return kind_of_word(last) == "site"
    return mention.label in _OF_PLACES or mention.kind == "settlement"


def _is_name(form: str) -> bool:
    name = asked_as(form)
    return _NAME.fullmatch(name) is not None and len(name) > 2 and name.count(" ") < _MOST_WORDS
