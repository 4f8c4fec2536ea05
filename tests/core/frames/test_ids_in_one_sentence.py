"""Two events of one sentence have different ids, and each keeps its own when the other goes or moves."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from core.frames.event_ids import lasting_ids
from core.models import Event, Extraction, Trigger
from tests.core.records import record

SENTENCE = "Crews closed the tunnel and opened the bridge."
TEXT = f"Rain fell. {SENTENCE} Nobody was hurt. {SENTENCE}"
SENTENCES = ((0, 10), (11, 57), (58, 74), (75, 121))


def told(word: str, nth: int = 0) -> Event:
    """The event that ``word`` triggers, the ``nth`` time it stands in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(word, start + 1)
    return replace(record().events[0], trigger=Trigger(start, start + len(word), word), places=(), figures=(), dates=())


def made(*events: Event, text: str = TEXT, sentences: tuple[tuple[int, int], ...] = SENTENCES) -> Extraction:
    """A record of these events."""
    return replace(record(), text=text, sentences=sentences, events=events, places=(), dates=(), figures=(), quotes=())


CLOSED, OPENED, AGAIN = told("closed"), told("opened"), told("closed", 1)


def test_they_are_different() -> None:
    """Also from those of the same sentence further down, and in every order."""
    assert len(set(lasting_ids(made(CLOSED, OPENED, AGAIN)))) == 3


@pytest.mark.parametrize("order", list(itertools.permutations((CLOSED, OPENED, AGAIN))))
def test_each_keeps_its_own_in_any_order(order: tuple[Event, ...]) -> None:
    """An id is the event's, not that of its place in the list."""
    usual = dict(zip((CLOSED, OPENED, AGAIN), lasting_ids(made(CLOSED, OPENED, AGAIN)), strict=True))
    assert dict(zip(order, lasting_ids(made(*order)), strict=True)) == usual


@pytest.mark.parametrize("alone", [CLOSED, OPENED, AGAIN])
def test_each_keeps_its_own_when_the_others_are_gone(alone: Event) -> None:
    """A judgement on the opening does not become one on the closing because a better reader finds only one of them."""
    usual = dict(zip((CLOSED, OPENED, AGAIN), lasting_ids(made(CLOSED, OPENED, AGAIN)), strict=True))
    assert lasting_ids(made(alone)) == (usual[alone],)


def test_white_space_does_not_matter_and_words_do() -> None:
    """Another line end leaves the ids of a sentence; another word before the trigger does not."""
    ids = lasting_ids(made(CLOSED, OPENED))
    assert lasting_ids(made(CLOSED, OPENED, text=TEXT.replace("the tunnel", "the\ntunnel"))) == ids
    assert not set(lasting_ids(made(CLOSED, OPENED, text=TEXT.replace("tunnel", "tannel")))) & set(ids)


def test_two_events_of_one_word_are_counted() -> None:
    """Three events with one trigger: the first has the id it would have alone."""
    alone, ids = lasting_ids(made(CLOSED)), lasting_ids(made(CLOSED, CLOSED, CLOSED))
    assert len(set(ids)) == 3
    assert ids[:1] == alone


def test_sentences_of_the_same_words_are_counted() -> None:
    """The first of two like sentences keeps its ids when a third follows, and when one that is not like them goes."""
    first, second = lasting_ids(made(CLOSED, AGAIN))
    longer = lasting_ids(made(CLOSED, AGAIN, text=f"{TEXT} {SENTENCE}", sentences=(*SENTENCES, (122, 168))))
    assert longer == (first, second)
    without = lasting_ids(made(CLOSED, AGAIN, sentences=(SENTENCES[1], SENTENCES[3])))
    assert without == (first, second)
