"""``python -m tests.chaos``: the longest time for which a page and the server's health kept somebody waiting.

Exit status 1 where a good document is not stored exactly once, a bad one is not called what it is, or an answer took
longer than two seconds.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

from tests.browser.driving import Reader, browser
from tests.chaos import OUTCOMES

LONGEST = 2.0


def main() -> int:
    """Print outcomes and waiting times."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tests.chaos.server", str(port)]
    server = subprocess.Popen(
        command, cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        return _looked_on(server, f"http://127.0.0.1:{port}")
    finally:
        server.kill()
        server.wait()


def _looked_on(server: subprocess.Popen[str], address: str) -> int:
    _until_served(address)
    said: list[dict[str, object]] = []
    listener = threading.Thread(target=lambda: said.append(_result(server)), daemon=True)
    listener.start()
    with browser() as chromium:
        reader = Reader(chromium, address)
        reader.open("/add")
        before = max(_page(reader) for _ in range(5))
        assert server.stdin is not None
        server.stdin.write("go\n")
        server.stdin.flush()
        begun = time.monotonic()
        pages, healths = [], []
        while listener.is_alive():
            pages.append(_page(reader))
            healths.append(_health(address))
    result = said[0]
    print(f"files            {result['outcomes']} in {time.monotonic() - begun:.0f} s")
    print(f"stored once      {result['stored_once']}")
    print(f"page             {max(pages):6.2f} s at worst of {len(pages)} (before: {before:.2f} s)")
    print(f"health           {max(healths):6.2f} s at worst")
    right = result == {"outcomes": OUTCOMES, "stored_once": True}
    return int(not right or max(*pages, *healths) > LONGEST)


def _until_served(address: str) -> None:
    for _ in range(600):
        try:
            _health(address)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the server did not come up")


def _health(address: str) -> float:
    begun = time.monotonic()
    with urllib.request.urlopen(f"{address}/_stcore/health", timeout=60) as answer:
        assert answer.status == 200
    return time.monotonic() - begun


def _page(reader: Reader) -> float:
    """Seconds from a click on another page to its end; two pages take turns."""
    name = "Overview" if reader.page.url.endswith("/add") else "Add"
    begun = time.monotonic()
    reader.page.get_by_test_id("stTopNavLink").get_by_text(name, exact=True).click()
    reader.page.wait_for_selector(f"h1:has-text('{name}')")
    reader.settle()
    return time.monotonic() - begun


def _result(server: subprocess.Popen[str]) -> dict[str, object]:
    assert server.stdout is not None
    for line in server.stdout:
        if line.startswith("CHAOS "):
            found: dict[str, object] = json.loads(line[6:])
            return found
    return {"outcomes": {}, "stored_once": False}


if __name__ == "__main__":
    sys.exit(main())
