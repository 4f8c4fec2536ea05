"""Text as a column holds it: the same, and in the same order, on every database."""

from __future__ import annotations

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator


class Words(TypeDecorator[str]):
    """Text in the order of its code points, without what a database refuses."""

    impl = Text().with_variant(Text(collation="C"), "postgresql")  # by itself it orders as its server's language does
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is kept of a text."""
        return storable(value)


def storable(text: str | None) -> str | None:
    """Text as every database takes it: without NUL and halves of characters."""
    if text is None or (text.isascii() and text.isprintable()):
        return text
    return text.replace("\0", "").encode("utf-8", "ignore").decode()
