"""Mails of programs good and bad: subject, sender, date, the text once, and each attachment a file of its own."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest

from core.ingest import Outcome, read_file

BODY = "The bridge at Novy Brid fell at noon, and two people were hurt, the mayor said on Monday evening."
HEAD = (
    "From: Olena Petrenko <olena@desk.example>\nTo: desk@desk.example\nSubject: Bridge falls\n"
    "Date: Thu, 15 Sep 2022 23:30:00 +0300\nMIME-Version: 1.0\n"
)


def mail(**changes: object) -> EmailMessage:
    """A plain mail; keywords add headers."""
    message = EmailMessage()
    headers = {"From": "Olena Petrenko <olena@desk.example>", "Subject": "Bridge falls", **changes}
    for name, value in headers.items():
        message[name.replace("_", "-")] = str(value)
    message["Date"] = "Thu, 15 Sep 2022 23:30:00 +0300"
    message.set_content(BODY)
    return message


def test_a_plain_mail() -> None:
    """Subject leads the text; the date is the sender's day and counts as metadata."""
    (document,) = read_file(mail().as_bytes(), "a").documents()
    assert document.text.strip() == f"Bridge falls\n\n{BODY}"
    assert (document.title, document.author) == ("Bridge falls", "Olena Petrenko <olena@desk.example>")
    assert (document.published, document.published_from) == (dt.date(2022, 9, 15), "metadata")


def test_page_and_plain_text_are_one_document() -> None:
    """The plain part is read where it says something, else the page."""
    both, stub = mail(), mail()
    both.add_alternative(f"<p>{BODY}</p><p>Only on the page.</p>", subtype="html")
    stub.set_content("Your program cannot show this message.")
    stub.add_alternative(f"<html><body><p>{BODY}</p></body></html>", subtype="html")
    assert [d.text.count(BODY) for d in read_file(both.as_bytes(), "a").documents()] == [1]
    assert [d.text for d in read_file(stub.as_bytes(), "a").documents()] == [f"Bridge falls\n\n{BODY}"]


def test_attachments_and_forwarded_messages() -> None:
    """Each is read as the file it is, under its own name; what is not read is said."""
    message = mail()
    message.add_attachment(
        f"<html><body><p>{BODY} In a page.</p></body></html>".encode(),
        "application",
        "octet-stream",
        filename="Звіт.txt",
    )
    message.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(20), "image", "png", filename="photo.png")
    message.add_attachment(mail(Subject="Older news"))
    outcome = read_file(message.as_bytes(), "letter.eml")
    assert outcome.code == "read in part"
    assert [d.title for d in outcome.documents()][::2] == ["Bridge falls", "Older news"]
    assert [(m.name, m.code) for m in outcome.members][:2] == [("Звіт.txt", "read"), ("photo.png", "unsupported")]


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        (
            "Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: 8bit\n",
            "Міст упав опівдні.".encode("cp1251"),
            "Міст упав опівдні.",
        ),
        (
            "Content-Type: text/plain; charset=no-such\n",
            "Міст упав опівдні, двоє людей постраждали.".encode(),
            "Міст упав опівдні, двоє людей постраждали.",
        ),
        (
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n",
            b"VGhlIGJyaWRnZSBmZWxsLg",
            "The bridge fell.",
        ),
        (
            "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n",
            b"The bridge=\n fell caf=C3=A9.",
            "The bridge fell café.",
        ),
        ("Content-Type: multipart/mixed; boundary=zz\n", b"--zz\n\nThe bridge fell", "The bridge fell"),
        ("Content-Type: multipart/mixed\n", b"The bridge fell.", "The bridge fell."),
    ],
    ids=["windows-1251", "unknown charset", "base64 cut off", "quoted-printable", "never closed", "no boundary"],
)
def test_bad_programs(head: str, body: bytes, text: str) -> None:
    """What mail programs do wrong is read all the same."""
    (document,) = read_file((HEAD + head + "\n").encode() + body, "a").documents()
    assert document.text.strip() == f"Bridge falls\n\n{text}"


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_mailboxes(ends: bytes) -> None:
    """Each message is told apart, and a quoted line of its text is given back."""
    parting = b"From olena@desk.example Thu Sep 15 20:30:00 2022\n"
    one = parting + HEAD.encode() + b"\nThe bridge fell.\n\n>From here on it is closed.\n\n"
    outcome = read_file((one + one.replace(b"falls", b"stands") + b"\n").replace(b"\n", ends), "inbox")
    assert [d.title for d in outcome.documents()] == ["Bridge falls", "Bridge stands"]
    assert all("\nFrom here on" in d.text for d in outcome.documents())


def nested(depth: int) -> bytes:
    """A mail whose parts lie so deep in one another."""
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(depth))
    return f"{HEAD}{opened}Content-Type: text/plain\n\n{BODY}\n".encode()


@pytest.mark.parametrize("depth", [60, 3000])
def test_parts_nested_beyond_measure(depth: int) -> None:
    """The mail is there with its subject, and says what was not opened."""
    outcome = read_file(nested(depth), "a")
    assert outcome.code == "read in part"
    assert "nested" in outcome.sentence
    assert [d.title for d in outcome.documents()] == ["Bridge falls"]


def test_a_header_of_megabytes() -> None:
    """Only its beginning is looked at, and that is said."""
    outcome = read_file(HEAD.replace("Bridge falls", "=?utf-8?q?=41?= " * 200_000).encode() + f"\n{BODY}".encode(), "a")
    (document,) = outcome.documents()
    assert BODY in document.text
    assert (outcome.code, len(document.title or "") <= 300) == ("read in part", True)


def test_sealed_mails_need_a_key() -> None:
    """Encrypted parts are told from text."""
    part = "--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x--\n"
    sealed = f'{HEAD}Content-Type: multipart/encrypted; boundary="x"\n\n{part}'
    found: Outcome = read_file(sealed.encode(), "a")
    assert [m.code for m in found.members] == ["needs password"]


def test_prose_with_colons_is_no_mail() -> None:
    """A few lines that look like headers are the beginning of a story."""
    for text in ("From: our reporter\nSubject: the bridge\n\nIt fell.", "Received: two letters.\nFrom: him."):
        (document,) = read_file(text.encode(), "a").documents()
        assert document.text == text


def test_a_page_with_a_plain_footer_of_a_mailing_list() -> None:
    """The footer does not stand in for the page: both are read, in their order."""
    footer = "You get this mail because you are on our list. To leave it, write to list-leave@desk.example any time."
    parts = f"--x\nContent-Type: text/html\n\n<p>{BODY}</p>\n--x\nContent-Type: text/plain\n\n{footer}\n--x--\n"
    (document,) = read_file(f"{HEAD}Content-Type: multipart/mixed; boundary=x\n\n{parts}".encode(), "a").documents()
    assert document.text == f"Bridge falls\n\n{BODY}\n\n{footer}"
