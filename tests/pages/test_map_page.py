"""The map page, through Streamlit's own test driver."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.models import PlaceCandidate
from tests.core.records import place, record
from tests.pages.apps import page, text_of

FILE = "pages/map.py"
HOSTILE = "<img src=x>"
KEY = "geonames:9"


def opened(monkeypatch: pytest.MonkeyPatch, **query: str) -> AppTest:
    """The page on the sample record."""
    return page(monkeypatch, FILE, record(), **query).run()


def test_empty_dossier_offers_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without documents the page says so and draws nothing."""
    app = page(monkeypatch, FILE).run()
    assert not app.exception
    assert "Nothing here yet" in text_of(app)
    assert not app.get("plotly_chart")


def test_map_list_and_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    """The map is drawn, its places are listed as buttons, and the actor is accounted for below."""
    app = opened(monkeypatch)
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1
    assert [b.label for b in app.button if str(b.key).startswith("list-")] == ["Vasylkove"]
    assert "switched off above" in app.expander[0].label
    assert "Norland" not in text_of(app)
    app.session_state["tray"] = True  # what is folded is drawn once it is opened
    assert "Norland" in text_of(app.run())


def test_choosing_in_the_list_opens_the_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sentence is quoted with its mention marked, its source, and why the place is here."""
    app = opened(monkeypatch)
    app.button(key=f"list-{KEY}").click().run()
    said = text_of(app)
    assert app.query_params["mark"] == f"place:{KEY}"
    assert "2 sentences, 1 document" in said
    assert '<mark class="dl-place">Vasylkove</mark>' in said
    assert "The Courier, 17 Sep 2022" in said
    assert "the only place of this name" in said


def test_a_click_on_the_map_leaves_the_map_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The chart's JSON is the same with and without a choice, or the reader's view of it would be lost."""
    before = opened(monkeypatch).get("plotly_chart")[0].proto.spec
    after = opened(monkeypatch, mark=f"place:{KEY}").get("plotly_chart")[0].proto.spec
    assert before == after


def test_link_restores_choice_and_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Actors and the chosen place come from the address alone; the unlocated actor is a row below the map."""
    app = opened(monkeypatch, show="actors", mark="place:name:norland")
    assert [b.label for b in app.button if str(b.key).startswith("unlocated-")] == ["Norland · 1"]
    assert '<mark class="dl-place">Norland</mark>' in text_of(app)


def test_close_takes_the_choice_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The panel can be closed, which matters where it covers the page."""
    app = opened(monkeypatch, mark=f"place:{KEY}")
    app.button(key="dl-close").click().run()
    assert "mark" not in app.query_params
    assert "Click a mark" in text_of(app)


def test_filter_that_shows_nothing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """No map without a place, but a word, the count, and the way back in the tray."""
    app = opened(monkeypatch, speaker="Nobody")
    assert not app.get("plotly_chart")
    assert "No place to show" in text_of(app)
    assert "left out by the filter" in app.expander[0].label


def test_what_lies_outside_the_first_view_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A far-off scene is named below the map; one button shows all, and another leads back."""
    far = place(name="Farhaven", source="geonames:77", latitude=-33.0, longitude=151.0)
    app = page(monkeypatch, FILE, record(places=(*[place()] * 9, far))).run()
    assert "1 scene lies outside this view: Farhaven." in text_of(app)
    near = app.get("plotly_chart")[0].proto.spec
    app.button(key="reach-all").click().run()
    assert app.query_params["reach"] == "all"
    assert "The map shows every place" in text_of(app)
    assert app.get("plotly_chart")[0].proto.spec != near
    app.button(key="reach-most").click().run()
    assert "reach" not in app.query_params
    assert app.get("plotly_chart")[0].proto.spec == near


def test_nothing_is_said_where_all_is_in_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line and no button without need."""
    app = opened(monkeypatch)
    assert "outside this view" not in text_of(app)
    assert not [b for b in app.button if str(b.key).startswith("reach-")]


@pytest.mark.parametrize("field", ["name", "reason"])
def test_hostile_words_stay_words(monkeypatch: pytest.MonkeyPatch, field: str) -> None:
    """HTML in anything that comes from a document is shown, not run."""
    other = PlaceCandidate(HOSTILE, "settlement", 1.0, 1.0, None, "geonames:5", 1.0, 0.2, HOSTILE)
    changed: dict[str, Any] = {field: HOSTILE, "alternatives": (other,)}
    made = record(places=(place(**changed),), figures=(), events=(), name=HOSTILE, outlet=HOSTILE)
    app = page(monkeypatch, FILE, made, mark=f"place:{KEY}", show="all").run()
    assert not app.exception
    assert HOSTILE not in text_of(app)
    assert "&lt;img src=x&gt;" in text_of(app)


@pytest.mark.parametrize("where", ["bar", "empty"])
def test_a_filter_is_cleared_in_one_click(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """From the bar or from the empty page everything is back; nothing is offered where nothing is filtered."""
    app = opened(monkeypatch, speaker="Nobody", show="all")
    app.button(key=f"clear-{where}").click().run()
    assert not {"speaker", "show"} & set(app.query_params)
    assert len(app.get("plotly_chart")) == 1
    assert not [b for b in app.button if str(b.key).startswith("clear-")]


def test_two_places_of_one_name_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list names the country of each."""
    places = (place(country="IN"), place(nth=1, source="geonames:77", country="RO"))
    said = text_of(page(monkeypatch, FILE, record(places=places, figures=(), events=())).run())
    assert "<span>India</span>" in said
    assert "<span>Romania</span>" in said
