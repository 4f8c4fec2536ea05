"""Characters of Outlook messages that are kept in one byte each: by the code page they name, else by what they are.

Messages name pages that Python has no codec for, has under another name, or that do not fit the bytes; the library
then gives up the whole message, though its subject, its date and often its text stand in Unicode.
"""

from __future__ import annotations

import codecs
from functools import partial
from typing import Any

from core.ingest.encoding import decode, decode_as
from core.ingest.outcome import Unreadable

_CODEC = "outlook_page_"
_BODY, _STRINGS = 0x3FDE, 0x3FFD
"""Properties that name the page of the body (PidTagInternetCodepage) and of all else (PidTagMessageCodepage)."""

_MORE = {708: "iso8859_6", 10000: "mac_roman", 20127: "ascii", 38598: "iso8859_8", 52936: "hz", 54936: "gb18030"}
_UNNAMED = 0


def with_known_pages(message: Any) -> Any:
    """The message, told how to read its bytes before it first looks at them; no page it names ends the reading."""
    properties = message.properties
    strings = _page_of(properties, _STRINGS)
    properties.__dict__["_str_prop_encoding"] = f"{_CODEC}{strings}"  # the cache of the library's own lazy value
    properties.__dict__["body_encoding"] = f"{_CODEC}{_page_of(properties, _BODY) or strings}"
    return message


def _page_of(properties: Any, number: int) -> int:
    named = properties._cherry_pick_int_prop(number)
    return max(0, int(named.value)) if named is not None else _UNNAMED


def _decoded(page: int, data: bytes, _errors: str = "strict") -> tuple[str, int]:
    data = bytes(data)
    text = next((text for name in _names(page) if (text := decode_as(data, name)) is not None), None)
    if text is None:
        try:
            text = decode(data, markup=True) if data else ""
        except Unreadable:  # a letter or two tell no encoding
            text = data.decode("cp1252", "replace")
    return text, len(data)


def _names(page: int) -> tuple[str, ...]:
    """What Python may call a page, the library's own table last."""
    from oxmsg.domain import encodings

    if page == _UNNAMED:
        return ()
    names = (f"cp{page}", _MORE.get(page), encodings._CODE_PAGE_ENCODINGS.get(page))
    return tuple(name for name in names if name)


def _found(name: str) -> codecs.CodecInfo | None:
    """What Python asks for a codec by its name."""
    page = name.removeprefix(_CODEC)
    if page == name or not page.isdigit():
        return None
    return codecs.CodecInfo(encode=codecs.utf_8_encode, decode=partial(_decoded, int(page)), name=name)


codecs.register(_found)
