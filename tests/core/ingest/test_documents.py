"""Documents of office programs, e-books and saved pages: their text in order, and what they say of themselves."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest

from core.ingest import read_file

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:t="t"><dc:title>Bridge falls</dc:title>'
    "<dc:creator>Olena</dc:creator><t:created>2022-09-15T08:00:00Z</t:created></cp:coreProperties>"
)


def archive(members: dict[str, str]) -> bytes:
    """A ZIP archive of these files, in this order."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return data.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word document with this body."""
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return archive({"word/document.xml": document, "docProps/core.xml": CORE, **parts})


def p(*runs: str) -> str:
    """A paragraph of runs."""
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


BOX = (
    "<w:p><w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
STRUCK = "<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:t>yes</w:t></w:r></w:ins></w:p>"
ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("Two peo", "ple were hurt.") + p() + p("It fell."), "Two people were hurt.\n\nIt fell."),
        (p("One") + BOX.format(p("In a box")) + p("Two"), "One\n\nIn a box\n\nTwo"),
        ("<w:tbl><w:tr><w:tc>" + p("Dead") + "</w:tc><w:tc>" + p("2") + "</w:tc></w:tr></w:tbl>", "Dead\n\n2"),
        (
            "<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:t>yes</w:t></w:r></w:ins></w:p>",
            "yes",
        ),
        ("<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r></w:p>", "A\tB\n\nC"),
        ("<w:p><w:r><w:instrText>HYPERLINK x</w:instrText><w:t>link</w:t></w:r></w:p>", "link"),
        (p("&lt;script&gt; &amp; more"), "<script> & more"),
    ],
)
def test_word(body: str, text: str) -> None:
    """What a reader of the printed page would see, once, whatever the extension says."""
    (document,) = read_file(word(body), "a.txt").documents()
    assert document.text == text


def test_word_properties_and_notes() -> None:
    """Title, author and day of making; notes stand after the text."""
    notes = f"<w:footnotes {W}><w:footnote>{p('A note.')}</w:footnote></w:footnotes>"
    (document,) = read_file(word(p("Two people were hurt."), **{"word/footnotes.xml": notes}), "a.docx").documents()
    assert document.text == "Two people were hurt.\n\nA note."
    assert (document.title, document.author, document.published) == ("Bridge falls", "Olena", dt.date(2022, 9, 15))


def test_a_word_document_that_breaks_off() -> None:
    """What stands before the fault is read, and it is said."""
    outcome = read_file(archive({"word/document.xml": f"<w:document {W}>{p('Two people.')}<w:p><w:r><w:t"}), "a.docx")
    assert outcome.code == "read in part"
    assert [d.text for d in outcome.documents()] == ["Two people."]


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">'
    '<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">'
    '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize("entity", ["&e;", "&f;"])
def test_entities_are_not_resolved(entity: str) -> None:
    """Neither those that multiply nor those that read a file of the machine."""
    body = f"{LAUGHS}<w:document {W}><w:body>{p('Two people', entity, 'were hurt.')}</w:body></w:document>"
    outcome = read_file(archive({"word/document.xml": body}), "a.docx")
    assert (outcome.code, list(outcome.documents())) == ("damaged", [])


def test_opendocument() -> None:
    """Mixed content in its order; spaces and breaks are characters; comments follow, deletions are left out."""
    content = (
        "<o:document xmlns:o='o' xmlns:t='t'><o:body><t:tracked-changes><t:p>gone</t:p></t:tracked-changes>"
        "<t:h>Bridge falls</t:h><t:p>Two <t:span>people</t:span> were<t:s/>hurt<o:annotation><t:p>hm</t:p>"
        "</o:annotation>.<t:line-break/>Near <t:a>the mill</t:a>.</t:p></o:body></o:document>"
    )
    made = "<m:initial-creator>Olena</m:initial-creator><m:creation-date>2022-09-15T08</m:creation-date>"
    meta = f"<o:meta xmlns:o='o' xmlns:m='m'>{made}</o:meta>"
    data = archive({"mimetype": ODT, "content.xml": content, "meta.xml": meta})
    (document,) = read_file(data, "a").documents()
    assert document.text == "Bridge falls\n\nTwo people were hurt.\n\nNear the mill.\n\nhm"
    assert (document.author, document.published) == ("Olena", dt.date(2022, 9, 15))
    sheet = archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"})
    assert read_file(sheet, "a.ods").code == "unsupported"


