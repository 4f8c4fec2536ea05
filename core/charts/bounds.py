"""How a figure's bound is drawn: a shape for each, so that colour says nothing alone."""

from __future__ import annotations

import html
import textwrap

from core.charts.theme import Pixels
from core.compare import Claim
from core.wording import amount, day

SYMBOLS = {
    "exactly": "circle",
    "about": "circle-open",
    "at least": "triangle-right",
    "more than": "triangle-right",
    "at most": "triangle-left",
    "less than": "triangle-left",
    "vague": "triangle-right-open",
    "between": "square-open",
}

KEY = (
    ("●", "exact"),
    ("○", "about"),
    ("►", "at least, more than"),
    ("◄", "at most, less than"),
    ("▷", "in words (“dozens”)"),
    ("□", "from–to, with a bar"),
)
"""The shapes as characters, with what they mean."""

SIZE: Pixels = 13
"""Pixels of a mark."""

_WIDTH = 58
"""Letters on a line of what a pointer shows."""


def middle(claim: Claim) -> float:
    """Where a source's mark stands; a range has it in its middle, with its ends drawn as a bar."""
    return (claim.least + claim.most) / 2


def hover(claim: Claim, times: int = 1) -> str:
    """Value, document and day, speaker, and the sentence: all escaped, since all of it may come from a document.

    ``times`` is how often the document says it, where one mark stands for all of them.
    """
    value = amount(claim.low, claim.high, claim.bound, claim.unit)
    published = f", {day(claim.published)}" if claim.published else ""
    said = claim.speaker or "speaker unclear"
    sentence = textwrap.wrap(" ".join(claim.sentence.split()), _WIDTH)
    words = [*sentence[:4], *(["…"] if len(sentence) > 4 else [])]
    often = f" · {times} times in this document" if times > 1 else ""
    lines = [f"<b>{html.escape(value)} {html.escape(claim.counted or '')}</b>{often}"]
    lines.append(html.escape(textwrap.shorten(f"{claim.name}{published} · {said}", 2 * _WIDTH, placeholder="…")))
    return "<br>".join([*lines, *(html.escape(line) for line in words)])
