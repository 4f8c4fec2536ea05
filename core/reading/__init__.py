"""Bytes and a name → Document; one file a format."""

from core.reading.formats import FORMATS, Format, what_is_read
from core.reading.limits import MAX_BYTES, MAX_CHARACTERS
from core.reading.outcome import Unreadable
from core.reading.reader import from_text, read, with_details

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "Format",
    "Unreadable",
    "from_text",
    "read",
    "what_is_read",
    "with_details",
]
