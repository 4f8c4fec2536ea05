"""What all tests share: the pipeline loaded once, one server and one browser, and no way out of the machine."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser
from spacy.tokens import Doc

from core.language import parse
from tests import browser

# No time limit an example: a busy machine is no failure. A fixed choice of examples where a verdict must repeat itself;
# `pytest --hypothesis-profile=soak` looks further.
settings.register_profile("default", deadline=None)
settings.register_profile("fixed", deadline=None, derandomize=True)
settings.register_profile("soak", deadline=None, max_examples=2000)
settings.load_profile("fixed" if os.environ.get("CI") else "default")


class OutsideRequestError(AssertionError):
    """Code under test tried to reach another machine."""


@pytest.fixture(autouse=True)
def nothing_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection to another machine fails the test that tried it."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(str(address[0])):
            raise OutsideRequestError(f"outside request to {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """The address of a running Dateline."""
    browser.chromium()
    with browser.server() as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A running Chromium; closed with its file of tests, because its driver holds the event loop of this thread."""
    with browser.browser() as launched:
        yield launched


@lru_cache(maxsize=256)
def _parsed(text: str) -> Doc:
    return next(parse([text]))


@pytest.fixture(scope="session")
def parse_one() -> Callable[[str], Doc]:
    """A text as a spaCy ``Doc``; the same text is read once."""
    return _parsed
