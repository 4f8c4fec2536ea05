"""Ids of events that last: for what a person decided of an event and what must find it again."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter

from core.models import Event, Extraction


def lasting_ids(record: Extraction) -> tuple[str, ...]:
    """One id for each event of a record, in their order, all different.

    Made of the document, the words of the sentence that the trigger stands in (and which of several with the same
    words it is), and where in the sentence it stands. Dates and places do not matter, nor does white space, so that an
    id outlives another publication date, and another reading of the document that leaves the sentence as it was.
    """
    words = [" ".join(record.text[start:end].split()) for start, end in record.sentences]
    starts = [start for start, _ in record.sentences]
    nth, seen = [], Counter[str]()
    for sentence in words:
        nth.append(seen[sentence])
        seen[sentence] += 1
    found: list[str] = []
    again = Counter[str]()
    for event in record.events:
        number = bisect_right(starts, event.trigger.start) - 1
        here = words[number] if number >= 0 else ""
        name = f"{record.id}:{_digest(here)}:{nth[number] if number >= 0 else 0}:{_within(record, event, starts)}"
        found.append(f"{name}:{again[name]}" if again[name] else name)
        again[name] += 1
    return tuple(found)


def _digest(words: str) -> str:
    return hashlib.blake2b(words.encode(errors="surrogatepass"), digest_size=6).hexdigest()


def _within(record: Extraction, event: Event, starts: list[int]) -> int:
    """Letters of its sentence before the trigger."""
    number = bisect_right(starts, event.trigger.start) - 1
    before = record.text[starts[number] if number >= 0 else 0 : event.trigger.start]
    return len("".join(before.split()))
