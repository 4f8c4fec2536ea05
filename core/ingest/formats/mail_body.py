"""Which part of a mail is its text: plain words before the same as a page."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from email.message import Message

from core.ingest.encoding import decode, decode_as, tidy
from core.ingest.markup import all_text
from core.ingest.outcome import Unreadable

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_STUB = 12
"""A plain part of fewer words beside a page says "your program cannot show this message"."""

_SAME = 0.5
_WORD = re.compile(r"\w+")


def body(leaves: Sequence[Message]) -> tuple[str, tuple[Message, ...]]:
    """The text of a mail and the parts that it is made of or that say the same.

    All plain parts that are not attached belong to it: programs put a footer or a part after a picture in one of its
    own. A page mostly says the same once more; where it does not, it belongs to the text, too: a mailing list adds a
    plain footer to a mail that is a page. Where the plain parts are missing or a stub, the pages are the text.
    """
    inline = [leaf for leaf in leaves if _is_inline(leaf, "text/plain") or _is_inline(leaf, "text/html")]
    shown = [(_is_page(leaf), _shown(leaf)) for leaf in inline]
    plain = _joined(words for is_page, words in shown if not is_page)
    pages = _joined(words for is_page, words in shown if is_page)
    if len(plain.split()) < _STUB and len(pages.split()) > len(plain.split()):
        return pages, tuple(inline)
    said = _words(plain)
    return _joined(words for is_page, words in shown if not is_page or not _repeats(words, said)), tuple(inline)


def _is_page(leaf: Message) -> bool:
    return leaf.get_content_type() == "text/html"


def _shown(leaf: Message) -> str:
    return all_text(characters(leaf)) if _is_page(leaf) else characters(leaf).strip("\n")


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, texts))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _repeats(text: str, said: frozenset[str]) -> bool:
    """Whether most words of a text are among those that were said; its addresses and buttons may not be."""
    words = _words(text)
    return len(words & said) >= len(words) * _SAME


def payload(part: Message) -> bytes:
    """The bytes of a part; broken base64 is decoded as far as it can be, and prose that calls itself so is prose."""
    decoded = part.get_payload(decode=True)
    data = decoded if isinstance(decoded, bytes) else b""
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() != "base64":
        return data
    raw = str(part.get_payload()).encode("ascii", "surrogateescape").strip()
    letters = _NOT_BASE64.sub(b"", raw)
    if len(raw.split()) > 2 * len(raw.splitlines()):
        return raw
    lone = len(letters) % 4 == 1  # six bits are no byte
    return base64.b64decode(letters[: len(letters) - lone] + b"==="[: -len(letters) % 4])


def characters(part: Message) -> str:
    """The characters of a text part: as it declares them, else as any file's bytes are decoded; empty where none."""
    data = payload(part)
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
