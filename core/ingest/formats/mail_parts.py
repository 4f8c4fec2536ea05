"""A mail taken apart, also where it does not say, or says wrongly, what parts its parts."""

from __future__ import annotations

import email
import re
from email.message import Message

from core.ingest.formats.mail_headers import POLICY

_LINE = re.compile(rb"^--([^\s\"]{1,70})[ \t]*\n(?=content-[a-z-]{1,40}:)", re.IGNORECASE | re.MULTILINE)


def taken_apart(data: bytes) -> Message:
    """The message with its parts.

    Args:
        data: with single newlines.

    Raises:
        RecursionError: parts in parts beyond measure.
    """
    message = email.message_from_bytes(data, policy=POLICY)
    if message.get_content_maintype() != "multipart" or _has_parts(message):
        return message
    _, gap, rest = data.partition(b"\n\n")
    found = _LINE.search(rest)
    if not found:
        return message
    kind = message.get_content_type()
    del message["Content-Type"]
    message["Content-Type"] = f'{kind}; boundary="{found[1].decode("ascii", "replace")}"'
    message.set_payload("")
    return email.message_from_bytes(message.as_bytes(policy=POLICY).rstrip(b"\n") + gap + rest, policy=POLICY)


def _has_parts(message: Message) -> bool:
    return message.is_multipart() and any(isinstance(part, Message) and part.keys() for part in message.get_payload())
