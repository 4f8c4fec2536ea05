"""Documents, records and judgements as bytes in a column, and back: JSON, compressed."""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
_LEVEL = 6


def packed(value: Any) -> bytes:
    """A record of :mod:`core.models` as bytes."""
    return zlib.compress(msgspec.json.encode(value), _LEVEL)


def unpacked(data: bytes, kind: type[T]) -> T:
    """The record that :func:`packed` was given.

    Raises:
        zlib.error, msgspec.ValidationError: the bytes are not what was packed.
    """
    return msgspec.json.decode(zlib.decompress(data), type=kind)
