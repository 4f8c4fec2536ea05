"""No list of words in code repeats another: what two finders need is a meaning in a table of the lexicon."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

CORE = Path(__file__).parents[3] / "core"
LONG = 12
"""Words from which on a list is vocabulary and not a handful of cases."""

REPEATS = 0.6
"""Share of a list's words from which on it says the same as another."""


def _words(node: ast.AST) -> list[str]:
    """The words that a literal lists: "a b c".split(), a set, tuple or list of strings, the keys of a dict."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
            return text.split()
        case ast.Set(elts=items) | ast.Tuple(elts=items) | ast.List(elts=items) | ast.Dict(keys=items) if items:
            found = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            return found if len(found) == len(items) else []
    return []


def _lists() -> Iterator[tuple[str, frozenset[str]]]:
    """Every list of core with where it stands."""
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            words = frozenset(word.lower() for word in _words(node))
            if len(words) >= LONG:
                yield f"{path.relative_to(CORE)}:{getattr(node, 'lineno', 0)}", words


def test_no_list_in_code_repeats_another() -> None:
    """Of each pair of long lists the first shares less than the bound with the second."""
    repeated = [
        f"{one}: {len(some & others)} of {len(some)} words stand in {other}"
        for (one, some), (other, others) in permutations(_lists(), 2)
        if len(some & others) >= REPEATS * len(some)
    ]
    assert repeated == []
