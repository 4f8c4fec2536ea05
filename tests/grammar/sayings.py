"""A regular expression to strings in which every alternative of it is said at least once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

_OFTEN = 3
"""Repetitions of what may be repeated without end."""

_OF_CATEGORY = {"CATEGORY_DIGIT": "07٣", "CATEGORY_SPACE": " \n\u00a0", "CATEGORY_WORD": "aZé5_"}
_OTHERS = "aZ5é —.’½ж"
"""What stands for "any character but"."""

_FROM_A_RANGE = 3


def sayings(pattern: re.Pattern[str]) -> list[str]:
    """Strings that together take every branch, every member of a set, and every repetition both least and often.

    What looks ahead or behind is said where it looks; what must not follow is not said.
    """
    return _of(re._parser.parse(pattern.pattern, pattern.flags))  # type: ignore[attr-defined]  # no public parser


def _of(parsed: Any) -> list[str]:
    """A sequence: as many strings as its most various part has, the others taken in turn."""
    parts = [_one(str(op), given) for op, given in parsed]
    count = max((len(part) for part in parts), default=1)
    return ["".join(part[i % len(part)] for part in parts) for i in range(count)]


def _one(op: str, given: Any) -> list[str]:
    if op == "LITERAL":
        return [chr(given)]
    if op == "NOT_LITERAL":
        return [c for c in _OTHERS if c != chr(given)]
    if op == "ANY":
        return list(_OTHERS)
    if op == "IN":
        return _members(given)
    if op == "BRANCH":
        return [said for branch in given[1] for said in _of(branch)]
    if op in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _of(given[-1] if op == "SUBPATTERN" else given)
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(*given)
    if op == "ASSERT":
        return _of(given[1])
    return [""]  # anchors, what must not follow, references


def _repeated(least: int, most: Any, inner: Any) -> list[str]:
    once = _of(inner)
    often = max(least, min(int(most), _OFTEN))
    long = "".join(once[i % len(once)] for i in range(often))
    few = ["".join(once[(k + i) % len(once)] for i in range(max(least, 1))) for k in range(len(once))]
    return [*([""] if least == 0 else []), *few, long]


def _members(given: Sequence[Any]) -> list[str]:
    found: list[str] = []
    negated = False
    for op, value in ((str(op), value) for op, value in given):
        if op == "NEGATE":
            negated = True
        elif op == "LITERAL":
            found.append(chr(value))
        elif op == "RANGE":
            low, high = value
            step = max(1, (high - low) // (_FROM_A_RANGE - 1))
            found += [chr(code) for code in [*islice(range(low, high + 1, step), _FROM_A_RANGE), high]]
        elif op == "CATEGORY":
            found += _OF_CATEGORY.get(str(value), _OTHERS)
    return [c for c in _OTHERS if c not in found] or ["x"] if negated else list(dict.fromkeys(found))
