"""Documents of office programs and e-books."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

import docx
import openpyxl

from tests.corpus.plain import ROWS
from tests.corpus.sample import KEY, STORY, TITLE, UKRAINIAN, Sample

WORD_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
ODT_TYPE = "application/vnd.oasis.opendocument.text"
XHTML = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{0}</title></head><body><h2>{0}</h2><p>{1}</p></body></html>'


def zipped(members: Mapping[str, str | bytes], stored: str = "mimetype") -> bytes:
    """A ZIP archive of these files in this order; the one called ``stored`` is not compressed."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == stored else None)
    return data.getvalue()


def word() -> bytes:
    """A document of python-docx: a heading, paragraphs, a table, a header and a footer."""
    document = docx.Document()
    document.core_properties.title = TITLE
    document.add_heading(TITLE, 0)
    for words in STORY:
        document.add_paragraph(words)
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "In hospital", UKRAINIAN
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def word_of_type(kind: bytes) -> bytes:
    """The same document declared to be another kind: with macros, a template."""
    with zipfile.ZipFile(io.BytesIO(word())) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    types = members["[Content_Types].xml"]
    return zipped({**members, "[Content_Types].xml": types.replace(WORD_TYPE, kind)})


def opendocument() -> bytes:
    """A text as LibreOffice writes it."""
    names = " ".join(
        f'xmlns:{short}="{OFFICE}{rest}:1.0"'
        for short, rest in (("office", "office"), ("text", "text"), ("meta", "meta"))
    )
    body = f'<text:h text:outline-level="1">{TITLE}</text:h>' + "".join(f"<text:p>{words}</text:p>" for words in STORY)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return zipped(
        {
            "mimetype": ODT_TYPE,
            "content.xml": f"{head}<office:document-content {names}><office:automatic-styles/><office:body>"
            f"<office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"{head}<office:document-meta {names}><office:meta><meta:creation-date>2023-04-18T12:30:00"
            "</meta:creation-date></office:meta></office:document-meta>",
            "styles.xml": f"{head}<office:document-styles {names}/>",
            "META-INF/manifest.xml": f'{head}<manifest:manifest xmlns:manifest="{OFFICE}manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT_TYPE}"/></manifest:manifest>',
        }
    )


def rich_text() -> bytes:
    """A text as WordPad and Word write it: font tables, styles, pictures, characters by number."""
    body = "\\par\n".join(f"\\pard\\plain\\f0\\fs22 {words}" for words in STORY)
    cyrillic = "".join(f"\\u{ord(c)}?" if ord(c) > 127 else c for c in UKRAINIAN)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0"
        "{\\fonttbl{\\f0\\fswiss Calibri;}{\\f1\\froman\\fcharset204 Times New Roman;}}"
        "{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}"
        f"{{\\info{{\\title {TITLE}}}{{\\creatim\\yr2023\\mo4\\dy18\\hr12}}}}"
        "{\\*\\generator Riched20 10.0;}\\viewkind4\\uc1\n"
        "{\\pict\\wmetafile8\\picw10\\pich10 0100090000037800000002001c00000000}\n"
        f"{body}\\par\n{{\\b {cyrillic}}}\\par\n}}"
    ).encode("ascii")


def book() -> bytes:
    """An e-book of three chapters."""
    names = [f"chapter{n}.xhtml" for n in (1, 2, 3)]
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(3))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<?xml version="1.0"?><container version="1.0" '
            'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
            'full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
            "OEBPS/content.opf": '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
            f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title>'
            f"<dc:date>2023-04-18</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{
                f"OEBPS/{name}": XHTML.format(f"Chapter {name[7]}", words)
                for name, words in zip(names, STORY, strict=True)
            },
        }
    )


def workbook() -> bytes:
    """A list of articles as a spreadsheet program saves it, beside an empty sheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(list(ROWS[0]))
    for row in ROWS:
        sheet.append(list(row.values()))
    made.create_sheet("Empty")
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def excel() -> bytes:
    """The same list as Excel writes it: words lie in a part of their own, and cells hold their numbers."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    table = [list(ROWS[0]), *(list(row.values()) for row in ROWS)]
    strings = [words for row in table for words in row]
    rows = "".join(
        f'<row r="{r}">'
        + "".join(f'<c r="{"ABC"[c]}{r}" t="s"><v>{3 * (r - 1) + c}</v></c>' for c in range(3))
        + "</row>"
        for r in range(1, len(table) + 1)
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = (
        ("workbook.xml", "sheet.main"),
        ("worksheets/sheet1.xml", "worksheet"),
        ("sharedStrings.xml", "sharedStrings"),
    )
    types = "".join(f'<Override PartName="/xl/{name}" ContentType="{kind}.{rest}+xml"/>' for name, rest in overrides)
    relation = f'<Relationship Id="{{}}" Type="{_RELATIONS}/{{}}" Target="{{}}"/>'
    return zipped(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": f'{head}<Relationships xmlns="{_PACKAGE}/relationships">'
            f"{relation.format('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>",
            "xl/workbook.xml": f'{head}<workbook xmlns="{SHEETS}" xmlns:r="{_RELATIONS}"><sheets>'
            '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{_PACKAGE}/relationships">'
            f"{relation.format('rId1', 'worksheet', 'worksheets/sheet1.xml')}"
            f"{relation.format('rId2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>",
            "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{SHEETS}"><sheetData>{rows}</sheetData></worksheet>',
            "xl/sharedStrings.xml": f'{head}<sst xmlns="{SHEETS}" count="{len(strings)}" uniqueCount="{len(strings)}">'
            + "".join(f"<si><t>{words}</t></si>" for words in strings)
            + "</sst>",
        }
    )


def samples() -> Iterator[Sample]:
    """All of this kind."""
    yield Sample("story.docx", word())
    yield Sample("story.docm", word_of_type(b"application/vnd.ms-word.document.macroEnabled.main+xml"))
    yield Sample("story.dotx", word_of_type(WORD_TYPE.replace(b"document.main", b"template.main")))
    yield Sample("story.odt", opendocument())
    yield Sample("story.rtf", rich_text(), (*KEY, UKRAINIAN))
    yield Sample("story.epub", book())
    parts = tuple(f"Part {n}. The footbridge" for n in (1, 2, 3))
    yield Sample("articles.xlsx", workbook(), parts, 3)
    yield Sample("articles-excel.xlsx", excel(), parts, 3)
