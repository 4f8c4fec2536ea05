"""Mails, boxes of them, and pages saved as such."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage

from tests.corpus.office import word
from tests.corpus.plain import page
from tests.corpus.portable import story
from tests.corpus.sample import KEY, STORY, TITLE, UKRAINIAN, Sample


def mail(body: str = "\n\n".join(STORY), subject: str = TITLE) -> EmailMessage:
    """A message as a mail program sends it."""
    made = EmailMessage()
    made["From"] = "Halyna Moroz <halyna@mill.example>"
    made["To"] = "desk@courier.example"
    made["Subject"] = subject
    made["Date"] = "Tue, 18 Apr 2023 12:30:00 +0300"
    made["Message-ID"] = "<1@mill.example>"
    made.set_content(body)
    return made


def box() -> bytes:
    """Three mails, one with a line that begins like the mark between two."""
    line = b"From halyna@mill.example Tue Apr 18 12:30:00 2023\n"
    bodies = (STORY[0] + "\n\nFrom here on the road is closed.", *STORY[1:])
    quoted = (bytes(mail(body, f"Part {n}")).replace(b"\nFrom ", b"\n>From ") for n, body in enumerate(bodies))
    return b"".join(line + message + b"\n" for message in quoted)


def saved_page() -> bytes:
    """A page as Chromium saves it whole."""
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/bridge\r\n"
        f"Subject: {TITLE}\r\nDate: Tue, 18 Apr 2023 12:30:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Blink----"\r\n\r\n\r\n'
    )
    part = "------Blink----\r\nContent-Type: text/html\r\nContent-Location: https://courier.example/bridge\r\n\r\n"
    picture = "------Blink----\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    picture += "R0lGODlhAQABAAAAACw=\r\n"
    return f"{head}{part}{page()}\r\n{picture}------Blink------\r\n".encode()


def samples() -> Iterator[Sample]:
    """All of this kind."""
    yield Sample("story.eml", bytes(mail()))
    both = mail("\n\n".join(STORY))
    both.add_alternative(page(), subtype="html")
    yield Sample("alternative.eml", bytes(both))
    attached = mail(UKRAINIAN)
    attached.add_attachment(word(), maintype="application", subtype="msword", filename="story.docx")
    attached.add_attachment(story(), maintype="application", subtype="pdf", filename="story.pdf")
    yield Sample("attached.eml", bytes(attached), (), 3)
    forwarded = mail(STORY[0])
    forwarded.add_attachment(mail("\n\n".join(STORY[1:]), "Earlier"))
    yield Sample("forwarded.eml", bytes(forwarded), KEY, 2)
    yield Sample("box.mbox", box(), KEY, 3)
    yield Sample("page.mhtml", saved_page())
