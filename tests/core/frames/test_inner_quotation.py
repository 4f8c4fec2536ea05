"""Of quotations one within the other, the inner one's speaker vouches for what stands in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.frames.rows import frames
from core.models import Extraction, Quote, Speaker
from tests.core.records import TEXT, figure, place, record, span


def said_by(name: str | None, words: str) -> Quote:
    """What ``name`` says; nobody is named for it where that is null."""
    start, end = span(words)
    return Quote(start, end, words, "direct", Speaker(name, *span("Olha Tkach")) if name else None, None, None, True)


WHOLE = said_by("Reporter", TEXT[TEXT.index("“We") : TEXT.index("Norland")].strip())
MIDDLE = said_by("Witness", "We counted at least 30 graves")
INNER = said_by("Child", "30 graves")
APART = said_by("Envoy", "Norland denied the report")

SPEAKERS = [
    ((WHOLE,), "Reporter"),
    ((WHOLE, MIDDLE), "Witness"),
    ((MIDDLE, WHOLE), "Witness"),
    ((WHOLE, MIDDLE, INNER), "Child"),
    ((INNER, APART, MIDDLE, WHOLE), "Child"),
    ((APART, WHOLE), "Reporter"),
    ((APART,), None),
    ((WHOLE, said_by(None, "30 graves")), "Reporter"),
    ((), None),
]


def with_quotes(quotes: tuple[Quote, ...]) -> Extraction:
    """A record with an event at "30" and a place there, whose own speaker is not known."""
    one = record()
    start, end = span("30")
    event = replace(one.events[0], trigger=replace(one.events[0].trigger, start=start, end=end), places=(), figures=())
    return replace(one, quotes=quotes, events=(event,), places=(place("30"),), figures=(figure("30", 1, 1),))


@pytest.mark.parametrize(("quotes", "speaker"), SPEAKERS)
def test_the_innermost_speaker_vouches(quotes: tuple[Quote, ...], speaker: str | None) -> None:
    """Of an event and of a place, in whatever order the quotations come; a figure names its own."""
    made = frames([with_quotes(quotes)])
    assert [row.speaker for row in made.events] == [row.speaker for row in made.places] == [speaker]
    assert [row.speaker for row in made.figures] == [None]


@pytest.mark.parametrize(
    ("word", "speaker"), [("We", "Witness"), ("graves,", "Witness"), (",” Mayor", "Reporter"), ("Norland", None)]
)
def test_a_quotation_ends_where_its_words_end(word: str, speaker: str | None) -> None:
    """First and last words are inside; what comes next is the outer one's."""
    start, end = span(word)
    one = with_quotes((WHOLE, MIDDLE))
    event = replace(one.events[0], trigger=replace(one.events[0].trigger, start=start, end=end))
    assert [row.speaker for row in frames([replace(one, events=(event,))]).events] == [speaker]
