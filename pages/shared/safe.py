"""Words of a document on their way into HTML: escaped, and with every hidden character shown as a sign."""

from __future__ import annotations

import html

from core.text.invisible_characters import HIDDEN, name_of, visible


def safe(words: str) -> str:
    """Words as safe HTML; nothing in them can reorder what a reader sees."""
    return html.escape(visible(words))


def source_text(words: str) -> str:
    """The same for the text of a document, with the signs set apart from its own characters."""
    pieces, at = [], 0
    for found in HIDDEN.finditer(words):
        pieces += [html.escape(words[at : found.start()]), f'<span class="dl-hidden">⟨{name_of(found[0])}⟩</span>']
        at = found.end()
    return "".join([*pieces, html.escape(words[at:])])
