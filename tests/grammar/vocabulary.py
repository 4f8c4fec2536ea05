"""The words of a grammar, as its own modules hold them: tables, sets, and what their patterns match."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from types import ModuleType

from core.lexicon.table import sheet
from tests.grammar.sayings import sayings

_LONGEST = 60
_IN_CELLS = re.compile(r"\|")


def modules_of(package: str) -> Iterator[ModuleType]:
    """A package and all modules in it."""
    top = importlib.import_module(package)
    yield top
    for found in pkgutil.walk_packages(top.__path__, f"{package}."):
        yield importlib.import_module(found.name)


@cache
def forms_of(package: str) -> tuple[str, ...]:
    """What the patterns of a package match, each alternative of each at least once."""
    patterns = {
        held for module in modules_of(package) for held in vars(module).values() if isinstance(held, re.Pattern)
    }
    written = [pattern for pattern in patterns if isinstance(pattern.pattern, str)]
    ordered = sorted(written, key=lambda pattern: pattern.pattern)
    return tuple(said for pattern in ordered for said in sayings(pattern) if said.strip())


@cache
def words_of(package: str) -> tuple[str, ...]:
    """The words that the tables and sets of a package hold, sorted."""
    found = {word for module in modules_of(package) for held in vars(module).values() for word in _words(held)}
    return tuple(sorted(found))


@cache
def words_in(*tables: str) -> tuple[str, ...]:
    """The words and phrases in the cells of some tables of the lexicon, sorted."""
    cells = (cell for table in tables for row in sheet(table) for cell in row.values() if cell)
    return tuple(sorted({word.strip() for cell in cells for word in _IN_CELLS.split(cell) if word.strip()}))


def _words(held: object) -> Iterator[str]:
    if isinstance(held, str):
        if 0 < len(held) <= _LONGEST and not held.startswith("core."):
            yield held
    elif isinstance(held, Mapping):
        for key, value in held.items():
            yield from _words(key)
            yield from _words(value)
    elif isinstance(held, Set | tuple | list):
        for one in held:
            yield from _words(one)
