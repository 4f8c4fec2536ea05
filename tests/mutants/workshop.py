"""A copy of the project in which mutmut breaks one part after the other; what it found stays there between runs."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mutmut.mutation.diff_apply import get_diff_for_mutant

ROOT = Path(__file__).parents[2]
_COPIED = ("core", "pages", "tests", "assets", "docs", ".streamlit")
_FILES = ("app.py", "README.md", "Makefile", "LICENSE", "pyproject.toml")
_UNESCAPED = "disable_test_id_escaping_and_forfeit_all_rights_to_community_support"
_SURVIVED = (0, 5, 33)
"""Exit codes of a mutant that all tests let pass, or that no test runs."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is broken, as patterns of files, and the tests that should notice."""

    name: str
    files: tuple[str, ...]
    tests: tuple[str, ...]

    def paths(self) -> set[str]:
        """The files there are of these patterns, from the project's root."""
        return {str(path.relative_to(ROOT)) for pattern in self.files for path in ROOT.glob(pattern)}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One way to break a function: ``change`` is the line as it then reads."""

    function: str
    change: str
    survived: bool


class Workshop:
    """The copy for one part."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._folder = ROOT / "build" / "mutants" / part.name
        self._folder.mkdir(parents=True, exist_ok=True)
        for name in _COPIED:
            shutil.rmtree(self._folder / name, ignore_errors=True)
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, self._folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in _FILES:
            if (ROOT / name).is_file():
                shutil.copy2(ROOT / name, self._folder / name)
        (self._folder / "setup.cfg").write_text(_settings(part), encoding="utf-8")

    def run(self, files: Sequence[str], seconds: float | None, processes: int) -> bool:
        """Tries the mutants of some of the part's files; whether there was time for all.

        Raises:
            SystemExit: the tests fail as they are.
        """
        names = [f"{module_name(path)}.*" for path in files]
        command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(processes), *names]
        log = self._folder / "mutmut.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                command,
                cwd=self._folder,
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
            try:
                if process.wait(seconds) != 0:
                    raise SystemExit(f"{self._part.name}: mutmut failed, see {log.relative_to(ROOT)}")
            except subprocess.TimeoutExpired:
                with contextlib.suppress(ProcessLookupError):
                    _end(process)
                return False
        return True

    def tried(self, files: Sequence[str]) -> Iterator[Mutant]:
        """The mutants of some files that have been tried, now or before, each in its latest state."""
        for path in files:
            meta = self._folder / "mutants" / f"{path}.meta"
            if not meta.is_file():
                continue
            for name, code in json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].items():
                if code is not None:
                    survived = code in _SURVIVED
                    yield Mutant(_function(name), self._change(name, path) if survived else "", survived)

    def _change(self, name: str, path: str) -> str:
        with contextlib.chdir(self._folder):
            lines = get_diff_for_mutant(name, path=path).splitlines()
        added = (line[1:].strip() for line in lines if line.startswith("+") and not line.startswith("+++"))
        return " ".join(added) or "a line is gone"


def module_name(path: str) -> str:
    """``core.frames.rows`` of ``core/frames/rows.py``."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _end(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _function(name: str) -> str:
    """``core.frames.rows._Reader.rows`` of mutmut's ``core.frames.rows.xǁ_Readerǁrows__mutmut_3``."""
    module, _, mangled = name.partition("__mutmut_")[0].rpartition(".")
    return f"{module}.{mangled.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"


def _settings(part: Part) -> str:
    lists = {
        "source_paths": ["core"],
        "only_mutate": sorted(part.paths()),
        "also_copy": [*(name for name in (*_COPIED, *_FILES) if name != "tests")],
        "pytest_add_cli_args": [
            *("-p", "no:cacheprovider", "-p", "no:xdist", "-p", "tests.mutants.once"),
            *("--hypothesis-profile=brief", "-W", "ignore"),
            *("-o", f"{_UNESCAPED}=true"),  # pytest does not find again a test of whose name it escaped a letter
        ],
        "pytest_add_cli_args_test_selection": list(part.tests),
    }
    lines = [f"{name}=\n    " + "\n    ".join(values) for name, values in lists.items()]
    single = ("timeout_multiplier=5.0", "timeout_constant=20.0", "use_git_change_detection=false")
    return "\n".join(("[mutmut]", *lines, *single, ""))
