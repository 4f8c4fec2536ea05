"""What a reader of one format hands over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file with what its metadata say; null where they are silent."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