def test_locked_opendocument() -> None:
    """The manifest tells; nothing is guessed from noise."""
    manifest = "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    data = archive({"mimetype": ODT, "content.xml": "x", "META-INF/manifest.xml": manifest})
    assert read_file(data, "a.odt").code == "needs password"


def test_books() -> None:
    """Chapters in the order of the spine, each the beginning of a page."""
    package = (
        "<package><metadata><title>The Bridge</title><creator>Olena</creator><publisher>Mill</publisher>"
        "<date>2022-09-15</date></metadata><manifest><item id='b' href='two%20b.xhtml'/><item id='a' href='one.xhtml'/>"
        "</manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>"
    )
    data = archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<c><rootfiles><rootfile full-path='in/book.opf'/></rootfiles></c>",
            "in/book.opf": package,
            "in/two b.xhtml": "<html><body><p>It was mended.</p></body></html>",
            "in/one.xhtml": "<html><body><h1>One</h1><p>Two people were hurt.</p></body></html>",
        }
    )
    (document,) = read_file(data, "a").documents()
    assert document.text == "One\n\nTwo people were hurt.\n\nIt was mended."
    assert [document.text[at : at + 3] for at in document.pages] == ["One", "It "]
    assert (document.title, document.outlet, document.published) == ("The Bridge", "Mill", dt.date(2022, 9, 15))


def test_rich_text() -> None:
    """Code pages, characters by number, and the head's title and day."""
    rtf = (
        rb"{\rtf1\ansi\ansicpg1251{\info{\title Bridge falls}{\author Olena}{\creatim\yr2022\mo9\dy15}}"
        rb"\'cc\'b3\'f1\'f2 fell.\par Two \b people\b0  \u8220?hurt\u8221?.\par}"
    )
    (document,) = read_file(rtf, "a.doc").documents()
    assert document.text == "Міст fell.\n\nTwo people “hurt”."
    assert (document.title, document.author, document.published) == ("Bridge falls", "Olena", dt.date(2022, 9, 15))


def test_saved_pages() -> None:
    """The main text of the page with its address, not the pictures' bytes."""
    story = "The bridge at Novy Brid fell at noon, and two people were hurt, the mayor said on Monday evening. "
    article = f"<article><p>{story * 3}</p><p>{story * 3}</p></article>"
    page = f"<html><head><title>Bridge falls</title></head><body>{article}</body></html>"
    saved = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://mill.example/bridge\r\nSubject: Bridge falls\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\n'
        f"Content-Type: text/html\r\nContent-Location: https://mill.example/bridge\r\n\r\n{page}\r\n--x\r\n"
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n"
    )
    outcome = read_file(saved.encode(), "a.txt")
    (document,) = outcome.documents()
    assert (outcome.code, document.title, document.address) == ("read", "Bridge falls", "https://mill.example/bridge")
    assert story.strip() in document.text


def test_pictures_in_rich_text_are_passed_over() -> None:
    """As digits in lines or in one, or as raw bytes that look like markup: no word is lost beside them."""
    digits = b"0123456789abcdef" * 8
    for data in (digits * 9, b"\n".join([digits] * 9), b"\\bin10 }}}\\par {{"):
        rtf = b"{\\rtf1 Two people {\\pict\\pngblip " + data + b"} were hurt at the cafe of abbe Decade.\\par}"
        (document,) = read_file(rtf, "a.rtf").documents()
        assert " ".join(document.text.split()) == "Two people were hurt at the cafe of abbe Decade."


