"""A package's tests again and again, each time with another source of one module, everything loaded once.

This process runs the tests as they are, which loads the language model, imports all modules and parses every text.
For each changed source it forks: the child puts the changed functions and module-level values in the place of the
old ones, empties caches, and runs the tests until one fails.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from tests.mutants.once import forget, parse_once

ROOT = Path(__file__).parents[2]
_ARGUMENTS = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly"),
    *("--tb=no", "--no-header", "--hypothesis-profile=brief", "-W", "ignore"),
)
Values = dict[str, object]


class Verdict(Enum):
    """What the tests said of a changed source."""

    NOTICED = "noticed"
    SURVIVED = "survived"
    OVERTIME = "overtime"


class Forks:
    """The tests of some folders or files, ready to be run on changed sources."""

    def __init__(self, tests: Sequence[str]) -> None:
        """Runs them as they are.

        Raises:
            SystemExit: one fails already.
        """
        self._arguments = [*_ARGUMENTS, *tests]
        parse_once()
        with _quiet():
            code = pytest.main(self._arguments)
        if code != 0:
            raise SystemExit(f"the tests fail as they are: {' '.join(tests)}")
        begun = time.monotonic()
        with _quiet():
            pytest.main(self._arguments)
        self.seconds = time.monotonic() - begun

    def verdict(self, path: Path, source: bytes) -> Verdict:
        """Runs the tests with another source of a module, until one fails or five times their usual time is over."""
        child = os.fork()
        if child == 0:
            os._exit(_fails(path, source, self._arguments))
        ended = _wait(child, 20 + 5 * self.seconds)
        return Verdict.OVERTIME if ended is None else Verdict.NOTICED if ended else Verdict.SURVIVED


def _wait(child: int, seconds: float) -> int | None:
    """The exit status of a child; null where it was ended because its time was up."""
    handle = os.pidfd_open(child)
    with selectors.DefaultSelector() as selector:
        selector.register(handle, selectors.EVENT_READ)
        in_time = bool(selector.select(seconds))
    os.close(handle)
    if not in_time:
        os.killpg(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) if in_time else None


def _fails(path: Path, source: bytes, arguments: list[str]) -> int:
    """In the child: 1 where a test notices, or the module can no longer be imported; 0 where none does."""
    os.setpgid(0, 0)  # what a test starts is ended with it
    try:
        _replace(path, source)
        forget()
        with _quiet():
            return int(pytest.main(arguments) != 0)
    except BaseException:
        return 1


def _replace(path: Path, source: bytes) -> None:
    """Lets every function of a file do, and every value at its top be, what another source of it says."""
    code = compile(source, str(path), "exec", dont_inherit=True)
    codes = {_place(inner): inner for inner in _inside(code)}
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and function.__code__.co_filename == str(path):
            function.__code__ = codes.get(_place(function.__code__), function.__code__)
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    if name not in sys.modules or compile(path.read_bytes(), str(path), "exec").co_consts == code.co_consts:
        return
    old = vars(sys.modules[name])
    new: Values = {"__name__": name, "__file__": str(path), "__package__": old.get("__package__")}
    exec(code, new)  # noqa: S102
    _spread(old, new)


def _spread(old: Values, new: Values) -> None:
    """Plain values that are others now, in the module itself and wherever they were imported."""
    for name, value in new.items():
        before = old.get(name)
        if isinstance(before, int | float | tuple | dict | frozenset | str) and before != value:
            for module in list(sys.modules.values()):
                if module is not None and getattr(module, "__dict__", {}).get(name) is before:
                    setattr(module, name, value)


def _inside(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _inside(constant)


def _place(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Nothing that tests say is shown, nor what processes say that they start."""
    sys.stdout.flush()
    with Path(os.devnull).open("w") as nowhere:
        saved = [os.dup(stream) for stream in (1, 2)]
        for stream in (1, 2):
            os.dup2(nowhere.fileno(), stream)
        try:
            yield
        finally:
            sys.stdout.flush()
            for stream, copy in zip((1, 2), saved, strict=True):
                os.dup2(copy, stream)
                os.close(copy)
