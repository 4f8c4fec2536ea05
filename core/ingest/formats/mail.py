"""E-mails: the message as a document, its attachments and forwarded messages as files of their own.

The standard library parses; what is shown of headers is decoded from the beginning of each alone.
"""

from __future__ import annotations

import codecs
import email
import re
from collections.abc import Iterator
from email.message import Message

from core.ingest.content import Content, Member, Part, Refused
from core.ingest.formats.format import Format
from core.ingest.formats.mail_body import body, payload
from core.ingest.formats.mail_headers import POLICY, decoded, file_name, outlet_of, sent_on
from core.ingest.formats.mail_parts import taken_apart
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

_HEADERS = re.compile(
    rb"\s{0,9}(?:>?From [^\n]{1,200}\n)?"
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]{0,5000}\n(?:[ \t][^\n]{0,5000}\n){0,200}){0,60}?"
    rb"(?:MIME-Version: ?\d|Received: (?:from|by)\b|(?:Message-ID|Return-Path): ?<|Delivered-To: ?\S{1,99}@"
    rb"|From: ?[^\n]{0,200}@[^\n]{1,200}\n(?:[A-Za-z-]{1,60}:[^\n]{0,5000}\n){0,20}?(?:Date|To|Subject): )",
    re.IGNORECASE,
)
_LENGTH = re.compile(rb"(\d{1,9}) *\r?\n(?=[A-Za-z][A-Za-z0-9-]{1,60}:)")
_SEALED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_ENDINGS = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf"}
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")


def is_mail(source: SourceFile) -> bool:
    """Whether the first lines are the headers of a mail: prose with a colon does not have these."""
    head = bare(source.data[:200_000])
    return _HEADERS.match(head.replace(b"\r\n", b"\n").replace(b"\r", b"\n")) is not None


def bare(data: bytes) -> bytes:
    """The message without a byte order mark, and without the frame in which Apple Mail keeps it: its length before it,
    a property list behind it."""
    data = data.removeprefix(codecs.BOM_UTF8).lstrip()
    framed = _LENGTH.match(data)
    return data[framed.end() :][: int(framed[1])] if framed else data


def read_mail(source: SourceFile) -> Iterator[Part]:
    """The message with subject, sender and date, then what is attached to it."""
    lacks: list[str] = []
    message = _parsed(source, lacks)
    leaves = list(_leaves(message, source.budget.limits.nesting, lacks))
    subject = decoded(message.get("Subject"))
    text, used = body(leaves)
    yield Content(
        text=f"{subject}\n\n{text}" if subject and text.strip() else text or subject or "",
        title=subject,
        outlet=outlet_of(message),
        published=sent_on(message),
        dated_by="from the mail’s Date header",
        author=decoded(message.get("From")),
        lacks=tuple(dict.fromkeys(lacks)),
    )
    said = set(map(id, used))
    for number, leaf in enumerate((leaf for leaf in leaves if id(leaf) not in said), start=1):
        if leaf.get_content_type() not in _SIGNATURES:
            yield _attached(leaf, number)


def _parsed(source: SourceFile, lacks: list[str]) -> Message:
    """The message; where its parts are nested beyond measure, its headers with all that follows as plain text."""
    data = _shortened(bare(source.data), source.budget.limits.header, lacks)
    try:
        return taken_apart(data.lstrip())
    except RecursionError:
        lacks.append("Its parts are nested too deeply to be told apart.")
        head, _, rest = data.partition(b"\n\n")
        message = email.message_from_bytes(head + b"\n\n", policy=POLICY)
        del message["Content-Type"], message["Content-Transfer-Encoding"]
        message.set_payload(rest[:100_000].decode("ascii", "replace"))
        return message


def _shortened(data: bytes, longest: int, lacks: list[str]) -> bytes:
    """The mail with each line of its head cut to the limit; the rest as it stands, with single newlines."""
    plain = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    head, gap, rest = plain.partition(b"\n\n")
    lines = head.split(b"\n")
    if all(len(line) <= longest for line in lines):
        return plain
    lacks.append(f"A header of it was longer than {longest // 1024} KB and was cut.")
    return b"\n".join(line[:longest] for line in lines) + gap + rest


def _leaves(message: Message, most: int, lacks: list[str]) -> Iterator[Message]:
    """Parts that hold something, in the order of the mail."""
    waiting = [(message, 0)]
    while waiting:
        part, level = waiting.pop()
        if part.get_content_type() in _SEALED or not part.is_multipart() or part.get_content_maintype() == "message":
            yield part
        elif level >= most:
            lacks.append(f"Parts nested more than {most} levels deep were not opened.")
        else:
            inner = [inside for inside in part.get_payload() if isinstance(inside, Message)]
            waiting.extend((inside, level + 1) for inside in reversed(inner))


def _attached(part: Message, number: int) -> Part:
    name = file_name(part)
    if part.get_content_type() in _SEALED:
        return Refused(
            name or "sealed part", Unreadable("needs password", "It is encrypted; only its owner can open it.")
        )
    if part.get_content_maintype() == "message" and part.is_multipart():
        return _forwarded(part, name or f"message {number}")
    return Member(name or f"part {number}{_ENDINGS.get(part.get_content_type(), '')}", payload(part))


def _forwarded(part: Message, name: str) -> Part:
    inner = part.get_payload(0)
    if isinstance(inner, Message) and str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
        inner["Content-Transfer-Encoding"] = "base64"  # what was packed is the whole message, headers and all
        return Member(name, payload(inner))
    try:
        return Member(name, inner.as_bytes(policy=POLICY) if isinstance(inner, Message) else b"")
    except (RecursionError, UnicodeError, LookupError, KeyError, TypeError, ValueError):
        return Refused(name, Unreadable("damaged", "This forwarded message cannot be read."))


FORMAT = Format("e-mail", (".eml", ".emlx"), is_mail, read_mail)
