"""A key under which the usual ways of writing Ukrainian, Russian and related names in Latin letters meet.

The ways levelled are BGN/PCGN, the Ukrainian national system of 2010, the scholarly system (ISO 9), press
transliterations, Polish and German digraphs, and the endings in which Ukrainian and Russian forms of one name differ
(Antonivka, Antonovka). Derhachi, Derhachy, Dergachi and Дергачі give one key. The key is for search alone: it is far
looser than a spelling, and a hit through it is a likelihood.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from core.places.gazetteer.folding import fold

_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгґдежзиіїйјклмнопрстуфхцчшъыьэѣў", "abvggdezziiiiiklmnoprstufgccs\0i\0eeu", strict=True)),
        **{"є": "ie", "ё": "io", "щ": "sc", "ю": "iu", "я": "ia", "љ": "li", "њ": "ni", "ђ": "di", "џ": "dz"},
        **{"ћ": "c", "қ": "k", "ғ": "g", "ң": "n", "ө": "o", "ү": "u", "ұ": "u", "һ": "g", "ә": "a", "ѓ": "g"},
        **{"ќ": "k", "ѕ": "dz"},
    }
)
_LETTERS = re.compile(r"tsch|kh|gh|zh|sh|sz|ts|tz|cz|ch|[hwyjqx]")
_LETTER = {
    **{"kh": "g", "gh": "g", "h": "g", "zh": "z", "sh": "s", "sz": "s", "q": "k", "x": "ks"},
    **{"tsch": "c", "ts": "c", "tz": "c", "cz": "c", "ch": "c", "w": "v", "y": "i", "j": "i"},
}
_SOFT_O = re.compile(r"(?<=[bcdfgklmnprstvz])io")
_ENDINGS = (
    (re.compile(r"oi$"), "i"),  # Krivoy, Kryvyi
    (re.compile(r"(?<=..)aia$"), "a"),  # Novaya, Nova
    (re.compile(r"(?<=..)oe$"), "e"),  # Krasnoye, Krasne
    (re.compile(r"[oi]v(?=(?:k[aie]|[oe]|ci|cia)?$)"), "ev"),  # -ov, -iv, -ovka, -ivka, -ovo, -ove
    (re.compile(r"evo$"), "eve"),
    (re.compile(r"cia$"), "ca"),  # Vinnytsia, Vinnitsa
)


@lru_cache(maxsize=16_384)
def skeleton(form: str) -> str:
    """The key of a form: small letters a to z without spaces, or whatever other scripts leave. Idempotent."""
    before, key = "", fold(form.casefold().translate(_CYRILLIC).replace("\0", ""))
    while key != before:
        before, key = key, "".join(_word(word) for word in fold(key).split())
    return key


def _word(word: str) -> str:
    word = _LETTERS.sub(lambda match: _LETTER[match.group()], word)
    word = "".join(letter for letter, _ in groupby(word)).replace("ie", "e")
    word = _SOFT_O.sub("e", word)
    for ending, level in _ENDINGS:
        word = ending.sub(level, word)
    return word
