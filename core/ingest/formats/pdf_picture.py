"""A page of a PDF as a picture for recognition."""

from __future__ import annotations

import io
from typing import Any

_DOTS_AN_INCH = 300
_POINTS_AN_INCH = 72
_MOST_DOTS = 25_000_000
"""A large sheet is drawn more coarsely: an A4 page takes 9 million dots at full resolution."""


def picture(page: Any) -> bytes:
    """The page in grey as PNG."""
    width, height = page.get_size()
    scale = _DOTS_AN_INCH / _POINTS_AN_INCH
    dots = max(width, 1.0) * max(height, 1.0) * scale**2
    if dots > _MOST_DOTS:
        scale *= (_MOST_DOTS / dots) ** 0.5
    drawn = page.render(scale=scale, grayscale=True).to_pil()
    data = io.BytesIO()
    drawn.save(data, "PNG", compress_level=1)
    return data.getvalue()
