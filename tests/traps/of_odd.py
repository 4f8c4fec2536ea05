"""Sound files that few readers expect, and some that ask too much of one: none may be lost, none may take long."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Iterator

from tests.corpus import office, outlook, plain
from tests.corpus.office import zipped
from tests.corpus.sample import KEY, STORY, TITLE, UKRAINIAN
from tests.traps.of_mail import HEAD
from tests.traps.of_office import W, p
from tests.traps.of_pdf import one_page, stream, words
from tests.traps.trap import Trap

MIB = 2**20
ARTICLE = {"title": TITLE, "body": STORY[0]}


def locked(data: bytes) -> bytes:
    """The archive with every part marked as locked."""
    made = bytearray(data)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(mark)
        while at >= 0:
            made[at + flags] |= 1
            at = made.find(mark, at + 4)
    return bytes(made)


def large_dictionary() -> bytes:
    """A ZIP archive whose first part asks its unpacker for four gigabytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("long.txt", STORY[1] * 50)
        archive.writestr("story.txt", STORY[0], zipfile.ZIP_DEFLATED)
    made = bytearray(data.getvalue())
    at = 30 + len("long.txt") + 5
    made[at : at + 4] = struct.pack("<L", 2**32 - 1)
    return bytes(made)


def mail(head: str, body: str = STORY[0]) -> bytes:
    """A mail with more lines in its head."""
    return f"{HEAD.format('Bridge')}{head}\n{body}\n".encode()


def rich_text_mail(packed: bool) -> bytes:
    """A message of Outlook that has its text as compressed Rich Text alone."""
    markup = f"{{\\rtf1\\ansi\\ansicpg1252 {STORY[0]}}}".encode()
    if not packed:
        return outlook.message(
            {0x37: TITLE, 0x1009: struct.pack("<IIII", len(markup) + 12, len(markup), 0x414C454D, 0) + markup}
        )
    groups = (markup[at : at + 8] for at in range(0, len(markup), 8))
    body = b"".join(b"\0" + group for group in groups)
    head = struct.pack("<IIII", len(body) + 12, len(markup), 0x75465A4C, 0)
    return outlook.message({0x37: TITLE, 0x1009: head + body})


def inserted() -> bytes:
    """A Word document that is nothing but a page put into it whole."""
    relation = '<Relationship Id="r" Type="http://x.example/aFChunk" Target="chunk.html"/>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {W}><w:body><w:altChunk/></w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships>{relation}</Relationships>",
            "word/chunk.html": plain.page(),
        }
    )


def attached_to_pdf(data: bytes) -> bytes:
    """A PDF with a page of words and a file."""
    made = one_page(words())
    objects = (
        b"90 0 obj\n" + stream(data, "/Type/EmbeddedFile") + b"\nendobj\n"
        b"91 0 obj\n<</Type/Filespec/F(more.txt)/UF(more.txt)/EF<</F 90 0 R>>>>\nendobj\n"
        b"92 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a) 91 0 R]>>>>>>\nendobj\n"
        b"trailer<</Root 92 0 R/Size 93>>\n%%EOF"
    )
    return made[: made.index(b"xref\n")] + objects


def endless_book() -> bytes:
    """A book whose reading order names a long chapter five thousand times."""
    with zipfile.ZipFile(io.BytesIO(office.book())) as archive:
        members: dict[str, str | bytes] = {info.filename: archive.read(info) for info in archive.infolist()}
    package = bytes(members["OEBPS/content.opf"]).decode()
    at = package.index("<itemref")
    members["OEBPS/content.opf"] = package[:at] + package[at : package.index(">", at) + 1] * 5_000 + package[at:]
    members["OEBPS/chapter1.xhtml"] = office.XHTML.format("One", "word " * 100_000)
    return zipped(members)


