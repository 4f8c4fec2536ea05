"""Address and session: what is kept from page to page, and what a link restores."""

from __future__ import annotations

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

import core.desk
from tests.core.records import record
from tests.pages.apps import APP, DOSSIER, desk_of, page, text_of

MAP, TIMELINE = "pages/map.py", "pages/timeline.py"


@pytest.mark.parametrize("file", ["pages/overview.py", MAP, "pages/add.py"])
def test_an_address_without_a_dossier_shows_the_list(monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    """Nothing is begun by looking; a dossier is begun by its button."""
    monkeypatch.setattr(core.desk, "_the_desk", desk_of())
    app = AppTest.from_file(str(APP), default_timeout=30).run().switch_page(file).run()
    assert not app.exception
    assert "<h1>Dossiers</h1>" in text_of(app)
    assert "dossier" not in app.query_params


@pytest.mark.parametrize("bad", ["", "short", "a/../../etc/passwd", "x" * 65, "<script>alert</script>"])
def test_a_dossier_that_is_none_is_not_looked_for(monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    """Only ids that this server could have made are taken from an address."""
    app = page(monkeypatch, MAP, dossier=bad).run()
    assert not app.exception
    assert "<h1>Dossiers</h1>" in text_of(app)


def test_filter_is_written_to_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part of the bar lands in the address, and leaves it when it is taken away."""
    app = page(monkeypatch, MAP, record()).run()
    app.selectbox(key="filter-place").select("geonames:9").run()
    app.selectbox(key="filter-speaker").select("Olha Tkach").run()
    app.multiselect(key="filter-documents").select("doc1").run()
    parts = ("place", "speaker", "docs")
    assert [app.query_params[name] for name in parts] == ["geonames:9", "Olha Tkach", "doc1"]
    app.selectbox(key="filter-place").select(None).run()
    assert "place" not in app.query_params
    assert not app.exception


def test_link_sets_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """A link alone fills the filter bar, also with what the dossier does not hold."""
    app = page(
        monkeypatch, MAP, record(), place="geonames:777", docs="gone", show="all", **{"from": "2022-09-01"}
    ).run()
    assert not app.exception
    assert app.selectbox(key="filter-place").value == "geonames:777"
    assert app.multiselect(key="filter-documents").value == ["gone"]
    days = app.session_state["filter-days"]
    assert days[0].isoformat() == "2022-09-01"


def test_address_is_carried_to_another_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of page drops the address's parts; all come back as they were, so that Back gains no step."""
    app = page(monkeypatch, MAP, record(), place="geonames:9", mark="place:geonames:9").run()
    before = dict(app.query_params)
    for name in list(app.query_params):
        del app.query_params[name]  # as Streamlit's navigation does
    app.switch_page(TIMELINE).run()
    assert app.query_params["dossier"] == DOSSIER
    assert list(app.query_params.items()) == list(before.items())


def test_a_link_wins_over_what_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that names its dossier is taken as it stands."""
    app = page(monkeypatch, MAP, record(), place="geonames:9").run()
    del app.query_params["place"]
    app.switch_page(TIMELINE).run()
    assert "place" not in app.query_params


def test_days_wait_for_both_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a span of days changes nothing yet; a whole one is in the address; an emptied one leaves it."""
    app = page(monkeypatch, MAP, record()).run()
    first, last = dt.date(2022, 9, 1), dt.date(2022, 9, 17)
    app.date_input(key="filter-days").set_value((first,)).run()
    assert "from" not in app.query_params
    app.date_input(key="filter-days").set_value((first, last)).run()
    assert (app.query_params["from"], app.query_params["to"]) == ("2022-09-01", "2022-09-17")
    app.date_input(key="filter-days").set_value(()).run()
    assert "from" not in app.query_params
    assert not app.exception


def test_a_request_that_comes_late_takes_nothing_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser may send its old address while the new one is on its way: what was just chosen stays."""
    app = page(monkeypatch, MAP, record()).run()
    late = dict(app.query_params)
    app.selectbox(key="filter-place").select("geonames:9").run()
    for name in set(app.query_params) - set(late):
        del app.query_params[name]
    app.selectbox(key="filter-speaker").select("Olha Tkach").run()
    assert (app.query_params["place"], app.query_params["speaker"]) == ("geonames:9", "Olha Tkach")
    assert app.selectbox(key="filter-place").value == "geonames:9"


def test_back_and_a_link_are_no_late_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    """An earlier address counts as it stands once the browser had the later one, or on another page."""
    app = page(monkeypatch, MAP, record()).run()
    app.selectbox(key="filter-place").select("geonames:9").run()
    app.run()  # with the address that was written
    del app.query_params["place"]
    app.run()
    assert "place" not in app.query_params
    assert app.selectbox(key="filter-place").value is None
