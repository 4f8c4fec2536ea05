"""The timeline's page: set in the address, walked through by buttons, one card for one event."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import page, text_of
from tests.records import record

TIMELINE = "pages/events.py"


def buttons(app: AppTest) -> tuple[bool, bool]:
    """Whether Previous and Next lead somewhere."""
    return not app.button(key="step-previous").disabled, not app.button(key="step-next").disabled


def test_next_and_previous_lead_through_the_events_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """From nothing chosen to the first, the second and back; at either end there is no way on."""
    app = page(monkeypatch, TIMELINE, record()).run()
    assert buttons(app) == (False, True)
    app.button(key="step-next").click().run()
    assert app.query_params["mark"] == "event:doc1:1"  # May comes before September
    assert buttons(app) == (False, True)
    app.button(key="step-next").click().run()
    assert app.query_params["mark"] == "event:doc1:0"
    assert "2 of 2" in text_of(app)
    assert '<mark class="dl-event">Officials found 12 graves' in text_of(app)
    assert buttons(app) == (True, False)
    app.button(key="step-previous").click().run()
    assert app.query_params["mark"] == "event:doc1:1"


def test_buttons_have_a_key_on_the_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two keys at once, so that typing elsewhere sets nothing off."""
    app = page(monkeypatch, TIMELINE, record()).run()
    shortcuts = [app.button(key=f"step-{name}").proto.shortcut for name in ("previous", "next")]
    assert [keys.lower() for keys in shortcuts] == ["shift+left", "shift+right"]


@pytest.mark.parametrize(("name", "value"), [("rows", "place"), ("rows", "kind"), ("zoom", "hours"), ("zoom", "all")])
def test_how_the_page_is_set_is_in_the_address(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """A link shows the same chart to somebody else; the usual setting leaves no trace."""
    app = page(monkeypatch, TIMELINE, record(), **{name: value}).run()
    control = app.button_group(key=f"option-{name}")
    assert control.value == value
    usual = {"rows": "none", "zoom": "story"}[name]
    control.set_value(usual).run()
    assert name not in app.query_params
    app.button_group(key=f"option-{name}").set_value(value).run()
    assert app.query_params[name] == value


def test_a_setting_that_nobody_knows_is_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address may say anything."""
    app = page(monkeypatch, TIMELINE, record(), rows="<b>", zoom="moon").run()
    assert app.button_group(key="option-zoom").value == "story"
    assert not app.exception


def test_two_documents_that_tell_one_event_are_one_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says why, and its button opens both sentences."""
    app = page(monkeypatch, TIMELINE, record(), record(id="doc2", name="again.txt")).run()
    text = text_of(app)
    assert text.count("Officials found 12 graves near Vasylkove</p>") == 1
    assert "told in 2 documents: same day, same place, both say 12 graves" in text
    app.button(key="open-event-doc1:0").click().run()
    assert app.query_params["mark"] == "event:doc1:0,doc2:0"
    assert "2 sentences, 2 documents" in text_of(app)
    assert "Why these belong together" in text_of(app)


def test_a_filter_leaves_the_other_telling(monkeypatch: pytest.MonkeyPatch) -> None:
    """One document alone tells it alone."""
    app = page(monkeypatch, TIMELINE, record(), record(id="doc2"), docs="doc2").run()
    assert "told in" not in text_of(app)
    assert app.button(key="open-event-doc2:0")


def test_a_long_list_begins_with_the_most_prominent_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty of them; a box shows all."""
    one = record()
    start = dt.date(2022, 6, 1)
    quiet = tuple(
        replace(
            one.events[0],
            trigger=replace(one.events[0].trigger, lemma="own"),
            figures=(),
            summary=f"quiet {n}",
            earliest=start + dt.timedelta(days=n),
            latest=start + dt.timedelta(days=n),
        )
        for n in range(60)
    )
    loud = replace(one.events[1], trigger=replace(one.events[1].trigger, lemma="kill"), summary="loud")
    app = page(monkeypatch, TIMELINE, replace(one, events=(*quiet, loud))).run()
    assert len(app.button) - 2 == 40
    assert "<p>loud</p>" in text_of(app)
    app.checkbox(key="all-events").check().run()
    assert "<p>quiet 3</p>" in text_of(app)
