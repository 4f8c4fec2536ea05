"""Texts, pages and lists without end, bottom or line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.corpus.plain import ROWS, page
from tests.corpus.sample import STORY
from tests.traps.of_office import DOCTYPES
from tests.traps.trap import Trap

MILLION = 10**6


def wrapped(opening: str, closing: str, count: int) -> bytes:
    """A page with the story inside so many elements."""
    return (
        page()
        .replace("<article>", opening * count + "<article>")
        .replace("</article>", "</article>" + closing * count)
        .encode()
    )


def filled(piece: str, count: int) -> bytes:
    """A page with so many pieces after its story."""
    return page().replace("</article>", "</article>" + piece * count).encode()


def with_doctype(doctype: str) -> bytes:
    """A page of XHTML that declares entities and uses them."""
    made = page().replace("<!DOCTYPE html>\n", doctype.replace("<!DOCTYPE x", "<!DOCTYPE html"))
    return ('<?xml version="1.0"?>' + made.replace("</article>", "<p>&j;</p></article>")).encode()


def records(count: int) -> bytes:
    """A list of so many articles."""
    return (
        "[" + ",".join(json.dumps({"headline": f"h{n}", "body": f"Body number {n}."}) for n in range(count)) + "]"
    ).encode()


def traps() -> Iterator[Trap]:
    """All of this kind."""
    deep = "too large|empty|unsupported|read|damaged"
    yield Trap("one-line.csv", lambda: b"headline,body\nx," + b"word " * (20 * MILLION), "too large", slow=True)
    yield Trap("one-line-of-cells.csv", lambda: b"ab," * (33 * MILLION), "too large", slow=True)
    yield Trap("one-name.csv", lambda: b"a" * (100 * MILLION), "too large", slow=True)
    yield Trap(
        "open-quote.csv",
        lambda: b'headline,body\nx,"' + STORY[0].encode() * 100_000,
        "read|too large|damaged",
        slow=True,
    )
    yield Trap("rows.csv", lambda: b"headline,body\n" + b"a,b\n" * 5 * MILLION, "read in part|too large", slow=True)
    yield Trap("deep.json", lambda: b"[" * MILLION, deep)
    yield Trap("deep-objects.json", lambda: b'{"a":' * MILLION, deep)
    yield Trap(
        "deep-inside.json",
        lambda: json.dumps(ROWS[0]).encode()[:-1] + b',"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        deep,
    )
    yield Trap("articles.json", lambda: records(200_000), "read in part", "Body number 7.", slow=True)
    yield Trap(
        "broken.jsonl",
        lambda: (json.dumps(ROWS[0]) + "\n").encode() + b'{"x\n' * MILLION,
        "read in part|too large",
        slow=True,
    )
    yield Trap("small.json", lambda: b"[" + b"{}," * (3 * MILLION) + b"{}]", deep, slow=True)
    for name, piece in (
        ("div", "div"),
        ("table", "table><tr><td"),
        ("font", "font"),
        ("a", "a href=x"),
        ("list", "ul><li"),
    ):
        yield Trap(f"deep-{name}.html", lambda p=piece: wrapped(f"<{p}>", "", 30_000), "read|read in part", STORY[0])  # type: ignore[misc]
    yield Trap("deep.html", lambda: wrapped("<div>", "</div>", 250_000), "read|read in part", STORY[0], slow=True)
    yield Trap("links.html", lambda: filled("<a href='/x'>x</a> ", 100_000), "read", STORY[0], slow=True)
    yield Trap("paragraphs.html", lambda: filled("<p>One more line.</p>", 120_000), "read", STORY[0], slow=True)
    yield Trap("comment.html", lambda: filled("<!-- ", 500_000), "read", STORY[0])
    yield Trap("angle.html", lambda: filled("<", 2 * MILLION), "read", STORY[0])
    yield Trap("entities.html", lambda: filled("&lt;&#8220;", 270_000), "read", STORY[0])
    yield Trap("breaks.html", lambda: filled("x<br>", 500_000), "read", STORY[0], slow=True)
    yield Trap("attributes.html", lambda: filled("<p " + "a=b " * 700_000 + ">", 1), "read", STORY[0])
    yield Trap("long.html", lambda: filled(f"<p>{STORY[0]}</p>", 80_000), "read", STORY[0], slow=True)
    yield Trap("spans.html", lambda: filled("<span>x</span>", 200_000), "read", STORY[0], slow=True)
    for name, doctype in DOCTYPES.items():
        yield Trap(f"{name}.xhtml", lambda d=doctype: with_doctype(d), "read", STORY[0])  # type: ignore[misc]
    yield Trap("letters.txt", lambda: b"a" * (19 * MILLION), "read", slow=True)
    yield Trap("digits.txt", lambda: b"1234567890" * (19 * MILLION // 10), "read", slow=True)
    yield Trap("commas.txt", lambda: b"a" + b"," * (19 * MILLION), "read", slow=True)
    yield Trap("lines.txt", lambda: b"a\n" * (9 * MILLION), "read", slow=True)
    yield Trap("spaces.txt", lambda: b"a" + b" " * (19 * MILLION), "read", slow=True)
    yield Trap("marks.txt", ("\u202e\u200b" * (3 * MILLION) + STORY[0]).encode, "read", slow=True)
    yield Trap("quotes.txt", ("“" * (5 * MILLION) + STORY[0]).encode, "read", slow=True)
    yield Trap("story.txt", lambda: (STORY[0] + " ").encode() * 120_000, "read", slow=True)
    yield Trap("too-long.txt", lambda: (STORY[0] + "\n").encode() * 200_000, "too large", slow=True)
    yield Trap("bytes.txt", lambda: bytes(range(256)) * 400_000, "unsupported")
    yield Trap("nul.txt", lambda: bytes(50 * MILLION), "unsupported|empty")
    yield Trap(
        "1251.txt", lambda: "Пішохідний міст біля млина обвалився. ".encode("cp1251") * 400_000, "read", slow=True
    )
