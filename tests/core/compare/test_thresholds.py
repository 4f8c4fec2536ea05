"""Where figures begin to be one claim or two, and where numbers begin to agree: a row on each side of every line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from core.compare.anchors import by_anchor
from core.compare.claim import Claim, Heap
from core.compare.days import Day
from core.compare.group import Group
from core.compare.reasons import reasons
from core.compare.relatedness import beside, with_narrower
from core.compare.sense import Sense
from core.compare.splits import Wholes, by_day, by_place, by_scale
from core.compare.subjects import Matter
from core.compare.voices import by_sentence
from core.models import Bound
from core.origins import Origins

PUBLISHED = dt.date(2022, 9, 17)
SENSE = Sense("count", None, "whole", "house", None, None, None, frozenset(), frozenset())
Split = Callable[[Heap, Wholes], list[Heap]]


def claim(low: float | None, high: float | None = None, *, of: int = 0, bound: Bound = "exactly", **more: Any) -> Claim:
    """So many houses, as one document claims them; both ends are one where only the first is given."""
    high = low if high is None and bound != "at least" else high
    made = Claim(
        *(f"doc{of}", 0, 0, 2, "a.txt", PUBLISHED, low, high, bound, None, "12", "houses", "12 houses burned."),
        speaker=None,
        via=None,
        quotation=None,
        credits=frozenset(),
        document_credits=frozenset(),
        hedges=(),
        place=None,
        place_name=None,
        place_kind=None,
        near=None,
        named=frozenset(),
        day=Day(),
        sense=SENSE,
        said=(low, high, None),
    )
    return replace(made, **more)


def holds(place: str) -> frozenset[str]:
    """Places that hold a place: a town lies in a region."""
    return frozenset({"region"} if place == "town" else ())


def together(split: Split, one: Claim, other: Claim) -> bool:
    """Whether two claims stay in one heap, in either order."""
    heaps = {len(split(list(pair), holds)) for pair in ((one, other), (other, one))}
    assert len(heaps) == 1
    return heaps == {1}


def on(days: int, length: int = 0, **more: Any) -> dict[str, Any]:
    """A day so long after the publication of the first, and how many more days it lasts."""
    first = PUBLISHED + dt.timedelta(days)
    return {"day": Day(first, first + dt.timedelta(length), **more)}


GATHERED = {"sense": replace(SENSE, done="gathered")}
FIRE = {"sense": replace(SENSE, thing="fire")}
PRICE = {"sense": replace(SENSE, thing="price", matter=Matter("price", False, frozenset()))}


def worded(*words: str) -> dict[str, Any]:
    """A sentence with these words."""
    return {"sense": replace(SENSE, words=frozenset(words))}


TOGETHER: list[tuple[str, Split, dict[str, Any], dict[str, Any], bool]] = [
    ("twenty times as many", by_scale, {"low": 10}, {"low": 200}, True),
    ("more than that", by_scale, {"low": 10}, {"low": 201}, False),
    ("published a month apart", by_day, {}, {"published": PUBLISHED + dt.timedelta(31)}, True),
    ("published longer apart", by_day, {}, {"published": PUBLISHED + dt.timedelta(32)}, False),
    ("counted a month apart", by_day, on(0), on(31), True),
    ("counted longer apart", by_day, on(0), on(32), False),
    ("a season is a day", by_day, on(200), on(107, 93), True),
    ("more than a season is none", by_day, on(200), on(106, 94), False),
    ("fires of two days in a row", by_day, {**FIRE, **on(0, role="event")}, {**FIRE, **on(1, role="event")}, True),
    ("fires two days apart", by_day, {**FIRE, **on(0, role="event")}, {**FIRE, **on(2, role="event")}, False),
    ("fires of three days each", by_day, {**FIRE, **on(0, 2, role="event")}, {**FIRE, **on(4, 2, role="event")}, False),
    ("fires of four days each", by_day, {**FIRE, **on(0, 3, role="event")}, {**FIRE, **on(5, 3, role="event")}, True),
    ("a wider place, half as many again", by_place, {"place": "town"}, {"place": "region", "low": 150}, True),
    ("a wider place, more than that", by_place, {"place": "town"}, {"place": "region", "low": 151}, False),
    ("without a place, twice as many", by_place, {"place": "town"}, {"near": "town", "low": 200}, True),
    ("without a place, more than that", by_place, {"place": "town"}, {"near": "town", "low": 201}, False),
    ("a crowd, ten times", by_place, {"place": "town", **GATHERED}, {"near": "town", "low": 1_000, **GATHERED}, True),
    ("a crowd, more", by_place, {"place": "town", **GATHERED}, {"near": "town", "low": 1_001, **GATHERED}, False),
    (
        "three words in common",
        by_place,
        {"place": "town", **worded("a", "b", "c", "d")},
        {"near": "town", "low": 1_000, **worded("a", "b", "c", "e")},
        True,
    ),
    (
        "two words in common",
        by_place,
        {"place": "town", **worded("a", "b", "d")},
        {"near": "town", "low": 1_000, **worded("a", "b", "e")},
        False,
    ),
    ("prices a tenth apart", by_anchor, PRICE, {"low": 110, **PRICE}, True),
    ("prices further apart", by_anchor, PRICE, {"low": 111, **PRICE}, False),
    (
        "fourteen words are tried",
        by_anchor,
        worded(*"abcdefghijk", "x", "y", "z"),
        worded(*"ABCDEFGHIJK", "x", "y", "z"),
        True,
    ),
    (
        "of more words not the last",
        by_anchor,
        worded(*"abcdefghijkl", "x", "y", "z"),
        worded(*"ABCDEFGHIJKL", "x", "y", "z"),
        False,
    ),
]


@pytest.mark.parametrize(("split", "one", "other", "expected"), [r[1:] for r in TOGETHER], ids=[r[0] for r in TOGETHER])
def test_what_stays_together(split: Split, one: dict[str, Any], other: dict[str, Any], expected: bool) -> None:
    """Two claims of a hundred houses, but for what the row says of each."""
    first, second = ({"low": 100, **more} for more in (one, other))
    assert together(split, claim(**first, of=1), claim(**second, of=2)) == expected


def codes(*claims: Claim) -> list[str]:
    """The reasons why they may differ."""
    return [reason.code for reason in reasons(claims)]


@pytest.mark.parametrize(
    ("about", "at_least", "code"), [(100, 110, "overlap"), (100, 111, "bound"), (1_000, 1_100, "overlap")]
)
def test_about_may_be_a_tenth_off(about: int, at_least: int, code: str) -> None:
    """Up to a tenth more than "about" says leaves room for both."""
    assert codes(claim(about, bound="about"), claim(at_least, None, of=1, bound="at least")) == [code]


@pytest.mark.parametrize(("about", "at_most", "code"), [(100, 90, "overlap"), (100, 89, "bound")])
def test_about_may_be_a_tenth_less(about: int, at_most: int, code: str) -> None:
    """And down to a tenth less."""
    other = replace(claim(at_most, of=1), low=None, bound="at most")
    assert codes(claim(about, bound="about"), other) == [code]


ROUNDED = [
    (447, 450, True),
    (447, 400, False),
    (11_962, 12_000, True),
    (1_249, 1_200, True),
    (1_250, 1_200, False),
    (962, 1_000, True),
    (960, 1_000, False),
    (96, 100, False),
    (98, 100, True),
    (9, 10, False),
    (450, 447, False),
]


@pytest.mark.parametrize(("exact", "rough", "rounded"), ROUNDED)
def test_what_may_be_rounded(exact: int, rough: int, rounded: bool) -> None:
    """To one digit or two, less than a twenty-fifth off."""
    assert ("rounding" in codes(claim(exact), claim(rough, of=1, bound="about"))) == rounded


@pytest.mark.parametrize(("count", "all_named"), [(4, True), (5, False)])
def test_four_values_are_named(count: int, all_named: bool) -> None:
    """Of more the sentence tells how many more there are."""
    claims = [claim(100 + n, of=n, hedges=("perhaps",)) for n in range(count)]
    (hedge,) = [reason for reason in reasons(claims) if reason.code == "hedge"]
    assert all(f"{100 + n} (perhaps)" in hedge.sentence for n in range(count)) == all_named


@pytest.mark.parametrize(("low", "kept"), [(95, False), (96, True), (105, True), (106, False)])
def test_a_value_said_again_in_another_unit(low: int, kept: bool) -> None:
    """ "100 metres (345 feet)": within a twentieth it is one, else the sentence gives two."""
    feet = claim(low, said=(345, 345, "foot"), start=9)
    assert (len(by_sentence([claim(100), feet], holds)) == 1) == kept


@pytest.mark.parametrize(("count", "named"), [(2, 1), (3, 2), (4, 2)])
def test_two_roundings_are_named(count: int, named: int) -> None:
    """More would tell nothing new."""
    claims = [claim(value, of=value) for n in range(1, count) for value in (n * 1_000, n * 1_000 + 1)]
    assert codes(*claims).count("rounding") == named


SOLDIERS = {"sense": replace(SENSE, thing="soldier", within="person", done="killed"), "place": "town"}
PEOPLE = {"sense": replace(SENSE, thing="person", done="killed"), "place": "town"}


@pytest.mark.parametrize(("number", "heaps"), [(2, 2), (3, 1)])
def test_a_number_that_makes_soldiers_the_people_killed(number: int, heaps: int) -> None:
    """Three of both may be one count, two of both are soon found."""
    assert len(with_narrower([[claim(number, **SOLDIERS)], [claim(number, of=1, **PEOPLE)]])) == heaps


@pytest.mark.parametrize(("others", "named"), [(3, 3), (4, 4), (5, 4)])
def test_four_are_named_beside_a_group(others: int, named: int) -> None:
    """As many as a reader looks at."""
    heaps = [[claim(n, of=n, place="town", sense=replace(SENSE, done=f"burned {n}"))] for n in range(others + 1)]
    assert {len(near) for near in beside(heaps)} == {named}


@pytest.mark.parametrize(("of", "short"), [((0, 0), ""), ((0, 1), "12–14: 2 documents, no common origin seen")])
def test_two_documents_are_worth_a_line(of: tuple[int, int], short: str) -> None:
    """On a figure's card; two figures of one document are not."""
    told = Group((claim(12, of=of[0]), claim(14, of=of[1])), Origins(len(set(of)), len(set(of)), len(set(of)), ()))
    assert told.in_short == short
