"""On the timeline a person splits and joins tellings, everybody sees it, and one click takes it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

import core.desk
from core.models import Extraction
from tests.core.records import record
from tests.pages.apps import APP, DOSSIER, page, text_of

TIMELINE = "pages/timeline.py"
TWICE = "event:doc1:0,doc2:0"


def three() -> tuple[Extraction, ...]:
    """Two documents that tell of one find, and one of a find two days later."""
    one = record()
    day = dt.date(2022, 9, 14)
    later = replace(one.events[0], earliest=day, latest=day, summary="Crews found 12 graves", figures=())
    return (
        one,
        record(id="doc2", title="Second", outlet="The Wire"),
        replace(one, id="doc3", title="Third", outlet="The Echo", events=(later,)),
    )


def cards(app: AppTest) -> list[str]:
    """The labels of the buttons that open events of the list."""
    return [button.label for button in app.button if str(button.key).startswith("open-event-")]


def undo(app: AppTest, number: int = -1) -> AppTest:
    """Takes back one of the decisions that the panel names."""
    return [one for one in app.button if str(one.key).startswith("undo-panel-")][number].click().run()


def test_a_telling_is_taken_out_and_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """List, counts and panel follow; the panel stays with what the telling was taken from."""
    app = page(monkeypatch, TIMELINE, *three(), mark=TWICE).run()
    assert sorted(cards(app)) == ["2 sentences", "2 sentences", "Sentence"]
    app.button(key="split-doc2:0").click().run()
    assert app.query_params["mark"] == "event:doc1:0"
    assert sorted(cards(app)) == ["2 sentences", "Sentence", "Sentence", "Sentence"]
    assert ">2 of 4<" in text_of(app)
    assert "Kept apart by A. Reader" in text_of(app)
    assert "Not the same as “Officials found 12 graves near Vasylkove” (The Wire, 17 Sep 2022)" in text_of(app)
    undo(app)
    assert sorted(cards(app)) == ["2 sentences", "2 sentences", "Sentence"]
    assert "by hand" not in text_of(app)


def test_what_was_taken_out_says_so_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """In its card and in its panel; a single telling offers no split."""
    app = page(monkeypatch, TIMELINE, *three(), mark=TWICE).run()
    app.button(key="split-doc2:0").click().run()
    app.button(key="open-event-doc2:0").click().run()
    text = text_of(app)
    assert text.count('<span class="dl-part-told">kept apart by hand</span>') == 1
    assert "Not the same as “Officials found 12 graves near Vasylkove” (The Courier, 17 Sep 2022)" in text
    assert not [button for button in app.button if str(button.key).startswith("split-")]


def opened(app: AppTest) -> AppTest:
    """The same page with “Same event as …” open."""
    (button,) = [one for one in app.button if one.label == "Same event as …"]
    return button.click().run()


def test_the_nearest_event_is_joined_in_one_click(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the panel shows all tellings, says who joined them, and one click parts them again."""
    app = page(monkeypatch, TIMELINE, *three(), mark=TWICE).run()
    opened(app)
    app.button(key="same-near-doc3-0").click().run()
    assert app.query_params["mark"] == "event:doc1:0,doc2:0,doc3:0"
    assert "3 sentences, 3 documents" in text_of(app)
    assert "told in 3 documents; 2 of them proposed as one" in text_of(app)
    assert "Joined by A. Reader" in text_of(app)
    undo(app)
    assert sorted(cards(app)) == ["2 sentences", "2 sentences", "Sentence"]


def test_any_event_is_found_and_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its words, also where it is another sort of thing, far off."""
    app = page(monkeypatch, TIMELINE, *three(), mark="event:doc3:0").run()
    (search,) = [one for one in opened(app).text_input if one.label == "Search all events"]
    search.set_value("no such thing").run()
    assert "No event has all these words." in text_of(app)
    next(one for one in app.text_input if one.label == "Search all events").set_value("shellfire may").run()
    app.button(key="same-found-doc1-1").click().run()
    assert app.query_params["mark"] == "event:doc3:0,doc1:1,doc2:1"
    assert "told in 3 documents; 2 of them proposed as one" in text_of(app)
    assert sorted(cards(app)) == ["2 sentences", "3 sentences"]


def test_a_filter_does_not_narrow_what_is_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tellings that it hides are counted, and belong to the event that is joined."""
    app = page(monkeypatch, TIMELINE, *three(), docs="doc1~doc3", mark="event:doc3:0").run()
    opened(app).button(key="same-near-doc1-0").click().run()
    (judgement,) = core.desk.desk().judgements.of(DOSSIER)
    assert (len(judgement.these), len(judgement.those)) == (1, 2)
    assert "1 more telling: left out by the filter above" in text_of(app)


def test_two_people_at_once_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both pages were drawn before either clicked; a third sees both decisions, and the same said twice is one."""
    app = page(monkeypatch, TIMELINE, *three(), record(id="doc4"), mark="event:doc1:0").run()
    other = page_again(app)
    app.button(key="split-doc1:0").click().run()
    other.button(key="split-doc2:0").click().run()
    again = page_again(app)
    assert len(core.desk.desk().judgements.of(DOSSIER)) == 2
    assert sorted(cards(again)) == ["3 sentences", "Sentence", "Sentence", "Sentence", "Sentence"]
    again.button(key="open-event-doc4:0").click().run()
    undo(again, 0)
    assert len(core.desk.desk().judgements.of(DOSSIER)) == 1


def page_again(app: AppTest) -> AppTest:
    """Somebody else who opens the same link."""
    other = AppTest.from_file(str(APP), default_timeout=30).run().switch_page(TIMELINE)
    for name in ("dossier", "mark"):
        if name in app.query_params:
            other.query_params[name] = app.query_params[name]
    return other.run()


def test_a_decision_that_fits_nothing_is_kept_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its document is gone: the foot of the page says so; it counts again when the document is back."""
    app = page(monkeypatch, TIMELINE, *three(), mark=TWICE).run()
    app.button(key="split-doc2:0").click().run()
    for other in core.desk.desk().records(DOSSIER)[1:]:
        core.desk.desk().remove(DOSSIER, other.id)
    app.run()
    labels = [one.label for one in app.expander]
    assert "Decided by hand (1) · 1 of them kept for events that are not here now" in labels
    assert "not here now" in text_of(app)


def test_the_overview_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept apart there is two lines, of one document each."""
    app = page(monkeypatch, TIMELINE, *three(), mark=TWICE).run()
    app.button(key="split-doc2:0").click().run()
    overview = app.switch_page("pages/overview.py").run()
    lines = [line for line in text_of(overview).splitlines() if "12 Sep 2022" in line]
    assert len(lines) == 2
    assert not any("documents" in line for line in lines)
