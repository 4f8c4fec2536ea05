"""Outlook messages of one byte a letter: what page they name, and what becomes of one that Python does not know."""

from __future__ import annotations

import pytest

from core.ingest import read_file
from tests.corpus.outlook import embedded, mail, message
from tests.corpus.sample import STORY

BODY_PAGE, STRING_PAGE, SUBJECT, HTML = 0x3FDE, 0x3FFD, 0x0037, 0x1013
RUSSIAN = "Мельница сгорела в понедельник, двенадцать человек погибли, сказал мэр города."
ARABIC = "احترقت المطحنة يوم الاثنين وقال المحافظ إن اثني عشر شخصا قتلوا."


@pytest.mark.parametrize("page", [709, 710, 720, 29_001, 57_002, 99_999, -1])
def test_an_unknown_page_costs_nothing(page: int) -> None:
    """Subject, date and text in Unicode are read whatever page is named, in a message inside a message too."""
    pages = {BODY_PAGE: page, STRING_PAGE: page}
    inner = embedded({SUBJECT: "Earlier", 0x1000: STORY[1], **pages})
    outcome = read_file(message({**mail(STORY[0]), **pages}, inner), "a.msg")
    first, second = outcome.documents()
    assert outcome.code == "read"
    assert STORY[0] in first.text and STORY[1] in second.text
    assert first.published is not None


@pytest.mark.parametrize(
    ("page", "text", "encoding"),
    [
        (1251, RUSSIAN, "cp1251"),
        (99_999, RUSSIAN, "cp1251"),
        (709, ARABIC, "cp1256"),
        (708, ARABIC, "iso8859_6"),
        (65_000, RUSSIAN, "cp1251"),
        (28_595, RUSSIAN, "iso8859_5"),
        (20_866, RUSSIAN, "koi8_r"),
        (950, "磨坊星期一燒毀", "cp950"),
        (50_220, "水車小屋が焼けた", "iso2022_jp"),
        (28_591, "Café", "latin-1"),
    ],
)
def test_bytes_are_read_by_their_page_or_by_what_they_are(page: int, text: str, encoding: str) -> None:
    """A page without a codec, or one that does not fit, is told by the bytes."""
    data = message({SUBJECT: "A mill", HTML: f"<p>{text}</p>".encode(encoding), BODY_PAGE: page})
    (document,) = read_file(data, "a.msg").documents()
    assert document.text == f"A mill\n\n{text}"
