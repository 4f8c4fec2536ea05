"""Mails nested, swollen and numbered beyond measure."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.compound import compound
from tests.corpus.mails import mail
from tests.corpus.outlook import embedded, message
from tests.corpus.outlook import mail as outlook_mail
from tests.corpus.sample import STORY
from tests.traps.trap import Trap

HEAD = "From: Halyna Moroz <halyna@mill.example>\nTo: desk@courier.example\nSubject: {}\nMIME-Version: 1.0\n"
_MIXED = 'Content-Type: multipart/mixed; boundary="b{}"\n\n--b{}\n'


def nested_parts(levels: int) -> bytes:
    """Parts inside parts, each with a mark of its own; the story lies in the outermost."""
    opening = "".join(_MIXED.format(n, n) for n in range(levels))
    closing = "".join(f"--b{n}--\n" for n in reversed(range(levels)))
    first, _, rest = opening.partition("--b0\n")
    story = f"--b0\nContent-Type: text/plain\n\n{STORY[0]}\n"
    return f"{HEAD.format('Deep')}{first}{story}--b0\n{rest}Content-Type: text/plain\n\nbottom\n{closing}".encode()


def nested_messages(levels: int) -> bytes:
    """Forwarded messages inside forwarded messages."""
    inner = HEAD.format("Innermost") + f"Content-Type: text/plain\n\n{STORY[1]}\n"
    opening = "".join(HEAD.format(n) + "Content-Type: message/rfc822\n\n" for n in range(levels))
    return (opening + inner).encode()


def deep_then_long(levels: int, lines: int) -> bytes:
    """Every line of a long text is looked at once for each of the parts around it."""
    opening = "".join(_MIXED.format(n, n) for n in range(levels))
    return (HEAD.format("Slow") + opening + "Content-Type: text/plain\n\n" + f"{STORY[0]}\n" * lines).encode()


def many_parts(count: int) -> bytes:
    """So many small plain parts."""
    head = f'{HEAD.format("Many")}Content-Type: multipart/mixed; boundary="b"\n\n'
    parts = "".join(f"--b\nContent-Type: text/plain\n\npart {n}\n" for n in range(count))
    return f"{head}--b\nContent-Type: text/plain\n\n{STORY[0]}\n{parts}--b--\n".encode()


def many_attachments(count: int) -> bytes:
    """So many small attachments."""
    head = f'{HEAD.format("Many")}Content-Type: multipart/mixed; boundary="b"\n\n'
    kind = "Content-Type: text/plain\nContent-Disposition: attachment; filename="
    parts = "".join(f"--b\n{kind}{n}.txt\n\nattachment {n}\n" for n in range(count))
    return f"{head}--b\nContent-Type: text/plain\n\n{STORY[0]}\n{parts}--b--\n".encode()


def long_subject(size: int, encoded: bool) -> bytes:
    """A subject of so many characters, on one line or as encoded words on many."""
    subject = "=?utf-8?b?0JzRltGB0YI=?=\n " * (size // 26) + "end" if encoded else "x" * size
    return (HEAD.format(subject) + f"\n{STORY[0]}\n").encode()


def many_headers(count: int) -> bytes:
    """So many lines before the text."""
    head = HEAD.format("Headers") + "".join(f"X-Header-{n}: {n}\n" for n in range(count))
    return f"{head}\n{STORY[0]}\n".encode()


def box(count: int) -> bytes:
    """A mailbox of so many messages."""
    line = "From halyna@mill.example Tue Apr 18 12:30:00 2023\n"
    return "".join(f"{line}{HEAD.format(f'Letter {n}')}\nThis is letter number {n}.\n\n" for n in range(count)).encode()


def attached_to_itself(levels: int) -> bytes:
    """Messages of Outlook inside messages."""
    inner = outlook_mail(STORY[1])
    tree = embedded(inner)
    for _ in range(levels):
        outer = dict(tree)
        tree = embedded({**inner, 0x3701: outer[0x3701]})
    return message(outlook_mail(STORY[0]), tree)


def looped_compound() -> bytes:
    """A compound file whose table of sectors leads in a circle."""
    data = bytearray(message(outlook_mail("\r\n".join(STORY) * 40)))
    data[-512:-496] = b"\0\0\0\0" * 4
    return bytes(data)


def old_office(stream: str) -> bytes:
    """A compound file of an older program."""
    return compound({stream: bytes(5000), "\x05SummaryInformation": bytes(200)})


def traps() -> Iterator[Trap]:
    """All of this kind."""
    yield Trap("nested.eml", lambda: nested_parts(3000), "read in part", STORY[0][:60])
    yield Trap("nested-100.eml", lambda: nested_parts(100), "read in part", STORY[0][:60])
    yield Trap("forwarded.eml", lambda: nested_messages(3000), "read in part|too large|damaged")
    yield Trap("forwarded-8.eml", lambda: nested_messages(8), "read in part|too large")
    yield Trap("deep-and-long.eml", lambda: deep_then_long(150, 100_000), "read in part|read|too large", slow=True)
    yield Trap("parts.eml", lambda: many_parts(20_000), "read|read in part", STORY[0], slow=True)
    yield Trap("attachments.eml", lambda: many_attachments(12_000), "read in part", STORY[0], slow=True)
    yield Trap("subject.eml", lambda: long_subject(2_800_000, encoded=False), "read in part", STORY[0])
    yield Trap("encoded-subject.eml", lambda: long_subject(2_800_000, encoded=True), "read|read in part", STORY[0])
    yield Trap("headers.eml", lambda: many_headers(300_000), "read|read in part", STORY[0], slow=True)
    yield Trap("box.mbox", lambda: box(200_000), "read in part", "letter number 7.", slow=True)
    yield Trap("empty-lines.eml", lambda: bytes(mail(STORY[0])) + b"\n" * 5_000_000, "read", STORY[0], slow=True)
    yield Trap("inside-itself.msg", lambda: attached_to_itself(20), "read in part|read", STORY[0])
    yield Trap("loop.msg", looped_compound, "damaged|read|read in part")
    yield Trap(
        "locked.docx",
        lambda: compound({"EncryptedPackage": bytes(5000), "EncryptionInfo": bytes(300)}),
        "needs password",
    )
    yield Trap("old.docx", lambda: old_office("WordDocument"), "unsupported")
    yield Trap("old.txt", lambda: old_office("Workbook"), "unsupported")
