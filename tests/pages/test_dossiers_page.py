"""The page that lists dossiers, through Streamlit's own test driver."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

import core.desk
from core.desk import Desk
from tests.core.desk.desks import desk_with
from tests.core.desk.test_desk import HandExtractor, document, settled
from tests.pages.apps import APP, text_of


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """An empty desk in the place of the process's own."""
    desk = desk_with(HandExtractor())
    monkeypatch.setattr(core.desk, "_the_desk", desk)
    yield desk
    desk.close()


def opened(file: str = "pages/dossiers.py", **query: str) -> AppTest:
    """A page of the app after its first run."""
    app = AppTest.from_file(str(APP), default_timeout=30).run().switch_page(file)
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def links(app: AppTest) -> list[str]:
    """The names that lead into a dossier."""
    return [element.proto.label for element in app.get("page_link") if "dossier=" in str(element.proto)]


def press(app: AppTest, label: str) -> AppTest:
    """Click a button."""
    app = next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def test_an_empty_list_says_so(desk: Desk) -> None:
    """With what one can do instead."""
    app = opened()
    assert not app.exception
    assert "No dossier is listed yet" in text_of(app)


def test_a_dossier_is_begun_by_its_name(desk: Desk) -> None:
    """It is listed, and the page goes on to where it is filled; without a name a sentence says what is missing."""
    app = opened()
    app.text_input(key="new-name").set_value("Flood in the delta")
    press(app, "Begin a dossier")
    assert [row.name for row in desk.dossiers.listed()] == ["Flood in the delta"]
    app = press(opened(), "Begin a dossier")
    assert 'role="alert"' in text_of(app)
    assert len(desk.dossiers.listed()) == 1


def test_the_list_tells_what_is_in_each_and_hides_what_is_known_by_link(desk: Desk) -> None:
    """Names, numbers and days; search by name finds listed ones alone."""
    flood = desk.dossiers.make("Flood in the delta", "Where the dams broke")
    desk.dossiers.make("Fire at the mill")
    hidden = desk.dossiers.make("Secret sources", listed=False)
    desk.submit(flood, document())
    settled(desk, flood)
    assert sorted(links(opened())) == ["Fire at the mill", "Flood in the delta"]
    assert "1 document" in text_of(opened())
    assert "Where the dams broke" in text_of(opened())
    app = opened()
    assert links(app.text_input(key="dossier-search").set_value("delta").run()) == ["Flood in the delta"]
    app = opened()
    app.text_input(key="dossier-search").set_value("secret").run()
    assert (links(app), "Secret" in text_of(app)) == ([], False)
    assert "Secret sources" in opened(dossier=hidden).expander[0].label


def test_a_dossier_is_named_and_listed_by_whoever_has_its_link(desk: Desk) -> None:
    """One that began with its first document has neither name nor place in the list."""
    desk.submit("known-by-link", document())
    app = opened(dossier="known-by-link")
    assert links(app) == []
    app.text_input[0].set_value("Fire at the mill")
    app.radio[0].set_value(app.radio[0].options[0])
    press(app, "Save")
    assert [(row.id, row.name) for row in desk.dossiers.listed()] == [("known-by-link", "Fire at the mill")]


def test_a_name_stands_over_every_page(desk: Desk) -> None:
    """As text, whatever is in it."""
    named = desk.dossiers.make("<b>Flood</b>")
    assert "&lt;b&gt;Flood&lt;/b&gt;" in text_of(opened("pages/map.py", dossier=named))


def test_a_dossier_goes_by_its_name_and_comes_back(desk: Desk) -> None:
    """Another word deletes nothing; its pages say that it was deleted, and it can be asked back."""
    gone = desk.dossiers.make("Flood in the delta")
    app = opened(dossier=gone)
    app.text_input(key="typed-name").set_value("Fire")
    app = press(app, "Delete this dossier")
    assert ('role="alert"' in text_of(app), len(desk.dossiers.listed())) == (True, 1)
    app.text_input(key="typed-name").set_value("Flood in the delta")
    app = press(app, "Delete this dossier")
    assert desk.dossiers.listed() == ()
    assert "was deleted" in text_of(opened("pages/map.py", dossier=gone))
    press(opened(), "Ask back")
    assert [row.name for row in desk.dossiers.listed()] == ["Flood in the delta"]


def test_a_dossier_is_put_aside(desk: Desk) -> None:
    """Out of the list, among those that were; and taken up again."""
    aside = desk.dossiers.make("Flood in the delta")
    app = press(opened(dossier=aside), "Put aside")
    assert [row.id for row in desk.dossiers.listed(archived=True)] == [aside]
    assert "Put aside (1)" in [expander.label for expander in app.expander]
    press(app, "Take it up again")
    assert [row.id for row in desk.dossiers.listed()] == [aside]


def test_the_first_change_asks_for_a_name_and_goes_on_with_it(desk: Desk, cookies: dict[str, str]) -> None:
    """Reading asks for none; what was typed waits for the name, and is signed with it."""
    cookies.clear()
    app = opened()
    assert "reader-ask-name" not in [field.key for field in app.text_input]
    app.text_input(key="new-name").set_value("Flood in the delta")
    app = press(app, "Begin a dossier")
    assert desk.dossiers.listed() == ()
    app.text_input(key="reader-ask-name").set_value(" … ")
    app = press(app, "Go on")
    assert ('role="alert"' in text_of(app), desk.dossiers.listed()) == (True, ())
    app.text_input(key="reader-ask-name").set_value("Ana\u202e")
    press(app, "Go on")
    assert [(row.name, row.made_by) for row in desk.dossiers.listed()] == [("Flood in the delta", "Ana")]


def test_every_change_of_a_dossier_is_signed(desk: Desk) -> None:
    """The journal has who did what."""
    one = desk.dossiers.make("Flood")
    app = opened(dossier=one)
    next(field for field in app.text_input if field.value == "Flood").set_value("Flood in the delta")
    press(app, "Save")
    press(opened(dossier=one), "Put aside")
    press(opened(dossier=one), "Take it up again")
    app = opened(dossier=one)
    app.text_input(key="typed-name").set_value("Flood in the delta")
    press(app, "Delete this dossier")
    press(opened(), "Ask back")
    done = [(entry.deed, entry.who) for entry in desk.dossiers.journal(one)]
    deeds = ("asked back", "deleted", "unarchived", "archived", "renamed")
    assert done == [*((deed, "A. Reader") for deed in deeds), ("made", "")]


def test_a_dossier_is_begun_by_link_only(desk: Desk) -> None:
    """No list has it; the page it opens is its address."""
    app = opened()
    app.text_input(key="new-name").set_value("Secret sources")
    app.checkbox(key="new-by-link").check()
    press(app, "Begin a dossier")
    assert desk.dossiers.listed() == ()
