"""Every page, empty and filled, with a choice and under a filter, through Streamlit's own test driver."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from core.desk import desk
from core.dossier import dossier_record
from core.models import Notice
from core.wording import amount
from tests.core.records import record
from tests.pages.apps import DOSSIER, page, text_of

OVERVIEW, TIMELINE, FIGURES, DOCUMENT = (
    f"pages/{name}.py" for name in ("overview", "timeline", "figures", "documents")
)

VALUES = re.compile(r'<p class="dl-value">(.*?)</p>')
WORDS = re.compile(r'<div class="dl-event-card"><p class="dl-meta">.*?</p><p>(.*?)</p>')


@pytest.mark.parametrize("file", [OVERVIEW, TIMELINE, FIGURES, DOCUMENT])
def test_an_empty_dossier_offers_the_next_step(monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    """Nothing is drawn of nothing, and nobody is left without a next step."""
    app = page(monkeypatch, file).run()
    assert not app.exception
    assert "Nothing here yet" in text_of(app)


FILLED = [
    (OVERVIEW, ["12", "Graves found", "17 Sep 2022", "Shellfire hit Vasylkove"]),
    (TIMELINE, ["12 Sep 2022", "May 2022", "Officials found 12 graves near Vasylkove"]),
    (FIGURES, ["12", "graves", "speaker unclear", "All figures (2)"]),
    (DOCUMENT, ["Graves found", "<bdi>published 17 Sep 2022", "dl-in-quote", "Marks in the text"]),
]


@pytest.mark.parametrize(("file", "expected"), FILLED)
def test_a_filled_page_answers_its_question(monkeypatch: pytest.MonkeyPatch, file: str, expected: list[str]) -> None:
    """What the record holds is on the page, in the source's words."""
    app = page(monkeypatch, file, record()).run()
    assert not app.exception
    assert [words for words in expected if words not in text_of(app)] == []


def test_the_table_tells_value_speaker_and_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each figure is a row; what the text does not say is left empty or called unclear."""
    (table,) = page(monkeypatch, FIGURES, record()).run().dataframe
    rows = table.value[["Value", "Counts", "Where", "Who says so", "Document"]].to_numpy().tolist()
    assert rows == [
        ["12", "graves", "Vasylkove", "unclear", "The Courier"],
        ["≥ 30", "graves", "", "Olha Tkach", "The Courier"],
    ]


CHOICES = [
    (TIMELINE, "event:doc1:0", ["1 sentence, 1 document", "12 Sep 2022"]),
    (FIGURES, "figure:doc1:1", ["We counted", "Mayor Olha Tkach", "Who says so"]),
    (DOCUMENT, "mention:doc1:0", ["<dt>Kind</dt><dd>settlement", "Why here", "the only place of this name"]),
    (DOCUMENT, "date:doc1:1", ["Why then", "May 2022"]),
    (DOCUMENT, "quote:doc1:0", ["Mayor Olha Tkach", "Telegram"]),
]


@pytest.mark.parametrize(("file", "mark", "expected"), CHOICES)
def test_a_link_opens_the_sentence(monkeypatch: pytest.MonkeyPatch, file: str, mark: str, expected: list[str]) -> None:
    """The chosen mark is in the address, and its sentence in the panel."""
    said = text_of(page(monkeypatch, file, record(), mark=mark).run())
    assert [words for words in expected if words not in said] == []


@pytest.mark.parametrize("file", [OVERVIEW, TIMELINE, FIGURES, DOCUMENT])
@pytest.mark.parametrize(
    "query",
    [
        {"place": "nowhere"},
        {"from": "1990-01-01", "to": "1990-12-31"},
        {"mark": "event:doc1:99", "at": "999999", "doc": "gone"},
        {"mark": "<script>", "at": "-1", "from": "yesterday", "show": "everything"},
    ],
)
def test_any_address_gives_a_page(monkeypatch: pytest.MonkeyPatch, file: str, query: dict[str, str]) -> None:
    """A filter that shows nothing and an address that means nothing are pages like any other."""
    app = page(monkeypatch, file, record(), **query).run()
    assert not app.exception
    assert text_of(app)


def test_a_button_opens_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """One click from the card of an event to its sentence."""
    app = page(monkeypatch, TIMELINE, record()).run()
    app.button(key="open-event-doc1:0").click().run()
    assert app.query_params["mark"] == "event:doc1:0"
    assert '<mark class="dl-event">' in text_of(app)


def test_events_without_a_date_are_listed_apart_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """No date is invented, and no event lost."""
    one = record()
    undated = replace(
        one.events[0], earliest=None, latest=None, precision=None, dates=(), reason="no date in the clause"
    )
    app = page(monkeypatch, TIMELINE, replace(one, events=(undated,)))
    app.session_state["undated"] = True  # the folded list is drawn once it is opened
    app.run()
    assert "no date in the clause" in text_of(app)
    assert any("without a date" in expander.label for expander in app.expander)


def test_warnings_about_a_text_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a reader must know stands over the text and in the overview, escaped."""
    noted = replace(record(), warnings=(Notice("quotation", "A quotation is <never> closed.", 0, 5),))
    for file in (OVERVIEW, DOCUMENT):
        said = text_of(page(monkeypatch, file, noted).run())
        assert "A quotation is &lt;never&gt; closed." in said


def test_several_documents_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other document opens from its beginning."""
    other = replace(record(), id="doc2", title="Another story")
    app = page(monkeypatch, DOCUMENT, record(), other, doc="doc1", at="60").run()
    app.selectbox(key="document-choice").select("doc2").run()
    assert app.query_params["doc"] == "doc2"
    assert "Another story" in text_of(app)


def test_the_overview_shows_what_the_dossier_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same figures and the same events, in the same order."""
    records = (record(), record(id="doc2", outlet="The Herald"))
    shown = dossier_record("d", records, lambda _: frozenset())
    said = text_of(page(monkeypatch, OVERVIEW, *records).run())
    figures = [records[h.doc == "doc2"].figures[h.figure] for h in shown.headline]
    assert figures
    assert VALUES.findall(said) == [amount(f.low, f.high, f.bound, f.unit) for f in figures]
    assert shown.first_events
    told = [shown.events[index].tellings[0] for index in shown.first_events]
    assert WORDS.findall(said) == [records[doc == "doc2"].events[index].summary for doc, index in told]


def test_the_overview_says_what_to_check_and_who_did_what(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what there is of it: a document without a date, names without a place; the latest deeds, escaped."""
    app = page(monkeypatch, OVERVIEW, record())
    desk().dossiers.rename(DOSSIER, "Graves", "<b>Ana</b>")
    app.run()
    assert not app.exception
    assert "&lt;b&gt;Ana&lt;/b&gt; renamed the dossier, " in text_of(app)
    links = [element.proto.label for element in app.get("page_link")]
    assert not [link for link in links if "without a date" in link]
    app = page(monkeypatch, OVERVIEW, replace(record(), published=None)).run()
    assert "1 document without a date" in [element.proto.label for element in app.get("page_link")]
