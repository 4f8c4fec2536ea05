"""Characters that could not be read at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.models import Notice

_LOST = re.compile("\ufffd+")


def unreadable(text: str) -> Iterator[Notice]:
    """Runs of the sign that stands for a lost character."""
    for found in _LOST.finditer(text):
        count = len(found[0])
        message = f"{count:,} characters" if count > 1 else "A character"
        yield Notice(
            "unreadable-characters",
            f"{message} could not be read and stand{'s' * (count == 1)} as “\ufffd”.",
            *found.span(),
        )
