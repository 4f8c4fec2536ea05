"""What pages say of the outside geocoder, through Streamlit's own test driver and a geocoder on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.models import Extraction
from core.places.geocoder import service
from core.places.geocoder.client import Client
from core.places.geocoder.request_log import Ledger
from core.places.geocoder.service import Geocoder
from core.places.geocoder.settings import Fault
from pages.shared import serving
from pages.shared.labels import literally
from tests.core.desk.test_desk import until
from tests.core.places.geocoder.server import Fake, Reply, geocoder, nominatim, nominatim_place
from tests.core.records import place, record
from tests.pages.apps import DOSSIER, page, text_of

MAP, ADD = "pages/map.py", "pages/add.py"
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def fake() -> Iterator[Fake]:
    """A geocoder of this test's own."""
    with geocoder() as running:
        yield running


@pytest.fixture
def named(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Geocoder]:
    """The process's geocoder, asking that server without a pause."""
    settings = fake.settings()
    made = Geocoder(settings, Ledger(tmp_path / "outside.sqlite", settings.address), Client(settings))
    monkeypatch.setattr(service, "outside", lambda: made)
    yield made
    made.line.close()


def unknown(*names: str) -> Extraction:
    """A record whose places the gazetteer does not know; the names need not stand in its text."""
    nowhere = dict.fromkeys(("latitude", "longitude", "country", "source", "precision_km"))
    made = [replace(place(**nowhere, outside="askable"), name=name, text=name) for name in names]
    return record(places=tuple(made), figures=(), events=())


def told(app: AppTest, kind: str) -> list[str]:
    """Labels of elements of a kind."""
    return [element.label for element in app.get(kind)]


def test_nothing_is_said_or_sent_without_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Off is off: no line on any page; a socket that were opened would fail this test."""
    monkeypatch.setattr(service, "outside", lambda: None)
    for file in (MAP, ADD):
        app = page(monkeypatch, file, unknown("Vasylkove")).run()
        assert not app.exception
        assert not [one for one in app.get("html") if 'class="dl-outside"' in str(one.proto.body)]
        assert not any("geocoder" in label for label in told(app, "expander"))


def test_a_wrong_setting_is_a_sentence_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages work as without one."""
    monkeypatch.setattr(service, "outside", lambda: Fault("No outside geocoder is asked: <b>x</b>."))
    for file in (MAP, ADD):
        app = page(monkeypatch, file, unknown("Vasylkove")).run()
        assert not app.exception
        assert text_of(app).count("No outside geocoder is asked: &lt;b&gt;x&lt;/b&gt;.") == 1


def test_it_is_said_before_anything_is_handed_in(monkeypatch: pytest.MonkeyPatch, named: Geocoder, fake: Fake) -> None:
    """The page that takes documents names the host."""
    app = page(monkeypatch, ADD).run()
    assert "An outside geocoder is on." in text_of(app)
    assert f"Nominatim at {fake.address}" in text_of(app)
    assert "No name of this dossier was sent." in text_of(app)


def test_found_names_come_onto_the_map(monkeypatch: pytest.MonkeyPatch, named: Geocoder, fake: Fake) -> None:
    """The first run does not wait; once the answer is there the same page draws it, and says where it is from."""
    fake.replies["Vasylkove"] = nominatim(nominatim_place("Vasylkove", 49.5, 36.5))
    app = page(monkeypatch, MAP, unknown("Vasylkove", "Nowhere")).run()
    assert not app.exception
    until(lambda: len(named.answers(["Vasylkove", "Nowhere"])) == 2)
    app.run()
    assert [b.label for b in app.button if str(b.key).startswith("unlocated-")] == ["Nowhere · 1"]
    assert [b.label for b in app.button if str(b.key).startswith("list-")] == ["Nowhere", "Vasylkove"]
    line = f"Outside geocoder on: Nominatim at {fake.address} · 2 names of this dossier sent"
    assert literally(line) in told(app, "expander")
    said = text_of(app)
    assert "<b>Vasylkove</b>" in said
    assert "found: Vasylkove, Kharkiv Oblast, Ukraine" in said
    assert "<b>Nowhere</b>" in said
    assert "unknown there" in said
    assert "OpenStreetMap contributors" in said


def test_unknown_and_unavailable_are_different_reasons(
    monkeypatch: pytest.MonkeyPatch, named: Geocoder, fake: Fake
) -> None:
    """The tray tells them apart, and what still waits from both."""
    fake.replies["Broken"] = Reply(b"", 500)
    named.wait(DOSSIER, ("Nowhere", "Broken"), 5.0)
    app = page(monkeypatch, MAP, unknown("Nowhere", "Broken", "Waits"))
    app.session_state["tray"] = True
    said = text_of(app.run())
    assert "unknown to the outside geocoder as well (1)" in said
    assert "the outside geocoder could not answer (1)" in said
    assert "asked outside: no answer yet (1)" in said
    assert "no answer: it answered with an error (HTTP 500)" in said
    assert "Waits" not in fake.asked


def test_the_reason_stands_in_the_panel(monkeypatch: pytest.MonkeyPatch, named: Geocoder, fake: Fake) -> None:
    """Why here: the geocoder is named, with what it calls the place."""
    fake.replies["Vasylkove"] = nominatim(nominatim_place("Vasylkove", 49.5, 36.5))
    named.wait(DOSSIER, ("Vasylkove",), 5.0)
    app = page(monkeypatch, MAP, unknown("Vasylkove"), mark="place:nominatim:osm/node/107775").run()
    assert f"Nominatim at {fake.address} knows it as “Vasylkove, Kharkiv Oblast, Ukraine”" in text_of(app)


def test_hostile_answers_stay_words(monkeypatch: pytest.MonkeyPatch, named: Geocoder, fake: Fake) -> None:
    """HTML in a name or in an address of the geocoder is shown, not run."""
    other = nominatim_place("Vasylkove", 40.0, 20.0, display_name=HOSTILE, osm_id=5)
    first = nominatim_place("Vasylkove", 49.5, 36.5, display_name=HOSTILE)
    fake.replies["Vasylkove"] = nominatim(first, other)
    named.wait(DOSSIER, ("Vasylkove", HOSTILE), 5.0)
    app = page(monkeypatch, MAP, unknown("Vasylkove", HOSTILE), mark="place:nominatim:osm/node/107775").run()
    assert not app.exception
    assert HOSTILE not in text_of(app)
    assert "&lt;img src=x" in text_of(app)


def test_another_dossier_does_not_show_these_names(
    monkeypatch: pytest.MonkeyPatch, named: Geocoder, fake: Fake
) -> None:
    """What one dossier reads is not told to the readers of another."""
    named.wait("another-dossier", ("Secretove",), 5.0)
    app = page(monkeypatch, MAP, unknown("Vasylkove")).run()
    assert "Secretove" not in text_of(app)
    assert fake.asked[0] == "Secretove"


def test_a_wrong_setting_is_said_at_the_start(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """One sentence in the log of the server, which serves on."""
    monkeypatch.setattr(service, "outside", lambda: Fault("No outside geocoder is asked: it is raining."))
    serving._say_fault()
    assert [entry.getMessage() for entry in caplog.records] == ["No outside geocoder is asked: it is raining."]
