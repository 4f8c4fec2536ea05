"""People sign in at a provider on this machine; what is limited to some is not there for others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from core.places.gazetteer import build
from tests.browser import driving

provider = pytest.importorskip("oidc_provider_mock", reason="no provider to sign in at is installed")
pytest.importorskip("authlib", reason="what signs in is not installed")
pytestmark = pytest.mark.browser

PEOPLE = {
    "ana": {"name": "Ana Ruiz", "email": "ana@desk.example", "groups": ["investigations"]},
    "mallory": {"name": "Mallory", "email": "mallory@desk.example", "groups": ["sports"]},
}
ARTICLE = "Bridge falls\n\nPublished: 3 May 2021\n\nTwo people were hurt in Kharkiv on Monday, the mayor said."
OF_THE_PROVIDER = "https://cdn.jsdelivr.net/npm/@picocss/pico@2/css/pico.min.css"
"""What the provider's own pages ask for, and do not get here."""

SECRETS = """[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "a secret of the tests that is long enough to sign with, is it not"
client_id = "dateline"
client_secret = "secret"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Addresses of a Dateline where people sign in, and of their provider."""
    build()
    driving.chromium()
    users = [provider.User(sub=sub, claims=claims) for sub, claims in PEOPLE.items()]
    with provider.run_server_in_thread(user_claims=users) as at:
        port = driving.free_port()
        secrets = tmp_path / "secrets.toml"
        secrets.write_text(SECRETS.format(port=port, provider=at.server_port), encoding="utf-8")
        with driving.server(port, tmp_path / "data", options=("--secrets.files", str(secrets))) as address:
            yield address, f"http://localhost:{at.server_port}"


def sign_in(page: Page, who: str) -> None:
    """From the provider's page back to Dateline."""
    page.wait_for_url(re.compile("/oauth2/authorize"))
    page.get_by_role("button", name=who, exact=True).click()
    page.wait_for_url(re.compile("^http://127.0.0.1"))


def test_a_limited_dossier_is_there_for_those_alone_who_sign_in_as_one_of_them(
    chromium: Browser, house: tuple[str, str], tmp_path: Path
) -> None:
    """Begun, limited, left and found again by its deep link; for another it looks as any address that is unknown."""
    address, provider_address = house
    ana, mallory = (driving.Reader(chromium, address, name="Typed", also=provider_address) for _ in range(2))
    page = ana.page
    ana.open("/")
    page.get_by_placeholder("Name of a new dossier").fill("Secret sources")
    page.get_by_role("button", name="Begin a dossier").click()
    page.get_by_role("dialog").get_by_role("button", name="Sign in").click()
    sign_in(page, "ana")
    expect(page.locator(".st-key-dl-reader")).to_contain_text("Ana Ruiz")
    page.get_by_placeholder("Name of a new dossier").fill("Secret sources")
    page.get_by_role("button", name="Begin a dossier").click()
    page.wait_for_selector("h1:has-text('Add')")
    article = tmp_path / "bridge.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(article)
    page.get_by_role("button", name="Add this document").click()
    expect(page.locator(".dl-found")).to_have_count(1)
    secret = re.search(r"dossier=([\w-]+)", page.url)[1]  # type: ignore[index]
    ana.to("Documents")
    file = page.locator(".dl-download").get_attribute("href")
    assert page.request.get(f"{address}{file}").body() == article.read_bytes()
    ana.to("Dossiers")
    page.get_by_text("This dossier: Secret sources").click()
    page.get_by_label(re.compile("^Groups")).fill("Investigations")
    page.get_by_role("button", name="Limit to these").click()
    expect(page.get_by_text("Limited: to everybody else")).to_be_attached()

    other = mallory.page
    deep = f"/map?dossier={secret}&from=2021-05-01&to=2021-05-31"
    mallory.open("/")
    expect(other.get_by_text("No dossier is listed yet")).to_be_visible()
    seen = []
    for path in (deep, "/map?dossier=nobody-has-this-one"):
        mallory.open(path)
        expect(other.get_by_text("Sign in to open this dossier.")).to_be_visible()
        expect(other.get_by_role("link", name="All dossiers")).to_be_visible()
        mallory.settle()
        seen.append(other.locator("[data-testid=stMain]").inner_text())
        assert "Secret" not in other.content()
    assert seen[0] == seen[1]
    mallory.open(deep)
    other.locator(".st-key-dl-empty").get_by_role("button", name="Sign in").click()
    sign_in(other, "mallory")
    expect(other.get_by_text("There is no such dossier here, or it is not open to you.")).to_be_visible()
    assert other.url == f"{address}{deep}"
    assert "Secret" not in other.content()
    mallory.open("/")
    expect(other.get_by_text("No dossier is listed yet")).to_be_visible()

    answers = [one.request.get(f"{address}{file}").status for one in (page, other)]
    unknown = other.request.get(f"{address}/original/nobody-has-this-one/doc")
    assert (answers, unknown.status) == ([200, 404], 404)
    ana.open(deep)
    expect(page.locator(".dl-dossier")).to_have_text("Secret sources")
    page.locator(".st-key-dl-reader button").first.click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()
    expect(page.locator(".st-key-dl-reader")).to_contain_text("Sign in")
    expect(page.get_by_text("Secret sources")).to_have_count(0)
    ana.open(deep)
    page.locator(".st-key-dl-empty").get_by_role("button", name="Sign in").click()
    sign_in(page, "ana")
    expect(page.locator(".dl-dossier")).to_have_text("Secret sources")
    assert page.url == f"{address}{deep}"
    assert not {*ana.outside, *mallory.outside} - {OF_THE_PROVIDER}
