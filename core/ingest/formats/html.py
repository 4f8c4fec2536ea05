"""Web pages: the main text with headline, outlet and date; where none is found, all text that a browser would show."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from lxml import etree

from core.ingest.content import Content
from core.ingest.dateline import published_on
from core.ingest.formats.format import Format
from core.ingest.limits import MAX_SMART_HTML
from core.ingest.markup import IN_PAGES, all_text, depth, has_tags, plain_markup
from core.ingest.page_data import Stated, stated
from core.ingest.patience import TooSlow, at_most
from core.ingest.source import SourceFile
from core.ingest.surroundings import is_bare

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # they log addresses and words of the pages they read
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_BY = re.compile(
    r"\A(?:(?:by|par|por)\s+(?=\S+\s)|(?-i:Von)\s+(?=(?-i:[A-ZÄÖÜ])\S*\s(?-i:[A-ZÄÖÜ]))|(?:автор|текст|author|auteur|autor)\s?:\s*)",
    re.IGNORECASE,
)
_NEWLINES = re.compile(r"\n+")
_DATES = {"original_date": True, "extensive_search": False}  # a year in a footer is no publication date
_TOP = 30
_HEAD_LINES, _BESIDE = 400, 5
"""Lines of a page among which its headline stands, and lines below it that may be its date."""

_PARAGRAPH = 150
"""Characters: where the text begins, nothing that follows is a date of its own."""

_SECONDS = 8.0
"""Of a processor, for the main text of a page; a long page of a newspaper takes a fifth of one."""

_DEEPEST = 200
"""Beyond 256 elements the parser that builds a tree leaves out what is inside; no page made for people comes near."""

_HTML = re.compile(
    r"\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,999}-->\s{0,99}){0,9}"
    r"<(?:!doctype\s{1,9}html|(?:html|head|body|article|main|section|div|p|h[1-6]|title|meta|table|span)[\s>/])",
    re.IGNORECASE,
)
_PIECE = re.compile(rf"\s{{0,99}}<(?:{'|'.join(sorted(IN_PAGES))})[\s>/]", re.IGNORECASE)
_EXTENSIONS = (".html", ".htm", ".xhtml")


def is_html(text: str) -> bool:
    """Whether a text begins like a web page, or like a piece of one and goes on so."""
    return _HTML.match(text) is not None or (_PIECE.match(text) is not None and has_tags(text))


def is_page(source: SourceFile) -> bool:
    """Whether it is a web page; a piece of one that begins with words is told by its name."""
    return is_html(source.text) or (source.extension in _EXTENSIONS and has_tags(source.text))


def read_page(source: SourceFile) -> Iterator[Content]:
    """The one document of a web page."""
    yield main_content(source.text)


def main_content(markup: str) -> Content:
    """Main text, paragraphs parted by an empty line and led by the headline, with the page's own metadata.

    Where nothing surrounds the text, all of it is the main text: what looks for that passes over lists and notes.
    """
    markup = plain_markup(markup)
    smart = len(markup) <= MAX_SMART_HTML and depth(markup) <= _DEEPEST
    page = _page(markup) if smart else {}
    title = _clean(page.get("title"))
    main = "" if smart and is_bare(markup) else str(page.get("text") or "").strip()
    text = _led_by(title, _NEWLINES.sub("\n\n", main)) if main else all_text(markup)
    more = stated(markup) if smart else Stated()
    said = _date(page.get("date")) or more.published
    return Content(
        text=text,
        title=title,
        outlet=_clean(page.get("sitename")),
        published=said or (None if published_on(text.split("\n")[:_TOP]) else _under(title, markup)),
        dated_by="from the page’s own data" if said else "from the line under its headline",
        author=_named(_clean(page.get("author"))) or more.author,
        address=_clean(page.get("url")),
    )


def _page(markup: str) -> Mapping[str, Any]:
    """What trafilatura finds, empty where it fails: its parts raise many kinds of errors on hostile pages.

    Metadata are asked for apart from the text, because it gives neither where the text is too short for it.
    """
    import trafilatura  # takes half a second: only where a page is read

    try:
        tree = trafilatura.load_html(markup)
        if tree is None:
            return {}
        with at_most(_SECONDS):
            etree.strip_elements(tree, "aside", with_tail=False)  # other stories have dates of their own
            page = trafilatura.extract_metadata(tree, date_config=dict(_DATES)).as_dict()
            body = trafilatura.bare_extraction(markup, include_comments=False)
    except MemoryError:
        raise
    except TooSlow:
        return {}
    except Exception:  # all text of the page is read instead
        return {}
    return {**page, "text": getattr(body, "text", "")}


def _under(title: str | None, markup: str) -> dt.date | None:
    """The date that a page shows beside its headline, in any language that we know; the main text is without it."""
    lines = all_text(markup[:MAX_SMART_HTML]).split("\n\n")[:_HEAD_LINES]
    if title not in lines:
        return None
    at = lines.index(title) + 1
    return published_on(list(takewhile(lambda line: len(line) < _PARAGRAPH, lines[at : at + _BESIDE])))


def _led_by(title: str | None, text: str) -> str:
    """A headline often names the place that the text takes for granted: it belongs to what is read."""
    if title is None or title in " ".join(text[: 2 * len(title) + 500].split()):
        return text
    return f"{title}\n\n{text}"


def _clean(value: Any) -> str | None:
    return " ".join(str(value or "").split())[:300] or None


def _named(author: str | None) -> str | None:
    """The name without the word that leads a byline: "Par Jeanne Martin"."""
    return _BY.sub("", author) or None if author else None


def _date(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value or "")[:10])
    except ValueError:
        return None


FORMAT = Format("web page", _EXTENSIONS, is_page, read_page)
