"""Lines of JSON between the server and its children: typed and checked, nothing pickled."""

from __future__ import annotations

from typing import Any

import msgspec

OUT_OF_MEMORY = 77
"""Exit status of a child that ran out of memory and could still say so."""


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """What the child needs is loaded."""


def line(message: msgspec.Struct) -> bytes:
    """One message as a line."""
    return msgspec.json.encode(message) + b"\n"


def decoded(line: bytes, kind: Any) -> Any:
    """The message of a line, one of ``kind`` (a type or a union); null where the line is none, as at a child's end."""
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