def traps() -> Iterator[Trap]:
    """All of this kind."""
    whole = "read"
    yield Trap("unpacker-of-gigabytes.zip", large_dictionary, "read in part", STORY[0])
    for name, data in (
        ("docx", office.word()),
        ("odt", office.opendocument()),
        ("xlsx", office.excel()),
        ("epub", office.book()),
    ):
        yield Trap(f"locked.{name}", lambda d=data: locked(d), "needs password")  # type: ignore[misc]
    yield Trap(
        "newer-name.docx",
        lambda: zipped(
            {
                "[Content_Types].xml": "<Types/>",
                "word/document2.xml": f"<w:document {W}><w:body>{p(STORY[0])}</w:body></w:document>",
            }
        ),
        whole,
        STORY[0],
    )
    yield Trap("inserted.docx", inserted, whole, KEY[1])
    yield Trap("endless.epub", endless_book, whole, "word word")
    yield Trap("attached.pdf", lambda: attached_to_pdf(STORY[1].encode()), whole, STORY[1])
    yield Trap(
        "attached-zeros.pdf", lambda: attached_to_pdf(bytes(300 * MIB)), "read in part", STORY[0][:40], slow=True
    )
    yield Trap(
        "raw.rtf", lambda: b"{\\rtf1\\ansi\\ansicpg1251 " + UKRAINIAN.encode("cp1251") + b"}", whole, UKRAINIAN[:40]
    )
    yield Trap("beyond-unicode.rtf", f"{{\\rtf1 \\u99999999999? {STORY[0]}}}".encode, whole, STORY[0])
    yield Trap("rich.msg", lambda: rich_text_mail(packed=False), whole, STORY[0])
    yield Trap("rich-packed.msg", lambda: rich_text_mail(packed=True), whole, STORY[0])
    for charset in ("undefined", "punycode", "idna", "utf-16"):
        yield Trap(
            f"{charset}.eml",
            lambda c=charset: mail(f"Content-Type: text/plain; charset={c}\n", STORY[0] + " – x"),
            whole,
            STORY[0],
        )  # type: ignore[misc]
    slow_names = "x" * 10**6 + "-" + "a1b2c3" * 10**5
    yield Trap("slow-names.eml", lambda: mail("Content-Type: text/plain; charset=punycode\n", slow_names), whole)
    yield Trap(
        "raw-subject.eml", lambda: mail("").replace(b"Bridge", UKRAINIAN[:30].encode("cp1251")), whole, UKRAINIAN[:20]
    )
    yield Trap(
        "framed.emlx", lambda: b"%d\n%b<?xml version='1.0'?><plist/>" % (len(mail("")), mail("")), whole, STORY[0]
    )
    yield Trap(
        "not-a-number.json",
        lambda: b'[{"x": NaN, "title": "a", "body": "' + STORY[0].encode() + b'"}]',
        whole,
        STORY[0],
    )
    yield Trap(
        "digits.json",
        lambda: b'{"x": ' + b"9" * 10**6 + b', "title": "a", "body": "' + STORY[0].encode() + b'"}',
        whole,
    )
    yield Trap(
        "envelope.json",
        lambda: json.dumps({"hits": {"hits": [{"_id": 1, "_source": ARTICLE}]}}).encode(),
        whole,
        STORY[0],
    )
    yield Trap("named-mark.csv", f"sep=;\ntitle;body\n{TITLE};{STORY[0]}\n".encode, whole, STORY[0])
    yield Trap("piece.html", f"<b>{TITLE}</b>\n<p>{STORY[0]}</p>".encode, whole, STORY[0])
    yield Trap("feed.xml", f"<rss><channel><title>{TITLE}</title></channel></rss>".encode, "unsupported")
    yield Trap("drawing.svg", f"<svg><text>{TITLE}</text></svg>".encode, "unsupported")
    yield Trap("false-mark.txt", lambda: b"\xef\xbb\xbf" + (UKRAINIAN * 3).encode("cp1251"), whole, UKRAINIAN[:40])
