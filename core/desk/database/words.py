"""Text as a column holds it: the same, and in the same order, on every database."""

from __future__ import annotations

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine


class Words(TypeDecorator[str]):
    """Text in the order of its code points, without what a database refuses."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """PostgreSQL would order words by the language that its server was set up for."""
        return dialect.type_descriptor(Text(collation="C" if dialect.name == "postgresql" else None))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is kept of a text."""
        return storable(value)


def storable(text: str | None) -> str | None:
    """Text as every database takes it: without NUL and halves of characters."""
    if text is None or (text.isascii() and text.isprintable()):
        return text
    return text.replace("\0", "").encode("utf-8", "ignore").decode()
