"""Bytes and a name → documents; one file a format."""

from core.ingest.details import with_details
from core.ingest.formats import FORMATS, Format, what_is_read
from core.ingest.limits import LIMITS, Limits
from core.ingest.outcome import Outcome, Unreadable
from core.ingest.reader import from_text, read, read_file

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
