"""Text, pages and lists of articles."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from tests.corpus.sample import KEY, STORY, TITLE, UKRAINIAN, Sample

PAGE = (
    "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{title}</title>"
    "<meta property='og:site_name' content='The Mill Courier'>"
    "<meta property='article:published_time' content='2023-04-18T12:30:00+03:00'></head><body>"
    "<nav><a href='/'>Home</a> <a href='/weather'>Weather</a></nav><article><h1>{title}</h1>{body}</article>"
    "<script>var x = '<p>no text</p>';</script><footer>© The Mill Courier</footer></body></html>"
)
ROWS = tuple(
    {"headline": f"{TITLE} {n}", "date": f"2023-04-{n:02}", "body": f"Part {n}. {STORY[0]}"} for n in (1, 2, 3)
)
_PARTS = tuple(f"Part {n}. The footbridge" for n in (1, 2, 3))


def page(paragraphs: tuple[str, ...] = STORY) -> str:
    """A page as a newspaper's server sends it."""
    return PAGE.format(title=TITLE, body="".join(f"<p>{words}</p>" for words in paragraphs))


def table(delimiter: str = ",") -> str:
    """The articles of :data:`ROWS`, one a row."""
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, list(ROWS[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(ROWS)
    return lines.getvalue()


def samples() -> Iterator[Sample]:
    """All of this kind."""
    text = "\n\n".join((TITLE, *STORY))
    yield Sample("story.txt", text.encode())
    yield Sample("story-crlf.txt", text.replace("\n", "\r\n").encode("utf-8-sig"))
    yield Sample("story-utf16.txt", text.encode("utf-16"))
    yield Sample("story-1251.txt", "\n\n".join([UKRAINIAN] * 3 + [STORY[1]]).encode("cp1251"), (KEY[1],))
    yield Sample("story.md", f"# {TITLE}\n\n".encode() + "\n\n".join(STORY).encode())
    yield Sample("story.html", page().encode())
    yield Sample("story.xhtml", ('<?xml version="1.0" encoding="utf-8"?>\n' + page()).encode())
    yield Sample("articles.csv", table().encode(), _PARTS, 3)
    yield Sample("articles-semicolon.csv", table(";").encode("utf-8-sig"), _PARTS, 3)
    yield Sample("articles.tsv", table("\t").encode(), _PARTS, 3)
    yield Sample("articles.json", json.dumps({"articles": ROWS}, indent=1).encode(), _PARTS, 3)
    yield Sample("articles.jsonl", "\n".join(map(json.dumps, ROWS)).encode(), _PARTS, 3)
