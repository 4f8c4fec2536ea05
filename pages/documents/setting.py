"""A document as it is set on its page: head, notices, the text with its strip of marks, the key to the marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from core.frames.kinds import KINDS, TextLook
from core.models import Extraction
from pages.documents.article import article, strip
from pages.documents.text_marks import TextMark
from pages.shared import doubts
from pages.shared.safe import safe


def head(title: str, about: Sequence[str]) -> None:
    """Headline, then what is known of the document, on one line."""
    line = " · ".join(f"<bdi>{safe(part)}</bdi>" for part in about if part)
    st.html(f'<header class="dl-title"><h2 dir="auto">{safe(title)}</h2><p>{line}</p></header>')


def alike(other: Extraction, likeness: str, address: Mapping[str, str]) -> None:
    """That another document of the dossier has the same words, with the way to it."""
    href = safe("?" + urlencode(address))
    name = safe(other.title or other.name)
    way = f'<a class="dl-to-passage" href="{href}"><bdi>{name}</bdi></a>'
    st.html(f'<p class="dl-quiet" role="note">This is {safe(likeness)} {way}.</p>')


def notices(record: Extraction, address: dict[str, str]) -> None:
    """What a reader must know about this text before trusting it, each passage one click away."""
    if record.warnings:
        st.html(doubts.listed(record.warnings, address))


def show(
    record: Extraction,
    address: dict[str, str],
    target: tuple[int, int] | None,
    part: tuple[int, int],
    marks: Sequence[TextMark],
) -> None:
    """Draws the strip of marks and the text, opened at its target."""
    st.html(f'<div class="dl-reader">{strip(record, marks)}{article(record, address, target, part, marks)}</div>')


def key() -> None:
    """What the looks of marks in the text mean."""
    looks = [look for kind in KINDS for look in kind.looks if look.word]
    st.html(
        f'<section class="dl-key"><h3>Marks in the text</h3><ul>{"".join(map(_meaning, looks))}'
        '<li><span class="dl-doubt">doubtful</span> see the warnings above the text</li>'
        '<li><span class="dl-boilerplate">left out of reading</span></li></ul></section>'
    )


def _meaning(look: TextLook) -> str:
    opens = " dl-opens" if look.opens else ""
    return f'<li><span class="dl-mark dl-in-{look.name}{opens}">{safe(look.word)}</span> {safe(look.meaning)}</li>'
