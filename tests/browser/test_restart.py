"""A server that is killed: what one adds the other sees, what was handed in is there, and all go on where they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from core.places.gazetteer import build
from tests.browser import driving

pytestmark = pytest.mark.browser
HERE = "/?dossier=a-dossier-that-lasts"
ADD = "/add?dossier=a-dossier-that-lasts"
ARTICLE = (
    "Bridge falls near the mill\n\nPublished: 3 May 2021\n\nTwo people were hurt in Kharkiv on Monday, the mayor said."
)


def test_what_one_adds_the_other_sees_and_a_killed_server_loses_nothing(chromium: Browser, tmp_path: Path) -> None:
    """The page of the one who waits fills by itself; what comes later is told in a line and shown at a click.

    The server is killed while documents are read: the next one reads the rest, and both readers' pages go on with it.
    """
    build()
    port = driving.free_port()
    with driving.server(port, tmp_path, killed=True) as address:
        adds, looks = (driving.Reader(chromium, address) for _ in range(2))
        looks.open(HERE)
        expect(looks.page.get_by_text("Nothing here yet")).to_be_visible()
        adds.open(ADD)
        adds.page.get_by_role("button", name="Load five sample articles").click()
        expect(adds.page.get_by_text("In this dossier")).to_be_visible()
    with driving.server(port, tmp_path) as address:
        expect(looks.page.locator(".st-key-dl-headlines")).to_be_visible()
        expect(adds.page.locator(".dl-found")).to_have_count(5)
        adds.compared()
        looks.open(HERE)
        adds.page.get_by_text("Paste text instead").click()
        adds.page.get_by_label("Text of one article").fill(ARTICLE)
        adds.page.get_by_role("button", name="Use this text").click()
        adds.page.get_by_role("button", name="Add this document").click()
        news = looks.page.locator(".st-key-dl-news")
        expect(news).to_contain_text("1 document read")
        expect(looks.page.get_by_text("Bridge falls near the mill")).to_have_count(0)
        news.get_by_role("button", name="Show").click()
        expect(looks.page.get_by_text("Bridge falls near the mill").first).to_be_visible()
        assert not adds.outside + looks.outside


def test_what_was_handed_in_outlives_reload_and_server(chromium: Browser, tmp_path: Path) -> None:
    """A file is handed in and the server killed before anybody reads it; the next one reads it into a draft.

    What is typed there is there after a reload, and after a second server; nobody else sees any of it before that.
    """
    build()
    port = driving.free_port()
    file = {"name": "bridge.txt", "mimeType": "text/plain", "buffer": ARTICLE.encode()}
    with driving.server(port, tmp_path, killed=True, environment={"DATELINE_WORKERS": "0"}) as address:
        adds, other = (driving.Reader(chromium, address) for _ in range(2))
        adds.open(ADD)
        adds.page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)  # type: ignore[arg-type]
        expect(adds.page.get_by_text("Waiting to be read: bridge.txt")).to_be_visible()
        adds.page.reload()
        expect(adds.page.get_by_text("Waiting to be read: bridge.txt")).to_be_visible()
    with driving.server(port, tmp_path, killed=True) as address:
        headline, outlet = (adds.page.get_by_label(name) for name in ("Headline (guess)", "Outlet"))
        expect(headline).to_have_value("Bridge falls near the mill")  # the page that was left open
        outlet.fill("The Mill Post")
        outlet.press("Tab")
        adds.settle()
        adds.page.reload()
        expect(outlet).to_have_value("The Mill Post")
    with driving.server(port, tmp_path) as address:
        adds.open(ADD)
        expect(outlet).to_have_value("The Mill Post")
        other.open(ADD)
        expect(other.page.get_by_text("Drop articles and documents here")).to_be_visible()
        expect(other.page.get_by_text("bridge")).to_have_count(0)
        adds.page.get_by_role("button", name="Add this document").click()
        expect(adds.page.locator(".dl-found")).to_have_count(1)
        expect(adds.page.get_by_text("Check, then add")).to_have_count(0)
        expect(adds.page.get_by_text("The Mill Post")).to_be_visible()
        assert not adds.outside + other.outside
