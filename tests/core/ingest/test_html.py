"""Web pages: main text, metadata, and the plain walk where there is no main text."""

from __future__ import annotations

import datetime as dt
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ingest import Unreadable, read
from core.ingest.markup import all_text

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
    ("line", "day"),
    [
        ("4 травня 2021, 09:12", 4),
        ("5 мая 2021 г. 09:12", 5),
        ("6. März 2021, 09:12 Uhr", None),
        ("Publié le 7 mai 2021 à 09h12", 7),
        ("Опубліковано: 8 травня 2021 року", 8),
        ("9 de mayo de 2021", 9),
        ("31 червня 2021", None),
        ("12 Marines 2021 men", None),
    ],
)
def test_the_line_under_the_headline_dates_a_page(line: str, day: int | None) -> None:
    """Where its data are silent, in the languages of its readers; nothing else is taken for a date."""
    page = PAGE.replace(PUBLISHED, "").replace("</h1>", f"</h1><div class='x'>{line}</div>")
    published = read(page.encode(), "a.html").published
    assert published == (dt.date(2021, 5, day) if day else dt.date(2021, 3, 6) if "März" in line else None)


def test_dates_of_other_stories_are_none_of_the_page() -> None:
    """They stand beside it."""
    beside = "<aside><h2>Related</h2><time datetime='2019-01-02'>2 Jan 2019</time></aside>"
    page = PAGE.replace(PUBLISHED, "").replace("</article>", f"</article>{beside}")
    assert read(page.encode(), "a.html").published is None


def test_data_for_search_engines() -> None:
    """An article of two types with its authors in a list, behind other data and a day as scripts write it."""
    article = (
        '{"@type": ["Article", "NewsArticle"], "datePublished": "Tue May 04 2021 09:00:00 GMT+0300", '
        '"author": [{"name": ["Olha Kovalenko"]}, "https://mill.example/a", {"name": "Petro Hrytsenko"}]}'
    )
    data = f'<script type="application/ld+json">[{{"@type": "BreadcrumbList"}}, {article}]</script>'
    document = read(PAGE.replace(PUBLISHED, data).encode(), "a.html")
    assert (document.published, document.author) == (dt.date(2021, 5, 4), "Olha Kovalenko; Petro Hrytsenko")


@pytest.mark.parametrize("tag", ["xmp", "listing", "pre", "plaintext"])
def test_elements_of_old_pages_are_read(tag: str) -> None:
    """Their words stand in the text as they are shown."""
    page = PAGE.replace("<p>Click", f"<{tag}>The council’s statement in full</{tag}><p>Click")
    assert "The council’s statement in full" in read(page.encode(), "a.html").text


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


def test_a_document_saved_as_a_page_is_read_whole() -> None:
    """Without menus around it all is its text: lists, notes and captions, too."""
    page = (
        f"<html><head><title>Report</title></head><body><h1>Report</h1><p>{PARAGRAPH * 3}</p><ul><li>First finding</li>"
        f"<li>Second finding</li></ul><p>{PARAGRAPH}<sup><a href='#n'>1</a></sup></p><ol><li id='n'>A note.</li></ol>"
        "</body></html>"
    )
    text = read(page.encode(), "a.html").text
    assert [text.count(words) for words in ("First finding", "Second finding", "A note.", "Report")] == [1, 1, 1, 1]
    menu = page.replace("<h1>", "<nav><ul><li><a href='/'>Sport</a></li></ul></nav><h1>")
    assert "Sport" not in read(menu.encode(), "a.html").text


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Par Jeanne Martin", "Jeanne Martin"),
        ("Von Anna Weiss", "Anna Weiss"),
        ("Ursula von der Heide", None),
        ("Parisa Moradi", None),
    ],
)
def test_the_word_that_leads_a_byline(byline: str, author: str | None) -> None:
    """It is no part of the name; a name may begin with the same word."""
    page = PAGE.replace(PUBLISHED, f'<meta name="author" content="{byline}">')
    assert read(page.encode(), "a.html").author == (author or byline)
