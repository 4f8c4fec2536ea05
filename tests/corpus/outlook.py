"""Messages as Outlook saves them (MS-OXMSG)."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator, Mapping

from tests.corpus.compound import Tree, compound
from tests.corpus.plain import page
from tests.corpus.sample import KEY, STORY, TITLE, Sample

_STRING, _BINARY, _OBJECT, _TIME, _INTEGER = 0x001F, 0x0102, 0x000D, 0x0040, 0x0003
_SUBJECT, _BODY, _HTML, _SENDER, _ADDRESS, _SENT = 0x0037, 0x1000, 0x1013, 0x0C1A, 0x0C1F, 0x0039
_METHOD, _DATA, _FILE_NAME, _CODE_PAGE = 0x3705, 0x3701, 0x3707, 0x3FDE
_BY_VALUE, _EMBEDDED = 1, 5
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
_READ_WRITE = 6

Values = Mapping[int, "str | bytes | int | dt.datetime | Tree"]


def _storage(values: Values, head: bytes) -> dict[str, bytes | Tree]:
    """The streams of one object: its table of properties, and those that do not fit into it."""
    made: dict[str, bytes | Tree] = {}
    lines = b""
    for number, value in sorted(values.items()):
        if isinstance(value, int):
            kind, inline = _INTEGER, struct.pack("<iI", value, 0)
        elif isinstance(value, dt.datetime):
            kind, inline = _TIME, struct.pack("<Q", int((value - _EPOCH).total_seconds()) * 10**7)
        else:
            kind = _STRING if isinstance(value, str) else _BINARY if isinstance(value, bytes) else _OBJECT
            stored = value.encode("utf-16-le") if isinstance(value, str) else value
            size = len(stored) if isinstance(stored, bytes) else 0xFFFFFFFF
            inline = struct.pack("<II", size + (2 if kind == _STRING else 0) & 0xFFFFFFFF, 1)
            made[f"__substg1.0_{number:04X}{kind:04X}"] = stored
        lines += struct.pack("<HHI", kind, number, _READ_WRITE) + inline
    return {**made, "__properties_version1.0": head + lines}


def _message(values: Values, attached: list[Values], head: int) -> dict[str, bytes | Tree]:
    counts = struct.pack("<8xIIII", 0, len(attached), 0, len(attached)).ljust(head, b"\0")
    message = _storage(values, counts)
    for number, attachment in enumerate(attached):
        message[f"__attach_version1.0_#{number:08X}"] = _storage(attachment, bytes(8))
    return message


def message(values: Values, *attached: Values) -> bytes:
    """A message file with these properties and attachments."""
    names: Tree = {f"__substg1.0_0000{n}0102": b"" for n in (2, 3, 4)}
    return compound({**_message(values, list(attached), 32), "__nameid_version1.0": names})


def mail(body: str) -> dict[int, str | bytes | int | dt.datetime | Tree]:
    """Properties of a mail with this text."""
    sent = dt.datetime(2023, 4, 18, 12, 30, tzinfo=dt.UTC)
    return {_SUBJECT: TITLE, _BODY: body, _SENDER: "Halyna", _ADDRESS: "halyna@mill.example", _SENT: sent}


def embedded(inner: Values) -> Values:
    """An attachment that is a message itself."""
    return {_METHOD: _EMBEDDED, _FILE_NAME: "forwarded", _DATA: _message(inner, [], 24)}


def attachment(name: str, data: bytes) -> Values:
    """An attached file."""
    return {_METHOD: _BY_VALUE, _FILE_NAME: name, _DATA: data}


def samples() -> Iterator[Sample]:
    """All of this kind."""
    body = "\r\n\r\n".join(STORY)
    yield Sample("story.msg", message(mail(body)))
    yield Sample("story-page.msg", message({_SUBJECT: TITLE, _HTML: page().encode(), _CODE_PAGE: 65001}))
    attached = message(
        mail(STORY[0]), attachment("second.txt", STORY[1].encode()), attachment("x.txt", STORY[2].encode())
    )
    yield Sample("attached.msg", attached, documents=3)
    forwarded = message(mail(STORY[0]), embedded({_SUBJECT: "Earlier", _BODY: "\r\n".join(STORY[1:])}))
    yield Sample("forwarded.msg", forwarded, KEY, documents=2)
