"""The whole in a real browser: an article goes in, and every answer is one click from its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.driving import Reader

pytestmark = pytest.mark.browser

ARTICLE = """Graves found in a wood near Izyum

Investigators opened a burial ground in Izyum last week, the city in the Kharkiv region said.

At least 440 bodies were found at the Izyum site, according to the Ukrainian Defense Ministry.

“We found two torture rooms in Balaklia,” Police Chief Olha Tkach said on Telegram on Thursday.

Moscow denied the report. On September 16, the governor of the Kharkiv region opened 12 criminal cases in Balaklia.

By Friday evening, 452 bodies had been found in Izyum, the police said.
"""


@pytest.fixture
def reader(chromium: Browser, served: str) -> Iterator[Reader]:
    """A reader who must not be sent to any other host."""
    one = Reader(chromium, served)
    yield one
    assert one.outside == []
    assert one.problems == []
    one.page.context.close()


def add_article(reader: Reader, folder: Path, published: str = "2022-09-17") -> None:
    """Uploads the article by the Add page and gives its date."""
    path = folder / "graves.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    page = reader.page
    reader.open("/add")
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("group", name=re.compile("^Published")).get_by_role("spinbutton").first.click()
    page.keyboard.type(published.replace("-", ""))
    page.keyboard.press("Enter")
    reader.settle()
    page.get_by_role("button", name="Add this document").click()
    expect(page.get_by_text(re.compile(r"\d+ places, \d+ dates, \d+ figures"))).to_be_visible()
    reader.compared()
    reader.settle()


def test_from_article_to_sentence(reader: Reader, chromium: Browser, tmp_path: Path) -> None:
    """Upload, map, sentences, timeline, figures, document; the link alone restores the filter elsewhere."""
    page = reader.page
    add_article(reader, tmp_path)

    reader.to("Map")
    places = page.get_by_test_id("stMain")
    for name in ("Izyum", "Balaklia", "Kharkiv"):
        expect(places.get_by_role("button", name=re.compile(name)).first).to_be_visible()
    expect(page.locator(".js-plotly-plot .maplibregl-canvas, .js-plotly-plot .mapboxgl-canvas").first).to_be_visible()
    places.get_by_role("button", name=re.compile("Izyum")).first.click()
    panel = page.locator(".st-key-dl-panel")
    expect(panel.get_by_role("heading", name=re.compile("Izyum"))).to_be_visible()
    expect(panel.locator("mark", has_text="Izyum").first).to_be_visible()
    expect(panel.get_by_text("17 Sep 2022").first).to_be_visible()

    reader.to("Timeline")
    expect(page.get_by_text("16 Sep 2022").first).to_be_visible()
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()

    reader.to("Figures")
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text("≥ 440").first).to_be_visible()
    expect(main.get_by_text("440–452").first).to_be_visible()
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    expect(main.get_by_text("Ukrainian Defense Ministry").first).to_be_visible()
    card = page.locator("[class*=st-key-dl-headline-]", has_text="440")
    card.get_by_role("button", name="Sentence").click()
    expect(panel.locator("mark", has_text="At least 440 bodies")).to_be_visible()
    panel.get_by_role("link", name="open").first.click()
    page.wait_for_selector("h1:has-text('Documents')")
    reader.settle()
    target = page.locator("#dl-target")
    expect(target).to_be_in_viewport()
    expect(page.locator(".dl-target", has_text="according to the").first).to_be_visible()

    reader.to("Map")
    page.get_by_role("combobox", name="Place").click()
    page.get_by_role("option", name=re.compile("Balaklia")).click()
    page.wait_for_url(re.compile("place="))
    reader.settle()
    count = page.locator(".dl-count").inner_text()
    reader.to("Figures")
    assert "place=" in urlsplit(page.url).query
    page.reload()
    reader.settle()
    expect(page.locator(".dl-count")).to_have_text(count)

    elsewhere = Reader(chromium, reader.address)
    elsewhere.open(page.url.removeprefix(reader.address))
    expect(elsewhere.page.locator(".dl-count")).to_have_text(count)
    assert elsewhere.outside == []
    elsewhere.page.context.close()


RANGE = "() => document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range.join()"


def test_words_of_the_timeline_are_clicked_and_a_zoom_by_hand_stays(reader: Reader, tmp_path: Path) -> None:
    """The far end of an event's words opens its sentence; Next moves the ring and not the axis."""
    page = reader.page
    add_article(reader, tmp_path)
    reader.to("Timeline")
    words = page.locator(".js-plotly-plot .textpoint text").first
    said = re.sub(r"^\d+ events: | …$", "", words.text_content() or "")
    box = words.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 0.8 * box["width"], box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile("mark=event"))
    reader.settle()
    expect(page.locator(".st-key-dl-panel")).to_contain_text(said)

    drag = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    assert drag is not None
    before = page.evaluate(RANGE)
    page.mouse.move(drag["x"] + 200, drag["y"] + drag["height"] - 8)
    page.mouse.down()
    page.mouse.move(drag["x"] + 320, drag["y"] + drag["height"] - 8, steps=4)
    page.mouse.up()
    page.wait_for_function(f"before => ({RANGE})() !== before", arg=before)
    moved, chosen = page.evaluate(RANGE), page.url
    step = page.get_by_role("button", name=re.compile("Next|Previous")).and_(page.locator(":enabled")).first
    step.click()
    page.wait_for_function("chosen => location.href !== chosen", arg=chosen)
    reader.settle()
    ringed = "[...document.querySelectorAll('.js-plotly-plot .points path')]"
    page.wait_for_function(f"() => {ringed}.filter(dot => getComputedStyle(dot).strokeWidth === '4px').length === 1")
    assert page.evaluate(RANGE) == moved


