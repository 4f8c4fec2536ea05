"""Every regular expression of the project, and how long each takes on long texts of few characters.

``python -m tests.benchmark.patterns`` prints each with the place where it is made, one JSON object a line.
"""

from __future__ import annotations

import ast
import importlib
import json
import random
import re
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parents[2]
_FOLDERS = ("core", "pages/shared")
_ANY = re.compile(r".", re.DOTALL)
_AT_ONCE = frozenset({"search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"})
"""Functions of ``re`` whose first argument is an expression; ``compile`` is watched while modules are imported."""


@dataclass(frozen=True, slots=True)
class Made:
    """A regular expression, where it is made ("core/text/pipeline.py:22") and whether it is looked for in a whole text.

    Where it is not, it is only ever tried at a place that something else has found.
    """

    where: str
    pattern: re.Pattern[Any]
    scans: bool


def all_patterns() -> list[Made]:
    """All of them. A new interpreter imports the project, so that each call of ``re.compile`` is seen."""
    command = [sys.executable, "-m", "tests.benchmark.patterns"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return [Made(f["where"], re.compile(_unpacked(f["pattern"], f["bytes"]), f["flags"]), f["scans"]) for f in found]


def seconds(made: Made, text: str) -> float:
    """Processor time of all matches in the text, or of one from its start where it is used in no other way."""
    given = text.encode() if isinstance(made.pattern.pattern, bytes) else text
    start = time.process_time()
    if made.scans:
        deque(made.pattern.finditer(given), maxlen=0)
    made.pattern.match(given)
    made.pattern.fullmatch(given)
    return time.process_time() - start


def walk(text: str) -> float:
    """Processor time of the plainest expression there is: one character after another. What others are measured by."""
    return seconds(Made("", _ANY, scans=True), text)


_UNITS = {
    "digits": "1234567890",
    "ones": "1",
    "spaces": " ",
    "line ends": "\n",
    "white space": " \n\t\r\u00a0",
    "commas": ",",
    "full stops": ".",
    "small letters": "a",
    "capitals": "A",
    "words": "word and ",
    "capital words": "Word Of ",
    "quotation marks": "\"'“”‘’",
    "apostrophes": "'",
    "hyphens": "-",
    "brackets": "([{<",
    "grouped digits": "123,456,",
    "spaced digits": "123 456 ",
    "digits and dots": "1.2.3.",
    "colons and digits": "12:34:",
    "slashes": "1/2/",
    "letters and spaces": "a ",
    "letters, then spaces": "Ab    ",
    "stops and spaces": ". \n",
    "mixed": "On 5 May, 12,345 (“so”) he said: 'no' – 3.5%… http://a.b/c?d=e&f <p>x</p>\n\n\u00bd\u0456 ",
    "digits, spaces, commas, letters": "".join(random.Random(1).choices("0123456789 ,abcdefghij", k=1_000)),  # noqa: S311
    "combining marks": "e\u0301",
    "Cyrillic": "\u0434\u0435 ",
    "address": "a@b.c/",
}
_MATCHES = {
    "ones and spaces": "1 ",
    "ones and commas": "1,",
    "ones, commas, spaces": "1, ",
    "ones and hyphens": "1-",
    "letters and commas": "a, ",
    "letters and hyphens": "a-",
    "letters and stops": "A.",
    "capitals and spaces": "A ",
    "letters and digits": "a1",
    "lines of one letter": "a\n",
    "days": "May 5, 2022 ",
}
"""What brings many short matches: dear, but never worse than linear where the others are not."""

SHAPES = (*_UNITS, *_MATCHES)


def texts(size: int) -> dict[str, str]:
    """Long texts on which an expression that is not linear shows it."""
    return {shape: text_of(shape, size) for shape in _UNITS}


def text_of(shape: str, size: int) -> str:
    """A text of one of the ``SHAPES``."""
    unit = (_UNITS | _MATCHES)[shape]
    return (unit * (size // len(unit) + 1))[:size]


def _watched() -> Iterator[dict[str, Any]]:
    made: dict[tuple[str, str, int], None] = {}
    compile_really = re.compile

    def compile_and_note(pattern: Any, flags: int = 0) -> Any:
        caller = sys._getframe(1)
        path = Path(caller.f_code.co_filename)
        compiled = compile_really(pattern, flags)
        if any(path.is_relative_to(ROOT / folder) for folder in _FOLDERS):
            made[f"{path.relative_to(ROOT)}:{_line_of_module(caller)}", _packed(compiled.pattern), compiled.flags] = (
                None
            )
        return compiled

    re.compile = compile_and_note  # type: ignore[assignment]
    for module in _modules():
        importlib.import_module(module)
    importlib.import_module("core.dates.recognition")._grammar()  # compiles its rules when they are first wanted
    for where, pattern, flags in made:
        yield _found(where, pattern, flags, as_bytes=not flags & re.UNICODE, scans=_scans(where))


def _line_of_module(caller: FrameType) -> int:
    """The line that is run when the module is imported, also where a function of the module makes the expression."""
    line, frame = caller.f_lineno, caller
    while frame.f_code.co_name != "<module>" and frame.f_back is not None:
        frame = frame.f_back
        if frame.f_code.co_filename == caller.f_code.co_filename:
            line = frame.f_lineno
    return line


def _scans(where: str) -> bool:
    """Whether the expression made here is used in any way but ``match`` and ``fullmatch``; yes where that is unclear.

    Uses through another name than its own count for all expressions of the file that are never used by name.
    """
    path, line = where.rsplit(":", 1)
    tree = _tree(ROOT / path)
    used: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in _AT_ONCE:
            used.setdefault(node.value.id, set()).add(node.attr)
    own = {name for statement in tree.body for name in _named(statement)}
    here = {name for statement in tree.body if _covers(statement, int(line)) for name in _named(statement)}
    by_name = {use for name in here for use in used.get(name, ())}
    otherwise = {use for name, uses in used.items() if name not in own | {"re"} for use in uses}
    uses = by_name or otherwise
    return not uses or not uses <= {"match", "fullmatch"}


@lru_cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _named(statement: ast.stmt) -> list[str]:
    return [t.id for t in statement.targets if isinstance(t, ast.Name)] if isinstance(statement, ast.Assign) else []


def _covers(statement: ast.stmt, line: int) -> bool:
    return statement.lineno <= line <= (statement.end_lineno or statement.lineno)


def _modules() -> Iterator[str]:
    for folder in _FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.py")):
            name = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            run_alone = name.endswith("__main__") or "migrations" in file.parts  # these by who brings a schema on
            if not run_alone:
                yield name


def _written() -> Iterator[dict[str, Any]]:
    """Expressions that are handed to a function of ``re`` where they are used."""
    for file in sorted([ROOT / "app.py", *(f for folder in ("core", "pages") for f in (ROOT / folder).rglob("*.py"))]):
        for call in ast.walk(_tree(file)):
            if _is_of_re(call) and isinstance(call, ast.Call):
                where = f"{file.relative_to(ROOT)}:{call.lineno}"
                if not isinstance(call.args[0], ast.Constant):
                    raise SystemExit(f"{where}: cannot be measured; compile it at the head of its module")
                yield _found(where, _packed(call.args[0].value), 0, as_bytes=False, scans=True)


def _found(where: str, pattern: str, flags: int, *, as_bytes: bool, scans: bool) -> dict[str, Any]:
    return {"where": where, "pattern": pattern, "flags": flags, "bytes": as_bytes, "scans": scans}


def _is_of_re(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in _AT_ONCE
    )


def _packed(pattern: str | bytes) -> str:
    return pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern


def _unpacked(pattern: str, as_bytes: bool) -> str | bytes:
    return pattern.encode("latin-1") if as_bytes else pattern


if __name__ == "__main__":
    for found in (*_watched(), *_written()):
        print(json.dumps(found))
