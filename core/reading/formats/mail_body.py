"""Which part of a mail is its text: plain words before the same as a page."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import Message

from core.reading.encoding import decode, decode_as, tidy
from core.reading.markup import all_text
from core.reading.outcome import Unreadable

_STUB = 12
"""A plain part of fewer words beside a page says "your program cannot show this message"."""


def body(leaves: Sequence[Message]) -> tuple[str, tuple[Message, ...]]:
    """The text of a mail and the parts that it is made of or that say the same.

    All plain parts that are not attached belong to it: programs put a footer or a part after a picture in one of its
    own. Where they are missing or a stub, the pages do.
    """
    plain = [leaf for leaf in leaves if _is_inline(leaf, "text/plain")]
    pages = [leaf for leaf in leaves if _is_inline(leaf, "text/html")]
    text = "\n\n".join(filter(None, (characters(leaf).strip("\n") for leaf in plain)))
    if pages and len(text.split()) < _STUB:
        shown = "\n\n".join(filter(None, (all_text(characters(leaf)) for leaf in pages)))
        if len(shown.split()) > len(text.split()):
            text = shown
    return text, (*plain, *pages)


def characters(part: Message) -> str:
    """The characters of a text part: as it declares them, else as any file's bytes are decoded; empty where none."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_param("charset")
    declared = decode_as(data, charset) if isinstance(charset, str) else None
    if declared is not None:
        return tidy(declared)
    try:
        return decode(data, markup=part.get_content_type() == "text/html") if data.strip() else ""
    except Unreadable:
        return tidy(data.decode("cp1252", "replace"))


def _is_inline(part: Message, kind: str) -> bool:
    disposition = str(part.get("Content-Disposition", ""))[:200].lower()
    broken = kind == "text/plain" and part.get_content_maintype() == "multipart" and not part.is_multipart()
    return (part.get_content_type() == kind or broken) and not disposition.lstrip().startswith("attachment")
