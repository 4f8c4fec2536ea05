"""Characters that nobody sees but that hide a word from a search or turn the order in which a text is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.models import Notice
from core.text.invisible_characters import HIDDEN, kind_of, name_of

_RUN = re.compile(rf"(?:{HIDDEN.pattern})+")
_NOT_WORTH_A_WORD = "\u2028\u2029\x0b\x0c\x1c\x1d\x1e\x1f" + "".join(map(chr, range(0x80, 0xA0)))
"""Breaks of lines and pages, and what is garbled rather than hidden."""


def hidden(text: str) -> Iterator[Notice]:
    """Runs of hidden characters."""
    for found in _RUN.finditer(text):
        run = found[0]
        if not run.strip(_NOT_WORTH_A_WORD):
            continue
        names = ", ".join(dict.fromkeys(map(name_of, run[:20])))
        if any(kind_of(character) == "direction" for character in run):
            message = f"Hidden marks here ({names}) turn the direction of writing; they are shown as signs instead."
            yield Notice("direction-marks", message, *found.span())
        else:
            message = f"Characters are hidden here ({names}); a search for the word they stand in would miss it."
            yield Notice("hidden-characters", message, *found.span())
