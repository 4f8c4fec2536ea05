"""A document's text as HTML: every character there, every mark a link, nothing from the text taken for markup."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.frames.rows import frames
from core.models import Extraction, Span
from pages.documents.article import PART, article, strip, window
from pages.documents.text_marks import TextMark, text_marks
from tests.core.records import TEXT, record, span


def marks_of(one: Extraction) -> tuple[TextMark, ...]:
    """Every mark of a record that is seen in its text."""
    return text_marks(frames([one]), one)


def drawn(one: Extraction, address: dict[str, str], target: tuple[int, int] | None) -> str:
    """The whole text with all its marks."""
    return article(one, address, target, marks=marks_of(one))


def words(markup: str) -> str:
    """The text inside the paragraphs, without tags and margin notes."""
    bare = re.sub(r"<aside>.*?</aside>", "", markup)
    return html.unescape(re.sub(r"<[^>]*>", "", bare))


def test_the_whole_text_is_there() -> None:
    """Marks take nothing from the text."""
    assert words(drawn(record(), {}, None)) == TEXT.replace("\n\n", "")


def test_every_mark_is_a_link_to_its_panel() -> None:
    """Dossier and filter stay in the address of each mark."""
    markup = drawn(record(), {"dossier": "d", "place": "geonames:9"}, None)
    for mark in marks_of(record()):
        if mark.look != "quote":
            assert f"dossier=d&amp;place=geonames%3A9&amp;mark={mark.choice.replace(':', '%3A')}" in markup


def test_kinds_can_be_told_apart() -> None:
    """Scenes, actors, dates, figures and quotations have looks of their own."""
    markup = drawn(record(), {}, None)
    for look in ("place", "actor", "date", "figure", "quote"):
        assert f"dl-in-{look}" in markup


def test_boilerplate_is_greyed_not_lost() -> None:
    """What was left out of reading is still to be read."""
    start, end = span("Norland denied the report.")
    markup = drawn(replace(record(), boilerplate=(Span(start, end),)), {}, None)
    assert "dl-boilerplate" in markup
    assert words(markup) == TEXT.replace("\n\n", "")


def test_the_target_is_marked_once() -> None:
    """The text opens at its target, which is one element."""
    assert drawn(record(), {}, span("Shellfire hit Vasylkove in May.")).count('id="dl-target"') == 1


def hostile(text: str) -> Extraction:
    """A record with this text and a mark over half of it."""
    half = replace(record().places[0], start=0, end=max(len(text) // 2, 1), text=text[: max(len(text) // 2, 1)])
    empty = {"dates": (), "figures": (), "quotes": (), "events": (), "sentences": ()}
    return replace(record(), text=text, places=(half,), language='"><script>', **empty)


@given(st.text(alphabet="<>&\"'ab \n/=", min_size=1, max_size=80))
def test_nothing_in_a_text_is_markup(text: str) -> None:
    """Only our own tags are in the page, whatever the text holds."""
    markup = drawn(hostile(text), {"place": '"><script>'}, None) + strip(hostile(text), marks_of(hostile(text)))
    tags = set(re.findall(r"</?([a-z]+)", markup))
    assert tags <= {"article", "div", "p", "a", "span", "aside", "i"}
    assert words(drawn(hostile(text), {}, None)).replace("\n", "") == text.replace("\n", "")


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=60), st.integers(-5, 200_000))
def test_parts_cover_a_long_text(lengths: list[int], at: int) -> None:
    """Any position lies in the part that is shown for it or at its edge, and a part is no book."""
    text = "\n".join("x" * length for length in lengths)
    start, end = window(text, at)
    assert 0 <= start <= end <= len(text)
    assert end - start <= 2 * PART + 3000
    assert start - 3000 <= min(max(at, 0), len(text)) <= end or len(text) <= 2 * PART
