"""PDFs with too many pages, pages without end, and trees that bite their tail."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from tests.corpus import portable
from tests.corpus.sample import STORY
from tests.traps.trap import Trap

FONT = "<</Font<</F 9 0 R>>>>"
_FONT_OBJECT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def portable_document(objects: Sequence[bytes | str]) -> bytes:
    """A PDF of these objects, of which the first is the catalogue, with the table of their places."""
    data = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body.encode() if isinstance(body, str) else body)
    start = len(data)
    lines = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        lines,
        size,
        start,
    )


def stream(content: bytes, head: str = "") -> bytes:
    """A packed stream."""
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode%b>>stream\n%b\nendstream" % (len(packed), head.encode(), packed)


def one_page(content: bytes, box: str = "0 0 595 842", count: int = 1, kids: str = "3 0 R") -> bytes:
    """A page with this content on a sheet of this size."""
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>/Contents 4 0 R>>"
    )
    picture = stream(
        bytes(100), "/Type/XObject/Subtype/Image/Width 10/Height 10/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    tree = f"<</Type/Pages/Kids[{kids}]/Count {count}>>"
    return portable_document(["<</Type/Catalog/Pages 2 0 R>>", tree, page, stream(content), _FONT_OBJECT, picture])


def words(text: str = STORY[0][:60]) -> bytes:
    """A line of text as page content."""
    return f"BT /F 12 Tf 72 700 Td ({text}) Tj ET".encode()


def empty_pages(count: int) -> bytes:
    """So many pages with nothing on them."""
    kids = " ".join(f"{n} 0 R" for n in range(3, count + 3))
    pages = ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * count
    return portable_document(["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {count}>>", *pages])


def huge_picture() -> bytes:
    """A scan of 3.6 thousand million dots, which packs to little."""
    kind = "/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 8"
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(bytes(60_000 * 100)) for _ in range(600)) + packer.flush()
    image = b"<</Length %d/Filter/FlateDecode%b>>stream\n%b\nendstream" % (len(packed), kind.encode(), packed)
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>"
    tree = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return portable_document(["<</Type/Catalog/Pages 2 0 R>>", tree, page, stream(b"595 0 0 842 0 0 cm /I Do"), image])


def long_book(pages: int) -> bytes:
    """So many pages of running text."""
    data = io.BytesIO()
    canvas = Canvas(data)
    for number in range(pages):
        for line in range(30):
            canvas.drawString(60, 800 - 20 * line, f"Page {number} line {line}. {STORY[line % 3][:60]}")
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def traps() -> Iterator[Trap]:
    """All of this kind."""
    picture = b"595 0 0 842 0 0 cm /I Do"
    gone = "damaged|empty"
    yield Trap("pages.pdf", lambda: empty_pages(100_000), "too large|empty", slow=True)
    yield Trap("empty.pdf", lambda: empty_pages(300), "empty")
    yield Trap("own-parent.pdf", lambda: one_page(words(), kids="2 0 R"), gone)
    yield Trap(
        "two-parents.pdf", lambda: one_page(words(), kids="3 0 R 2 0 R 3 0 R", count=900), "read in part|read|damaged"
    )
    yield Trap(
        "count.pdf", lambda: one_page(words(), count=2**31 - 1), "read in part|read|too large|damaged", slow=True
    )
    yield Trap("less-than-none.pdf", lambda: one_page(words(), count=-5), "read|damaged|empty")
    yield Trap("huge-page.pdf", lambda: one_page(words(), "0 0 1e9 1e9"), "read", STORY[0][:40])
    yield Trap("huge-scan.pdf", lambda: one_page(picture, "0 0 1e9 1e9"), "empty|damaged|unsupported|too large")
    yield Trap("flat-scan.pdf", lambda: one_page(picture, "0 0 1e8 1"), "empty|damaged|unsupported|too large")
    yield Trap("no-page.pdf", lambda: one_page(picture, "0 0 0 0"), "empty|damaged|unsupported")
    yield Trap(
        "huge-picture.pdf",
        huge_picture,
        "empty|damaged|unsupported|too large|out of memory|crashed|timed out",
        slow=True,
    )
    yield Trap(
        "content.pdf",
        lambda: one_page(words() + b" q" * 30_000_000),
        "read|read in part|too large|timed out|out of memory|crashed",
        slow=True,
    )
    yield Trap(
        "text.pdf",
        lambda: one_page(words() * 200_000),
        "read|read in part|too large|timed out|out of memory|crashed",
        slow=True,
    )
    yield Trap("book.pdf", lambda: long_book(2000), "read", "Page 1999 line 15.", slow=True)
    yield Trap("packed-often.pdf", lambda: portable.story()[:1500], gone)
    yield Trap("mark-alone.pdf", lambda: b"%PDF-1.7\n", gone)
