"""Files whose words can be read though something about them is odd: none of them may be lost."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.corpus import outlook
from tests.corpus.sample import STORY
from tests.traps.of_pdf import one_page, words
from tests.traps.trap import Trap

FINNISH = "Harkovan kuvernööri kertoi perjantaina ettei ketään loukkaantunut tulipalossa joka syttyi myllyssä"
ARABIC = "احترقت المطحنة يوم الاثنين وقال المحافظ إن اثني عشر شخصا قتلوا وجرح أربعون آخرون في الحريق الكبير"
RUSSIAN = "Мельница сгорела в понедельник, двенадцать человек погибли, сказал мэр города во вторник вечером"
TURKISH = "İstanbul'da pazartesi günü çıkan yangında on iki kişi öldü, kırk kişi yaralandı; vali şöyle dedi"
SHIFTED = "Uif csjehf bu Opwz Csje gfmm bu oppo, boe uxp qfpqmf xfsf ivsu."

BEFORE_PDF: Mapping[str, bytes] = {
    "mark": b"\xef\xbb\xbf",
    "wide-mark": b"\xff\xfe",
    "letters": b"xyz",
    "bytes": bytes(range(1, 200)),
    "download": b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n",
    "notice": b"<br />\n<b>Notice</b>: Undefined index in <b>get.php</b> on line <b>3</b><br />\n",
}
SIGNS = "\u037e\u0387\u0384\u0385\u0375\u0482\u0483\u03f6"
NULS: Mapping[str, bytes] = {
    "inside": STORY[0].replace(" ", "\0\0", 1).encode(),
    "behind": f"{STORY[0]}\0\0".encode(),
    "before": f"\0\0{STORY[0]}".encode(),
    "parted": f"\0{STORY[0]}\0".encode(),
    "cyrillic": f"{RUSSIAN}\0\0".encode("cp1251"),
}
PAGES = (709, 710, 720, 29_001, 57_002, 99_999)
"""Code pages of Windows for which Python has no codec of that name, or none at all, and one that is none."""


def pages_of(*pages: Sequence[str], **options: object) -> bytes:
    """A PDF with these lines on its pages."""
    data = io.BytesIO()
    canvas = Canvas(data, **options)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(40, 815 - 13 * number, line)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def rows() -> list[str]:
    """A table of names and numbers."""
    return [f"Kharkiv{n} {n * 37} Donetsk{n} {n * 11} Kherson{n} {n * 5}.5" for n in range(60)]


def page_of(text: str, encoding: str) -> bytes:
    """A web page that does not say how it is encoded."""
    return f"<html><head><title>A mill</title></head><body><p>{text}.</p></body></html>".encode(encoding)


def paged_mail(text: str, encoding: str, page: int) -> bytes:
    """A message that is a page in bytes, of this code page by what it says."""
    subject = {number: value for number, value in outlook.mail("").items() if isinstance(value, str) and value}
    return outlook.message({**subject, 0x1013: f"<p>{text}</p>".encode(encoding), 0x3FDE: page})


def traps() -> Iterator[Trap]:
    """All of this kind."""
    for name, before in BEFORE_PDF.items():
        yield Trap(f"behind-{name}.pdf", lambda b=before: b + one_page(words()), "read", STORY[0][:60])  # type: ignore[misc]
    yield Trap("table.pdf", lambda: pages_of(rows()), "read", "Donetsk7 77")
    yield Trap("table-and-story.pdf", lambda: pages_of(rows(), STORY), "read", "Donetsk7 77")
    yield Trap("finnish.pdf", lambda: pages_of([FINNISH] * 20), "read", FINNISH[:40])
    yield Trap("exchanged.pdf", lambda: pages_of([SHIFTED] * 8), "unsupported|empty")
    for name, owner in (("owner", "secret"), ("nobody", "")):
        lock = StandardEncryption("", ownerPassword=owner, canPrint=0)
        yield Trap(f"locked-by-{name}.pdf", lambda k=lock: pages_of([STORY[0][:60]], encrypt=k), "read", STORY[0][:60])  # type: ignore[misc]
    locked = StandardEncryption("key", ownerPassword="secret")
    yield Trap("locked.pdf", lambda: pages_of(STORY, encrypt=locked), "needs password")
    for page in PAGES:
        both = {0x3FDE: page, 0x3FFD: page}
        yield Trap(
            f"page-{page}.msg", lambda b=both: outlook.message({**outlook.mail(STORY[0]), **b}), "read", STORY[0]
        )  # type: ignore[misc]
    for name, text, encoding, page in (
        ("right", RUSSIAN, "cp1251", 1251),
        ("unknown", RUSSIAN, "cp1251", 99_999),
        ("without-codec", ARABIC, "cp1256", 709),
        ("asmo", ARABIC, "iso8859_6", 708),
        ("untrue", RUSSIAN, "cp1251", 65_000),
    ):
        yield Trap(f"{name}-page.msg", lambda t=text, e=encoding, p=page: paged_mail(t, e, p), "read", text)  # type: ignore[misc]
    for name, text, encoding in (
        ("arabic-iso", ARABIC, "iso8859_6"),
        ("arabic-windows", ARABIC, "cp1256"),
        ("turkish", TURKISH, "cp1254"),
    ):
        yield Trap(f"{name}.html", lambda t=text, e=encoding: page_of(t, e), "read", text[:30])  # type: ignore[misc]
    for sign in SIGNS:
        yield Trap(f"sign-{ord(sign):04x}.txt", f"{STORY[0]} a{sign} {sign}b a{sign}b {sign}".encode, "read", STORY[0])
    for name, data in NULS.items():
        yield Trap(f"nuls-{name}.txt", lambda d=data: d, "read")  # type: ignore[misc]
