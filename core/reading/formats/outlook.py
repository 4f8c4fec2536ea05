"""Messages of Outlook (MSG)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from core.reading.content import Content, Member, Part, Refused
from core.reading.encoding import decode, tidy
from core.reading.formats.format import Format
from core.reading.markup import all_text
from core.reading.outcome import Unreadable
from core.reading.source import Source

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTIES = "__properties_version1.0".encode("utf-16-le")


def is_message(source: Source) -> bool:
    """Whether it is a compound file with the properties of a message: older Office documents have none."""
    return source.data.startswith(_COMPOUND) and _PROPERTIES in source.data


def read_message(source: Source) -> Iterator[Part]:
    """The message with subject, sender and date, then what is attached to it."""
    from oxmsg import Message

    message = Message.load(io.BytesIO(source.data))
    subject = " ".join((message.subject or "").split())[:300] or None
    text = tidy(message.body or "").strip("\n") or _page(message.html_body)
    sent = message.sent_date
    yield Content(
        text=f"{subject}\n\n{text}" if subject and text.strip() else text or subject or "",
        title=subject,
        published=sent.date() if sent else None,
        dated_by="from the day on which the message was sent",
        author=message.sender,
    )
    for number, attachment in enumerate(message.attachments, start=1):
        yield _attached(attachment, number)


def _page(page: str | bytes | None) -> str:
    if isinstance(page, bytes):
        page = decode(page, markup=True) if page.strip() else ""
    return all_text(page) if page else ""


def _attached(attachment: Any, number: int) -> Part:
    name = attachment.file_name or f"attachment {number}"
    data = attachment.file_bytes
    if data is None:
        return Refused(name, Unreadable("unsupported", "It is kept elsewhere or is a message itself; not opened."))
    return Member(name, data)


FORMAT = Format("Outlook message", (".msg",), is_message, read_message)