def test_a_newcomer_sees_it_work_in_one_click(reader: Reader) -> None:
    """The sample articles go through every page, and nothing is asked of another host on the way."""
    reader.open("/add")
    reader.page.get_by_role("button", name="Load five sample articles").click()
    expect(reader.page.get_by_text(re.compile(r"\d+ places, \d+ dates, \d+ figures"))).to_have_count(5)
    reader.compared()
    for name in ("Overview", "Map", "Timeline", "Figures", "Documents"):
        reader.to(name)
        expect(reader.page.get_by_test_id("stException")).to_have_count(0)
        expect(reader.page.locator(".dl-count, .dl-article").first).to_be_visible()


def test_back_goes_one_step_and_the_panel_stays_in_sight(reader: Reader) -> None:
    """A page, a filter and a choice are one step each; far down a page a chosen sentence is still seen."""
    page = reader.page
    reader.open("/add")
    page.get_by_role("button", name="Load five sample articles").click()
    expect(page.get_by_text(re.compile(r"\d+ places, \d+ dates, \d+ figures"))).to_have_count(5)
    reader.compared()
    reader.to("Figures")
    before = page.url
    page.locator("[class*=st-key-open-source-] button").last.click()
    page.wait_for_url(re.compile("mark="))
    reader.settle()
    expect(page.locator(".st-key-dl-panel mark").first).to_be_in_viewport()
    chosen = page.url
    reader.to("Timeline")
    page.go_back()
    page.wait_for_url(chosen)
    reader.settle()
    expect(page.locator(".st-key-dl-panel mark").first).to_be_attached()
    page.go_back()
    page.wait_for_url(before)


def test_a_page_asked_for_twice_is_the_same_dossiers_page(reader: Reader) -> None:
    """Links of the navigation carry no address: a second click before the page stands must not open a new dossier."""
    page = reader.page
    reader.open("/add")
    page.get_by_role("button", name="Load five sample articles").click()
    expect(page.get_by_text(re.compile(r"\d+ places, \d+ dates, \d+ figures"))).to_have_count(5)
    reader.compared()
    address = page.url.partition("?")[2]
    for name in ("Overview", "Map", "Timeline", "Figures", "Documents"):
        page.get_by_test_id("stTopNavLink").get_by_text(name, exact=True).dblclick()
        page.wait_for_selector(f"h1:has-text('{name}')")
        reader.settle()
        assert page.url.partition("?")[2] == address
        expect(page.get_by_text("Nothing here yet")).to_have_count(0)


@pytest.mark.parametrize("path", ["/?overview", "/map", "/timeline", "/figures", "/document", "/add"])
def test_an_empty_desk_says_what_would_be_here(reader: Reader, path: str) -> None:
    """A first request straight to any page is answered by that page, with the next step."""
    reader.open(path)
    expect(reader.page.get_by_test_id("stException")).to_have_count(0)
    expect(reader.page.get_by_text(re.compile("Nothing here yet|Drop articles"))).to_be_visible()
