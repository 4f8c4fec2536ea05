"""Garbled characters put right, where people ask for it, before a document is added."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from core.ingest.boilerplate import boilerplate
from core.ingest.doubts.garbled import repairs
from core.ingest.notices import notices
from core.models import Document, Notice
from core.wording import counted

_MENDED = "Garbled characters were mended"


def is_garbled(document: Document) -> bool:
    """Whether there is anything to mend."""
    return any(notice.code == "mojibake" for notice in document.warnings)


def was_mended(warnings: Iterable[Notice]) -> bool:
    """Whether these warnings are of a text that was mended."""
    return any(notice.message.startswith(_MENDED) for notice in warnings)


def mended(document: Document) -> Document:
    """The document with every repair made that its warnings offer; pages move with the text, and it says so.

    The file that it came in is kept as it is.
    """
    text = document.text
    found = list(repairs(text))
    pieces, at = [], 0
    for repair in found:
        pieces += [text[at : repair.start], repair.mended]
        at = repair.end
    ends = [repair.end for repair in found]
    grown = [0, *accumulate(len(repair.mended) - (repair.end - repair.start) for repair in found)]
    said = f"{_MENDED} in {counted(len(found), 'place')}; the original has them still."
    made = "".join([*pieces, text[at:]])
    changed = replace(
        document,
        text=made,
        pages=tuple(start + grown[bisect_right(ends, start)] for start in document.pages),
        boilerplate=boilerplate(made),
        lacks=(*document.lacks, said),
    )
    return replace(changed, warnings=notices(changed))
