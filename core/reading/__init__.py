"""Bytes and a name → documents; one file a format."""

from core.reading.details import with_details
from core.reading.formats import FORMATS, Format, what_is_read
from core.reading.limits import LIMITS, Limits
from core.reading.outcome import Outcome, Unreadable
from core.reading.reader import from_text, read, read_file

__all__ = [
    "FORMATS",
    "LIMITS",
    "Format",
    "Limits",
    "Outcome",
    "Unreadable",
    "from_text",
    "read",
    "read_file",
    "what_is_read",
    "with_details",
]
