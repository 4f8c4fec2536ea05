"""The very first request to a fresh server, straight to a page's address, shows that page inside the frame."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.driving import Reader, server

pytestmark = pytest.mark.browser

NAVIGATION = ["Dossiers", "Overview", "Map", "Timeline", "Figures", "Documents", "Search", "Add"]


@pytest.mark.parametrize(
    ("path", "name"),
    [("/map", "Map"), ("/timeline", "Timeline"), ("/add", "Add")],
)
def test_a_link_to_a_page_opens_it_in_the_frame(chromium: Browser, path: str, name: str) -> None:
    """Files of pages are named like their addresses, and a server that offers files would show the page alone.

    A server of its own for each: the first reader of any page ends it for all.
    """
    with server() as address:
        reader = Reader(chromium, address)
        reader.open(path)
        page = reader.page
        expect(page.locator("h1")).to_have_text(name)
        expect(page.get_by_test_id("stTopNavLink")).to_have_text(NAVIGATION)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        expect(page).to_have_title("Dateline")
        assert reader.outside == []
        page.context.close()
