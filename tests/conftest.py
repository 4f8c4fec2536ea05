"""What all tests share: the pipeline loaded once, one server and one browser, and no way out of the machine."""

from __future__ import annotations

import atexit
import ipaddress
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser
from spacy.tokens import Doc
from streamlit.runtime.pages_manager import PagesManager

from core.places.gazetteer import build
from core.text.pipeline import parse
from pages.shared import serving
from tests.browser import driving

# No time limit an example: a busy machine is no failure. A fixed choice of examples where a verdict must repeat itself;
# `pytest --hypothesis-profile=soak` looks further, and `brief` is for tests that are run a thousand times.
settings.register_profile("default", deadline=None)
settings.register_profile("fixed", deadline=None, derandomize=True)
settings.register_profile("soak", deadline=None, max_examples=2000)
settings.register_profile("brief", deadline=None, max_examples=10, derandomize=True, database=None)
settings.load_profile("fixed" if os.environ.get("CI") else "default")

for variable in [name for name in os.environ if name.startswith("DATELINE_GEOCODER")]:
    del os.environ[variable]  # whatever this machine's newsroom asks is no matter of the tests


# Nor is this machine's desk: each process of tests has one of its own, and so have the servers that it begins.
os.environ["DATELINE_DATA"] = tempfile.mkdtemp(prefix="dateline-tests-")
os.environ.pop("DATABASE_URL", None)
atexit.register(shutil.rmtree, os.environ["DATELINE_DATA"], ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """For runs in several processes: what drives a browser comes first, for it takes longest; what shares a server
    stays in one of them. Of all else each file is one piece, so that its fixtures are made once."""
    for item in items:
        shares = "served" in getattr(item, "fixturenames", ())
        item.add_marker(pytest.mark.xdist_group("served" if shares else item.location[0]))
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


class OutsideRequestError(AssertionError):
    """Code under test tried to reach another machine."""


@pytest.fixture(autouse=True)
def nothing_leaves(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A look-up of, or connection to, another machine is refused, and fails the test even where that is swallowed."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo
    tried: list[str] = []

    def refuse(host: object) -> None:
        tried.append(str(host))
        raise OutsideRequestError(f"outside request to {host}")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        sends = self.type == socket.SOCK_STREAM  # a datagram socket that connects sends nothing yet
        if self.family in (socket.AF_INET, socket.AF_INET6) and sends and not _is_here(str(address[0])):
            refuse(address[0])
        connect(self, address)

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        if host is not None and not _is_here(host.decode() if isinstance(host, bytes) else str(host)):
            refuse(host)
        return look_up(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield
    assert tried == []


@pytest.fixture(autouse=True)
def navigation_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in our server: Streamlit's own test driver forgets it at each run, and a page named like its address would
    then run without the frame."""
    begin = PagesManager.__init__

    def without_folder(self: PagesManager, *arguments: Any, **named: Any) -> None:
        serving.navigation_decides()
        begin(self, *arguments, **named)

    monkeypatch.setattr(PagesManager, "__init__", without_folder)


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """The address of a running Dateline; its gazetteer is built before, so that no test waits for it."""
    driving.chromium()
    build()
    with driving.server() as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A running Chromium; closed with its file of tests, because its driver holds the event loop of this thread."""
    with driving.browser() as launched:
        yield launched


@lru_cache(maxsize=256)
def _parsed(text: str) -> Doc:
    return next(parse([text]))


@pytest.fixture(scope="session")
def parse_one() -> Callable[[str], Doc]:
    """A text as a spaCy ``Doc``; the same text is read once."""
    return _parsed
