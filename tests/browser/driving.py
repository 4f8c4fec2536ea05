"""A real server and a real Chromium for the tests of the whole; outside requests are refused and remembered."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, Route, expect, sync_playwright

from pages.shared.name_cookie import COOKIE

ROOT = Path(__file__).parents[2]
QUIET = "--disable-gpu --disable-quic --disable-background-networking --disable-component-update --disable-sync".split()
DRAWS_MAPS = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/150 Mobile Safari/537.36",
}
PATIENCE = 60_000
"""Milliseconds after which something that does not come is taken as missing; nothing waits this long when it works."""


def chromium() -> str:
    """The system's Chromium; without one the test is skipped, or fails where ``DATELINE_BROWSER=required``."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found:
        return found
    reason = "no Chromium on this machine: browser tests did not run"
    if os.environ.get("DATELINE_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


expect.set_options(timeout=PATIENCE)


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def server(
    port: int | None = None,
    data: Path | None = None,
    killed: bool = False,
    options: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Dateline served on this machine; its address.

    Args:
        port: where; by default at a free one.
        data: the folder of its desk; by default that of this process of tests.
        killed: whether it ends without any notice.
        options: more of Streamlit's.
        environment: settings that differ.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    process = subprocess.Popen(
        [*command, "--server.address", "127.0.0.1", *options],
        cwd=ROOT,
        env={**os.environ, **({"DATELINE_DATA": str(data)} if data else {}), **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        log = _until_served(process)
        yield f"http://127.0.0.1:{port}"
    finally:
        (process.kill if killed else process.terminate)()
        process.wait(timeout=30)
        log.join(timeout=30)


def _until_served(process: subprocess.Popen[str]) -> threading.Thread:
    """Returns once the server has told its address; the rest of what it says is passed on by the thread returned."""
    assert process.stdout is not None
    for line in process.stdout:
        print(line, end="")
        if "http://" in line:
            drain = threading.Thread(target=lambda: [print(rest, end="") for rest in process.stdout or ()], daemon=True)
            drain.start()
            return drain
    pytest.fail(f"the server ended with status {process.wait()}")


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    path = chromium()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", *QUIET, *DRAWS_MAPS])
        yield launched
        launched.close()


class Reader:
    """A reader with a browser of their own: no cookies or storage shared, every request written down.

    They have a dossier of their own, which no other reader knows, and the name they gave, if any. ``also`` is another
    server that they may be sent to, where they sign in.
    """

    def __init__(
        self, launched: Browser, address: str, name: str = "A. Reader", also: str | None = None, **device: Any
    ) -> None:
        self.address = address
        self.known = (address, also) if also else (address,)
        self.dossier = secrets.token_urlsafe(12)
        self.outside: list[str] = []
        self.problems: list[str] = []
        context = launched.new_context(**{**DESK, **device}, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        if name:
            context.add_cookies([{"name": COOKIE, "value": quote(name), "url": address, "httpOnly": True}])
        context.route("**/*", self._pass_or_refuse)
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self._note(message.type, message.text))
        self.page.on("pageerror", self._remember)

    def _pass_or_refuse(self, route: Route) -> None:
        parts = urlsplit(route.request.url)
        if parts.scheme in ("data", "blob") or route.request.url.startswith(self.known):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

    def _remember(self, error: Error) -> None:
        """Keeps errors of the page, but for those of Plotly, which draws on for a moment after its page was left."""
        if "plotly" not in (error.stack or "").lower():
            self.problems.append(str(error))

    def _note(self, kind: str, text: str) -> None:
        """A refusal by the content policy is a request that was tried."""
        if "Content Security Policy" in text:
            self.outside.append(text)

    def open(self, path: str) -> None:
        """Goes to a path and waits until its page stands; a page asked for without a dossier shows the reader's own."""
        if path not in ("/", "/dossiers") and "dossier=" not in path:
            path += f"{'&' if '?' in path else '?'}dossier={self.dossier}"
        self.page.goto(f"{self.address}{path}")
        self.settle()

    def settle(self) -> None:
        """Waits until no script runs."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")

    def compared(self) -> None:
        """Waits on the page Add until all documents are read and compared: other pages have nothing to tell then."""
        expect(self.page.get_by_role("link", name="See the overview")).to_be_visible()
        expect(self.page.get_by_text("Comparing what the documents say")).to_have_count(0)
        self.settle()

    def to(self, name: str) -> None:
        """Follows a link of the navigation."""
        self.page.get_by_test_id("stTopNavLink").get_by_text(name, exact=True).click()
        self.page.wait_for_selector(f"h1:has-text('{name}')")
        self.settle()
