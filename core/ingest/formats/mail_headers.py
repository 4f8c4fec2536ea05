"""Headers of mails as people read them: encoded words decoded, dates as days, never more than the beginning."""

from __future__ import annotations

import datetime as dt
import email.errors
import email.header
import email.policy
import email.utils
from email.message import Message

from core.ingest.encoding import decode
from core.ingest.outcome import Unreadable


class _Raw(email.policy.Compat32):
    """Interprets no header, whatever bytes it holds: interpreting a subject of megabytes takes gigabytes."""

    def header_fetch_parse(self, _name: str, value: str) -> str:
        return value


POLICY = _Raw()
"""How the standard library parses mails here."""

_LONGEST = 2_000
_TITLE = 300


def decoded(header: object, longest: int = _TITLE) -> str | None:
    """A header in characters on one line, null where there is none; broken encoded words stay as they stand."""
    raw = " ".join(_as_written(str(header or "")[:_LONGEST]).split())
    try:
        parts = email.header.decode_header(raw)
    except (email.errors.HeaderParseError, ValueError):
        return raw[:longest] or None
    text = "".join(_characters(words, charset) for words, charset in parts)
    return " ".join(text.split())[:longest] or None


def _as_written(header: str) -> str:
    """A header that stands there in plain bytes, as some programs send it, in the encoding that they show."""
    if header.isascii():
        return header
    data = header.encode("utf-8", "surrogateescape")
    try:
        return decode(data)
    except Unreadable:
        return data.decode("cp1252", "replace")


def _characters(words: bytes | str, charset: str | None) -> str:
    if isinstance(words, str):
        return words
    for encoding in (charset, "utf-8"):
        try:
            return words.decode(encoding or "ascii")
        except (LookupError, UnicodeError):
            continue
    return words.decode("cp1252", "replace")


def sent_on(message: Message) -> dt.date | None:
    """The day of the Date header, in the sender's own time zone."""
    try:
        return email.utils.parsedate_to_datetime(str(message.get("Date", ""))[:_LONGEST]).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def outlet_of(message: Message) -> str | None:
    """The mailing list or organisation that a mail names; a sender is an author, not an outlet."""
    listed = decoded(message.get("List-Id"))
    return decoded(message.get("Organization")) or (listed.partition("<")[0].strip('" ') or None if listed else None)


def file_name(part: Message) -> str | None:
    """What an attachment is called, null where it has no name."""
    for header, key in (("content-disposition", "filename"), ("content-type", "name")):
        if len(str(part.get(header, ""))) > _LONGEST:
            continue
        try:
            value = part.get_param(key, header=header)
        except (ValueError, IndexError):
            continue
        if isinstance(value, tuple):  # RFC 2231: character set, language, words
            value = email.utils.collapse_rfc2231_value(value)
        if value:
            return decoded(value)
    return None
