"""Titles of books, films and shows in quotation marks, which nobody says."""

from __future__ import annotations

from core.quotes.attribution import Attribution
from core.quotes.layout import Layout
from core.quotes.pairing import Quoted

_LONG = 4
_OF_WORKS = frozenset("write read recite sing publish describe".split())
"""Verbs whose object in marks is a work: "she wrote “The Long Winter”"."""

_INTRODUCES = ",:"
_SENTENCE_ENDS = '.?!…”"'


def looks_like_title(text: str) -> bool:
    """Whether the words are written like a title: two or more, every longer one with a capital."""
    words = [w.strip(".,;:!?()[]") for w in text.split()]
    longer = [w for w in words if len(w) >= _LONG and w[0].isalpha()]
    capitals = [w for w in words if w[:1].isupper()]
    return len(words) > 1 and len(capitals) > 1 and bool(longer) and all(w[0].isupper() for w in longer)


def is_beside(layout: Layout, quoted: Quoted, attribution: Attribution) -> bool:
    """Whether the cue stands right at the marks, so that even words written like a title are spoken."""
    if attribution.cue is None:
        return True
    first, end = attribution.cue
    before = layout.text[max(0, quoted.outer - 3) : quoted.outer].rstrip()[-1:]
    opens = not before or before in _SENTENCE_ENDS
    if layout.starts[first] >= quoted.outer_end:  # in "on the show “The Long Way,” she said" the title is not said
        return opens and layout.text[quoted.end - 1] in ",?!"
    if layout.paragraph_at(quoted.outer) != layout.paragraph_of[first]:  # a heading below somebody's words
        return quoted.continues
    if opens or before in _INTRODUCES:
        return True
    return layout.first_token_from(quoted.outer) == end and layout.doc[first].lemma_.lower() not in _OF_WORKS
