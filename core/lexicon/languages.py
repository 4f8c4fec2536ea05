"""Languages whose words and names are asked for at CLDR, by their ISO 639 codes."""

from __future__ import annotations

NEIGHBOURS = (
    "uk", "ru", "be", "bg", "pl", "cs", "sk", "de", "nl", "fr", "es", "pt", "it", "ro", "hu", "sr", "tr", "sv",
)  # fmt: skip
"""Languages of Europe that English texts take their spellings of names from."""
