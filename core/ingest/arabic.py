"""Which of the two Arabic encodings: they share half of their letters, and the detector knows one alone."""

from __future__ import annotations

import re

_WINDOWS, _ISO = "cp1256", "iso8859_6"
_LETTER = re.compile(r"[\u0621-\u064a]")
_INSIDE = re.compile(r"(?<=[\u0621-\u064a])[àâçèéêëîïôùûü×](?=[\u0621-\u064a])")
_MOST_INSIDE = 0.02
"""Share of the letters; French words stand beside Arabic ones, not in them."""

_LOOK_AT = 100_000


def arabic(data: bytes, encoding: str | None) -> str | None:
    """The encoding that was found; ISO-8859-6 where Windows-1256 would put French letters inside Arabic words."""
    if encoding is None or encoding.lower() not in (_WINDOWS, "windows-1256"):
        return encoding
    text = data[:_LOOK_AT].decode(_WINDOWS, "replace")
    inside, letters = len(_INSIDE.findall(text)), len(_LETTER.findall(text))
    if inside <= _MOST_INSIDE * letters:
        return encoding
    try:
        data.decode(_ISO)
    except UnicodeDecodeError:
        return encoding
    return _ISO
