"""Parses that the extractor keeps by their texts, so that another publication date needs neither text nor model."""

from __future__ import annotations

from core.desk.messages import digest_of
from core.desk.recent import Recent
from core.extraction import Parsed

MOST_BYTES = 256 * 2**20
"""Memory for parses and texts, about 17 and 2 bytes a token's letter; those asked for longest ago go first."""


class KeptParses:
    """By the document's id and the digest of its text, bounded by bytes."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._kept: Recent[tuple[str, str], Parsed] = Recent(most_bytes, _size)

    def put(self, parsed: Parsed) -> None:
        """Keep one; the same text again takes its place, and one larger than all room is not kept."""
        self._kept.put((parsed.record.id, digest_of(parsed.record.text)), parsed)

    def get(self, document_id: str, digest: str) -> Parsed | None:
        """The one of a document's text; null where it is not kept."""
        return self._kept.get((document_id, digest))


def _size(parsed: Parsed) -> int:
    """Bytes, nearly: the record's marks are small beside its text and parse."""
    return len(parsed.parse) + 2 * len(parsed.record.text)
