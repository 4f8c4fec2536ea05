"""Characters that nobody sees: of no width, turning the direction of writing, or controlling a machine.

They hide words from a search, and may show a text in another order than it has. Where a text is shown, each stands as
a small name, so that readers see that it is there and nothing is reordered.
"""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["direction", "invisible"]

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u034f": "CGJ",
    "\u061c": "ALM",
    "\u115f": "filler",
    "\u1160": "filler",
    "\u180e": "MVS",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2028": "LS",
    "\u2029": "PS",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\u3164": "filler",
    "\ufeff": "BOM",
    "\uffa0": "filler",
}
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_AT_HOME = "\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\ufb1d-\ufdff\ufe70-\ufefc\U0001f000-\U0001faff\u2600-\u27bf\ufe0f"
"""Hebrew, Arabic and Indic letters, and pictures: joiners and direction marks are part of how these are written."""

HIDDEN = re.compile(
    rf"(?<![{_AT_HOME}])[\u200c-\u200f\u061c](?![{_AT_HOME}])"
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u034f\u115f\u1160\u180e\u200b\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""One hidden character; soft hyphens are left out, because they show where a line may be broken and nothing else."""


def visible(text: str) -> str:
    """The text as it may be shown: each hidden character as its name in brackets, such as ⟨RLO⟩; offsets move."""
    return text if text.isascii() and text.isprintable() else HIDDEN.sub(lambda found: f"⟨{name_of(found[0])}⟩", text)


def without(text: str) -> str:
    """The text of a name or headline without what is hidden in it."""
    return HIDDEN.sub("", text).replace("\u00ad", "")


def name_of(character: str) -> str:
    """What people who know these characters call one."""
    if character in _NAMES:
        return _NAMES[character]
    return "tag" if "\U000e0000" <= character <= "\U000e007f" else f"control {ord(character):02X}"


def kind_of(character: str) -> Kind:
    """Whether it may show a text in another order."""
    return "direction" if character in _TURNING else "invisible"
