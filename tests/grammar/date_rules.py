"""Every rule of the grammar of dates, said in words: each literal, class and alternative at least once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from core.dates.pattern import OTHER
from core.dates.recognition import _grammar
from core.dates.tokens import _NUMBER_EXAMPLES, Classes
from tests.grammar.sayings import sayings

OF_KINDS: Mapping[str, tuple[str, ...]] = {
    "ISO": ("2022-09-16", "1000-01-01", "2999-12-31", "2023-02-29", "2022-13-45"),
    "NUMDATE": ("16.09.2022", "9/16/22", "1-1-0001", "31/12/9999", "00/00/00", "29.2.23", "12-11-10"),
    "CLOCK": ("09:14", "24:00", "9:59:59", "99:99"),
    "NUMBER": ("1,200", "2.5", "½", "1/2", "9,999", "1,000,000,000", "0.0"),
    "HALF": ("Q1", "H2", "Q4", "H3"),
    "MERIDIEM": ("a.m.", "p. m."),
    "BC": ("B.C.", "B.C.E.", "b.c."),
    "SHORTYEAR": ("'98", "’00s", "'90s"),
    "POSS": ("'s",),
    "BREAK": ("\n\n",),
}
"""Tokens that are known by their form and not by a list."""

_MARKS_TIGHT = re.compile(r" (?=[,.)%:’']|-)|(?<=[(-]) |(?<=\n\n) | (?=\n\n)")


def rules() -> Iterator[tuple[str, list[str]]]:
    """The pattern of each rule and its sayings, in the order of the grammar."""
    for compiled in _grammar()[1]:
        yield compiled.rule.pattern, list(_in_words(sayings(compiled.pattern)))


def _in_words(forms: Sequence[str]) -> Iterator[str]:
    """The forms in words, over and over, until every word of every class in them was said."""
    said: Counter[str] = Counter()
    codes = set("".join(forms))
    while any(said[code] < len(words_of(code)) for code in codes):
        for form in forms:
            words = []
            for code in form:
                known = words_of(code)
                words.append(known[said[code] % len(known)])
                said[code] += 1
            yield _MARKS_TIGHT.sub("", " ".join(words))


def words_of(code: str) -> tuple[str, ...]:
    """All that is read as this class."""
    return _words()[code]


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    classes: Classes = _grammar()[0]
    found: dict[str, list[str]] = defaultdict(list)
    for word, code in classes._small.items():
        found[code].append(word)
    for word, code in classes._capital.items():
        if code != classes._small[word]:
            found[code].append(word.capitalize())
    for sign, code in classes._signs.items():
        found[code].append(sign)
    for example in _NUMBER_EXAMPLES:
        found[classes.of_number(example)].append(example)
    for kind, code in classes._kinds.items():
        found[code] += OF_KINDS[kind]
    found[OTHER].append("mill")
    return {code: tuple(words) for code, words in found.items()}
