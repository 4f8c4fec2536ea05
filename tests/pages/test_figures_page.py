"""The page of figures: groups with every source one click from its sentence, and the filter by kind."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.models import Extraction, Figure
from tests.core.records import figure, record, span
from tests.pages.apps import page, text_of

FIGURES, OVERVIEW = "pages/figures.py", "pages/overview.py"
SENTENCE = span("Officials found 12 graves near Vasylkove on Monday.")


def story(doc: str, outlet: str, day: int, *figures: Figure, **changes: object) -> Extraction:
    """A document that counts graves at the one place of the sample text."""
    placed = tuple(replace(f, place=0, sentence=SENTENCE) for f in figures)
    made = replace(record(), id=doc, outlet=outlet, published=dt.date(2022, 9, day), figures=placed)
    return replace(made, events=(), quotes=(), **changes)  # type: ignore[arg-type]


def graves(number: int, words: str = "graves") -> Figure:
    """A count of graves."""
    return figure("12 graves", number, number, counted=words)


AID = replace(figure("30", 30e6, 30e6, kind="money", unit="USD"), counted="aid", counted_head="aid")
STORIES = (
    story("doc1", "The Courier", 17, graves(12)),
    story("doc2", "The Wire", 18, graves(14), AID),
    story("doc3", "The Post", 19, graves(19)),
)


def test_a_group_lists_every_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """From where to where, who says so, why they may differ, and that one text stands behind three documents."""
    said = text_of(page(monkeypatch, FIGURES, *STORIES).run())
    assert "<b>12–19</b> graves" in said
    assert "3 figures · 3 documents, 1 origin" in said
    assert "Published on different days: 12 (17 Sep 2022), 14 (18 Sep 2022), 19 (19 Sep 2022)." in said
    assert "The Courier and The Wire share 100 % of the shorter text’s wording." in said
    assert all(name in said for name in ("The Courier, 17 Sep 2022", "The Wire, 18 Sep 2022", "The Post, 19 Sep 2022"))


def test_a_source_is_one_click_from_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """The choice is in the address; the panel shows the sentence and with what the figure is compared."""
    app = page(monkeypatch, FIGURES, *STORIES).run()
    app.button(key="open-source-doc2:0").click().run()
    assert app.query_params["mark"] == "figure:doc2:0"
    said = text_of(app)
    assert '<mark class="dl-figure">12 graves</mark>' in said
    assert "graves, Vasylkove: 12–19. 3 figures, 3 documents, 1 origin." in said


def test_a_group_opens_all_its_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """A link to a group shows what each document says."""
    app = page(monkeypatch, FIGURES, *STORIES).run()
    app.button(key="all-doc1:0").click().run()
    assert app.query_params["mark"] == "group:doc1:0"
    assert "3 sentences, 3 documents" in text_of(app)


def test_a_group_without_a_note_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two tellings of one number give nothing to explain; the page stands, and so does its panel."""
    twice = (story("doc1", "The Courier", 17, graves(12), graves(12)),)
    app = page(monkeypatch, FIGURES, *twice, mark="group:doc1:0").run()
    assert not app.exception
    assert [b.key for b in app.button if str(b.key).startswith("all-")] == ["all-doc1:0"]


def test_the_number_over_time_follows_the_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The chart shows the group that holds the chosen figure; another one can be picked."""
    other = story("doc4", "The Herald", 20, replace(graves(5), counted="mass graves"))
    more = story("doc5", "The Echo", 21, replace(graves(6), counted="mass graves"))
    app = page(monkeypatch, FIGURES, *STORIES[:2], other, more, mark="figure:doc5:0").run()
    assert app.selectbox(key="moving").value == "doc4:0"
    app.selectbox(key="moving").select("doc1:0").run()
    assert app.query_params["mark"] == "group:doc1:0"


def test_the_kind_is_part_of_the_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is in the address, and what it hides is told in the tray."""
    app = page(monkeypatch, FIGURES, *STORIES, kind="money").run()
    said = text_of(app)
    assert "No two figures under this filter count the same thing." in said
    assert "All figures (1)" in said
    assert any(r"left out by the filter above \(3\)" in expander.label for expander in app.expander)


def test_a_filter_cuts_the_group(monkeypatch: pytest.MonkeyPatch) -> None:
    """Low, high and number of documents are those of what is shown."""
    said = text_of(page(monkeypatch, FIGURES, *STORIES, docs="doc1~doc2").run())
    assert "<b>12–14</b> graves" in said
    assert "2 figures · 2 documents, 1 origin" in said


def test_markup_of_a_document_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """In labels, names and speakers."""
    evil = [
        story(f"doc{i}", "<script>alert(1)</script>", i, replace(graves(i), counted="<img src=x> graves"))
        for i in (1, 2)
    ]
    said = text_of(page(monkeypatch, FIGURES, *evil, mark="group:doc1:0").run())
    assert "<script>" not in said
    assert "<img" not in said
    assert "&lt;img src=x&gt; graves" in said


def test_the_overview_tells_of_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that shares its wording says with which, and a headline figure how far others differ."""
    said = text_of(page(monkeypatch, OVERVIEW, *STORIES[:2]).run())
    assert "Much of the wording is also in The Wire, 18 Sep 2022 (100 % of the shorter text)." in said
    assert "12–14: 2 documents, 1 origin" in said
