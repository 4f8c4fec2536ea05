"""The numeric constants of a file that decide something, and the file's source with one of them moved."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

CHOSEN_BY_EYE = frozenset({"Pixels", "FinePixels"})
"""Types of numbers that are left out: sizes on the screen, of which a little more or less is no other answer."""

_NOT_INSIDE = (ast.Subscript, ast.Slice, ast.JoinedStr)


@dataclass(frozen=True, slots=True)
class Constant:
    """A number in the code: file and its text, where in it (lines from 1, columns in bytes), its name and its value."""

    path: Path
    text: bytes
    line: int
    column: int
    end: int
    name: str
    value: int | float

    def moved(self) -> Iterator[int | float]:
        """The values just below and just above: a whole number by one or by a tenth, a fraction by a tenth."""
        step = self.value * 0.1 if isinstance(self.value, float) else max(1, round(self.value * 0.1))
        yield from (self.value - step, self.value + step)

    def source(self, value: int | float) -> bytes:
        """The file with another value in this place."""
        lines = self.text.splitlines(keepends=True)
        line = lines[self.line - 1]
        lines[self.line - 1] = line[: self.column] + repr(value).encode() + line[self.end :]
        return b"".join(lines)

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}  {self.name} = {self.value}"


def constants(path: Path) -> list[Constant]:
    """Numbers of a file that have a name, stand in a comparison, or weigh in a sum; neither tables nor sizes."""
    text = path.read_bytes()
    return [
        Constant(path, text, number.lineno, number.col_offset, number.end_col_offset or 0, name, number.value)
        for number, name in _found(ast.parse(text), "", False)
        if isinstance(number.value, int | float)
    ]


def _found(node: ast.AST, name: str, deciding: bool) -> Iterator[tuple[ast.Constant, str]]:
    """``deciding`` says whether a number met here decides anything; ``name`` is what it would be called."""
    if isinstance(node, ast.Constant):
        if deciding and _is_threshold(node.value):
            yield node, name
        return
    if isinstance(node, _NOT_INSIDE):
        return
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        for child in node.body:
            yield from _found(child, f"{name}.{node.name}" if name else node.name, False)
        return
    if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) in CHOSEN_BY_EYE:
        return
    if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        for target, value in _assigned(node.targets[0] if isinstance(node, ast.Assign) else node.target, node.value):
            own = target.id if isinstance(target, ast.Name) else ""
            named = own.isupper() and isinstance(value, ast.Constant | ast.BinOp | ast.UnaryOp)
            yield from _found(value, f"{name}.{own}".strip(".") if named else name, named)
        return
    here = deciding or isinstance(node, ast.Compare | ast.BinOp) or _chooses(node)
    for child in ast.iter_child_nodes(node):
        yield from _found(child, name, (here and not isinstance(child, ast.Call | ast.IfExp)) or _chooses(child))


def _assigned(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each name with its value, also of several in one line."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=True)
    else:
        yield target, value


def _chooses(node: ast.AST) -> bool:
    """Whether a call takes the least or the most of some numbers."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("min", "max")


def _is_threshold(value: object) -> bool:
    """Zero and one, where they are whole, count and index: one more of them is another program."""
    return (isinstance(value, float) and value != 0) or (isinstance(value, int) and value > 1)
