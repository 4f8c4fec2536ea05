"""Bytes in every encoding of our newsrooms come back as the very same characters, a line of them or a page."""

from __future__ import annotations

import codecs
import itertools
import tomllib
from pathlib import Path

import pytest

from core.ingest import Unreadable, read
from core.ingest.encoding import decode

LANGUAGES = tomllib.loads((Path(__file__).parent / "encodings.toml").read_text(encoding="utf-8"))
UNICODE = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "UTF-16 LE": lambda text: text.encode("utf-16-le"),
    "UTF-16 BE": lambda text: text.encode("utf-16-be"),
    "UTF-16 LE with mark": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 BE with mark": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-32 LE": lambda text: text.encode("utf-32-le"),
    "UTF-32 BE": lambda text: text.encode("utf-32-be"),
    "UTF-32 LE with mark": lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
    "UTF-32 BE with mark": lambda text: codecs.BOM_UTF32_BE + text.encode("utf-32-be"),
}
CYRILLIC = [(language, sentence) for language in ("uk", "ru") for sentence in LANGUAGES[language]["sentences"]]


def lengths(language: str) -> list[str]:
    """Sixty characters from either end of each sentence, the sentence, and a page of 2,000 characters."""
    sentences = LANGUAGES[language]["sentences"]
    page = " ".join(itertools.islice(itertools.cycle(sentences), 40))[:2000]
    return [page, *sentences, *(s[:60] for s in sentences), *(s[-60:] for s in sentences)]


def encoded(text: str, encoding: str) -> bytes | None:
    """The bytes; null where the encoding lacks a character."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_and_long_texts(language: str) -> None:
    """Unicode's own encodings with and without mark, and the older ones of each language."""
    for text in lengths(language):
        for name, encode in UNICODE.items():
            assert decode(encode(text)) == text, name
        for encoding in LANGUAGES[language]["encodings"]:
            data = encoded(text, encoding)
            assert data is None or decode(data) == text, encoding


def test_there_are_sentences_enough() -> None:
    """Forty and more, none shorter than sixty characters."""
    sentences = [sentence for language in LANGUAGES.values() for sentence in language["sentences"]]
    assert len(sentences) >= 40
    assert min(map(len, sentences)) >= 60


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_u", "koi8_r", "iso8859_5", "cp866", "cp1125"])
def test_headlines_in_capitals(encoding: str) -> None:
    """To a detector that counts bytes they look like the small letters of another encoding."""
    for language, sentence in CYRILLIC:
        headline = sentence.upper()[:60]
        data = encoded(headline, encoding)
        fits = language == "ru" or encoding not in ("koi8_r", "cp866")  # these lack Ukrainian letters
        assert data is None or not fits or decode(data) == headline


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Η γέφυρα θα παραμείνει κλειστή μέχρι τον Ιούνιο, ανακοίνωσε ο δήμος.", "cp1253"),
        ("הגשר יישאר סגור עד יוני, הודיעה העירייה ביום שלישי בערב.", "cp1255"),
        ("سيظل الجسر مغلقا حتى يونيو، حسبما أعلنت البلدية مساء الثلاثاء.", "cp1256"),
        ("다리는 유월까지 폐쇄될 것이라고 시청이 화요일 밤에 발표했다.", "euc_kr"),
        ("Köprü haziran ayına kadar kapalı kalacak, belediye salı akşamı duyurdu.", "cp1254"),
        ("Мост ће остати затворен до јуна, саопштио је град у уторак увече.", "cp1251"),
        ("警察は、朝六時ごろ環状道路で起きた事故の目撃者を探している。", "iso2022_jp"),
        ("He first met Piłsudski in the spring of that year, in Toruń, he said.", "cp1250"),
    ],
)
def test_other_languages_and_names(text: str, encoding: str) -> None:
    """Other alphabets are not taken for Cyrillic, nor a foreign name for Western letters with symbols in it."""
    assert decode(text.encode(encoding)) == text


