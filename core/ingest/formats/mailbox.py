"""Mailboxes (mbox): each message is a mail of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from core.ingest.content import Member
from core.ingest.formats.format import Format
from core.ingest.source import SourceFile

_FROM = rb"From [^\r\n]{1,300}(?:19|20)\d\d[^\r\n]{0,40}\r?\n"
_FIRST = re.compile(rb"\s{0,9}" + _FROM + rb"[A-Za-z][A-Za-z0-9-]{1,60}:")
_NEXT = re.compile(rb"(?:(?<=\n\n)|(?<=\n\r\n))" + _FROM + rb"(?=>?[A-Za-z][A-Za-z0-9-]{1,60}:)")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mailbox(source: SourceFile) -> bool:
    """Whether it begins with the line that parts messages, followed by a header."""
    return _FIRST.match(source.head) is not None


def read_mailbox(source: SourceFile) -> Iterator[Member]:
    """The messages in the order of the box, without the lines that part them."""
    starts = [0, *(match.start() for match in _NEXT.finditer(source.data)), len(source.data)]
    for number, (start, end) in enumerate(pairwise(starts), start=1):
        _, _, message = source.data[start:end].lstrip().partition(b"\n")
        yield Member(f"message {number}.eml", _QUOTED.sub(rb"\1", message))


FORMAT = Format("mailbox", (".mbox", ".mbx"), is_mailbox, read_mailbox)
