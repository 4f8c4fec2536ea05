"""Whose words stand in the quotation marks: whom a cue shows, or who goes on speaking."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from core.quotes.attribution import Attribution, Cues
from core.quotes.coreference import Coreference
from core.quotes.layout import OUTSIDE, Layout, tail
from core.quotes.pairing import Quoted
from core.quotes.reporting_cues import ReportingCue

_SENTENCE_ENDS = ".?!…:”\"’'"


class Attributor:
    """Finds the attribution of each quotation, in order; remembers who spoke last."""

    def __init__(self, layout: Layout, reports: Sequence[ReportingCue], coreference: Coreference) -> None:
        self.layout, self.coreference = layout, coreference
        self.cues = Cues(layout, reports)
        self.last: dict[int, tuple[Quoted, Attribution]] = {}

    def all(self) -> list[Attribution | None]:
        """The attribution of each stretch; paragraphs that run on lend theirs to those before them."""
        found = [self._attribute(number) for number in range(len(self.layout.quoted))]
        following: int | None = None
        for number in range(len(found) - 1, -1, -1):
            quoted = self.layout.quoted[number]
            if quoted.depth:
                continue
            if found[number] is None and following is not None:
                found[number] = found[following]
            following = number if quoted.continues else None
        return found

    def _attribute(self, number: int) -> Attribution | None:
        quoted, level = self.layout.quoted[number], self.layout.around[number]
        found = self.cues.shown(quoted, level) or self._going_on(quoted, level)
        if found is not None:
            self.last[level] = (quoted, found)
        return found

    def _going_on(self, quoted: Quoted, level: int) -> Attribution | None:
        """The speaker of the quotation before, unless somebody else has come in between; or who has the floor.

        A whole sentence in marks with no cue of its own belongs to whom the sentence before it is about.
        """
        earlier, attribution = self.last.get(level, (None, None))
        above = self._paragraph(quoted) - self._paragraph(earlier) if earlier is not None else None
        if quoted.continues and above == 1:
            return attribution
        if not self._opens_sentence(quoted):
            return attribution if above == 0 else None
        first, _ = self.layout.view.paragraph_tokens(self._paragraph(quoted) - (above == 1))
        floor = self.coreference.last_person(first, self.layout.view.first_token_from(quoted.outer))
        follows = above == 0 or (earlier is not None and above == 1 and self._closes_paragraph(earlier))
        if follows and (floor is None or _is_before(floor, attribution)):
            return attribution
        return Attribution(floor, None) if floor is not None and above != 1 else None

    def _closes_paragraph(self, quoted: Quoted) -> bool:
        """Whether nothing but its cue follows a quotation in the paragraph."""
        _, limit = tail(self.layout, quoted, OUTSIDE)
        _, end = self.layout.view.paragraph_tokens(self._paragraph(quoted))
        return limit + 1 >= end

    def _paragraph(self, quoted: Quoted) -> int:
        return self.layout.view.paragraph_at(quoted.outer)

    def _opens_sentence(self, quoted: Quoted) -> bool:
        """Whether the marks hold whole sentences of their own."""
        view = self.layout.view
        before = view.text[max(0, quoted.outer - 3) : quoted.outer].rstrip()
        alone = quoted.outer == view.paragraphs[self._paragraph(quoted)].start
        return (alone or before[-1:] in _SENTENCE_ENDS) and view.text[quoted.start].isupper()


def _is_before(person: Token, attribution: Attribution | None) -> bool:
    return attribution is not None and person.i <= attribution.subject.i
