"""Which of the Cyrillic encodings, by the pairs of letters that a decoding would make.

The detector counts bytes of running text; a headline in capitals looks to it like small letters of another encoding.
The pairs are counted in the words that Unicode's locale data (CLDR) have in the languages of our newsrooms.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice, pairwise

from babel import Locale

_LANGUAGES = ("uk", "ru", "be", "bg")
_ENCODINGS = ("cp1251", "koi8_u", "koi8_r", "iso8859_5", "cp1125", "cp866")
_RUN = re.compile(rb"[\x80-\xff]{2,}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CYRILLIC = re.compile(r"[\u0400-\u04ff'’]+")
_MARK_IN_PLACE = re.compile(
    r"(?<!\w)[«„“‘‹](?=[\w«„“])|(?<=[\w.,!?…»”])[»”“’›](?!\w)|(?<!\w)[–—…•№§€₴\xa0]|[…°\xa0](?!\w)"
)
_LOOK_AT = 16_000
_FEWEST = 6
_SMOOTHING, _ALPHABET = 0.02, 40
_LEAST = -5.0
"""Mean below which letters make no words: short texts have −3 to −4, other alphabets −6."""

_ODD_CASE, _MARK, _STRANGE = 2.0, 5.0, 14.0
"""What a capital inside a word costs, a mark in its place, and a symbol or a letter among Latin ones; a pair 2 to 6."""


def cyrillic(data: bytes) -> str | None:
    """The encoding, where the bytes are Cyrillic text in one byte a letter; null where they are not."""
    runs = list(islice(_RUN.finditer(data), 500))
    if sum(len(run[0]) for run in runs) < _FEWEST:
        return None
    sample = data[: runs[0].start() + _LOOK_AT][max(runs[0].start() - 100, 0) :]
    scores = {encoding: _likeness(sample.decode(encoding, "replace")) for encoding in _ENCODINGS}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] > _LEAST else None


def _likeness(text: str) -> float:
    """Mean logarithm of the likelihood of a character after the one before, in the language that fits best.

    Every decoding is measured over the same bytes: a letter that becomes a symbol must not make a word likelier.
    """
    others = [c for c in text if c > "\x7f"]
    in_place = sum(mark[0] not in "'’" for mark in _MARK_IN_PLACE.finditer(text))
    strange = sum(not _CYRILLIC.fullmatch(c) for c in others) - in_place
    found = _WORD.findall(text)
    words = [word for word in found if _CYRILLIC.fullmatch(word)]
    mixed = sum(c > "\x7f" for word in found if not _CYRILLIC.fullmatch(word) for c in word)
    odd = sum(map(_odd_capitals, words))
    cost = _MARK * in_place + _STRANGE * (strange + mixed) + _ODD_CASE * odd
    pairs = Counter(pair for word in words for pair in pairwise(f" {word.casefold()} "))
    best: float = max(sum(times * _log(model, pair) for pair, times in pairs.items()) for model in _models())
    return (best - cost) / len(others) if others else -math.inf


def _odd_capitals(word: str) -> int:
    """Letters whose case no writer would choose: "рЮК"."""
    if word.isupper() or word.islower() or word.istitle():
        return 0
    return min(sum(map(str.isupper, word[1:])), sum(map(str.islower, word)) + 1)


Model = tuple[Mapping[tuple[str, str], int], Mapping[str, int]]


def _log(model: Model, pair: tuple[str, str]) -> float:
    pairs, firsts = model
    return math.log((pairs.get(pair, 0) + _SMOOTHING) / (firsts.get(pair[0], 0) + _SMOOTHING * _ALPHABET))


@lru_cache(maxsize=1)
def _models() -> tuple[Model, ...]:
    return tuple(_counted(_words(Locale.parse(language))) for language in _LANGUAGES)


def _counted(words: Iterable[str]) -> Model:
    pairs = Counter(pair for word in words for pair in pairwise(f" {word.casefold()} "))
    firsts: Counter[str] = Counter()
    for (first, _), times in pairs.items():
        firsts[first] += times
    return pairs, firsts


def _words(locale: Locale) -> Iterator[str]:
    """Names of languages, countries, scripts, currencies, months, days and units."""
    names = [*locale.languages.values(), *locale.territories.values(), *locale.scripts.values()]
    names += [*locale.currencies.values(), *locale.variants.values()]
    for nested in (locale.months, locale.days, locale.unit_display_names):
        names += _strings(nested)
    for name in names:
        yield from _CYRILLIC.findall(name)


def _strings(nested: object) -> list[str]:
    if isinstance(nested, str):
        return [nested]
    if hasattr(nested, "values"):
        return [text for value in nested.values() for text in _strings(value)]
    return []
