"""All text of a page outside of scripts and the like, a block a paragraph."""

from __future__ import annotations

import re
from html import escape

from lxml import etree

_UNSEEN = frozenset("script style noscript template head title svg iframe object select datalist".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong "
    "sub sup time tt u var wbr".split()
)
OF_SITES = frozenset("nav aside footer form button iframe input select menu script ins video audio".split())
"""Elements that stand around a text and not in it."""

_OF_TEXTS = frozenset(
    "base blockquote br center dir dl fieldset figure frameset header hr img li link ol picture pre table tbody td th "
    "thead tr ul".split()
)
IN_PAGES = (_UNSEEN | _INLINE | OF_SITES | _OF_TEXTS) - {"svg"}
"""Elements that a piece of a page may begin with."""

_TAGS = re.compile(
    r"</(?:p|div|h[1-6]|li|ul|table|td|span|a|b|i|em|strong|font|center)>|<(?:br|p|hr)(?: ?/)?>", re.IGNORECASE
)
_CROWDED = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,20})[\s/][^<>]{10000,}+>")
_AS_IT_STANDS = re.compile(r"<xmp(?:\s[^<>]{0,999})?>((?:(?!</?xmp)[\s\S]){0,1000000})</xmp\s{0,9}>", re.IGNORECASE)
_LISTING = re.compile(r"<(/?)listing([\s>])", re.IGNORECASE)
_PLAIN = re.compile(r"<plaintext(?:\s[^<>]{0,999})?>", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n[ \n]*")


def plain_markup(markup: str) -> str:
    """The page with what no tree holds well as what it looks like.

    Elements of old pages whose content is shown as it stands become preformatted text; a tag of more attributes than
    any has loses them, because parsers compare each with all others.
    """
    page = _CROWDED.sub(lambda tag: f"<{tag[1]}>", markup)
    page = _AS_IT_STANDS.sub(lambda found: f"<pre>{escape(found[1], quote=False)}</pre>", page)
    page = _LISTING.sub(r"<\1pre\2", page)
    before, tag, rest = _page_and_plain(page)
    return f"{before}<pre>{escape(rest, quote=False)}</pre>" if tag else page


def _page_and_plain(page: str) -> tuple[str, str, str]:
    """What stands before the tag after which all is plain text, that tag, and what follows."""
    found = _PLAIN.search(page)
    return (page[: found.start()], found[0], page[found.end() :]) if found else (page, "", "")


def all_text(markup: str) -> str:
    """The text that a browser would show. No tree is built, so that neither depth nor length does harm."""
    parser = etree.HTMLParser(target=_Walker(), huge_tree=True, encoding="utf-8")
    try:
        return str(etree.fromstring(plain_markup(markup).encode("utf-8", "replace"), parser=parser))
    except etree.LxmlError:
        return ""


def has_tags(text: str) -> bool:
    """Whether tags of a web page stand among the words."""
    return _TAGS.search(text) is not None


def depth(markup: str) -> int:
    """How deep the elements of a page lie in each other, as a browser would close them."""
    parser = etree.HTMLParser(target=_Plumb(), huge_tree=True, encoding="utf-8")
    try:
        return int(etree.fromstring(markup.encode("utf-8", "replace"), parser=parser))
    except etree.LxmlError:
        return 0


class _Plumb:
    """Receives tags from lxml's parser and measures."""

    def __init__(self) -> None:
        self._now = self._deepest = 0

    def start(self, _tag: str, _attributes: dict[str, str]) -> None:
        self._now += 1
        self._deepest = max(self._deepest, self._now)

    def end(self, _tag: str) -> None:
        self._now -= 1

    def close(self) -> int:
        return self._deepest


class _Walker:
    """Receives tags and text from lxml's parser, which closes what the page leaves open."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._unseen = 0

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        self._unseen += tag in _UNSEEN
        if tag not in _INLINE:
            self._parts.append("\n")

    def end(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        if tag not in _INLINE:
            self._parts.append("\n")

    def data(self, text: str) -> None:
        if not self._unseen:
            self._parts.append(" ".join(text.splitlines()) if "\n" in text or "\r" in text else text)

    def comment(self, _text: str) -> None:
        """Comments are not shown."""

    def close(self) -> str:
        text = _SPACES.sub(" ", "".join(self._parts))
        return _BREAKS.sub("\n\n", text).strip()
