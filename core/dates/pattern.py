"""A text as a string of word classes, so that plain regular expressions can speak of MONTH, DAY or UNIT.

Every token becomes one character that stands for the set of classes it belongs to ("May": MONTH; "second": UNIT and
ORDINAL). A rule is written as ``"the? d:DAY of? m:MONTH (COMMA? y:YEAR)?"``: words in capitals are classes, words in
small letters stand for themselves, ``d:`` names a group, everything else is regular-expression syntax. Matching runs
in C over one character a token, so a rule costs some ten nanoseconds a token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

OTHER = "."
_FIRST_CODE = "\ue000"  # private use area: these characters mean nothing elsewhere
_ITEM = re.compile(r"(?:(?P<group>[a-z]\w*+):)?+(?:(?P<word>[A-Za-z][A-Za-z0-9'_]*+)|(?P<open>\((?!\?)))|\s++")
_BRACKETS = re.compile(r"\([^()]*\)")
_REQUIRED = re.compile(r"(?<![\w'])[A-Za-z][A-Za-z0-9'_]*+(?![?*{:])")


@dataclass(slots=True)
class Alphabet:
    """Classes of words ↔ characters. Grows while rules and lexicon are read, then only looks up."""

    literals: set[str] = field(default_factory=set)
    codes: dict[frozenset[str], str] = field(default_factory=dict)

    def code(self, classes: frozenset[str]) -> str:
        """The character for a set of classes; ``OTHER`` for the empty set."""
        if not classes:
            return OTHER
        if classes not in self.codes:
            self.codes[classes] = chr(ord(_FIRST_CODE) + len(self.codes))
        return self.codes[classes]

    def compile(self, rule: str) -> re.Pattern[str]:
        """The rule over codes. Call only when all codes are known."""

        def replace(match: re.Match[str]) -> str:
            group, word = match["group"], match["word"]
            if match["open"]:
                return f"(?P<{group}>" if group else "(?:"
            if not word:
                return ""
            members = "".join(self._members(word))
            inner = f"[{members}]" if members else "(?!)"
            return f"(?P<{group}>{inner})" if group else inner

        return re.compile(_ITEM.sub(replace, rule))

    def required(self, rule: str) -> tuple[frozenset[str], ...]:
        """Sets of codes of which every match holds one each: those that the rule names outside brackets and choices."""
        bare = rule
        while (shorter := _BRACKETS.sub(" ", bare)) != bare:
            bare = shorter
        return () if "|" in bare else tuple(frozenset(self._members(word)) for word in _REQUIRED.findall(bare))

    def _members(self, word: str) -> list[str]:
        """The codes of all sets of classes that a class or a word is in."""
        return [code for classes, code in self.codes.items() if word in classes]


def literals_of(rules: Iterable[str]) -> set[str]:
    """The small-letter words that rules name as themselves."""
    return {m["word"] for rule in rules for m in _ITEM.finditer(rule) if m["word"] and m["word"].islower()}
