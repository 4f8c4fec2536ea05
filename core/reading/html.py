"""Web pages: the main text with headline, outlet and date; where none is found, all text that a browser would show."""

from __future__ import annotations

import datetime as dt
import logging
import re
from typing import Any

import trafilatura
from lxml import etree

from core.reading.content import Content
from core.reading.limits import MAX_SMART_HTML

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs addresses and words of the pages it reads
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_PARAGRAPH = re.compile(r"\n+")
_SPACES = re.compile(r"[^\S\n]+")
_DATE_SEARCH = {"original_date": True, "extensive_search": False}  # a year in a footer is no publication date
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong "
    "sub sup time tt u var wbr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def read_html(markup: str) -> Content:
    """Main text, paragraphs parted by an empty line and led by the headline, with the page's own metadata."""
    page = _main(markup) if len(markup) <= MAX_SMART_HTML else None
    if page is None or not (page.text or "").strip():
        return Content(_everything(markup), _clean(page and page.title), _clean(page and page.sitename), _date(page))
    title = _clean(page.title)
    text = _PARAGRAPH.sub("\n\n", page.text.strip())
    return Content(_led_by(title, text), title, _clean(page.sitename), _date(page))


def _main(markup: str) -> Any | None:
    """What trafilatura makes of the page, or null where it fails: its parts raise many kinds of errors."""
    try:
        return trafilatura.bare_extraction(
            markup, include_comments=False, with_metadata=True, date_extraction_params=_DATE_SEARCH
        )
    except Exception:  # the plain walk below reads what this could not
        return None


def _led_by(title: str | None, text: str) -> str:
    """A headline often names the place that the text takes for granted: it belongs to what is read."""
    if title is None or _SPACES.sub(" ", text[: len(title) + 200]).find(title) >= 0:
        return text
    return f"{title}\n\n{text}"


def _clean(value: Any) -> str | None:
    words = " ".join(str(value or "").split())
    return words[:300] or None


def _date(page: Any | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(page and page.date)[:10])
    except ValueError:
        return None


def _everything(markup: str) -> str:
    """All text outside of scripts and the like, a block a paragraph; no tree is built, so depth does no harm."""
    parser = etree.HTMLParser(target=_Walker(), huge_tree=True)
    try:
        return str(etree.fromstring(markup.encode("utf-8", "replace"), parser=_utf8(parser)))
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return ""


def _utf8(parser: Any) -> Any:
    return parser
