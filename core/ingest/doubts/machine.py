"""Signs that a text was translated by a machine: it says so, or words were left standing or said twice.

Good machine translation shows no sign; so a text without this notice may be one all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from core.lexicon import meaning
from core.models import Notice

_TRANSLATOR = r"(?:google(?: translate)?|deepl|yandex(?: translate)?|bing(?: translator)?|chatgpt|microsoft translator)"
_SAYS_SO = re.compile(
    rf"\b(?=[matпма])(?:(?:machine|automatic(?:ally)?|auto)[ -]translat(?:ed|ion)\b"
    rf"|translated (?:by|with|using|via) {_TRANSLATOR}\b|translat(?:ed|ion) by (?:a )?machine\b"
    rf"|переведено автоматически|машинн(?:ий|ый) перек?лад\w*"
    rf"|машинный перевод\w*|автоматичн(?:ий|о) перек(?:лад|ладено)\w*)",
    re.IGNORECASE,
)
_LEFT = re.compile(r"(?<=[A-Za-z,] )[\u0400-\u052f]{3,30}(?= [A-Za-z])")
"""A Cyrillic word in small letters between two Latin ones, without quotation marks or brackets."""

_MAY_STAND_TWICE = frozenset({"had", "he", "not", "that"})
_DOUBLES = meaning("function_words", "commonest") - _MAY_STAND_TWICE
_INITIALS = "".join(sorted({word[0] for word in _DOUBLES}))
_TWICE = re.compile(rf"\b(?=[{_INITIALS}])({'|'.join(sorted(_DOUBLES))}) \1\b", re.IGNORECASE)
_FEWEST_TWICE = 3


def translated(text: str) -> Iterator[Notice]:
    """Where the text says so, words left untranslated, and words said twice where that is a habit of the text."""
    for found in _SAYS_SO.finditer(text):
        yield Notice("machine-translation", "The text says that a machine translated it.", *found.span())
    left = (found for found in _LEFT.finditer(text) if found[0].islower())
    twice = list(islice(_TWICE.finditer(text), 100))
    for found in chain(left, twice if len(twice) >= _FEWEST_TWICE else ()):
        what = "was left untranslated" if found[0][0] >= "\u0400" else "is said twice"
        message = f"“{found[0]}” {what}, as happens in machine translation; wording may be off."
        yield Notice("machine-translation", message, *found.span())
