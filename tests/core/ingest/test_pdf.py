"""PDFs: text in reading order without what stands on every page; scans by recognition or with a plain statement."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from core.ingest import LIMITS, Limits, read_file, recognition
from core.ingest.budget import Budget
from core.ingest.formats import pdf
from core.ingest.legibility import legibility
from core.ingest.lines import joined, paragraphs, without_running_heads

STORY = (
    "The bridge at Novy Brid fell at noon on Monday after weeks of heavy",
    "rain, and two people were hurt, the mayor said. Firemen searched the",
    "river until evening.",
    "A third person was found on Tuesday, the police said in a short state-",
    "ment, which named nobody.",
)

TABLE = "\n".join(f"Kharkiv{n} {n * 37} Donetsk{n} {n * 11} Kherson{n} {n * 37}" for n in range(40))


def made(pages: Sequence[Sequence[str]], **options: object) -> bytes:
    """A PDF with these lines on its pages."""
    data = io.BytesIO()
    canvas = Canvas(data, **options)
    canvas.setTitle("Bridge falls")
    canvas.setAuthor("Olena")
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(60, 800 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def scanned(lines: Sequence[str]) -> bytes:
    """A PDF of one page that is a picture of these lines."""
    page = Image.new("L", (1240, 800), 255)
    drawing = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        drawing.text((60, 60 + 60 * number), line, fill=0, font=ImageFont.load_default(34))
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(595, 384))
    canvas.drawImage(ImageReader(page), 0, 0, 595, 384)
    canvas.showPage()
    canvas.save()
    return data.getvalue()


def test_text_pages_and_metadata() -> None:
    """Paragraphs without a printer's line ends, broken words whole, the beginning of each page kept."""
    outcome = read_file(made([STORY, ["It was mended on Friday."]]), "story.txt")
    (document,) = outcome.documents()
    first, second, third = document.text.split("\n\n")
    assert first.endswith("the mayor said. Firemen searched the river until evening.")
    assert second.endswith("in a short statement, which named nobody.")
    assert [document.text[at : at + 10] for at in document.pages] == ["The bridge", third[:10]]
    assert (document.title, document.author, document.published_from) == ("Bridge falls", "Olena", "metadata")


def test_a_locked_file() -> None:
    """It says that a password is needed."""
    locked = made([STORY], encrypt=StandardEncryption("user", "owner"))
    assert read_file(locked, "a.pdf").code == "needs password"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.95])
def test_a_download_that_was_cut_off(share: float) -> None:
    """It is read as far as its pages are there, or called damaged."""
    whole = made([STORY] * 20)
    assert read_file(whole[: int(len(whole) * share)], "a").code in ("read", "read in part", "damaged", "empty")


def test_pages_beyond_the_limit_are_said() -> None:
    """The others are read."""
    outcome = read_file(made([STORY] * 4), "a.pdf", budget=Budget(Limits(pages=2)))
    assert outcome.code == "read in part"
    assert "4 pages, of which the first 2 were read" in outcome.sentence
    assert [len(document.pages) for document in outcome.documents()] == [2]


def test_pages_without_anything() -> None:
    """Thousands of them are empty, not an error."""
    assert read_file(made([[]] * 300), "a.pdf").code == "empty"


def test_a_scan_without_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plain statement, with what an administrator can do."""
    monkeypatch.setattr(recognition, "tesseract", lambda: None)
    outcome = read_file(scanned(STORY), "a.pdf")
    assert outcome.code == "unsupported"
    assert "pictures" in outcome.sentence
    assert "Tesseract" in outcome.sentence


def test_a_scan_beside_text_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only some pages are pictures, the rest is read and the outcome is in part."""
    monkeypatch.setattr(recognition, "tesseract", lambda: None)
    monkeypatch.setattr(pdf, "_FEW_LETTERS", 25)
    monkeypatch.setattr(pdf, "_has_picture", lambda page: True)
    outcome = read_file(made([STORY, ["It was mended."]]), "a.pdf")
    assert outcome.code == "read in part"


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_a_scan_is_recognised() -> None:
    """The words of the picture become the text."""
    (document,) = read_file(scanned(STORY[:3]), "a.pdf").documents()
    assert "two people were hurt" in " ".join(document.text.split())


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_recognition_has_an_end() -> None:
    """A page that takes too long, and pages beyond the time for all, are left out with a sentence."""
    hasty, late = replace(LIMITS, page_seconds=0.001), replace(LIMITS, recognition_seconds=-1.0)
    assert read_file(scanned(STORY), "a.pdf", budget=Budget(hasty)).code == "timed out"
    assert "for lack of time" in read_file(scanned(STORY), "a.pdf", budget=Budget(late)).sentence


HEADS = [f"MILL POST 15 September\nStory {letter} goes on.\nPage {n} of 9" for n, letter in enumerate("abcd")]


def test_running_heads_are_left_out() -> None:
    """Lines that pages share but for numbers; two pages alike are not enough."""
    assert without_running_heads(HEADS) == [f"Story {letter} goes on." for letter in "abcd"]
    assert without_running_heads(HEADS[:2]) == HEADS[:2]
    alike = [f"Receipt {n}\nPaid {n} euros" for n in range(4)]
    assert without_running_heads(alike) == alike


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "One line that is long and\nends.\nA third as long as that",
            "One line that is long and ends.\n\nA third as long as that",
        ),
        ("inter\ufffenational", "international"),
        ("The long-\nterm plan of the council of the town", "The longterm plan of the council of the town"),
        ("- one thing on a list of things\n- two things on a list of them", None),
        ("", ""),
    ],
)
def test_lines_become_paragraphs(page: str, expected: str | None) -> None:
    """By their lengths; a list stays a list."""
    assert paragraphs(page) == (page.replace("\n", "\n\n") if expected is None else expected)


