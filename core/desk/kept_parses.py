"""Parses that the worker keeps by their texts, so that another publication date needs neither text nor model."""

from __future__ import annotations

from collections import OrderedDict

from core.desk.messages import digest_of
from core.extraction import Parsed

MOST_BYTES = 256 * 2**20
"""Memory for parses and texts, about 17 and 2 bytes a token's letter; those asked for longest ago go first."""

Key = tuple[str, str]


class KeptParses:
    """Least recently used first out, bounded by bytes; by the document's id and the digest of its text."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._kept: OrderedDict[Key, Parsed] = OrderedDict()
        self._bytes = 0

    def put(self, parsed: Parsed) -> None:
        """Keep one; the same text again takes its place, and one larger than all room is not kept."""
        key = parsed.record.id, digest_of(parsed.record.text)
        self._drop(key)
        self._kept[key] = parsed
        self._bytes += _size(parsed)
        while self._bytes > self._most:
            self._drop(next(iter(self._kept)))

    def get(self, document_id: str, digest: str) -> Parsed | None:
        """The one of a document's text; null where it is not kept."""
        key = document_id, digest
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def _drop(self, key: Key) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self._bytes -= _size(gone)


def _size(parsed: Parsed) -> int:
    """Bytes, nearly: the record's marks are small beside its text and parse."""
    return len(parsed.parse) + 2 * len(parsed.record.text)
