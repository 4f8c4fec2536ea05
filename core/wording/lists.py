"""How many there are, and the first of them."""

from __future__ import annotations

from collections.abc import Sequence


def counted(count: int, singular: str, many: str | None = None) -> str:
    """``1 sentence``, ``7 sentences``."""
    return f"{count:,} {singular if count == 1 else many or singular + 's'}"


def listing(parts: Sequence[str], most: int = 3) -> str:
    """The first parts with commas, and how many more there are."""
    rest = len(parts) - most
    return ", ".join(parts[:most]) + (f" and {rest} more" if rest > 0 else "")
