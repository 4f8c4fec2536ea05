"""A phone in a real browser: one touch of a mark opens its sentence, and no label covers the chart."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.driving import PHONE, Reader

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def phone(chromium: Browser, served: str) -> Iterator[Reader]:
    """A reader with a phone and the sample articles."""
    one = Reader(chromium, served, **PHONE)
    one.open("/add")
    one.page.get_by_role("button", name="Load five sample articles").click()
    expect(one.page.get_by_text(re.compile(r"\d+ places, \d+ dates"))).to_have_count(5)
    one.compared()
    one.settle()
    yield one
    assert one.outside == []
    one.page.context.close()


@pytest.mark.parametrize(
    ("page", "mark", "kind"),
    [
        ("timeline", ".js-plotly-plot .textpoint text", "event"),
        ("timeline", ".js-plotly-plot .points path", "event"),
        ("figures", ".js-plotly-plot .points path", "figure"),
    ],
)
def test_one_touch_opens_the_sentence(phone: Reader, page: str, mark: str, kind: str) -> None:
    """Words or dot: the first touch chooses, and the chart under the finger stays free."""
    phone.open(f"/{page}?{re.sub('&mark=[^&]*', '', phone.page.url.partition('?')[2])}")
    marks = phone.page.locator(mark)
    expect(marks.first).to_be_visible()
    touch(phone, marks.nth(marks.count() // 2))
    phone.page.wait_for_url(re.compile(f"mark={kind}"))
    phone.settle()
    expect(phone.page.locator(".st-key-dl-panel")).to_contain_text("Close")
    expect(phone.page.locator(".js-plotly-plot .hoverlayer").first).to_be_hidden()


def test_words_are_looked_for_and_read_in_their_document(phone: Reader) -> None:
    """From the field in the head of a page to the passages, and into the document at the words; nothing sticks out."""
    phone.open(f"/map?{phone.page.url.partition('?')[2]}")
    field = phone.page.get_by_role("textbox", name="Search")
    field.fill("graves")
    field.press("Enter")
    phone.page.wait_for_url(re.compile("/search.*q=graves"))
    phone.settle()
    sought = phone.page.locator("mark.dl-sought")
    expect(sought.first).to_have_text("graves")
    assert phone.page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    phone.page.get_by_role("link", name="Open", exact=True).first.click()
    phone.page.wait_for_url(re.compile("/document.*at=[0-9]+"))
    expect(phone.page.locator(".dl-target").filter(has_text="graves").first).to_be_visible()


def touch(phone: Reader, mark: Locator) -> None:
    """Touches the middle of a mark."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    phone.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
