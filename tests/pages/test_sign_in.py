"""Pages where people sign in, through Streamlit's own test driver: what the provider vouches for is given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

import core.desk
from core.desk import Desk
from core.desk.access import acting_as
from core.desk.limits import limits_of
from pages.shared import sign_in
from tests.pages.apps import APP, desk_of, text_of

PAGES = ("overview", "map", "timeline", "figures", "documents", "add")
ANA = {"is_logged_in": True, "name": "Ana Ruiz", "email": "ana@desk.example", "groups": ["investigations"]}
MALLORY = {"is_logged_in": True, "name": "Mallory", "email": "mallory@desk.example"}
NOBODY: dict[str, object] = {"is_logged_in": False}
UNKNOWN = "an-id-that-nobody-has"


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """An empty desk in the place of the process's own."""
    desk = desk_of()
    monkeypatch.setattr(core.desk, "_the_desk", desk)
    yield desk
    desk.close()


@pytest.fixture
def limited(desk: Desk) -> str:
    """A listed dossier for the group of investigations."""
    with acting_as(None):
        made = desk.dossiers.make("Secret sources")
        desk.dossiers.limit(made, limits_of("", "Investigations"))
    return made


def opened(monkeypatch: pytest.MonkeyPatch, claims: dict[str, object], page: str, dossier: str | None) -> AppTest:
    """A page for whoever has these claims."""
    monkeypatch.setattr(sign_in, "claims", lambda: claims)
    app = AppTest.from_file(str(APP), default_timeout=30).run().switch_page(f"pages/{page}.py")
    if dossier:
        app.query_params["dossier"] = dossier
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("page", PAGES)
def test_no_page_shows_anything_of_a_limited_dossier(monkeypatch: pytest.MonkeyPatch, limited: str, page: str) -> None:
    """It asks for a sign-in, or says that there is none: word for word as of an address that is unknown."""
    for claims, line in ((NOBODY, "Sign in to open this dossier."), (MALLORY, "or it is not open to you")):
        said = []
        for dossier in (limited, UNKNOWN):
            app = opened(monkeypatch, claims, page, dossier)
            assert line in text_of(app)
            assert "Secret" not in str(app)
            said.append((text_of(app), [button.label for button in app.button]))
        assert said[0] == said[1]
    assert "Sign in to open" not in text_of(opened(monkeypatch, ANA, page, limited))


def test_the_list_and_the_settings_are_for_those_to_whom_it_is_open(
    monkeypatch: pytest.MonkeyPatch, limited: str
) -> None:
    """Whoever may see it finds it, and may open it to others."""
    for claims, seen in ((NOBODY, False), (MALLORY, False), (ANA, True)):
        assert ("Secret sources" in str(opened(monkeypatch, claims, "dossiers", limited))) == seen
    app = opened(monkeypatch, ANA, "dossiers", limited)
    groups = next(area for area in app.text_area if area.label.startswith("Groups"))
    assert groups.value == "investigations"
    groups.set_value("")
    next(button for button in app.button if button.label == "Limit to these").click().run()
    assert "Secret sources" in str(opened(monkeypatch, NOBODY, "dossiers", limited))


def test_who_shuts_themselves_out_is_told(monkeypatch: pytest.MonkeyPatch, desk: Desk, limited: str) -> None:
    """And stays in."""
    app = opened(monkeypatch, ANA, "dossiers", limited)
    next(area for area in app.text_area if area.label.startswith("Groups")).set_value("sports")
    next(button for button in app.button if button.label == "Limit to these").click().run()
    assert "You would not find it any more yourself" in text_of(app)
    with acting_as(None):
        assert desk.dossiers.limits(limited).groups == {"investigations"}


def test_the_name_of_the_sign_in_signs_and_no_other_is_asked_for(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    """Not even one that the browser keeps from before; who did not sign in changes nothing."""
    for claims, makers in ((NOBODY, []), (ANA, ["Ana Ruiz"])):
        app = opened(monkeypatch, claims, "dossiers", None)
        app.text_input(key="new-name").set_value("Flood in the delta")
        next(button for button in app.button if button.label == "Begin a dossier").click().run()
        assert not app.exception
        assert [row.made_by for row in desk.dossiers.listed()] == makers
        assert not [field for field in app.text_input if field.label == "Your name"]


def test_without_a_sign_in_what_was_limited_stays_shut(monkeypatch: pytest.MonkeyPatch, limited: str) -> None:
    """Settings that were lost open nothing."""
    app = opened(monkeypatch, {}, "map", limited)
    assert "Secret" not in str(app)
    assert "Nothing here yet" in text_of(app)
