"""What a page does not draw is told with its reason: adjectives, actors, names and dates without a position."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.frames.filter import Filter
from core.frames.kinds import Page
from core.frames.not_shown import not_shown
from core.frames.rows import frames
from core.models import Extraction
from tests.core.records import date, figure, place, record

ADJECTIVES = "words such as “Russian” that name a people, an army or a language"
ACTORS = "governments, armies and other actors, not scenes: switched off above"
SCENES = "scenes: switched off above"
FILTERED = "left out by the filter above"
UNLOCATED = {"latitude": None, "longitude": None, "source": None}


def told(one: Extraction, page: Page, **chosen: object) -> dict[str, int]:
    """Reason → how many, in the order of the tray."""
    items = not_shown(frames([one]), Filter(**chosen), page)  # type: ignore[arg-type]
    assert len({item.reason for item in items}) == len(items)
    return {item.reason: item.count for item in items}


PLACES = record(
    places=(
        place(),
        place("Norland", role="actor", adjective=True),
        place("Vasylkove", 1, adjective=True),
        place("Telegram", role="actor"),
    ),
    events=(),
    figures=(),
)
ON_THE_MAP = [
    ({}, {ACTORS: 1, ADJECTIVES: 2}),
    ({"roles": "actors"}, {SCENES: 1, ADJECTIVES: 2}),
    ({"roles": "all"}, {ADJECTIVES: 2}),
    ({"documents": ("other",)}, {FILTERED: 4}),
    ({"documents": ("doc1",)}, {ACTORS: 1, ADJECTIVES: 2}),
]


@pytest.mark.parametrize(("chosen", "expected"), ON_THE_MAP)
def test_adjectives_are_told_apart_from_actors(chosen: dict[str, object], expected: dict[str, int]) -> None:
    """Words that only name a people are in the tray under every switch, and never among what is switched off."""
    assert told(PLACES, "map", **chosen) == expected


OUTSIDE = [
    (None, "named, but not located"),
    ("unknown", "named, and unknown to the outside geocoder as well"),
    ("unavailable", "named, but the outside geocoder could not answer"),
    ("waiting", "named, and asked outside: no answer yet"),
]


@pytest.mark.parametrize(("answer", "reason"), OUTSIDE)
def test_names_without_a_position_say_why(answer: str | None, reason: str) -> None:
    """Unknown to us, unknown outside, unanswered and not answered yet are four reasons."""
    places = (place(**UNLOCATED, outside=answer), place("Vasylkove", 1))
    assert told(record(places=places, events=(), figures=()), "map") == {reason: 1}


def test_all_four_reasons_stand_side_by_side() -> None:
    """In the order of the table, each with its own marks."""
    places = tuple(
        place(**UNLOCATED, outside=answer) for number, (answer, _) in enumerate(OUTSIDE) for _ in range(number + 1)
    )
    assert list(told(record(places=places, events=(), figures=()), "map").items()) == [
        (reason, number + 1) for number, (_, reason) in enumerate(OUTSIDE)
    ]


DATES = [
    (date("Monday", None, None, anchor=None, value="PAST_REF"), {"dates that cannot be placed in the calendar": 1}),
    (
        date("Monday", None, None, anchor=None, type="DURATION", value="P3D"),
        {"lengths of time without a beginning or an end": 1},
    ),
    (
        date("Monday", None, None, anchor="published"),
        {"lengths of time without a beginning or an end": 1},
    ),
    (date("Monday", "2022-09-12", None, anchor=None), {}),
    (date("Monday", None, "2022-09-12", anchor=None), {}),
    (date("Monday", "2022-09-12", "2022-09-12", anchor=None), {}),
]


@pytest.mark.parametrize(("one", "expected"), DATES)
def test_dates_that_the_timeline_cannot_draw(one: object, expected: dict[str, int]) -> None:
    """One known end is enough to be drawn; without any, a length and a date are told apart."""
    assert told(record(dates=(one,), events=(), figures=()), "timeline") == expected


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (None, None, {"events without a date": 1}),
        (dt.date(2022, 9, 1), None, {}),
        (None, dt.date(2022, 9, 1), {}),
    ],
)
def test_events_that_the_timeline_cannot_draw(
    earliest: dt.date | None, latest: dt.date | None, expected: dict[str, int]
) -> None:
    """Only those of which neither end is known."""
    one = record()
    event = replace(one.events[0], earliest=earliest, latest=latest)
    assert told(replace(one, dates=one.dates[:1], events=(event,)), "timeline") == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(None, None, {"amounts without a number": 1}), (3, None, {}), (None, 3, {}), (0, 0, {})],
)
def test_amounts_without_a_number(low: float | None, high: float | None, expected: dict[str, int]) -> None:
    """One bound is a number; zero is one too."""
    assert told(record(figures=(figure("12 graves", low, high),), events=()), "figures") == expected


COUNTS = [
    ("map", {"speaker": "Olha Tkach"}, 3),
    ("timeline", {"speaker": "Olha Tkach"}, 4),
    ("figures", {"speaker": "Olha Tkach"}, 1),
    ("document", {"speaker": "Olha Tkach"}, 6),
    ("overview", {"speaker": "Olha Tkach"}, 8),
    ("figures", {"speaker": "Nobody"}, 2),
    ("document", {"kind": "money"}, 2),
]


@pytest.mark.parametrize(("page", "chosen", "count"), COUNTS)
def test_what_the_filter_takes_is_counted_for_the_page(page: Page, chosen: dict[str, str], count: int) -> None:
    """Each page tells of the kinds of mark it draws, and of no others."""
    assert told(record(), page, **chosen)[FILTERED] == count
