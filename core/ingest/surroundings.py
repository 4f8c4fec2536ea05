"""Whether anything but its own text stands on a page: what an office program exports has no menus to leave out."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from core.ingest.markup import OF_SITES

_NAMED = (
    "nav menu side foot comment relat shar social promo banner cookie crumb widget teaser advert recommend newsletter "
    "subscri popup modal search login logo byline toolbar"
).split()
_ADVERTS = frozenset({"ad", "ads"})
_MOST_LINKED = 0.2
"""Share of the letters that are links, above which a page leads elsewhere; menus are nothing but links."""


def is_bare(markup: str) -> bool:
    """Whether no element of a page belongs to a web site rather than to its text, and few of its words are links."""
    parser = etree.HTMLParser(target=_Watcher(), huge_tree=True, encoding="utf-8")
    try:
        return bool(etree.fromstring(markup.encode("utf-8", "replace"), parser=parser))
    except etree.LxmlError:
        return False


def _names_site(given: str) -> bool:
    """Whether a class or id is of those that sites give what stands around a text; notes at the foot are text."""
    names = given.lower().replace("footnote", "")
    return any(name in names for name in _NAMED) or not _ADVERTS.isdisjoint(names.replace("-", " ").split())


class _Watcher:
    """Receives tags and text from lxml's parser and looks for what surrounds articles."""

    def __init__(self) -> None:
        self._of_site = False
        self._links = self._linked = self._all = 0
        self._unseen = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._of_site |= tag in OF_SITES or any(_names_site(attributes.get(key, "")) for key in ("class", "id"))
        self._links += tag == "a" and "href" in attributes
        self._unseen += tag in ("head", "style")

    def end(self, tag: str) -> None:
        self._links -= tag == "a" and self._links > 0
        self._unseen -= tag in ("head", "style")

    def data(self, text: str) -> None:
        if not self._unseen:
            letters = len(text.strip())
            self._all += letters
            self._linked += letters if self._links else 0

    def comment(self, _text: str) -> None:
        """Comments are not shown."""

    def close(self) -> bool:
        return not self._of_site and self._linked <= _MOST_LINKED * self._all
