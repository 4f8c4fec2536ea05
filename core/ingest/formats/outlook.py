"""Messages of Outlook (MSG), with what is attached to them, messages in messages too."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from core.ingest.budget import Budget
from core.ingest.content import Content, Member, Part, Refused
from core.ingest.encoding import decode, tidy
from core.ingest.formats import rich_text
from core.ingest.formats.compound import MARK, has_stream
from core.ingest.formats.compressed_rtf import unpacked
from core.ingest.formats.format import Format
from core.ingest.formats.outlook_codes import with_known_pages
from core.ingest.markup import all_text
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

_PROPERTIES = "__properties_version1.0"
_EMBEDDED = "__substg1.0_3701000D"
"""Where an attachment that is a message holds its storage."""

_EMBEDDED_HEAD = 24
"""Bytes before the properties of a message in a message: 8 fewer than at the top (MS-OXMSG 2.4.1)."""


def is_message(source: SourceFile) -> bool:
    """Whether it is a compound file with the properties of a message: older Office documents have none."""
    return source.data.startswith(MARK) and has_stream(source, _PROPERTIES)


def read_message(source: SourceFile) -> Iterator[Part]:
    """The message with subject, sender and date, then what is attached to it."""
    from oxmsg import Message

    yield from _parts(with_known_pages(Message.load(io.BytesIO(source.data))), source.budget, 0)


def _parts(message: Any, budget: Budget, level: int, name: str | None = None) -> Iterator[Part]:
    subject = " ".join((message.subject or "").split())[:300] or None
    text = tidy(message.body or "").strip("\n") or _page(message) or _rich_text(message, budget)
    sent = message.sent_date
    content = Content(
        text=f"{subject}\n\n{text}" if subject and text.strip() else text or subject or "",
        title=subject,
        published=sent.date() if sent else None,
        dated_by="from the day on which the message was sent",
        author=message.sender,
    )
    yield replace(content, name=name) if name else content
    for number, attachment in enumerate(message.attachments, start=1):
        yield from _attached(attachment, number, budget, level)


def _page(message: Any) -> str:
    """The text of the page that a message is, where it has no plain text; empty where its characters are unknown."""
    try:
        page = message.html_body
    except (UnicodeError, LookupError):
        from oxmsg.domain import constants

        page = message.properties.binary_prop_value(constants.PID_HTML)
    if isinstance(page, bytes):
        page = decode(page, markup=True) if page.strip() else ""
    return all_text(page) if page else ""


def _rich_text(message: Any, budget: Budget) -> str:
    """The text of a message that is kept as compressed Rich Text alone; empty where there is none."""
    from oxmsg.domain import constants

    packed = message.properties.binary_prop_value(constants.PID_RTF_COMPRESSED)
    markup = unpacked(packed, budget.limits.characters) if packed else b""
    return rich_text.text_of(markup) if markup else ""


def _attached(attachment: Any, number: int, budget: Budget, level: int) -> Iterator[Part]:
    name = attachment.file_name or f"attachment {number}"
    inner = next((storage for storage in attachment._storage.storages if storage.name == _EMBEDDED), None)
    if inner is not None and level >= budget.limits.depth:
        sentence = f"It lies more than {budget.limits.depth} levels deep and was not opened."
        yield Refused(name, Unreadable("too large", sentence))
    elif inner is not None:
        yield from _parts(_embedded(inner), budget, level + 1, name)
    elif attachment.file_bytes is None:
        yield Refused(name, Unreadable("unsupported", "It is kept elsewhere; the message only says where."))
    else:
        yield Member(name, attachment.file_bytes)


def _embedded(storage: Any) -> Any:
    """The message that a storage inside another message holds."""
    from oxmsg import Message
    from oxmsg.properties import Properties

    message = Message(storage)
    message.__dict__["_properties"] = Properties(storage, properties_header_offset=_EMBEDDED_HEAD)  # its own cache
    return with_known_pages(message)


FORMAT = Format("Outlook message", (".msg",), is_message, read_message)
