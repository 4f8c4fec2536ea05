"""What the pages for administrators say, and the files that they name, are held to the program."""

from __future__ import annotations

import configparser
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "docs" / "deploy"
PAGES = ("docs/desk.md", "docs/machines.md")
UNITS = ("dateline.service", "dateline-worker.service")
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("core", "dateline", "pages")
    for path in sorted((ROOT / folder).rglob("*.py"))
)
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
PORT = "8501"


def text(name: str) -> str:
    """A file for administrators."""
    return (DEPLOY / name).read_text(encoding="utf-8")


def unit(name: str) -> dict[str, list[str]]:
    """The lines of a systemd unit by their keys, of whatever section; a key may come several times."""
    lines: dict[str, list[str]] = {}
    for line in text(name).splitlines():
        key, is_setting, value = line.partition("=")
        if is_setting and not line.startswith("#"):
            lines.setdefault(key, []).append(value)
    return lines


def compose() -> dict[str, Any]:
    """The compose file."""
    found: dict[str, Any] = yaml.safe_load(text("compose.yaml"))
    return found


def everything() -> str:
    """All that administrators read."""
    return "\n".join([*(path.read_text(encoding="utf-8") for path in DEPLOY.iterdir()), *map(page, PAGES)])


def page(name: str) -> str:
    """A page of the documentation."""
    return (ROOT / name).read_text(encoding="utf-8")


COMMANDS = sorted(set(re.findall(r"python -m (core(?: [a-z]+)+|dateline serve)", everything())))


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_one(command: str) -> None:
    """It is known, whatever follows."""
    asked = [sys.executable, "-m", *shlex.split(command), "--help"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(COMMANDS) > 4


def test_each_setting_is_read() -> None:
    """By the program, or by Streamlit under the name that it has there."""
    named = set(re.findall(r"\b(?:DATELINE_[A-Z_]+|DATABASE_URL|STREAMLIT_[A-Z_]+)\b", everything()))
    ours = {name for name in named if not name.startswith("STREAMLIT_")} - {"DATELINE_COOKIE_SECRET"}
    assert [name for name in sorted(ours) if f'"{name}"' not in SOURCES] == []
    assert named - ours == {"STREAMLIT_SERVER_COOKIE_SECRET", "DATELINE_COOKIE_SECRET"}
    from streamlit.config import get_options_for_section

    assert "cookieSecret" in get_options_for_section("server")


@pytest.mark.parametrize("name", UNITS)
def test_units_are_whole(name: str) -> None:
    """systemd reads them; data and cache lie where the unit may write."""
    configparser.ConfigParser(strict=False, interpolation=None).read_string(text(name))
    lines = unit(name)
    settings = dict(line.split("=", 1) for line in lines["Environment"])
    assert settings["DATELINE_DATA"] == f"/var/lib/{lines['StateDirectory'][0]}"
    assert settings["DATELINE_CACHE"] == f"/var/cache/{lines['CacheDirectory'][0]}"
    assert lines["ExecStart"][0].startswith(f"{lines['WorkingDirectory'][0]}/.venv/bin/python -m ")
    assert lines["ProtectSystem"] == ["strict"]


def test_the_image_has_what_is_served() -> None:
    """Every folder that the wheel has, the lock file first, and nobody's rights but a user's."""
    copied = set(re.findall(r"^COPY (\S+) ", text("Dockerfile"), re.MULTILINE))
    packed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    served = {name.split("/")[0] for name in packed["targets"]["wheel"]["force-include"]} | {"dateline"}
    assert {name.split("/")[0] for name in copied} == served | {"requirements.lock"}
    assert all((ROOT / name).exists() for name in copied)
    assert text("Dockerfile").index("USER dateline") < text("Dockerfile").index("CMD")


def test_one_port_from_end_to_end() -> None:
    """Unit, image and proxy speak of the same, which is the one of the command."""
    assert f"--port {PORT}" in unit("dateline.service")["ExecStart"][0]
    assert re.findall(r"EXPOSE (\d+)", text("Dockerfile")) == [PORT]
    assert f'"--port", "{PORT}"' in text("Dockerfile")
    assert set(re.findall(r"server [\w-]+:(\d+);", text("nginx.conf"))) == {PORT}
    assert f"default={PORT}" in (ROOT / "dateline" / "__main__.py").read_text(encoding="utf-8")


def test_the_proxy_lets_through_what_pages_need() -> None:
    """Websockets, files as large as the server takes, the host that links are made of; readers stay where they are."""
    conf = text("nginx.conf")
    assert conf.count("{") == conf.count("}")
    assert all(re.fullmatch(r"\s*(#.*|.*[;{}]|)", line) for line in conf.splitlines())
    assert f"client_max_body_size {CONFIG['server']['maxUploadSize']}m;" in conf
    for wanted in ("ip_hash;", "proxy_set_header Upgrade $http_upgrade;", "proxy_set_header Host $host;"):
        assert wanted in conf
    upstream = set(re.findall(r"server ([\w-]+):", conf))
    assert upstream == {name for name in compose()["services"] if name.startswith("pages-")}


def test_compose_is_one_desk() -> None:
    """All share database, originals and secret; only workers read; the proxy waits for the pages."""
    services = compose()["services"]
    desk = {name: one for name, one in services.items() if one.get("image") == "dateline"}
    assert set(desk) == {"pages-1", "pages-2", "worker"}
    assert len({str(sorted(one["environment"].items())) for one in desk.values()}) == 1
    environment = desk["worker"]["environment"]
    assert environment["DATABASE_URL"].startswith("postgresql://")
    assert environment["DATELINE_WORKERS"] == "0"
    mounted = {volume.split(":")[1] for volume in desk["pages-1"]["volumes"]}
    assert environment["DATELINE_ORIGINALS"].rsplit("/", 1)[0] in mounted
    assert desk["worker"]["command"] == ["python", "-m", "core", "worker"]
    assert (DEPLOY / desk["worker"]["build"]["context"]).resolve() == ROOT
    assert set(services["proxy"]["depends_on"]) == {"pages-1", "pages-2"}
    used = {volume.split(":")[0] for one in services.values() for volume in one["volumes"]}
    assert set(compose()["volumes"]) == {name for name in used if not name.startswith(".")}


def test_the_table_of_times_runs_commands_of_ours() -> None:
    """Five times, a user, and what is done; a per cent sign has a meaning of its own there."""
    lines = [
        line for line in text("crontab").splitlines() if line and not line.startswith("#") and "=" not in line[:20]
    ]
    assert len(lines) == 3
    for line in lines:
        times, user = line.split()[:5], line.split()[5]
        assert all(re.fullmatch(r"\*|\d+", one) for one in times)
        assert user in ("dateline", "root")
        assert not re.search(r"(?<!\\)%", line)


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    """Files beside the page."""
    links = re.findall(r"\]\(([^)#]+)\)", page(name))
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
