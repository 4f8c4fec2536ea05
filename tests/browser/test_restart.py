"""Two readers and a server that is killed: what one adds the other sees, and both go on where they were."""

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
