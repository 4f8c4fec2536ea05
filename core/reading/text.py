"""Plain text and Markdown: the characters as they stand."""

from __future__ import annotations

from core.reading.content import Content


def read_text(text: str) -> Content:
    """All of the text, nothing stripped."""
    return Content(text)
