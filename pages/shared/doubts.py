"""Warnings about a text where it is read: a list above it, and a line under the words they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from core.models import Notice
from core.wording import counted
from pages.shared.safe import safe

LABELS = {
    "mojibake": "garbled characters",
    "unreadable-characters": "unreadable characters",
    "hidden-characters": "hidden characters",
    "direction-marks": "marks that turn the text",
    "mixed-alphabets": "mixed alphabets",
    "print-noise": "badly recognised print",
    "machine-translation": "machine translation",
    "quotation": "quotation never closed",
}


def label(notice: Notice) -> str:
    """A word or two for the margin."""
    return LABELS.get(notice.code, "see above")


def listed(warnings: Sequence[Notice], address: Mapping[str, str] | None = None) -> str:
    """All warnings as HTML: those about the whole as sentences, passages grouped.

    With the parts of the document's address, each passage is one click away.
    """
    if not warnings:
        return ""
    groups: dict[str, list[Notice]] = defaultdict(list)
    for notice in warnings:
        groups[notice.code].append(notice)
    lines = "".join(_group(notices, address) for notices in groups.values())
    return f'<ul class="dl-notices" role="note">{lines}</ul>'


def _group(notices: Sequence[Notice], address: Mapping[str, str] | None) -> str:
    if len(notices) == 1:
        return f"<li>{_line(notices[0], address)}</li>"
    passages = sum(notice.start is not None for notice in notices)
    head = f"{label(notices[0]).capitalize()}: {counted(passages, 'passage')}" if passages else notices[0].message
    lines = "".join(f"<li>{_line(notice, address)}</li>" for notice in (notices if passages else notices[1:]))
    return f"<li><details><summary>{safe(head)}</summary><ul>{lines}</ul></details></li>"


def _line(notice: Notice, address: Mapping[str, str] | None) -> str:
    words = f"<bdi>{safe(notice.message)}</bdi>"
    if notice.start is None or address is None:
        return words
    href = safe("?" + urlencode({**address, "at": str(notice.start)}))
    return f'{words} <a class="dl-to-passage" href="{href}">Show it</a>'
