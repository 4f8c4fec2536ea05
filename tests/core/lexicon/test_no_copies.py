"""No list of words stands twice: what means the same comes from one table of ``core/lexicon``."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

CORE = Path(__file__).parents[3] / "core"
SHORTEST = 12
"""Words from which on a list is a list."""

COPIED = 0.6
"""Share of the shorter of two lists from which on it repeats the other."""

_WORD = re.compile(r"[^\W\d_][\w'’.&-]*|&")


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words in code, and where it stands."""

    where: str
    words: frozenset[str]

    def repeats(self, other: WordList) -> bool:
        """Whether the shorter of the two stands in the longer by at least ``COPIED``."""
        shared = len(self.words & other.words)
        return shared >= COPIED * min(len(self.words), len(other.words))


def lists_in(source: str, name: str) -> Iterator[WordList]:
    """The lists of at least ``SHORTEST`` words of a module.

    A set, tuple, list or the keys of a dictionary; a string of words that is split; the alternatives of a pattern.
    """
    tree = ast.parse(source)
    prose = set(_docstrings(tree))
    for node in ast.walk(tree):
        words = frozenset(word.lower() for word in _words(node)) if node not in prose else frozenset()
        if len(words) >= SHORTEST:
            yield WordList(f"{name}:{node.lineno}", words)  # type: ignore[attr-defined]  # those with words have a line


def _docstrings(tree: ast.AST) -> Iterator[ast.AST]:
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))


def _words(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        yield from _strings(node.elts)
    elif isinstance(node, ast.Dict):
        yield from _strings(node.keys)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value.count("|") >= SHORTEST - 1:
            yield from re.findall(r"[^\W\d_]{2,}", node.value)
        elif not node.value.endswith(".") and all(map(_WORD.fullmatch, node.value.split())):
            yield from node.value.split()


def _strings(nodes: list[ast.expr] | list[ast.expr | None]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
            yield node.value


def copies(lists: list[WordList]) -> list[str]:
    """Each pair of which one list repeats the other, with the places of both and what they share."""
    return [
        f"{one.where} and {other.where}: {' '.join(sorted(one.words & other.words))}"
        for one, other in combinations(lists, 2)
        if one.repeats(other)
    ]


def test_no_list_of_words_repeats_another() -> None:
    """In all of ``core``, within one file and across them."""
    files = sorted(CORE.rglob("*.py"))
    found = [one for path in files for one in lists_in(path.read_text("utf-8"), str(path.relative_to(CORE.parent)))]
    assert not copies(found), "\n".join(copies(found))


LETTERS = "ab cd ef gh ij kl mn op qr st uv wx".split()


@pytest.mark.parametrize(
    ("source", "count"),
    [
        (f"X = frozenset({' '.join(LETTERS)!r}.split())", 1),
        (f"X = {{{', '.join(map(repr, LETTERS))}}}", 1),
        (f"X = {tuple(LETTERS)!r}", 1),
        (f"X = {dict.fromkeys(LETTERS)!r}", 1),
        (f"X = re.compile(r'(?:{'|'.join(LETTERS)})')", 1),
        (f"X = {LETTERS[1:]!r}", 0),
        (f"X = re.compile(r'(?:{'|'.join(LETTERS[1:])})')", 0),
        (f"def x():\n    '''{' '.join(LETTERS)}'''", 0),
        (f"X = '{', '.join(LETTERS)}'", 0),
        (f"X = '{' '.join(LETTERS)}.'", 0),
    ],
)
def test_what_counts_as_a_list(source: str, count: int) -> None:
    """Whatever shape the code gives it, from the twelfth word on; prose is none."""
    assert len(list(lists_in(source, "x.py"))) == count


@pytest.mark.parametrize(("shared", "count"), [(8, 1), (7, 0)])
def test_what_counts_as_a_copy(shared: int, count: int) -> None:
    """Eight of twelve words are a copy, seven are none; the longer list may hold much else."""
    longer = WordList("b.py:1", frozenset(LETTERS[:shared]) | {f"y{i}" for i in range(40)})
    assert len(copies([WordList("a.py:1", frozenset(LETTERS)), longer])) == count
