"""The way back from a sign-in leads to the page that was left, and to no other host."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.shared.coming_back import COOKIE, ComesBack, kept, left

HERE = "/map?dossier=a-dossier-of-the-tests&place=geonames:9&from=2022-09-01"


async def to_provider(_: Request) -> RedirectResponse:
    """As Streamlit begins a sign-in."""
    return RedirectResponse("http://provider.example/authorize", status_code=302)


async def to_first_page(_: Request) -> RedirectResponse:
    """As Streamlit ends one."""
    return RedirectResponse("/", status_code=302)


def browser() -> TestClient:
    """A browser at a server with Streamlit's two routes."""
    routes = [Route("/auth/login", to_provider), Route("/oauth2callback", to_first_page), Route("/", to_first_page)]
    app = Starlette(routes=routes, middleware=[Middleware(ComesBack, base="")])
    return TestClient(app, base_url="http://desk.news", follow_redirects=False)


def test_the_page_that_was_left_is_there_again_once() -> None:
    """Dossier and filter with it; the next sign-in out of nowhere leads to the first page."""
    client = browser()
    begun = client.get("/auth/login", headers={"Referer": f"http://desk.news{HERE}"})
    assert begun.headers["location"] == "http://provider.example/authorize"
    assert "HttpOnly" in begun.headers["set-cookie"]
    assert client.get("/oauth2callback").headers["location"] == HERE
    assert client.get("/oauth2callback").headers["location"] == "/"


def test_other_routes_are_left_alone() -> None:
    """A cookie leads nobody anywhere else."""
    client = browser()
    client.cookies.set(COOKIE, quote(HERE, safe=""))
    assert client.get("/").headers["location"] == "/"


@pytest.mark.parametrize(
    "referer", ["", "http://evil.example/map", "http://desk.news.evil.example/", "http://desk.news:81/map", "//x", "a"]
)
def test_no_other_site_says_where_to_go(referer: str) -> None:
    """Only a page of ours is a page that was left."""
    client = browser()
    assert "set-cookie" not in client.get("/auth/login", headers={"Referer": referer}).headers


@pytest.mark.parametrize(
    "value",
    ["//evil.example", "/\\evil.example", "http://evil.example", "/map\r\nX: y", "", "map", "/" + "x" * 4_000, "/a b"],
)
def test_a_cookie_that_others_wrote_leads_nowhere(value: str) -> None:
    """A browser sends what it likes."""
    assert kept(f"{COOKIE}={quote(value, safe='')}", "") is None


@pytest.mark.parametrize(
    ("base", "referer", "address"),
    [
        ("", "http://h/", "/"),
        ("", "http://h", "/"),
        ("/desk", "http://h/desk/map?dossier=x", "/desk/map?dossier=x"),
        ("/desk", "http://h/other", None),
        ("/desk", "http://h/desk//evil.example", None),
    ],
)
def test_only_pages_of_the_app_are_gone_back_to(base: str, referer: str, address: str | None) -> None:
    """Under whatever path it is served."""
    assert left(referer, "h", base) == address


@given(st.text(max_size=60), st.sampled_from(["", "/desk"]))
def test_whatever_comes_back_stays_on_this_server(value: str, base: str) -> None:
    """It begins with one slash, and with the path that the app is served under."""
    found = kept(f"{COOKIE}={quote(value, safe='')}", base)
    assert found is None or (found.startswith(f"{base}/") and not found.startswith("//") and "\\" not in found)
