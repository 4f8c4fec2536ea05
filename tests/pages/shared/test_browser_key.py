"""The word by which a browser is known: given with a page, kept, not to be guessed, and readable by no script."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.shared.browser_key import COOKIE, KnowsBrowsers, key_in, new


def browser(base: str = "", address: str = "http://testserver") -> TestClient:
    """A browser before a server with a page and an answer that is none."""
    routes = [
        Route(f"{base}/", lambda _: HTMLResponse("<p>Hello")),
        Route(f"{base}/health", lambda _: JSONResponse({})),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(KnowsBrowsers, base=base)])
    return TestClient(app, base_url=address)


def test_each_browser_has_a_word_of_its_own_and_keeps_it() -> None:
    """From its first page on."""
    one, other = browser(), browser()
    one.get("/")
    word = one.cookies[COOKIE]
    one.get("/")
    other.get("/")
    assert key_in(word) == word == one.cookies[COOKIE] != other.cookies[COOKIE]


def test_only_pages_bring_it() -> None:
    """Nothing else that is asked for does."""
    one = browser()
    assert "set-cookie" not in one.get("/health").headers
    assert "set-cookie" not in one.post("/").headers


@pytest.mark.parametrize("value", ["", "short", "a" * 44, "a" * 42 + "=", "../" + "a" * 40, '"' + "a" * 41 + '"'])
def test_a_word_that_is_none_of_ours_is_replaced(value: str) -> None:
    """Whoever chose it."""
    assert key_in(value) == ""
    answer = browser().get("/", headers={"cookie": f"{COOKIE}={value}"})
    word = answer.headers["set-cookie"].split(";")[0].removeprefix(f"{COOKIE}=")
    assert key_in(word) == word != value


def test_no_script_and_no_other_site_has_it() -> None:
    """Nor does it go over an open line where the page came over a closed one; it stays below our path."""
    plain = browser("/desk").get("/desk/").headers["set-cookie"]
    closed = browser(address="https://testserver").get("/").headers["set-cookie"]
    behind = browser().get("/", headers={"x-forwarded-proto": "https"}).headers["set-cookie"]
    assert "Path=/desk;" in plain
    assert all("HttpOnly; SameSite=Lax" in one for one in (plain, closed, behind))
    assert ["Secure" in one for one in (plain, closed, behind)] == [False, True, True]
    assert len({new() for _ in range(100)}) == 100
