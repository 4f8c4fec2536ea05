"""Which events the overview leads with, and which figures are one for the headline."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.event_coreference import gathered
from core.frames.headline import headline, leading
from core.frames.kinds import ClusterRow
from core.frames.rows import frames
from core.models import Event
from tests.core.records import figure, record

PUBLISHED = dt.date(2022, 9, 17)
DAY = dt.timedelta(days=1)


def told(summary: str, day: dt.date, trigger: str = "kill") -> Event:
    """An event of one day."""
    one = record().events[0]
    return replace(
        one, trigger=replace(one.trigger, lemma=trigger), summary=summary, earliest=day, latest=day, dates=()
    )


def led(*events: Event, published: dt.date | None = PUBLISHED) -> list[str]:
    """What the overview tells of one document, in its order."""
    made = frames([replace(record(), events=events, published=published)])
    return [row.text for row in leading(gathered(made.events, ()), made.last_day)]


@pytest.mark.parametrize(
    ("day", "published", "expected"),
    [
        (PUBLISHED, PUBLISHED, ["it"]),
        (PUBLISHED + DAY, PUBLISHED, []),
        (PUBLISHED + 400 * DAY, None, ["it"]),
    ],
)
def test_the_day_of_publication_is_the_last(day: dt.date, published: dt.date | None, expected: list[str]) -> None:
    """What happened on that day leads, what is dated after it does not; without such a day nothing is too late."""
    assert led(told("it", day), published=published) == expected


def test_five_lead() -> None:
    """Of six events of one sort the remembered one is left out, and the others stand in the order of their days."""
    fresh = [told(f"fresh {ago}", PUBLISHED - ago * DAY) for ago in (1, 4, 2, 5, 3)]
    assert led(told("old", PUBLISHED - 900 * DAY), *fresh) == [f"fresh {ago}" for ago in (5, 4, 3, 2, 1)]


def test_what_more_documents_tell_leads() -> None:
    """Of two events of one day the one that three documents tell."""
    made = frames([replace(record(), events=(told("one", PUBLISHED), told("three", PUBLISHED)))])
    rows: list[ClusterRow] = [
        replace(row, documents=3 if row.text == "three" else 1) for row in gathered(made.events, ())
    ]
    for order in (rows, rows[::-1]):
        assert [row.text for row in leading(order, made.last_day, 1)] == ["three"]


def counted(things: dict[str, str], *figures: tuple[str | None, str | None]) -> list[str]:
    """The headline figures of amounts of money, each with the noun and the unit of what it counts."""
    amounts = tuple(
        figure("12 graves", n, n, kind="money", counted=f"{noun} {unit}", counted_head=noun, unit=unit)
        for n, (noun, unit) in enumerate(figures, start=20)
    )
    made = frames([replace(record(), figures=amounts, events=())])
    return [str(row.counted) for row in headline(made.figures, things=things)]


@pytest.mark.parametrize(
    ("things", "figures", "expected"),
    [
        ({}, (("aid", "EUR"), ("Aid", "USD")), ["Aid USD"]),
        ({}, (("aid", "EUR"), ("debt", "EUR")), ["debt EUR", "aid EUR"]),
        ({}, ((None, "EUR"), (None, "EUR")), ["None EUR"]),
        ({}, ((None, "EUR"), (None, "USD")), ["None USD", "None EUR"]),
        ({"doc1:0": "x", "doc1:1": "x"}, (("aid", "EUR"), ("debt", "EUR")), ["debt EUR"]),
        ({"doc1:0": "x", "doc1:1": "y"}, (("aid", "EUR"), ("debt", "EUR")), ["debt EUR", "aid EUR"]),
        ({"doc1:0": "x"}, (("aid", "EUR"), ("debt", "EUR")), ["debt EUR", "aid EUR"]),
        ({"doc9:0": "x", "doc9:1": "x"}, (("aid", "EUR"), ("debt", "EUR")), ["debt EUR", "aid EUR"]),
    ],
)
def test_one_figure_for_each_thing(
    things: dict[str, str], figures: tuple[tuple[str | None, str | None], ...], expected: list[str]
) -> None:
    """Told apart by noun, else by unit, and by what the words are known to stand for."""
    assert counted(things, *figures) == expected