def test_one_typographic_mark_in_an_english_text() -> None:
    """A single apostrophe is all that the detector would have to go by."""
    for text in ("The council’s bridge", "Tickets are 5 € each", "a café", "£8,700 went to projects – most of it late"):
        assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("KOI8-U", "koi8_u"),
        ("iso-8859-5", "iso8859_5"),
        ("utf-16", "utf-16-le"),
        ("latin-99", "cp1251"),
        ("iso-8859-1", "cp1251"),
    ],
)
def test_a_page_is_read_as_it_declares_where_that_fits(declared: str, encoding: str) -> None:
    """An unknown name, or one that would make accents of all letters, is passed over."""
    body = " ".join(LANGUAGES["uk"]["sentences"][:2])
    page = f'<html><head><meta CHARSET="{declared}"></head><body><p>{body}</p></body></html>'
    assert body in read(page.encode(encoding), "a.html").text


def test_a_page_declared_as_latin_has_its_quotation_marks() -> None:
    """Browsers take ISO-8859-1 for Windows-1252, and so do the writers of pages."""
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>“The bridge won’t open,” she said.</p></body></html>'
    assert "“The bridge won’t open,” she said." in read(page.encode("cp1252"), "a.html").text


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    """One bad byte, or a file cut in the middle of a character, does not garble all the others."""
    text = " ".join(LANGUAGES["uk"]["sentences"])
    data = text.encode()
    assert decode(data[:-2]) == text[:-2] + "\ufffd"
    assert decode(text[:90].encode() + b"\xff" + text[90:].encode()) == text[:90] + "\ufffd" + text[90:]


def test_east_asian_text_in_two_bytes_without_any_nul() -> None:
    """Chinese in UTF-16 has no byte that gives it away; a text in other bytes is not taken for it."""
    text = LANGUAGES["zh"]["sentences"][0]
    assert b"\x00" not in text.encode("utf-16-le")
    assert decode(text.encode("utf-16-le")) == decode(text.encode("utf-16-be")) == text
    western = "“Bush hid the facts”"  # an even number of bytes, each pair a Chinese character
    assert decode(western.encode("cp1252")) == western


def test_bytes_that_are_no_text() -> None:
    """Refused, however they begin."""
    for data in (bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 200):
        with pytest.raises(Unreadable):
            decode(data)


ARABIC = "احترقت المطحنة يوم الاثنين وقال المحافظ إن اثني عشر شخصا قتلوا وجرح أربعون آخرون في الحريق. "
TURKISH = "Beyoğlu'nda çıkan yangında on iki kişi öldü, kırk kişi yaralandı; hiç kimse uyarılmadı. "


@pytest.mark.parametrize("times", [1, 8])
@pytest.mark.parametrize(
    ("text", "encoding"), [(ARABIC, "iso8859_6"), (ARABIC, "cp1256"), (TURKISH, "cp1254"), (TURKISH, "iso8859_9")]
)
def test_a_page_without_a_charset(text: str, encoding: str, times: int) -> None:
    """The names of its tags do not hide its language; Arabic letters have two places."""
    page = f"<html><head><style>p {{color: red}}</style></head><body><p>{text * times}</p></body></html>"
    assert text * times in decode(page.encode(encoding), markup=True)
    assert decode((text * times).encode(encoding)) == text * times


def test_french_words_beside_arabic_ones() -> None:
    """They are of Windows-1256 and make no ISO-8859-6 of it."""
    text = f"{ARABIC} le café brûlé à côté {ARABIC}"
    assert decode(text.encode("cp1256")) == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
@pytest.mark.parametrize("form", ["{}\0\0", "\0\0{}", "\0{}\0", "\0{0}\0 {0}"])
def test_two_nuls_cost_themselves(form: str, encoding: str) -> None:
    """They stand as signs of lost characters; the words are there."""
    text = form.format("Мельница сгорела в понедельник вечером.")
    assert decode(text.encode(encoding)) == text.replace("\0", "\ufffd")
