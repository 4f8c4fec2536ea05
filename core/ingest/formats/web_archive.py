"""Web pages saved whole (MHTML): a mail whose parts are the page and its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from core.ingest.content import Content
from core.ingest.formats.format import Format
from core.ingest.formats.html import is_html, main_content
from core.ingest.formats.mail import bare, is_mail
from core.ingest.formats.mail_body import characters
from core.ingest.formats.mail_headers import decoded
from core.ingest.formats.mail_parts import taken_apart
from core.ingest.markup import has_tags
from core.ingest.source import SourceFile

_SAVED = re.compile(rb"^(?:Snapshot-Content-Location|From: ?<Saved by|X-MAF-Information)", re.IGNORECASE | re.MULTILINE)
_PAGES = ("text/html", "application/xhtml+xml")
_RELATED = re.compile(
    rb"^Content-Type: ?multipart/related;[^\n]{0,300}(?:\n[ \t][^\n]{0,300}){0,5}?text/html", re.I | re.M
)


def is_web_archive(source: SourceFile) -> bool:
    """Whether a browser saved it: it says so, or its parts belong to one page and nobody sent it."""
    head = source.head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if not is_mail(source):
        return False
    return _SAVED.search(head) is not None or (_RELATED.search(head) is not None and b"\nTo:" not in head)


def read_web_archive(source: SourceFile) -> Iterator[Content]:
    """The main text of the page; its pictures and styles hold none."""
    message = taken_apart(bare(source.data).replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    parts = [part for part in message.walk() if part.get_content_maintype() in ("text", "multipart")]
    pages = (part for part in parts if part.get_content_type() in _PAGES)
    page = next(pages, None) or next((part for part in parts if not part.is_multipart()), None)
    if page is not None:
        words = characters(page)
        content = main_content(words) if has_tags(words) or is_html(words) else Content(words)
        address = decoded(message.get("Snapshot-Content-Location") or page.get("Content-Location"))
        yield replace(
            content, title=content.title or decoded(message.get("Subject")), address=content.address or address
        )


FORMAT = Format("saved web page", (".mht", ".mhtml"), is_web_archive, read_web_archive)
