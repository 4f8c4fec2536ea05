"""The frame: server routes, content policy, marked sentences, and the app as a whole."""

from __future__ import annotations

import asyncio
import html
import re
import tomllib
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest
from streamlit.web.server.app_discovery import discover_asgi_app
from streamlit.web.server.server_util import is_url_from_allowed_origins

from core.text.invisible_characters import HIDDEN
from pages.shared import gazetteer, outline_route, serving
from pages.shared.labels import literally
from pages.shared.panel import marked
from tests.core.records import record
from tests.pages.apps import APP, page, text_of
from tests.pages.conftest import cookies, no_components  # noqa: F401 — fixtures, which all tests here take

ROOT = APP.parent
PAGES = ("dossiers", "overview", "map", "timeline", "figures", "documents", "search", "add")


class Client:
    """Asks our routes and middleware, without Streamlit's and without a socket."""

    def __init__(self) -> None:
        self.app = Starlette(routes=serving.routes(), middleware=serving.middleware())

    def get(self, path: str, **headers: str) -> httpx.Response:
        """The answer to one request; underscores in headers' names stand for hyphens."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://desk.news:8501") as client:
                return await client.get(path, headers=named)

        return asyncio.run(ask())


@pytest.fixture(scope="module")
def client() -> Client:
    """Our routes and middleware."""
    return Client()


def test_streamlit_finds_the_server() -> None:
    """`streamlit run app.py` serves the ASGI app with routes and policy, not the bare script."""
    found = discover_asgi_app(APP)
    assert found.is_asgi_app
    assert found.import_string == "app:app"


def test_app_starts_at_the_overview() -> None:
    """The script alone runs without an exception."""
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not app.exception
    assert "<h1>" in text_of(app)


@pytest.mark.parametrize("name", PAGES)
def test_each_page_opens_empty_and_filled(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """No page breaks without documents or with them, and each has its one heading."""
    for records in ((), (record(),)):
        app = page(monkeypatch, f"pages/{name}.py", *records).run()
        assert not app.exception
        assert text_of(app).count("<h1>") == 1


def test_asset_is_served_packed_and_kept(client: Client) -> None:
    """A layer comes compressed, with its type, and for good where its version is asked for."""
    address = serving.asset_url("layers", "country_labels.geojson")
    answer = client.get(address, accept_encoding="gzip")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.json()["type"] == "FeatureCollection"


def test_asset_without_packing_or_version(client: Client) -> None:
    """Who cannot unpack gets plain bytes; an address without the version is asked for again."""
    path = ROOT / "assets/theme/logo.svg"
    answer = client.get("/assets/theme/logo.svg", accept_encoding="identity")
    assert answer.content == path.read_bytes()
    assert answer.headers["cache-control"] == "no-cache"


def test_outlines_are_served_packed_and_kept(client: Client) -> None:
    """The shapes of the places that are asked for and have one; kept for good where the version is that of now."""
    address = outline_route.outlines_url(
        "", gazetteer.version(), ["naturalearth:UA-63", "naturalearth:UA", "geonames:1"]
    )
    answer = client.get(address, accept_encoding="gzip")
    assert answer.status_code == 200
    assert (answer.headers["content-type"], answer.headers["content-encoding"]) == ("application/geo+json", "gzip")
    assert "immutable" in answer.headers["cache-control"]
    known = [(one["properties"], one["geometry"]["type"]) for one in answer.json()["features"]]
    assert [properties for properties, _ in known] == [
        {"key": "naturalearth:UA-63", "kind": "region"},
        {"key": "naturalearth:UA", "kind": "country"},
    ]
    assert {kind for _, kind in known} <= {"Polygon", "MultiPolygon"}
    plain = client.get(address.replace(gazetteer.version(), "older"), accept_encoding="identity")
    assert plain.json() == answer.json()
    assert plain.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("asked", ["", ",", "a b", "x" * 61, "<b>", ",".join(f"geonames:{n}" for n in range(201))])
def test_outlines_of_nothing_that_is_a_place(client: Client, asked: str) -> None:
    """Too many, or no names of places: there is no such file."""
    assert client.get(f"/outlines/now?of={quote(asked)}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/assets/gazetteer/extra.csv",
        "/assets/SOURCES.md",
        "/assets/theme/nothing.css",
        "/assets/theme/..%2f..%2fapp.py",
        "/assets/layers/..%5c..%5capp.py",
        "/assets/fonts/inter-LICENSE.txt",
        "/assets/theme/.hidden.css",
        "/app.py",
    ],
)
def test_nothing_else_is_served(client: Client, path: str) -> None:
    """Only files of known kinds in the three open folders."""
    assert client.get(path).status_code == 404


def test_every_answer_carries_the_policy(client: Client) -> None:
    """Also an answer that finds nothing tells the browser to ask no other host."""
    policy = client.get("/nothing").headers["content-security-policy"]
    sources = {source for part in policy.split("; ") for source in part.split()[1:]}
    outside = {s for s in sources if "//" in s} - {"ws://desk.news:8501", "wss://desk.news:8501"}
    assert outside == set()
    assert "'unsafe-eval'" not in sources
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]


@pytest.mark.parametrize("host", ["a.b; script-src *", "evil.com *", "", "x y", "[::1", "a\nb"])
def test_a_host_that_is_none_stays_out_of_the_policy(host: str) -> None:
    """The Host header is a stranger's word: it must not add to the policy."""
    assert "ws:" not in serving.content_policy(host)


