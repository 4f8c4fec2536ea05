"""The timeline's page: set in the address, walked through by buttons, one card for one event."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from core.models import Extraction
from tests.core.records import record
from tests.pages.apps import page, text_of

TIMELINE = "pages/timeline.py"


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


def dense(number: int) -> Extraction:
    """So many events of one day, the first told last."""
    one = record()
    return replace(
        one,
        events=tuple(
            replace(
                one.events[0],
                figures=(),
                places=(),
                trigger=replace(one.events[0].trigger, lemma=f"do{n}"),
                summary=f"deed {n}",
            )
            for n in range(number)
        ),
    )


def test_a_dense_day_opens_as_a_list_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list's button asks for what the chart's one mark asks for: all of them, each one click from its sentence."""
    app = page(monkeypatch, TIMELINE, dense(48)).run()
    (every,) = [button for button in app.button if button.label == "All 48 events"]
    every.click().run()
    assert '<bdi>12 Sep 2022</bdi></h2><p class="dl-panel-count">48 events, 1 document' in text_of(app)
    among = [button for button in app.button if str(button.key).startswith("among-")]
    assert [button.label for button in among] == [f"deed {n}" for n in range(48)]
    among[47].click().run()
    assert app.query_params["mark"] == "event:doc1:47"
    assert "1 sentence, 1 document" in text_of(app)
    app.button(key="dl-back").click().run()
    assert "48 events, 1 document" in text_of(app)


def test_the_way_back_is_there_only_from_a_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    """An event that was chosen by itself leads back to none."""
    app = page(monkeypatch, TIMELINE, dense(5), mark="event:doc1:2").run()
    assert "1 sentence, 1 document" in text_of(app)
    assert not [button for button in app.button if button.key == "dl-back"]


def test_folded_places_open_and_the_address_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """One button there and back; a link shows the same lanes."""
    one = record()
    places = tuple(replace(one.places[0], name=f"Place {n}", source=f"geonames:{n}") for n in range(9))
    events = tuple(replace(one.events[0], places=(n,), summary=f"Find {n}") for n in range(9))
    app = page(monkeypatch, TIMELINE, replace(one, places=places, events=events), rows="place").run()
    assert app.button(key="unfold-lanes").label == "Show the 4 other places one by one"
    app.button(key="unfold-lanes").click().run()
    assert app.query_params["lanes"] == "all"
    app.button(key="unfold-lanes").click().run()
    assert "lanes" not in app.query_params
