"""Garbled characters are put right where people ask for it; pages move with the text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.ingest import from_text
from core.ingest.mending import is_garbled, mended, was_mended


def test_every_offered_repair_is_made() -> None:
    """Nothing else moves; pages begin where they began, and the document says what was done."""
    text = "The mayorâ€™s cafÃ© is closed.\n\nThe secondâ€™s page. Mädchen."
    document = from_text(text, "a", dt.date(2022, 1, 1))
    document = replace(document, pages=(0, text.index("The second"), text.index("page")))
    assert is_garbled(document)
    after = mended(document)
    assert after.text == "The mayor’s café is closed.\n\nThe second’s page. Mädchen."
    assert [after.text[at : at + 4] for at in after.pages] == ["The ", "The ", "page"]
    assert not is_garbled(after)
    assert [notice.message for notice in after.warnings] == [
        "Garbled characters were mended in 3 places; the original has them still."
    ]
    assert was_mended(after.warnings)
    assert not was_mended(document.warnings)
    assert (after.id, after.sha256) == (document.id, document.sha256)


def test_a_sound_text_needs_no_mending() -> None:
    """Other accents are no repairs."""
    assert not is_garbled(from_text("São Paulo’s “naïve” café.", "a"))
