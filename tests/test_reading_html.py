"""Web pages: main text, metadata, and the plain walk where there is no main text."""

from __future__ import annotations

import datetime as dt
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading import Unreadable, read
from core.reading.markup import all_text

PARAGRAPH = "The bridge over the mill stream fell at noon, and two people were hurt, the mayor said on Monday. "
PUBLISHED = '<meta property="article:published_time" content="2021-05-03T18:40:00Z">'
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Bridge falls near the mill | Mill Post</title>
<meta property="og:title" content="Bridge falls near the mill">
<meta property="og:site_name" content="Mill Post">
{PUBLISHED}
<script>track("http://outside.example/")</script></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Bridge falls near the mill</h1><p>{PARAGRAPH * 2}</p><p>“We heard it,” a neighbour said. {PARAGRAPH}</p>
<p>Click here to see the pictures.</p></article>
<footer>© 2019 Mill Post</footer></body></html>"""


def test_main_text_and_metadata() -> None:
    """Headline, outlet and date come from the page's head, the text from its article, a paragraph each."""
    document = read(PAGE.encode(), "page.txt")
    assert (document.title, document.outlet) == ("Bridge falls near the mill", "Mill Post")
    assert (document.published, document.published_from) == (dt.date(2021, 5, 3), "metadata")
    assert document.text.startswith("Bridge falls near the mill\n\nThe bridge over")
    assert "\n\n“We heard it,” a neighbour said." in document.text
    assert "Sport" not in document.text
    assert [document.text[s.start : s.end] for s in document.boilerplate] == ["Click here to see the pictures."]


def test_a_year_in_the_footer_is_no_publication_date() -> None:
    """Better none, and asked for, than the first of January."""
    page = PAGE.replace(PUBLISHED, "")
    assert read(page.encode(), "a.html").published is None


def test_a_date_line_serves_where_metadata_are_silent() -> None:
    """It counts as from the text."""
    page = PAGE.replace(PUBLISHED, "").replace("<p>The", "<p>Published: 4 May 2021</p><p>The", 1)
    document = read(page.encode(), "a.html")
    assert (document.published, document.published_from) == (dt.date(2021, 5, 4), "text")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Two hurt in Lviv.</p>", "Two hurt in Lviv."),
        ("<div>Two<br>hurt</div><div>in <b>L</b>viv</div>", "Two\n\nhurt\n\nin Lviv"),
        ("<html><body>Two &amp; three<script>x()</script><style>p {}</style><!-- no --></body></html>", "Two & three"),
        ("<p>one\n  two</p><table><tr><td>a</td><td>b</td></tr></table>", "one two\n\na\n\nb"),
        ("<p>Two<script>never closed", "Two"),
        ("", ""),
    ],
)
def test_all_text_is_what_a_browser_shows(markup: str, text: str) -> None:
    """Blocks are paragraphs, scripts and comments are nothing."""
    assert all_text(markup) == text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 50_000 + PARAGRAPH * 5 + "</div>" * 50_000,
        "<html><body><p>" + "<b>" * 50_000 + PARAGRAPH * 5,
        "<html><body>" + f"<p>{PARAGRAPH * 4}</p>" * 10_000,
    ],
    ids=["deep", "deep inline", "long"],
)
def test_deep_and_long_pages_are_read(page: str) -> None:
    """None of their text is lost."""
    assert read(page.encode(), "a.html").text.count("two people were hurt") == page.count("two people were hurt")


def test_a_declared_encoding_is_heeded() -> None:
    """A short Cyrillic page in an old encoding is read as it says."""
    page = '<html><head><meta charset="windows-1251"></head><body><p>Міст упав.</p></body></html>'
    assert read(page.encode("cp1251"), "a.html").text == "Міст упав."


@pytest.mark.parametrize("charset", ["rot13", "hex", "no-such", "utf-8", "zlib_codec"])
def test_a_false_declaration_does_no_harm(charset: str) -> None:
    """Codecs that are no encodings are not used."""
    page = f'<html><head><meta charset="{charset}"></head><body><p>Un café fermé.</p></body></html>'
    assert "caf" in read(page.encode("cp1252"), "a.html").text


def test_entities_reach_no_file() -> None:
    """An external entity stays a name."""
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>Two &x; hurt.</p></body></html>'
    assert "&x;" in read(page.encode(), "a.html").text


def test_no_page_opens_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever addresses it names, as frames, canonical links or redirects."""

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    links = "".join(
        f"<{tag}='http://outside.example/2021/05/03/a.html'>"
        for tag in ("link rel=canonical href", "meta http-equiv=refresh content", "base href", "iframe src", "img src")
    )
    assert read(PAGE.replace("<nav>", links + "<nav>").encode(), "a.html").title


@given(st.text(alphabet=st.sampled_from("<>/!-&;\"'= \n") | st.sampled_from("pdivbrhtmlscript"), max_size=200))
def test_any_markup_is_a_document_or_a_sentence(markup: str) -> None:
    """Broken tags end in one of the two."""
    try:
        assert read(f"<html>{markup}".encode(), "a.html").text
    except Unreadable as refusal:
        assert refusal.code == "empty"
