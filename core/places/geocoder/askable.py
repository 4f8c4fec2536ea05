"""Which names may leave the house: those that the text shows to be of places, and none that may be a person's."""

from __future__ import annotations

import re

from core.places.mention import Mention
from core.places.recognition.kinds import DIRECTIONS, STREETS, kind_of_word
from core.places.recognition.score import ENOUGH
from core.places.recognition.words_beside import by_words_beside
from core.text.view import TextView

LONGEST = 80
"""Characters of a name; what is longer is no name."""

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’ʼ-]){1,79}")
_MOST_WORDS = 6
_OF_PLACES = frozenset({"GPE", "LOC"})


def asked_as(form: str) -> str:
    """The form of a mention as it is sent: its own words on one line, nothing added."""
    return " ".join(form.split())


def may_be_asked(view: TextView, mention: Mention) -> bool:
    """Whether a mention that the gazetteer does not know may be asked for outside.

    The model's word is not enough, as it now and then takes a person or a firm for a place: the words beside have to
    say so as well ("in X", "the village of X", "residents of X"), and they alone suffice only with a kind word. Names
    with digits, addresses in a street, and parts of an institution's name stay in the house.
    """
    if mention.names or mention.adjective or mention.part_of_name or not _is_name(mention.text):
        return False
    last = mention.text.split()[-1].lower().rstrip(".")
    if last in STREETS:
        return False
    if mention.label == "FAC":
        return kind_of_word(last) == "site"
    if mention.label in _OF_PLACES:
        return by_words_beside(view, mention.start, mention.end) >= ENOUGH or kind_of_word(last) is not None
    return mention.kind == "settlement"


def _is_name(form: str) -> bool:
    """Letters, more than two, at least one word of its own: not "Town Hall"."""
    name = asked_as(form)
    if _NAME.fullmatch(name) is None or len(name) <= 2 or name.count(" ") >= _MOST_WORDS:
        return False
    return any(kind_of_word(word) is None and word not in DIRECTIONS for word in name.lower().split())
