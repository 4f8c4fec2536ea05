"""Contrast as WCAG 2 defines it, and what a style sheet says of colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 255."""

Rule = tuple[str, dict[str, str]]
"""A selector with its declarations."""

_RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"(--dl-[\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)")
_USED = re.compile(r"var\(--dl-([\w-]+)\)")


def colour(hexadecimal: str) -> Colour:
    """``#RRGGBB`` as its three parts."""
    red, green, blue = (int(hexadecimal[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def over(top: Colour, ground: Colour, opacity: float) -> Colour:
    """What is seen of a colour of some opacity (0 to 1) on a ground."""
    red, green, blue = (opacity * a + (1 - opacity) * b for a, b in zip(top, ground, strict=True))
    return red, green, blue


def ratio(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(parts: Colour) -> float:
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in (x / 255 for x in parts))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tokens(sheet: str) -> dict[str, tuple[str, str]]:
    """Name → its colour in light and in dark, of the custom properties of a style sheet."""
    return {name.removeprefix("--dl-"): (light, dark) for name, light, dark in _TOKEN.findall(sheet)}


def rules(folder: Path) -> Iterator[Rule]:
    """Every rule of the style sheets of a folder, those within ``@media`` too."""
    for path in sorted(folder.glob("*.css")):
        for selector, body in _RULE.findall(_COMMENT.sub("", path.read_text(encoding="utf-8"))):
            pairs = (line.partition(":") for line in body.split(";") if ":" in line)
            yield selector.strip(), {name.strip(): value.strip() for name, _, value in pairs}


def used(value: str) -> list[str]:
    """The custom properties that a value names."""
    return _USED.findall(value)
