"""Doubled apostrophes and grave accents that stand for quotation marks, as news archives and typesetters write them."""

from __future__ import annotations

import re

_TYPED = re.compile(r"``|'{2,3}")
_OPENED_BEHIND = frozenset("([{—–-")
_BEGINS = frozenset("[(…$£€'\"")


def with_true_marks(text: str) -> str:
    """The text with “ and ” where two characters stand for them in pairs; feet and inches stay.

    A pair is begun and ended in one paragraph, or left open at its end, as is done where the next goes on with it.
    """
    found: list[str] = []
    done, opened = 0, False
    for match in _TYPED.finditer(text):
        start, end = match.span()
        opened = opened and "\n\n" not in text[done:start]
        mark = _true_mark(text, start, end, opened)
        found += [text[done:start], mark or match.group()]
        if mark is not None:
            opened = "“" in mark
        done = end
    return "".join([*found, text[done:]])


def _true_mark(text: str, start: int, end: int, opened: bool) -> str | None:
    left, right = text[start - 1 : start] or " ", text[end : end + 1] or " "
    opens = (left.isspace() or left in _OPENED_BEHIND) and (right.isalnum() or right in _BEGINS)
    if (text[start] == "`" and not right.isspace()) or (opens and not opened):
        return "“" if end - start == 2 else "“'"
    if opened and not right.isalnum() and not opens:
        return "”" if end - start == 2 else "'”"
    return None
