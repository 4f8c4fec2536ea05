"""Where the tokens of a document stand: in which paragraph, inside which quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from core.quotes.pairing import Quoted, quoted_stretches
from core.text.datelines import datelines
from core.text.paragraphs import paragraphs

OUTSIDE = -1


class Layout:
    """The tokens of a document with their paragraph and the innermost quotation marks around them.

    ``paragraph_of[i]`` and ``inside[i]`` are indices into ``paragraphs`` and ``quoted``; ``OUTSIDE`` means none.
    ``around[q]`` is the stretch in whose marks the stretch ``q`` stands; ``filed`` are the tokens of datelines.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.paragraphs = paragraphs(self.text)
        self.quoted = quoted_stretches(self.text, self.paragraphs)
        self.starts = [token.idx for token in doc]
        self.filed = frozenset(
            i for a, b in datelines(self.text) for i in range(self.first_token_from(a), self.first_token_from(b))
        )
        self.around, self.within = _nesting(self.quoted)
        self._outers = {level: [self.quoted[q].outer for q in inner] for level, inner in self.within.items()}
        self.inside = self._innermost_marks()
        self.paragraph_of = self._paragraph_numbers()
        self.sentence_of, self.sentence_starts = self._sentence_numbers()

    def first_token_from(self, character: int) -> int:
        """The first token that starts at ``character`` or later; the number of tokens if there is none."""
        return bisect_left(self.starts, character)

    def paragraph_at(self, character: int) -> int:
        """The paragraph a character belongs to."""
        return bisect_right(self.paragraphs, character, key=lambda p: p.start) - 1

    def paragraph_tokens(self, paragraph: int) -> tuple[int, int]:
        """First token and end of a paragraph."""
        span = self.paragraphs[paragraph]
        return self.first_token_from(span.start), self.first_token_from(span.end)

    def sentence(self, token: int) -> tuple[int, int]:
        """First token and end of the sentence that a token stands in."""
        number = self.sentence_of[token]
        later = number + 1 < len(self.sentence_starts)
        return self.sentence_starts[number], self.sentence_starts[number + 1] if later else len(self.starts)

    def inner(self, level: int, start: int, end: int) -> list[Quoted]:
        """Stretches directly inside ``level`` that share characters, marks included, with ``start``–``end``."""
        outers = self._outers.get(level, [])
        first = max(0, bisect_right(outers, start) - 1)
        last = bisect_left(outers, end)
        touching = [self.quoted[q] for q in self.within.get(level, [])[first:last]]
        return [q for q in touching if q.outer_end > start]

    def _innermost_marks(self) -> list[int]:
        inside = [OUTSIDE] * len(self.starts)
        for number, quoted in enumerate(self.quoted):
            first = max(0, bisect_right(self.starts, quoted.start) - 1)
            last = self.first_token_from(quoted.end)
            inside[first:last] = [number] * (last - first)
        return inside

    def _paragraph_numbers(self) -> list[int]:
        numbers, now = [], 0
        for start in self.starts:
            while now + 1 < len(self.paragraphs) and self.paragraphs[now + 1].start <= start:
                now += 1
            numbers.append(now)
        return numbers

    def _sentence_numbers(self) -> tuple[list[int], list[int]]:
        """The sentence of each token and the first token of each sentence; an unparsed text is one sentence."""
        starts = [t.i for t in self.doc if t.i == 0 or t.is_sent_start]
        numbers = [-1] * len(self.starts)
        for number, start in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else len(numbers)
            numbers[start:end] = [number] * (end - start)
        return numbers, starts


def _nesting(quoted: Sequence[Quoted]) -> tuple[list[int], dict[int, list[int]]]:
    """For each stretch the one around it, and for each the ones directly inside it."""
    around: list[int] = []
    within: dict[int, list[int]] = {}
    stack: list[int] = []
    for number, stretch in enumerate(quoted):
        del stack[stretch.depth :]
        around.append(stack[-1] if stack else OUTSIDE)
        within.setdefault(around[-1], []).append(number)
        stack.append(number)
    return around, within
