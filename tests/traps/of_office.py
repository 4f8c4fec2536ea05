"""Office documents with declared entities, endless parts, depth without bottom, and tables as wide as they may be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

import openpyxl

from tests.corpus import office
from tests.corpus.office import zipped
from tests.corpus.sample import STORY
from tests.traps.trap import Trap

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {name} '{('&' + before + ';') * 10}'>" for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
QUADRATIC = f"<!DOCTYPE x [<!ENTITY j '{'ha' * 50_000}'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY j SYSTEM 'file:///etc/passwd'>]>"
NETWORK = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd' [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/y'> %p;]>"
DOCTYPES = {"laughs": LAUGHS, "quadratic": QUADRATIC, "outside": OUTSIDE, "network": NETWORK}


def word(body: str, doctype: str = "") -> bytes:
    """A Word document with this body."""
    document = f'<?xml version="1.0"?>{doctype}<w:document {W}><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def p(words: str) -> str:
    """One paragraph."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def with_entities(data: bytes, part: str, doctype: str, before: str, times: int = 1) -> bytes:
    """A document with a document type in one part, and references put before the first ``before``."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, str | bytes] = {info.filename: archive.read(info) for info in archive.infolist()}
    text = bytes(members[part]).decode()
    head, _, rest = text.rpartition("?>") if text.startswith("<?xml") and text.count("?>") == 1 else ("", "", text)
    at = rest.index(before)
    reference = "&j;" * times
    members[part] = f"{head}{'?>' if head else ''}{doctype}{rest[:at]}{reference}{rest[at:]}"
    return zipped(members)


def in_attributes(doctype: str, times: int) -> bytes:
    """Entities where parsers replace them even if told not to: in the values of attributes."""
    return word("".join("<w:p w:x='&j;'/>" for _ in range(times)) + p(STORY[0]), doctype)


def many_paragraphs(count: int, varied: bool) -> bytes:
    """A Word document of so many paragraphs, all alike or each with words of its own."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            part.write(f"<w:document {W}><w:body>".encode())
            for start in range(0, count, 10_000):
                numbers = range(start, min(start + 10_000, count))
                part.write("".join(p(f"{n * 7919 % 1_000_003:x} a" if varied else "a") for n in numbers).encode())
            part.write(b"</w:body></w:document>")
    return data.getvalue()


def deep_word(levels: int) -> bytes:
    """Elements inside elements."""
    return word(p(STORY[0]) + "<w:sdt>" * levels + "</w:sdt>" * levels)


def deep_opendocument(levels: int) -> bytes:
    """Spans inside spans of one paragraph."""
    names = 'xmlns:office="o" xmlns:text="t"'
    spans = "<text:span>" * levels + STORY[0] + "</text:span>" * levels
    body = f"<office:body><text:p>{spans}</text:p></office:body>"
    content = f"<office:document-content {names}>{body}</office:document-content>"
    return zipped({"mimetype": office.ODT_TYPE, "content.xml": content})