def test_a_sentence_that_crosses_a_page() -> None:
    """It runs on, and the page begins in its middle."""
    text, starts = joined(["Two people were", "hurt. It fell.", "", "A new day."])
    assert text == "Two people were hurt. It fell.\n\nA new day."
    assert starts == (0, 16, 30, 32)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (" ".join(STORY) * 3, "sound"),
        ("Міст упав опівдні, двоє людей постраждали, і це підтвердив голова громади у вівторок. " * 5, "sound"),
        ("(cid:12)(cid:4)(cid:99)" * 40, "noise"),
        ("\ue001\ue002\ue003 \ue004\ue005 " * 40, "noise"),
        ("Uif csjehf bu Opwz Csje gfmm bu oppo, boe uxp qfpqmf xfsf ivsu. " * 8, "noise"),
        ("12 7 340 55 1,200 88 " * 20, "sound"),
        ("", "sound"),
        (TABLE, "doubtful"),
        ("Harkovan kuvernööri kertoi perjantaina ettei ketään loukkaantunut tulipalossa myllyssä. " * 8, "doubtful"),
        ("Σύμφωνα τους κατοίκους, γέφυρα έπεσε μεσημέρι Δευτέρας. " * 10, "doubtful"),
        ("Shevchenko DXB 12 UAH, Kovalchuk KBP 7 EUR, Bondarenko HRK 3 USD; " * 12, "doubtful"),
    ],
    ids=[
        "English",
        "Ukrainian",
        "glyph codes",
        "private characters",
        "shifted letters",
        "numbers",
        "nothing",
        "table",
        "Finnish",
        "Greek",
        "names",
    ],
)
def test_legibility(text: str, verdict: str) -> None:
    """Text layers of noise are told from language, and from what is no running text."""
    assert legibility(text) == verdict


SHIFTED = "Uif csjehf bu Opwz Csje gfmm bu oppo, boe uxp qfpqmf xfsf ivsu."


@pytest.mark.parametrize("program", [None, "/bin/false"], ids=["no recognition", "recognition fails"])
def test_a_table_is_taken_with_a_doubt(program: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its text is perfect: no page of it is refused as a picture."""
    monkeypatch.setattr(recognition, "tesseract", lambda: program)
    outcome = read_file(made([TABLE.splitlines(), STORY]), "table.pdf")
    (document,) = outcome.documents()
    assert outcome.code == "read"
    assert "Kherson3 111" in document.text and "Novy Brid" in document.text
    (doubt,) = [notice.message for notice in document.warnings if notice.code == "part"]
    assert doubt.startswith("Page 1: ") and "table" in doubt


def test_noise_is_refused_and_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exchanged letters are no text; someone may take them as they are, with the doubt among the warnings."""
    monkeypatch.setattr(recognition, "tesseract", lambda: None)
    outcome = read_file(made([[SHIFTED] * 8]), "noise.pdf")
    assert (outcome.code, list(outcome.documents())) == ("unsupported", [])
    assert "make no words" in outcome.sentence and "Tesseract" in outcome.sentence
    assert outcome.offered is not None and outcome.offered.text.count("csjehf") == 8
    assert outcome.sentence in [notice.message for notice in outcome.offered.warnings]
    assert outcome.offered.id and outcome.offered.original
    assert read_file(made([STORY]), "story.pdf").offered is None


@pytest.mark.parametrize(
    "before",
    [
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"xyz",
        bytes(range(1, 200)),
        b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n",
        b"<br />\n<b>Notice</b>: Undefined index in <b>get.php</b> on line <b>3</b><br />\n",
    ],
    ids=["mark", "wide mark", "letters", "bytes", "head of a download", "a server's notice"],
)
def test_what_stands_before_the_mark_does_no_harm(before: bytes) -> None:
    """The same text as without it."""
    whole, behind = (read_file(data, "a.pdf") for data in (made([STORY]), before + made([STORY])))
    assert [d.text for d in behind.documents()] == [d.text for d in whole.documents()]


@pytest.mark.parametrize(
    "text", ["A file of this kind begins:%PDF-1.7 and so on.", "<p>The mark %PDF-1.7</p><p>is it.</p>"]
)
def test_a_word_about_such_files_is_none(text: str) -> None:
    """Pages and texts that tell of the mark are pages and texts."""
    (document,) = read_file(text.encode(), "a").documents()
    assert "%PDF-1.7" in document.text


@pytest.mark.parametrize(("user", "owner"), [("", "secret"), ("", "")], ids=["owner's alone", "both empty"])
def test_the_empty_password_opens(user: str, owner: str) -> None:
    """A file that forbids no reading is read; only one that asks for a password is refused."""
    lock = StandardEncryption(user, ownerPassword=owner, canPrint=0)
    assert "Novy Brid" in read_file(made([STORY], encrypt=lock), "a.pdf").documents().__next__().text
    assert (
        read_file(made([STORY], encrypt=StandardEncryption("key", ownerPassword="x")), "a.pdf").code == "needs password"
    )


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\ufffe", "\u00ad"])
def test_a_word_that_crosses_a_page(hyphen: str) -> None:
    """It is whole again, and its page begins inside it; a number or a dash before a page's end stays."""
    text, starts = joined([paragraphs(f"The police said in a short state{hyphen}"), "ment on Monday."])
    assert text == "The police said in a short statement on Monday."
    assert text[starts[1] :] == "ment on Monday."
    assert joined([f"In the years 2014{hyphen}"[:-1] + "-", "and later."])[0].startswith("In the years 2014-")
