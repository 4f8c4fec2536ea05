"""One record, with what its marks need of each other looked up once: sentences, places and days in them, speakers."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from core.frames.mark import Common, Days, span_of
from core.models import Extraction, Quote, Speaker
from core.text.page_numbers import page_of

_Found = TypeVar("_Found")


class Located(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


class RecordContext:
    """A record, and for each position of its text the sentence, its places and days, and who speaks there."""

    def __init__(self, record: Extraction) -> None:
        self.record = record
        self._starts = [start for start, _ in record.sentences]
        # one tuple a sentence, shared by all its marks: a list of thousands of places may be one sentence
        self._places_in = self._by_sentence((p.start, p.key) for p in record.places if not p.adjective)
        self._days_in = self._by_sentence(
            (d.start, (d.earliest, d.latest)) for d in record.dates if d.earliest or d.latest
        )
        self._days_of_place: dict[int, list[Days]] = defaultdict(list)
        for event in record.events:
            for index in event.places:
                self._days_of_place[index] += span_of(event.earliest, event.latest)
        self._quote_at = _innermost(record.quotes)
        self.trigger_of_figure = {index: event.trigger.lemma for event in record.events for index in event.figures}

    def common(self, i: int, mark: Located, text: str) -> Common:
        """The columns of any row: place and days are those of its sentence, the speaker of the quotation around it."""
        sentence = self.sentence(mark.start)
        speaker = self.speaker(mark.start)
        return {
            "doc": self.record.id,
            "i": i,
            "start": mark.start,
            "end": mark.end,
            "text": text,
            "sent_start": sentence[0],
            "sent_end": max(sentence[1], mark.end),
            "place_keys": self._places_in.get(sentence, ()),
            "spans": self._days_in.get(sentence, ()),
            "speaker": speaker.name if speaker else None,
            "speaker_role": speaker.role if speaker else None,
            "page": page_of(self.record.pages, mark.start),
        }

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence at a position of the text; an empty one where there is none."""
        index = bisect_right(self._starts, position) - 1
        return self.record.sentences[index] if index >= 0 else (position, position)

    def speaker(self, position: int) -> Speaker | None:
        """Whose words stand at a position."""
        quote = self._quote_at(position)
        return quote.speaker if quote else None

    def days_of_place(self, index: int) -> tuple[Days, ...]:
        """The days of all events at a place of the record, each once."""
        return tuple(dict.fromkeys(self._days_of_place.get(index, ())))

    def _by_sentence(self, marks: Iterable[tuple[int, _Found]]) -> dict[tuple[int, int], tuple[_Found, ...]]:
        """What stands in each sentence, each once, from what begins where."""
        found: dict[tuple[int, int], dict[_Found, None]] = defaultdict(dict)
        for start, mark in marks:
            found[self.sentence(start)][mark] = None
        return {sentence: tuple(marks) for sentence, marks in found.items()}


def _innermost(quotes: Sequence[Quote]) -> Callable[[int], Quote | None]:
    """A function position → the shortest quotation with a speaker that covers it."""
    ordered = sorted((q for q in quotes if q.speaker), key=lambda q: q.start)
    starts = [q.start for q in ordered]
    furthest: list[int] = []  # the latest end so far: where the walk back may stop
    for quote in ordered:
        furthest.append(max(quote.end, furthest[-1] if furthest else 0))

    def at(position: int) -> Quote | None:
        best: Quote | None = None
        index = bisect_right(starts, position) - 1
        while index >= 0 and furthest[index] > position:
            quote = ordered[index]
            if quote.end > position and (best is None or quote.end - quote.start < best.end - best.start):
                best = quote
            index -= 1
        return best

    return at