def corners() -> bytes:
    """A sheet whose first and very last cells are filled."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet["A1"], sheet["B1"], sheet["A2"], sheet["B2"] = "headline", "body", "Bridge", STORY[0]
    sheet["XFD1048576"] = "x"
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def sheet(rows: str) -> bytes:
    """A workbook of one sheet with these rows as XML."""
    with zipfile.ZipFile(io.BytesIO(office.excel())) as archive:
        members: dict[str, str | bytes] = {info.filename: archive.read(info) for info in archive.infolist()}
    rest = f"<sheetData>{rows}</sheetData></worksheet>"
    members["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{office.SHEETS}">{rest}'
    return zipped(members)


def cell(place: str, words: str) -> str:
    """One cell with its words in it."""
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def wide(rows: int) -> bytes:
    """Every row has one cell, in the very last column."""
    head = f'<row r="1">{cell("A1", "body")}</row><row r="2">{cell("A2", STORY[0])}</row>'
    return sheet(head + "".join(f'<row r="{n}">{cell(f"XFD{n}", "x")}</row>' for n in range(3, rows)))


def wrong_places() -> bytes:
    """Rows and cells that go backwards or lie nowhere."""
    head = f'<row r="1">{cell("A1", "headline")}{cell("B1", "body")}</row>'
    story = f'<row r="2">{cell("A2", "x")}{cell("B2", STORY[0])}</row>'
    return sheet(f'{head}{story}<row r="99999999999">{cell("A1", "x")}</row><row r="-5">{cell("ZZZZZZ9", "x")}</row>')


def many_strings(count: int) -> bytes:
    """A workbook with so many shared strings, of which two are used."""
    with zipfile.ZipFile(io.BytesIO(office.excel())) as archive:
        members: dict[str, str | bytes] = {info.filename: archive.read(info) for info in archive.infolist()}
    strings = "".join(f"<si><t>{n * 7919 % 1_000_003:x} {n}</t></si>" for n in range(count))
    members["xl/sharedStrings.xml"] = f'<sst xmlns="{office.SHEETS}">{strings}</sst>'
    return zipped(members)


def swollen_picture() -> bytes:
    """A Word document beside whose text lies a picture of zeros; it is the text that is wanted."""
    with zipfile.ZipFile(io.BytesIO(office.word())) as archive:
        members: dict[str, str | bytes] = {info.filename: archive.read(info) for info in archive.infolist()}
    return zipped({**members, "word/media/image1.bmp": bytes(30 * 2**20)})


def rich_text(levels: int) -> bytes:
    """Groups inside groups."""
    return b"{\\rtf1 " + STORY[0].encode() + b"{" * levels + b"}" * levels + b"}"


def open_notes(count: int) -> bytes:
    """Notes that are never closed: the end of each is looked for in vain."""
    return b"{\\rtf1 " + STORY[0].encode() + b"\\par " + b"{\\*\\footnote abc " * count


def rich_text_picture(size: int) -> bytes:
    """A picture as digits before the text."""
    return b"{\\rtf1\\ansi{\\pict\\pngblip " + b"0123456789abcdef" * (size // 16) + b"}" + STORY[0].encode() + b"\\par}"


def _with_entities(name: str, doctype: str) -> Iterator[Trap]:
    """One way to declare entities, in every part of every format where XML is read."""

    def inside(data: bytes, part: str, before: str) -> Callable[[], bytes]:
        return lambda: with_entities(data, part, doctype, before, 500)

    trap = "damaged|too large"
    yield Trap(f"{name}.docx", lambda: word(p("&j;" * 500) + p(STORY[0]), doctype), trap)
    yield Trap(f"{name}-attributes.docx", lambda: in_attributes(doctype, 500), trap)
    yield Trap(f"{name}.odt", inside(office.opendocument(), "content.xml", "The foot"), trap)
    yield Trap(f"{name}.xlsx", inside(office.excel(), "xl/worksheets/sheet1.xml", "</v>"), trap)
    yield Trap(f"{name}-strings.xlsx", inside(office.excel(), "xl/sharedStrings.xml", "</t>"), trap)
    yield Trap(f"{name}.epub", inside(office.book(), "OEBPS/chapter1.xhtml", "</p>"), "read", STORY[1])
    package = inside(office.book(), "OEBPS/content.opf", "</dc:title>")
    yield Trap(f"{name}-package.epub", package, "read|read in part|damaged")


def traps() -> Iterator[Trap]:
    """All of this kind."""
    for name, doctype in DOCTYPES.items():
        yield from _with_entities(name, doctype)
    yield Trap("alike.docx", lambda: many_paragraphs(3_000_000, varied=False), "too large|read", slow=True)
    yield Trap(
        "paragraphs.docx", lambda: many_paragraphs(3_000_000, varied=True), "too large|read|read in part", slow=True
    )
    yield Trap("100000-paragraphs.docx", lambda: many_paragraphs(100_000, varied=True), "read", "b1 a", slow=True)
    yield Trap("deep.docx", lambda: deep_word(200_000), "read", STORY[0])
    yield Trap("deeper.docx", lambda: deep_word(1_000_000), "too large")
    yield Trap("deep.odt", lambda: deep_opendocument(200_000), "read|read in part|too large|damaged")
    yield Trap("corners.xlsx", corners, "read", STORY[0])
    yield Trap("wide.xlsx", lambda: wide(20_000), "read|read in part", STORY[0], slow=True)
    yield Trap("wrong-places.xlsx", wrong_places, "read|read in part", STORY[0])
    yield Trap("strings.xlsx", lambda: many_strings(1_500_000), "read|too large|unsupported", slow=True)
    yield Trap("picture.docx", swollen_picture, "read", STORY[0])
    yield Trap("groups.rtf", lambda: rich_text(500_000), "read", STORY[0])
    yield Trap("open-notes.rtf", lambda: open_notes(20_000), "read|read in part", STORY[0])
    yield Trap("picture.rtf", lambda: rich_text_picture(40 * 2**20), "read", STORY[0], slow=True)
