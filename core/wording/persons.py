"""Names of those who act, as they may be shown and stored."""

from __future__ import annotations

import unicodedata

from core.text.invisible_characters import kind_of, without

MOST_PERSON = 60
"""Characters of a person's name."""

_BREAKS = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode's categories of what steers a terminal or breaks a line, and of halves of characters."""


def person_name(words: str) -> str:
    """What somebody says their name is, in one line: without hidden characters and what turns the direction of writing,
    cut where it is too long. Empty where nothing of it is a letter or digit."""
    line = " ".join("".join(" " if unicodedata.category(sign) in _BREAKS else sign for sign in words).split())
    line = "".join(sign for sign in unicodedata.normalize("NFC", without(line)) if not _turns(sign))
    line = line[:MOST_PERSON].strip()
    return line if any(sign.isalnum() for sign in line) else ""


def _turns(sign: str) -> bool:
    """Whether a character shows words in another order: no name needs it, not even one written from right to left."""
    return unicodedata.category(sign) == "Cf" and kind_of(sign) == "direction"
