"""The text as a row of numbers, words and marks, cut finer than any tokenizer: "5-10W" is 5, -, 10, W."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Literal, NamedTuple

LexemeKind = Literal["number", "fraction", "word", "mark"]

# A text is mostly words with marks around some of them: those are taken at once (first group), and so is what else
# stands between spaces and underscores; only that is then cut further. Each match costs more than its characters.
_RUN = re.compile(r"[^\s\w.]?+([^\W\d_¼-¾⅐-⅞][^\W\d_]{0,59}+)[^\s\w]{0,3}+(?![^\s_])|[^\s_]++")

# What is common comes first and gives nothing back (``++``), so that the cutting stays linear and quick whatever a
# document holds. An empty group at the end of a branch tells its kind; words have none.
_LEXEME = re.compile(
    r"(?=[^\s_])(?:[^\W\d_¼-¾⅐-⅞][^\W\d_]{0,59}+"
    r"|(?:\d{1,40}+(?![.,]\d|[’'\u00a0\u2007\u2009\u202f ]\d{3}|, 000)"
    r"|(?=\d)(?:(?=\d{1,3}(?:[\u00a0\u2007\u2009\u202f ]\d{3}|, 000))(?:"
    r"\d{1,3}(?:[\u00a0\u2007\u2009\u202f]\d{3}){1,6}(?!\d)(?:[.,]\d{1,20})?"  # 1 200 with fixed or thin space
    r"|\d{1,3}(?:, 000){1,3}(?![\d,.])"  # "10, 000", as some wires space it
    r"|[1-9]\d{0,2}(?: \d{3}){1,4}(?![\d.,:/-]))"  # 12 000
    r"|\d{1,40}(?:[.,]\d{1,20}|[’']\d{3}(?!\d)){0,8})"
    r"|\.(?<![\w.]\.)\d{1,20}+)(?P<number>)"
    r"|(?:[^\s\w.](?:[^\s\w]{7,}+|)|\.(?:[^\s\w]{7,}+|(?!\d)|(?<=[\w.]\.)))(?P<mark>)"  # eight and more are layout
    r"|[¼-¾⅐-⅞](?P<fraction>))"
)


class Lexeme(NamedTuple):
    """A number, word or mark of the text; ``word`` is in lower case."""

    kind: LexemeKind
    start: int
    end: int
    word: str


def lexemes(text: str) -> list[Lexeme]:
    """All lexemes of a text, in order; spaces and underscores lie between them."""
    found: list[Lexeme] = []
    free = 0
    for run in _RUN.finditer(text):
        first, last = run.span(1)
        if first < 0:
            free = _cut(text, max(run.start(), free), run.end(), found)
            continue
        start, end = run.span()
        if start < first:
            found.append(_lexeme(Lexeme, ("mark", start, first, text[start])))
        found.append(_lexeme(Lexeme, ("word", first, last, run[1].lower())))
        while last < end:
            found.append(_lexeme(Lexeme, ("mark", last, last + 1, text[last])))
            last += 1
    return found


_lexeme = tuple.__new__
"""What the class itself calls, without the detour: half a text's time goes into making these."""


def _cut(text: str, start: int, end: int, found: list[Lexeme]) -> int:
    """Add the lexemes from ``start`` on to ``found``; a number may go beyond ``end``. Where the last one ends."""
    while start < end and (match := _LEXEME.match(text, start)):
        kind = match.lastgroup or "word"
        found.append(Lexeme(kind, start, match.end(), match.group().lower()))  # type: ignore[arg-type]  # no other group
        start = match.end()
    return start


class Row:
    """The lexemes of one text, with safe access past either end and look-up by offset."""

    _NOTHING = Lexeme("mark", -9, -9, "")

    def __init__(self, text: str) -> None:
        self.text = text
        self.items = lexemes(text)
        self._starts = [lexeme.start for lexeme in self.items]

    def __getitem__(self, index: int) -> Lexeme:
        return self.items[index] if 0 <= index < len(self.items) else self._NOTHING

    def __len__(self) -> int:
        return len(self.items)

    def at(self, offset: int) -> int:
        """Index of the first lexeme that starts at or after ``offset``."""
        return bisect_left(self._starts, offset)

    def adjoins(self, index: int, widest: int = 1) -> bool:
        """Whether lexeme ``index`` follows its left neighbour at ``widest`` characters or less, in one paragraph."""
        if not 0 < index < len(self.items):
            return False
        start, end = self.items[index - 1].end, self.items[index].start
        return end - start <= widest and self.text[start:end] != "\n\n"

    def word_after(self, index: int) -> int | None:
        """Index of the word or number that follows ``index``, over one space or one hyphen, if there is one."""
        after = index + 1
        if self[after].word in HYPHENS and self.adjoins(after):
            after += 1
        return after if self.adjoins(after) and self[after].kind != "mark" else None

    def words(self, index: int, count: int) -> tuple[str, ...]:
        """The next ``count`` words from ``index``, fewer where something other than a space comes between."""
        found: list[str] = []
        for i in range(max(index, 0), min(index + count, len(self.items))):
            if i > index and not self.adjoins(i, 2):
                break
            found.append(self.items[i].word)
        return tuple(found)

    def words_before(self, index: int, count: int) -> tuple[str, ...]:
        """The last ``count`` words before ``index``, fewer where something other than a space comes between."""
        first = index
        while first > max(index - count, 0) and (first == index or self.adjoins(first, 2)):
            first -= 1
        return tuple(lexeme.word for lexeme in self.items[first:index])


HYPHENS = frozenset("-‐‑–−")
