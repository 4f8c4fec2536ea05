"""The route that has a browser keep its reader's name."""

from __future__ import annotations

from http.cookies import SimpleCookie
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.shared.name_cookie import COOKIE, PATH, name_in, route

HOST = "http://desk.news"


def post(body: Any = None, origin: str | None = HOST, base: str = "", host: str = HOST, **more: Any) -> httpx.Response:
    """What our server answers to a browser at one of its own pages, unless another origin is given."""
    client = TestClient(Starlette(routes=[route(base)]), base_url=host)
    headers = {"Origin": origin} if origin is not None else {}
    sent = {"json": body} if body is not None else more
    return client.post(f"{base}{PATH}", headers=headers, **sent)


def morsel(answer: httpx.Response) -> Any:
    """The cookie that an answer sets."""
    return SimpleCookie(answer.headers["set-cookie"])[COOKIE]


def test_a_name_is_kept_for_a_year_and_no_script_reads_it() -> None:
    """What comes back is what was given."""
    answer = post({"name": "Ana María; Ruiz"})
    kept = morsel(answer)
    assert (answer.status_code, name_in(kept.value)) == (204, "Ana María; Ruiz")
    assert (kept["max-age"], kept["path"], kept["samesite"]) == ("31536000", "/", "lax")
    assert (bool(kept["httponly"]), bool(kept["secure"])) == (True, False)


def test_behind_tls_and_under_a_path_the_cookie_stays_there() -> None:
    """The browser's own word tells, whatever the proxy speaks with us."""
    kept = morsel(post({"name": "A."}, origin="https://desk.news", base="/desk"))
    assert (bool(kept["secure"]), kept["path"]) == (True, "/desk")


@pytest.mark.parametrize(
    "origin",
    [None, "", "null", "http://evil.example", "http://desk.news.evil.example", "http://desk.news:81", "desk.news"],
)
def test_no_other_site_sets_it(origin: str | None) -> None:
    """A foreign page is refused, and so is whoever does not say where they come from."""
    answer = post({"name": "Mallory"}, origin=origin)
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


@pytest.mark.parametrize(
    "more",
    [
        {"content": b""},
        {"content": b"\xff\xfe"},
        {"json": ["A."]},
        {"json": {"name": 7}},
        {"json": {"name": "\u202e"}},
        {"json": {"name": "x" * 5_000}},
        {"content": b"[" * 1_000},
    ],
)
def test_what_is_no_name_is_refused(more: dict[str, Any]) -> None:
    """Nothing is kept of it, and nothing breaks."""
    answer = post(**more)
    assert (answer.status_code, "set-cookie" in answer.headers) == (400, False)


def test_an_empty_name_is_forgotten() -> None:
    """The cookie ends at once."""
    assert morsel(post({"name": " "}))["max-age"] == "0"


@pytest.mark.parametrize("value", ["%00%1b", "%ff%fe", "%E2%80%AE", "%", "x" * 10_000])
def test_a_cookie_that_others_wrote_shows_nothing_hidden(value: str) -> None:
    """A browser sends what it likes."""
    assert name_in(value).isprintable()
    assert len(name_in(value)) <= 60
