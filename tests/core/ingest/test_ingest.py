"""Bytes and a name to a document: formats by their content, encodings, and a sentence where there is no text."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ingest import FORMATS, LIMITS, Limits, Unreadable, from_text, read, read_file, what_is_read, with_details
from core.ingest.budget import Budget
from core.models import Document
from tests.corpus.compound import compound

ENGLISH = "The bridge “fell” at noon — two people were hurt, the mayor’s café said. " * 12
UKRAINIAN = "Міст упав опівдні, двоє людей постраждали, повідомив голова громади Єлизавета Їжак. " * 12
RUSSIAN = "Мост упал в полдень, два человека пострадали, сообщил глава посёлка вечером. " * 12


def zipped(*names: str) -> bytes:
    """A zip archive with members of these names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "content")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "empty", "is empty"),
        (b" \r\n\t ", "empty", "is empty"),
        (b"\xef\xbb\xbf", "empty", "no text"),
        (b"... --- ...", "empty", "no text"),
        (b"<html><head><title>A</title><script>let a = 1</script></head><body></body></html>", "empty", "no text"),
        (b"%PDF-1.4\nTwo people were hurt.", "damaged", "PDF is damaged"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(9), "unsupported", "a 7z archive"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "unsupported", "a PowerPoint file"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "unsupported", "an XML file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "unsupported", "a picture"),
        (b"\x7fELF\x02\x01\x01" + bytes(600), "unsupported", "is a program"),
        (random.Random(7).randbytes(4000), "unsupported", "program data"),  # noqa: S311 — noise, not a secret
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
def test_what_holds_no_text_is_refused_in_one_sentence(data: bytes, code: str, said: str, name: str) -> None:
    """The content decides; the name changes nothing."""
    with pytest.raises(Unreadable) as refusal:
        read(data, name)
    assert refusal.value.code == code
    assert said in refusal.value.message
    assert "\n" not in refusal.value.message


def test_a_refusal_names_what_is_read() -> None:
    """The list comes from the registry, so that it cannot fall behind."""
    with pytest.raises(Unreadable) as refusal:
        read(b"Rar!\x1a\x07\x00", "a.pdf")
    for known in FORMATS:
        assert known.name in what_is_read()
        assert all(extension in refusal.value.message for extension in known.extensions)


@pytest.mark.parametrize(
    "text", ["[Lviv] Two people were hurt.", "{sic} Two hurt.", "Received: two letters.\nFrom: him."]
)
def test_text_that_begins_like_another_format_is_text(text: str) -> None:
    """A bracket is no JSON, a colon no mail."""
    assert read(text.encode(), "a.txt").text == text


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both limits are said with their number."""
    small = Limits(upload=2**20, characters=20)
    long = read_file(b"Two people were hurt at noon.", "a.txt", budget=Budget(small))
    assert (long.code, "longer than 20 characters" in long.sentence) == ("too large", True)
    heavy = read_file(b"a" * (2**20 + 1), "a.txt", budget=Budget(small))
    assert (heavy.code, "larger than 1 MB" in heavy.sentence) == ("too large", True)
    monkeypatch.setattr("core.ingest.reader.Budget", lambda: Budget(small))
    with pytest.raises(Unreadable, match="longer than 20 characters"):
        from_text("Two people were hurt at noon.", "a", as_it_stands=True)
    assert LIMITS.upload == 200 * 2**20


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (ENGLISH, "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be cp1252"),
        (UKRAINIAN, "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-be cp1251 koi8-u"),
        (RUSSIAN, "utf-8 utf-16-le cp1251 koi8-r iso8859-5"),
    ],
    ids=["English", "Ukrainian", "Russian"],
)
def test_encodings(text: str, encodings: str) -> None:
    """Each is decoded to the very same characters."""
    for encoding in encodings.split():
        assert read(text.encode(encoding), "a.txt").text == text, encoding


def test_line_ends_and_what_cannot_be_stored() -> None:
    """All line ends become single newlines, a stray NUL a mark, and nothing else moves."""
    document = read(b"\n  Two\r\npeople\rwere\x00hurt\t \n", "a.txt")
    assert document.text == "\n  Two\npeople\nwere\ufffdhurt\t \n"
    assert "unreadable-characters" in [notice.code for notice in document.warnings]


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\r\ufeff`'", exclude_categories=["Cc", "Cn"]))
)
def test_plain_text_is_kept_character_by_character(text: str) -> None:
    """Whatever is in it but typed quotation marks, offsets into the text are offsets into the file’s characters."""
    padded = f"Two people were hurt. {text}"
    assert read(padded.encode(), "a.txt").text == padded


@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_a_sentence(data: bytes) -> None:
    """Nothing else ever comes of a file; a document's text can be stored and its spans lie in it."""
    try:
        document = read(data, "a")
    except Unreadable as refusal:
        assert refusal.message.endswith((".", "?"))  # a table asks which of its columns holds the texts
        return
    document.text.encode()
    assert "\x00" not in document.text
    assert all(0 <= span.start < span.end <= len(document.text) for span in document.boilerplate)
    assert read(data, "a") == document


@given(st.text(alphabet=st.characters()))
def test_given_text_keeps_its_offsets(text: str) -> None:
    """Taken as it stands, a text of any length keeps its characters but NUL and lone surrogates."""
    document = from_text(text, "a", as_it_stands=True)
    assert len(document.text) == len(text)
    assert all(a == b or a == "\ufffd" for a, b in zip(document.text, text, strict=True))
    assert (document.title, document.outlet, document.published, document.boilerplate) == (None, None, None, ())


def test_a_given_date_wins() -> None:
    """Over what the text says, and it counts as given."""
    text = "Bridge falls near the mill\n3 May 2021\n\nTwo people were hurt."
    guessed, given_ = read(text.encode(), "a.txt"), read(text.encode(), "a.txt", dt.date(2020, 1, 1))
    assert (guessed.published, guessed.published_from) == (dt.date(2021, 5, 3), "text")
    assert (given_.published, given_.published_from) == (dt.date(2020, 1, 1), "given")


def test_the_id_follows_from_the_bytes() -> None:
    """The same bytes are the same document, whatever they are called; names are cut to their last part."""
    one, same, other = (read(data, name) for data, name in ((b"Two.", "a"), (b"Two.", "b/c"), (b"Three.", "a")))
    assert one.id == same.id != other.id
    assert len(one.sha256) == 64
    assert same.name == "c"
    assert read(b"Two.", r"C:\x\y.txt").name == "y.txt"


def test_details_change_where_the_date_is_from() -> None:
    """A changed date is given, an untouched one stays a guess, one taken away is asked for again."""
    document = read(b"Bridge falls near the mill\n3 May 2021\n\nTwo people were hurt.", "a.txt")
    kept = with_details(document, "New headline", "", document.published)
    changed = with_details(document, None, "Mill Post", dt.date(2021, 5, 4))
    emptied = with_details(document, None, None, None)
    assert (kept.title, kept.outlet, kept.published_from) == ("New headline", None, "text")
    assert (changed.outlet, changed.published_from, changed.warnings) == ("Mill Post", "given", ())
    assert (emptied.published_from, _codes(emptied)) == (None, ["published"])


def _codes(document: Document) -> list[str]:
    return [notice.code for notice in document.warnings]


def test_notices_about_language_and_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader learns that lists may be empty, and that it takes a while."""
    document = from_text(UKRAINIAN, "a", dt.date(2022, 1, 1))
    assert document.language == "uk"
    assert [notice.message for notice in document.warnings] == [
        "This text is in Ukrainian; places alone are read so far, so lists may be empty."
    ]
    monkeypatch.setattr("core.ingest.notices.LONG_CHARACTERS", 100)
    assert _codes(from_text(ENGLISH, "a", dt.date(2022, 1, 1))) == ["long"]


def test_garbled_characters_are_shown_with_what_they_stand_for() -> None:
    """Only where they really mend: other accents are left alone."""
    document = from_text("The mayorâ€™s cafÃ© is closed; ‘Mädchen’ and Ð alone are fine.", "a", dt.date(2022, 1, 1))
    assert [(document.text[n.start : n.end], n.message) for n in document.warnings] == [
        ("â€™", "Garbled characters: “â€™” probably stands for “’”."),
        ("Ã©", "Garbled characters: “Ã©” probably stands for “é”."),
    ]


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (compound({"WordDocument": bytes(5000)}), "unsupported", "an older Word document (.doc)"),
        (compound({"Workbook": bytes(5000)}), "unsupported", "an older Excel workbook (.xls)"),
        (compound({"PowerPoint Document": bytes(5000)}), "unsupported", "an older PowerPoint file (.ppt)"),
        (compound({"EncryptedPackage": bytes(5000), "EncryptionInfo": bytes(99)}), "needs password", "password"),
        (b"\0\0\0\x18ftypheic" + bytes(99), "unsupported", "a picture (HEIC)"),
        (b"\0\0\0\x18ftypmp42" + bytes(99), "unsupported", "a video"),
        (b"MZ" + bytes(58) + b"\x40\0\0\0PE\0\0" + bytes(99), "unsupported", "a program"),
        (b"SQLite format 3\0" + bytes(99), "unsupported", "a database"),
        (b"!BDN" + bytes(99), "unsupported", "a mail archive of Outlook (PST)"),
        (zipped("Index/Document.iwa"), "unsupported", "Apple Pages"),
        (b"-----BEGIN PGP MESSAGE-----\n\nhQEMA\n", "needs password", "encrypted"),
        (bytes(5000), "empty", "nothing but zeros"),
        (b"MZ was the mark of the mill, and two people were hurt.", "read", "Read."),
    ],
)
def test_formats_are_called_by_their_names(data: bytes, code: str, said: str) -> None:
    """Whoever hands in a file learns what it is and what keeps it from being read."""
    outcome = read_file(data, "a.txt")
    assert (outcome.code, said in outcome.sentence) == (code, True), outcome.sentence


def test_a_reader_ends_by_itself_with_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before its time is over and it is ended from outside, which would lose all."""
    rows = "headline,body\n" + "".join(f"{n},Two people were hurt at mill {n}.\n" for n in range(2000))
    clock = itertools.count()  # a second passes with each look at it
    monkeypatch.setattr("core.ingest.budget.time.monotonic", lambda: float(next(clock)))
    outcome = read_file(rows.encode(), "a.csv", budget=Budget(until=600.0))
    assert outcome.code == "read in part"
    assert "took too long" in outcome.sentence
    assert 0 < len(list(outcome.documents())) < 600
