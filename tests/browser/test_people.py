"""Two readers of one dossier: what one changes the other sees with the name of who did it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from core.places.gazetteer import build
from tests.browser import driving

pytestmark = pytest.mark.browser


def test_a_renames_and_b_sees_who_did_it(chromium: Browser, tmp_path: Path) -> None:
    """A is asked for her name at her first change, once; her browser keeps it over a reload, and B reads it."""
    build()
    with driving.server(data=tmp_path) as address:
        a, b = (driving.Reader(chromium, address, name="") for _ in range(2))
        a.open("/add")
        page = a.page
        page.get_by_role("button", name="Load five sample articles").click()
        asked = page.get_by_role("dialog")
        asked.get_by_label("Your name").fill("A.")
        with page.expect_response("**/reader") as kept_by_browser:
            asked.get_by_role("button", name="Go on").click()
        assert kept_by_browser.value.status == 204
        expect(page.locator(".dl-found")).to_have_count(5)
        a.compared()
        dossier = f"dossier={a.dossier}"
        a.open(f"/dossiers?{dossier}")
        page.get_by_label("Name", exact=True).first.fill("Graves near Izyum")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("This dossier: Graves near Izyum")).to_be_visible()
        expect(page.locator(".st-key-dl-reader")).to_contain_text("A.")

        b.open(f"/?{dossier}")
        expect(b.page.locator(".st-key-dl-lately")).to_contain_text("A. renamed the dossier")
        expect(b.page.locator(".st-key-dl-reader")).to_contain_text("Your name")

        page.reload()
        expect(page.locator(".st-key-dl-reader")).to_contain_text("A.")
        a.settle()
        page.get_by_text("This dossier: Graves near Izyum").click()
        page.get_by_role("button", name="Put aside").click()
        expect(page.get_by_role("button", name="Take it up again")).to_be_attached()
        expect(page.get_by_role("dialog")).to_have_count(0)
        kept = next(one for one in page.context.cookies() if one["name"] == driving.COOKIE)
        assert (kept["value"], kept["httpOnly"], kept["sameSite"]) == ("A.", True, "Lax")
        b.page.reload()
        expect(b.page.locator(".st-key-dl-lately")).to_contain_text("A. put the dossier aside")
        assert not a.outside + b.outside + a.problems + b.problems