@pytest.mark.parametrize("name", ["word/media/image1.bmp", "Pictures/scan.bmp"])
def test_a_white_picture_is_no_trap(name: str) -> None:
    """Only what is read counts: a picture of one colour packs as well as a bomb."""
    data = word(p("Two people were hurt."), **{name: "\0" * 30_000_000})
    assert [d.text for d in read_file(data, "a.docx").documents()] == ["Two people were hurt."]


def test_names_of_parts_in_capitals() -> None:
    """Capitals do not tell the parts of an office document apart."""
    types = "<Types xmlns='t'/>"
    main = f"<w:document {W}><w:body>{p('Two people were hurt.')}</w:body></w:document>"
    notes = f"<w:footnotes {W}><w:footnote>{p('A note.')}</w:footnote></w:footnotes>"
    parts = {
        "[CONTENT_TYPES].XML": types,
        "WORD/Document.XML": main,
        "Word/FootNotes.xml": notes,
        "DocProps/Core.xml": CORE,
    }
    (document,) = read_file(archive(parts), "a").documents()
    assert (document.text, document.title) == ("Two people were hurt.\n\nA note.", "Bridge falls")


def test_tops_and_feet_of_pages_are_said() -> None:
    """They are no part of the text, and not left out without a word; a page number is not worth one."""
    for words, said in (("Mill Post, 15 September", True), ("Page 3", False)):
        header = f"<w:hdr {W}>{p(words)}</w:hdr>"
        (document,) = read_file(word(p("It fell."), **{"word/header1.xml": header}), "a.docx").documents()
        assert document.text == "It fell."
        assert any(words in lack for lack in document.lacks) == said
    for words, lacks in ((b"Mill Post, September", 1), (b"Page \\chpgn", 0)):
        (document,) = read_file(b"{\\rtf1 {\\header \\pard " + words + b"\\par}It fell.\\par}", "a").documents()
        assert (document.text, len(document.lacks)) == ("It fell.", lacks)


def test_flat_opendocument() -> None:
    """The same in one file of XML: the text alone, with the title, and what stands at the top of pages said."""
    flat = (
        "<?xml version='1.0'?><o:document xmlns:o='o' xmlns:t='t' xmlns:d='d' xmlns:s='s' "
        "o:mimetype='application/vnd.oasis.opendocument.text'><o:meta><d:title>Bridge falls</d:title></o:meta>"
        "<o:master-styles><s:header><t:p>The Mill Post</t:p></s:header></o:master-styles>"
        "<o:body><o:text><t:p>Two people were<t:note><t:p>One by a lorry.</t:p></t:note> hurt.</t:p></o:text></o:body>"
        "</o:document>"
    )
    (document,) = read_file(flat.encode(), "a.xml").documents()
    assert (document.text, document.title) == ("Two people were hurt.\n\nOne by a lorry.", "Bridge falls")
    assert any("The Mill Post" in lack for lack in document.lacks)
    broken = read_file(flat[: flat.index(" hurt")].encode(), "a.fodt")
    assert broken.code == "read in part"


def test_notes_in_rich_text() -> None:
    """Programs mark them with and without the star that lets old programs pass over them."""
    for mark in (b"{\\footnote ", b"{\\*\\footnote\\pard "):
        rtf = b"{\\rtf1 Two people" + mark + b"One by a lorry.} were hurt.\\par}"
        (document,) = read_file(rtf, "a.rtf").documents()
        assert document.text == "Two people were hurt.\n\nOne by a lorry."


def test_words_with_their_reading_above_them() -> None:
    """How a Japanese word is pronounced is not said twice."""
    above, base = "<w:r><w:t>とうきょう</w:t></w:r>", "<w:r><w:t>東京</w:t></w:r>"
    ruby = f"<w:r><w:ruby><w:rt>{above}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
    (document,) = read_file(word(f"<w:p>{ruby}</w:p>"), "a.docx").documents()
    assert document.text == "東京"
