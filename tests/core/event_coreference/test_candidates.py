"""Which other events are offered as perhaps the same, and which of them first: a row on each side of every line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.event_coreference import nearest
from core.event_coreference.cluster import cluster_of
from core.event_coreference.mention import EventMention
from core.event_coreference.resolution import Proposal
from tests.core.event_coreference.test_pairs import DAY, WORDS, mention

CHOSEN = {"text": " ".join(WORDS)}
Change = dict[str, Any]


def later(days: int, **more: Any) -> Change:
    """The same sort of thing so many days after the chosen one."""
    return {"days": days, **more}


def told(number: int, days: int = 0, placed: bool = False, **changes: Any) -> EventMention:
    """Killings in a document of their own, in the chosen town only where they are ``placed``."""
    made = mention(order=number, **changes)
    day = DAY.fromordinal(DAY.toordinal() + days)
    return replace(
        made,
        row=replace(made.row, event_id=f"event {number}", earliest=day, latest=day),
        spots=made.spots if placed else (),
    )


def offered(*changes: Change, most: int = 4) -> list[int]:
    """The numbers of the others that are offered for the chosen one, the nearest first."""
    groups = [(told(0, placed=True, **CHOSEN),), *((told(n, **more),) for n, more in enumerate(changes, start=1))]
    clusters = [cluster_of((group,), None) for group in groups]
    found = nearest(Proposal(tuple(groups), tuple(clusters), None), clusters, clusters[0], most)
    return [clusters.index(one) for one in found]


ORDER = [
    ("of two days one after the other", later(1), later(0), [2, 1]),
    ("three days and two are both close", later(3), later(2), [1, 2]),
    ("three days are nearer than four", later(4), later(3), [2, 1]),
    ("a month and a fortnight are both near", later(31), later(14), [1, 2]),
    ("more than a month is nothing", later(32), later(31), [2]),
    ("one town and all words are equal", {"placed": True}, CHOSEN, [1, 2]),
    ("all words and one town are equal", CHOSEN, {"placed": True}, [1, 2]),
    ("half of the words are less than a town", {"text": WORDS[0] + " alpha"}, {"placed": True}, [2, 1]),
    ("half of the words, of another sort", {"trigger": "open", "text": WORDS[0] + " alpha"}, later(32), [1]),
    ("less than half of the words, of another sort", {"trigger": "open", "text": " ".join([
        *WORDS[:5], "alpha", "bravo", "delta", "gamma", "kappa", "sigma"])}, later(32), []),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "numbers"), [row[1:] for row in ORDER], ids=[row[0] for row in ORDER])
def test_the_nearest_come_first(one: Change, other: Change, numbers: list[int]) -> None:
    """What is equally near stays in its order."""
    assert offered(one, other) == numbers


def test_no_more_are_offered_than_asked_for() -> None:
    """Four, unless somebody asks for others."""
    assert offered(*({} for _ in range(5))) == offered(*({} for _ in range(4))) == [1, 2, 3, 4]
    assert offered({}, {}, most=1) == [1]
