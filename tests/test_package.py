"""The wheel holds all that Dateline needs, and works where no checkout is."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("wheel")  # it is built once
ROOT = Path(__file__).parents[1]
HELD = ("core", "pages", "assets", ".streamlit")
ARTICLE = "At least 30 people were hurt in Paris last week, Mayor Olha Tkach said."


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel of this checkout was installed, without its dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(folder / "to")]
    subprocess.run([*pip, str(wheel)], check=True)
    return folder / "to"


def command(installed: Path, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """The installed command and its environment: nothing of the checkout is on the path."""
    return [str(installed / "bin" / "dateline"), *arguments], {**os.environ, "PYTHONPATH": str(installed)}


def test_every_file_of_the_app_is_in_the_wheel(installed: Path) -> None:
    """Code, word lists, map layers, styles, samples and settings; under one name beside other packages."""
    here = [path.relative_to(ROOT) for folder in HELD for path in (ROOT / folder).rglob("*") if path.is_file()]
    wanted = [path for path in (Path("app.py"), *here) if "__pycache__" not in path.parts]
    assert [path for path in wanted if not (installed / "dateline" / path).is_file()] == []
    assert len(wanted) > 100
    assert {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")} == {"bin", "dateline"}


def test_the_installed_command_extracts(installed: Path, tmp_path: Path) -> None:
    """The same record as in a checkout, files being read in a process of their own there too."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    line, environment = command(installed, "extract", str(path), "--published", "2022-09-17")
    printed = subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
    record = json.loads(printed)
    assert [place["name"] for place in record["places"]] == ["Paris"]
    assert [(figure["low"], figure["speaker"]["name"]) for figure in record["figures"]] == [(30, "Olha Tkach")]
    assert [date["earliest"] for date in record["dates"]] == ["2022-09-05"]


@pytest.fixture
def served(installed: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the installed app, served on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line, environment = command(installed, "serve", "--address", "127.0.0.1", "--port", str(port))
    with subprocess.Popen(line, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert f"http://127.0.0.1:{port}" in process.stdout.readline()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def test_the_installed_app_is_served(served: str) -> None:
    """With our own files and settings, wherever it is started."""
    style, headers = get(f"{served}/assets/theme/dateline.css")
    assert style == (ROOT / "assets" / "theme" / "dateline.css").read_bytes()
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert get(f"{served}/_stcore/health")[0] == b"ok"


def get(address: str, patience: float = 60.0) -> tuple[bytes, Message]:
    """What is at an address of this machine, as soon as something is."""
    until = time.monotonic() + patience
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                return answer.read(), answer.headers
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
