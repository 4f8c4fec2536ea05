"""What may be a name here: of a dossier, of a description's words, of a person who acts."""

from __future__ import annotations

import unicodedata

from core.desk.dossier import NotAccepted
from core.text.invisible_characters import kind_of, without

MOST_NAME, MOST_DESCRIPTION, MOST_PERSON = 120, 2_000, 60
"""Characters of a dossier's name, of its description, and of a person's name."""

_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode's categories of what steers a terminal or breaks a line, and of halves of characters."""


def dossier_name(name: str) -> str:
    """A dossier's name as it was typed.

    Raises:
        NotAccepted: it is none.
    """
    if not any(unicodedata.category(sign)[0] in "LNPS" for sign in name):
        raise NotAccepted("A dossier needs a name that can be read.")
    return _kept(name, MOST_NAME, "A name")


def description(words: str) -> str:
    """A description as it was typed.

    Raises:
        NotAccepted: it is too long, or steers what shows it.
    """
    return _kept(words, MOST_DESCRIPTION, "A description", also="\n")


def person_name(words: str) -> str:
    """The name of a person in one line: without hidden characters and what turns the direction of writing; cut where
    it is too long. Empty where nothing of it is a letter or digit."""
    line = " ".join("".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in words).split())
    line = "".join(sign for sign in unicodedata.normalize("NFC", without(line)) if not _turns(sign))
    return line[:MOST_PERSON].strip() if any(sign.isalnum() for sign in line[:MOST_PERSON]) else ""


def _turns(sign: str) -> bool:
    """Whether a character belongs to no name: it shows words in another order."""
    return unicodedata.category(sign) == "Cf" and kind_of(sign) == "direction"


def _kept(text: str, most: int, what: str, also: str = "") -> str:
    if len(text) > most:
        raise NotAccepted(f"{what} has at most {most:,} characters; this one has {len(text):,}.")
    if any(unicodedata.category(sign) in _UNSEEN and sign not in also for sign in text):
        raise NotAccepted(f"{what} cannot hold {'' if also else 'line breaks or '}control characters.")
    return text
