"""Search: from the field in the head of a page to the passages, and from one of them into its document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from tests.core.records import record
from tests.pages.apps import DOSSIER, page, text_of

SEARCH = "pages/search.py"
SECOND = replace(record(), id="doc2", outlet="Northern Wire")


def looked_for(monkeypatch: pytest.MonkeyPatch, asked: str) -> AppTest:
    """The page of two documents that say the same, for what was typed."""
    app = page(monkeypatch, SEARCH, record(), SECOND, q=asked).run()
    assert not app.exception
    return app


def labels(app: AppTest, key: str) -> list[str]:
    """What stands on the buttons whose keys begin so."""
    return [button.label.replace("\\", "") for button in app.button if (button.key or "").startswith(key)]


def test_the_field_of_any_page_leads_to_the_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Filter and dossier stay; what was typed stands in the field again."""
    app = page(monkeypatch, "pages/map.py", record(), SECOND, place="geonames:9").run()
    app.text_input(key="search-field").input("shellfire").run()
    assert not app.exception
    assert "<h1>Search</h1>" in text_of(app)
    assert app.query_params == {"dossier": DOSSIER, "place": "geonames:9", "q": "shellfire"}
    assert app.text_input(key="search-field").value == "shellfire"
    assert '<mark class="dl-sought">Shellfire</mark>' in text_of(app)
    assert "2 passages" in text_of(app)


def test_the_field_on_the_page_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another search takes the place of the first; an empty one says how to look."""
    app = looked_for(monkeypatch, "shellfire")
    app.text_input(key="search-field").input("denied").run()
    assert app.query_params["q"] == "denied"
    assert '<mark class="dl-sought">denied</mark>' in text_of(app)
    app.text_input(key="search-field").input("").run()
    assert "Look for words, places" in text_of(app)


def test_a_hit_opens_its_document_at_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The link knows the document and the place of the first word that was looked for."""
    app = looked_for(monkeypatch, "outlet:wire shellfire")
    (link,) = [one for one in app.get("page_link") if one.proto.label == "Open"]
    at = record().text.index("Shellfire")
    assert f"doc=doc2&at={at}" in link.proto.query_string


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ('"graves', "A quotation mark is not closed"),
        ("when:monday", "There is no “when:” to search by"),
        ("figure:many", "needs a number"),
        ("zyzzogeton", "Nothing found."),
        ("", "Look for words, places"),
        ("<script>alert(1)</script>", "Nothing found."),
    ],
)
def test_what_finds_nothing_is_answered(monkeypatch: pytest.MonkeyPatch, asked: str, said: str) -> None:
    """Bad syntax, words that are nowhere and an empty field each get a sentence."""
    app = looked_for(monkeypatch, asked)
    assert said in text_of(app)
    assert "<script>" not in text_of(app)


def test_a_facet_is_put_into_the_query_and_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many passages are left as it says."""
    app = looked_for(monkeypatch, "graves")
    total = 4
    assert f"{total} passages" in text_of(app)
    outlets = labels(app, "facet-Outlets")
    assert "Northern Wire · 2" in outlets
    app.button(key=f"facet-Outlets-{outlets.index('Northern Wire · 2')}").click().run()
    assert app.query_params["q"] == 'graves outlet:="Northern Wire"'
    assert "2 passages" in text_of(app)
    assert labels(app, "without-") == ["graves ✕", 'outlet:="Northern Wire" ✕']
    app.button(key="without-0").click().run()
    assert app.query_params["q"] == 'outlet:="Northern Wire"'


def test_examples_are_of_this_dossier(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them finds something."""
    app = looked_for(monkeypatch, "")
    examples = labels(app, "example-")
    assert "place:=Vasylkove" in examples
    for example in examples:
        assert "Nothing found." not in text_of(looked_for(monkeypatch, example)), example


def test_plain_fields_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked for stands in them; what is filled in is looked for; a mistake is said and loses nothing."""
    app = looked_for(monkeypatch, "graves place:Vasylkove")
    app.session_state["search-fields"] = True
    app.run()
    fields = {field.label: field for field in app.text_input}
    assert (fields["Words"].value, fields["Place"].value) == ("graves", "Vasylkove")
    fields["Number"].input("many")
    next(b for b in app.button if b.label == "Search").click()
    app.run()
    assert "needs a number" in text_of(app)
    next(field for field in app.text_input if field.label == "Number").input(">20")
    next(b for b in app.button if b.label == "Search").click()
    app.run()
    assert app.query_params["q"] == "graves place:Vasylkove figure:>20"


MANY = tuple(replace(record(), id=f"doc{number}") for number in range(12))


@pytest.mark.parametrize(
    ("asked", "read", "hits"), [("", 1, 20), ("2", 2, 4), ("99", 2, 4), ("0", 1, 20), ("x", 1, 20)]
)
def test_the_page_is_in_the_address(monkeypatch: pytest.MonkeyPatch, asked: str, read: int, hits: int) -> None:
    """A link leads to the page it was copied from, or to the nearest there is; another search begins at its first."""
    app = page(monkeypatch, SEARCH, *MANY, q="graves", page=asked).run()
    assert not app.exception
    assert app.session_state["hits of graves"] == read
    assert text_of(app).count("<blockquote") == hits
    app.text_input(key="search-field").input("shellfire").run()
    assert "page" not in app.query_params


@pytest.mark.parametrize(("filtered", "said"), [({}, False), ({"place": "geonames:9"}, True)])
def test_that_the_filter_takes_nothing_away_is_said(
    monkeypatch: pytest.MonkeyPatch, filtered: dict[str, str], said: bool
) -> None:
    """As many passages with it as without; where there is one the page says so."""
    app = page(monkeypatch, SEARCH, record(), SECOND, q="graves", **filtered).run()
    assert "4 passages" in text_of(app)
    assert ("looks through the whole dossier" in text_of(app)) is said
