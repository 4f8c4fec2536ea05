"""What each sign of an event is worth, counted in documents that tell it: one row just short of it, one just beyond.

The documents are the scale: an event told in three of them comes before one told in two. Each row says in how many
documents an event with a sign is told that still comes first, and in how many others the plain event then overtakes.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from core.frames.salience import prominence
from tests.core.frames.test_salience import TODAY, event, weighed


def day(ago: int) -> dict[str, dt.date]:
    """An event of one day so many days before the publication."""
    return {"earliest": TODAY - dt.timedelta(days=ago), "latest": TODAY - dt.timedelta(days=ago)}


def days(first: int, last: int) -> dict[str, dt.date]:
    """An event that lasted from one day before the publication to another."""
    return {"earliest": TODAY - dt.timedelta(days=first), "latest": TODAY - dt.timedelta(days=last)}


UNDATED = {"earliest": None, "latest": None}
PLAIN = days(100, 99)
SMALL, LARGE = ((3, 4), (20, 27)), ((9, 16), (5, 9))
"""Documents of the stronger and of the weaker event: in the first pair the stronger one leads, in the second not."""

WORTH: list[tuple[str, dict[str, Any], dict[str, Any], tuple[tuple[int, int], tuple[int, int]]]] = [
    ("a place", {"place_keys": ("x",)}, {}, SMALL),
    ("a figure", {"figure_texts": ("12",)}, {}, ((29, 43), (2, 3))),
    ("somebody who did it", {"actors": ("army",)}, {}, ((4, 5), (11, 14))),
    ("a date", PLAIN, UNDATED, LARGE),
    ("a day rather than days", day(100), PLAIN, SMALL),
    ("a fresh day", days(3, 2), PLAIN, LARGE),
    ("no remembered day", PLAIN, days(901, 900), ((6, 19), (5, 16))),
    ("having happened rather than being planned", {}, {"status": "planned"}, ((3, 7), (5, 12))),
    ("having happened rather than being possible", {}, {"status": "possible"}, ((6, 19), (5, 16))),
    ("having happened rather than being denied", {}, {"status": "denied"}, ((6, 19), (5, 16))),
    ("having happened rather than being said", {}, {"status": "said"}, ((1, 10), (2, 21))),
]


@pytest.mark.parametrize(
    ("stronger", "weaker", "leads", "follows"),
    [(strong, weak, *pairs) for _, strong, weak, pairs in WORTH],
    ids=[name for name, *_ in WORTH],
)
def test_what_a_sign_is_worth(
    stronger: dict[str, Any], weaker: dict[str, Any], leads: tuple[int, int], follows: tuple[int, int]
) -> None:
    """Each sign by itself, all else the same."""
    one, other = event("kill", **{**PLAIN, **stronger}), event("kill", **{**PLAIN, **weaker})
    assert prominence(one, TODAY, leads[0]) > prominence(other, TODAY, leads[1])
    assert prominence(one, TODAY, follows[0]) < prominence(other, TODAY, follows[1])


FRESH = [(-1, False), (0, True), (14, True), (15, False)]


@pytest.mark.parametrize(("ago", "fresh"), FRESH)
def test_a_fortnight_is_fresh(ago: int, fresh: bool) -> None:
    """From the day of the publication to the fourteenth before it."""
    assert (prominence(event("kill", **day(ago)), TODAY) > prominence(event("kill", **day(30)), TODAY)) == fresh


@pytest.mark.parametrize(("ago", "remembered"), [(365, False), (366, True)])
def test_what_is_older_than_a_year_is_remembered(ago: int, remembered: bool) -> None:
    """Background, not what the story tells."""
    assert (prominence(event("kill", **day(ago)), TODAY) < prominence(event("kill", **day(30)), TODAY)) == remembered


@pytest.mark.parametrize("ends", [{"earliest": None}, {"latest": None}])
def test_one_known_end_is_enough_to_be_fresh(ends: dict[str, None]) -> None:
    """What began, or ended, last week is fresh, but no day of its own."""
    open_ended = prominence(event("kill", **{**day(5), **ends}), TODAY)
    assert prominence(event("kill", **PLAIN), TODAY) < open_ended < prominence(event("kill", **day(5)), TODAY)


@pytest.mark.parametrize(
    ("known", "as_good_as"),
    [
        (days(400, 20), days(20, 19)),
        ({**day(20), "latest": None}, days(20, 19)),
        ({**day(400), "earliest": None}, days(401, 400)),
        (days(20, 5), days(6, 5)),
    ],
)
def test_age_is_counted_from_the_last_known_day(known: dict[str, Any], as_good_as: dict[str, Any]) -> None:
    """From the end where it is known, else from the beginning."""
    assert prominence(event("kill", **known), TODAY) == prominence(event("kill", **as_good_as), TODAY)


@pytest.mark.parametrize(("text", "resigns"), [("The mayor stepped down", True), ("The mayor stepped out", False)])
def test_the_words_beside_a_verb_tell_its_kind(text: str, resigns: bool) -> None:
    """To step is nothing, to step down is to resign."""
    stepped, resigned = event("step"), event("resign")
    told = prominence(weighed(replace(stepped, text=text)), TODAY)
    assert prominence(stepped, TODAY) < prominence(resigned, TODAY)
    assert told == prominence(resigned if resigns else stepped, TODAY)


def test_one_document_is_understood() -> None:
    """And none is as good as one."""
    one = event("kill")
    assert prominence(one, TODAY) == prominence(one, TODAY, 1) == prominence(one, TODAY, 0)
