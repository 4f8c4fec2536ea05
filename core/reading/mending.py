"""Garbled characters put right, where people ask for it, before a document is added."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from core.models import Document
from core.reading.boilerplate import boilerplate
from core.reading.doubts.garbled import repairs
from core.reading.notices import notices


def is_garbled(document: Document) -> bool:
    """Whether there is anything to mend."""
    return any(notice.code == "mojibake" for notice in document.warnings)


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
    said = (
        f"Garbled characters were mended in {len(found):,} place{'s' * (len(found) != 1)}; the original has them still."
    )
    made = "".join([*pieces, text[at:]])
    changed = replace(
        document,
        text=made,
        pages=tuple(start + grown[bisect_right(ends, start)] for start in document.pages),
        boilerplate=boilerplate(made),
        lacks=(*document.lacks, said),
    )
    return replace(changed, warnings=notices(changed))
