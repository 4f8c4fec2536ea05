"""What may be a dossier's name and description."""

from __future__ import annotations

import unicodedata

from core.desk.dossier import NotAccepted

MOST_NAME, MOST_DESCRIPTION = 120, 2_000
"""Characters of a dossier's name and of its description."""

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


def _kept(text: str, most: int, what: str, also: str = "") -> str:
    if len(text) > most:
        raise NotAccepted(f"{what} has at most {most:,} characters; this one has {len(text):,}.")
    if any(unicodedata.category(sign) in _UNSEEN and sign not in also for sign in text):
        raise NotAccepted(f"{what} cannot hold {'' if also else 'line breaks or '}control characters.")
    return text
