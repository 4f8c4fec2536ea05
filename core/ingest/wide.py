"""UTF-16 and UTF-32 without a byte order mark, told by what the characters would be."""

from __future__ import annotations

from functools import lru_cache

_LOOK_AT = 8_000
"""Bytes from which the order of bytes is told."""

_FEWEST = 4
"""Characters below which nothing can be told."""

_SURE = 0.9
_ALPHABETS = (
    (0x20, 0x7F),
    (0xA0, 0x250),  # Latin
    (0x370, 0x530),  # Greek and Cyrillic
    (0x590, 0x700),  # Hebrew and Arabic
    (0x2010, 0x2028),
    (0x2030, 0x2040),
    (0x20AC, 0x20AD),
    (0x3000, 0x3100),  # punctuation and kana
    (0xFF00, 0xFF66),
)
_ORDERS = (("gb2312", 0xB0, 0xD8), ("euc_jp", 0xB0, 0xD0), ("euc_kr", 0xB0, 0xC9), ("big5", 0xA4, 0xC7))
"""National standards and the first bytes of their common characters: each puts the rare ones after these."""


def wide(data: bytes) -> str | None:
    """The encoding, where the bytes are text in two or four bytes a character; null where they are not.

    Half of UTF-16 in a Latin or Cyrillic text are NUL or control characters; in Chinese there may be none, and any
    bytes are some characters of it. So most must be characters that are common.
    """
    if len(data) % 4 == 0 and (found := _plausible(data, ("utf-32-le", "utf-32-be"), 4)):
        return found
    return _plausible(data, ("utf-16-le", "utf-16-be"), 2)


def _plausible(data: bytes, encodings: tuple[str, ...], width: int) -> str | None:
    if len(data) < width * _FEWEST:
        return None
    sample = data[: min(_LOOK_AT, len(data) - len(data) % width)]
    shares = {encoding: _common_share(sample.decode(encoding, "replace")) for encoding in encodings}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _SURE else None


def _common_share(text: str) -> float:
    return sum(c in "\t\n\r" or c in _common() for c in text) / len(text)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Letters and marks of the alphabets, and the common characters of East Asia."""
    letters = {chr(code) for first, last in _ALPHABETS for code in range(first, last)}
    for encoding, first, last in _ORDERS:
        pairs = (bytes((lead, trail)) for lead in range(first, last) for trail in range(0x40, 0xFF))
        letters.update(filter(None, (pair.decode(encoding, "ignore") for pair in pairs)))
    return frozenset(letters)