def test_settings_ask_no_other_host() -> None:
    """Telemetry is off, the server's address is named, and each font is a file of ours."""
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["browser"] == {"gatherUsageStats": False, "serverAddress": "localhost"}
    assert settings["client"]["showErrorDetails"] == "none"
    faces = settings["theme"]["fontFaces"]
    assert faces
    assert all((ROOT / face["url"]).is_file() and not Path(face["url"]).is_absolute() for face in faces)


MARKED = [
    ("a <b> c", [(2, 5, "x")], 'a <mark class="x">&lt;b&gt;</mark> c'),
    ("abcd", [(0, 3, "x"), (1, 2, "y")], '<mark class="x">a</mark><mark class="x y">b</mark><mark class="x">c</mark>d'),
    ("abc", [(0, 2, "x"), (1, 3, "y")], '<mark class="x">a</mark><mark class="x y">b</mark><mark class="y">c</mark>'),
    ("abc", [(0, 2, "x"), (0, 2, "x")], '<mark class="x">ab</mark>c'),
    ("abc", [(-5, 99, "x"), (2, 2, "y"), (9, 12, "z")], '<mark class="x">abc</mark>'),
    ("", [(0, 1, "x")], ""),
    ("a", [(0, 1, '"><script>')], '<mark class="&quot;&gt;&lt;script&gt;">a</mark>'),
]


@pytest.mark.parametrize(("text", "spans", "expected"), MARKED)
def test_marked(text: str, spans: list[tuple[int, int, str]], expected: str) -> None:
    """Spans are marked, nested and overlapping ones too; everything is escaped."""
    assert marked(text, spans) == expected


def _seen(text: str) -> str:
    """The text without what is hidden, or would be beside other letters."""
    return HIDDEN.sub("", re.sub("[\u200c-\u200f\u061c]", "", text))


@given(st.text(), st.lists(st.tuples(st.integers(-3, 50), st.integers(-3, 50), st.sampled_from("xyz")), max_size=8))
def test_marking_loses_no_word(text: str, spans: list[tuple[int, int, str]]) -> None:
    """Without its marks and the signs for hidden characters the HTML is the text again, and no other tag is in it."""
    made = re.sub('<span class="dl-hidden">[^<]*</span>', "", marked(text, spans))
    bare = re.sub(r"</?mark[^>]*>", "", made)
    assert _seen(html.unescape(bare)) == _seen(html.unescape(html.escape(text)))
    assert "<" not in bare


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Izyum", "Izyum"),
        ("![x](http://y)", r"\!\[x\]\(http\:\/\/y\)".replace(r"\/", "/")),
        ("a\n# b", r"a \# b"),
        (":red[x] $x$", r"\:red\[x\] \$x\$"),
    ],
)
def test_labels_are_taken_literally(label: str, expected: str) -> None:
    """Words of a document make no image, heading or formula of a button's label."""
    assert literally(label) == expected


def test_a_page_of_another_host_makes_the_server_ask_nobody() -> None:
    """Whether it may connect is decided here, without asking an outside address for our own; it may not."""
    serving.ask_nobody()
    assert not is_url_from_allowed_origins("http://elsewhere.example:8501")
    assert is_url_from_allowed_origins("http://localhost:8501")
