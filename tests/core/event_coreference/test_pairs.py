"""When two mentions are of one event: a row on each side of every line."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from core.event_coreference.cluster import cluster_of
from core.event_coreference.clustering import MOST_COMPARED, MOST_HEARD, cluster_mentions
from core.event_coreference.counts import Count
from core.event_coreference.mention import EventMention
from core.event_coreference.pairwise import Shared, agreement, incompatible
from core.event_coreference.positions import Position, can_meet, positions_of
from core.frames.rows import frames
from core.geometry.distances import KM_A_DEGREE
from tests.core.frames.test_salience import event
from tests.core.records import place, record

DAY = dt.date(2022, 9, 16)
SPOTS = tuple(positions_of(frames([record(places=(place(),), events=(), figures=())]).places).values())
KILLED = "people"


def mention(
    text: str = "", *counts: float, order: int = 0, length: int = 0, trigger: str = "kill", **more: Any
) -> EventMention:
    """Something that was done in one town, from one day on; each in a document of its own."""
    row = event(trigger, text=text, earliest=DAY, latest=DAY + dt.timedelta(length), **more)
    row = replace(row, doc=f"doc{order}", sent_start=order)
    counted = tuple(Count(KILLED, low, low, str(low), "person") for low in counts)
    return EventMention(order, row, counted, SPOTS, frozenset())


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (10, 15, False),
        (10, 15.1, True),
        (15, 10, False),
        (16, 10, True),
        (4, 4, False),
        (0, 1.5, False),
        (0, 1.6, True),
    ],
)
def test_a_count_that_grew_by_half_may_be_one(one: float, other: float, apart: bool) -> None:
    """Ninety-five dead in the morning, 118 in the evening; twice as many are others. Of none it is as of one."""
    assert Count("x", one, one, "").contradicts(Count("x", other, other, "")) == apart
    assert incompatible(mention("", one), mention("", other, order=1)) == apart


@pytest.mark.parametrize(("number", "apart"), [(3, True), (4, False)])
def test_four_say_that_other_doers_did_the_same(number: float, apart: bool) -> None:
    """Fewer come twice on one day in one town by chance."""
    one = mention("", number, actors=("General Ivanov",))
    other = mention("", number, order=1, actors=("Colonel Petrenko",))
    assert incompatible(one, other) == apart
    assert (agreement(one, other) is None) == apart


@pytest.mark.parametrize(("one", "other", "agree"), [(10, 14, True), (9, 13, False), (9, 9, True), (14, 10, True)])
def test_ten_is_a_number_that_may_grow(one: float, other: float, agree: bool) -> None:
    """A smaller one must be the same in both."""
    assert (agreement(mention("", one), mention("", other, order=1)) is not None) == agree


@pytest.mark.parametrize(("length", "agree"), [(0, True), (45, True), (46, False)])
def test_a_long_span_is_no_day_in_common(length: int, agree: bool) -> None:
    """Up to six weeks and a half."""
    one, other = mention("", 10), mention("", 14, order=1, length=length)
    assert (agreement(one, other) is not None) == agree
    assert (agreement(other, one) is not None) == agree


WORDS = "harbour tunnel market bakery library orchard quarry stadium chapel brewery foundry".split()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (WORDS[:6], [*WORDS[:3], *WORDS[8:11]], True),
        (WORDS[:11], [*WORDS[:5], "alpha", "bravo", "delta", "gamma", "kappa", "sigma"], False),
        (WORDS[:2], WORDS[:3], True),
        (WORDS[:1], WORDS[:2], False),
        (WORDS[:3], [WORDS[0], *WORDS[8:10]], False),
        (WORDS[:3], WORDS[:3], True),
    ],
)
def test_half_of_the_words_tell_the_same(one: list[str], other: list[str], alike: bool) -> None:
    """Of the shorter mention's words, and at least two."""
    found = agreement(mention(" ".join(one)), mention(" ".join(other), order=1))
    assert (found is not None and found.words) == alike


RIOT = {"text": "harbour tunnel", "actors": ("militiamen",)}
FIRE = {"text": "market bakery"}
ELSEWHERE = [
    ("a number", (10,), FIRE, {}, False),
    ("who did it", (), {**RIOT, **FIRE}, {"actors": RIOT["actors"]}, False),
    ("what is told", (), {"text": RIOT["text"]}, {}, False),
    ("a name", (), {"text": "said Petrov quarry stadium"}, {"text": "near Petrov market bakery"}, False),
    ("a number, and who did it", (10,), {**RIOT, **FIRE}, {"actors": RIOT["actors"]}, True),
    ("a number, and what is told", (10,), {"text": RIOT["text"]}, {}, True),
    ("who did it, and what is told", (), RIOT, {"actors": RIOT["actors"]}, True),
    ("a name and a number", (10,), {"text": "said Petrov quarry stadium"}, {"text": "near Petrov market bakery"}, True),
    ("a name, and what is told", (), {"text": "near Petrov tunnel"}, {"text": "near Petrov harbour tunnel"}, True),
]


@pytest.mark.parametrize(
    ("counts", "one", "other", "agree"), [row[1:] for row in ELSEWHERE], ids=[row[0] for row in ELSEWHERE]
)
def test_without_a_place_two_signs_are_needed(
    counts: tuple[float, ...], one: dict[str, Any], other: dict[str, Any], agree: bool
) -> None:
    """Beside the day: a number, who did it, and the words; a name needs one of them."""
    told, again = mention(**{"text": "", **one}), mention(**{"text": RIOT["text"], **other}, order=1)
    told, again = (replace(m, spots=(), counts=mention("", *counts).counts) for m in (told, again))
    assert (agreement(told, again) is not None) == agree


@pytest.mark.parametrize(("distance_km", "meet"), [(11.9, True), (12.1, False)])
def test_a_site_may_be_told_by_its_town(distance_km: float, meet: bool) -> None:
    """Up to twelve kilometres from it."""
    town = Position("town", "settlement", "UA", 49.5, 36.5, 5.0)
    site = replace(town, key="site", kind="site", latitude=49.5 + distance_km / KM_A_DEGREE)
    assert can_meet([town], [site]) == can_meet([site], [town]) == meet


@pytest.mark.parametrize(("placed", "why"), [(2, "same day, same place"), (1, "same day")])
def test_a_place_is_the_same_if_two_name_it(placed: int, why: str) -> None:
    """One alone shares it with nobody."""
    members = [mention(order=n) if n < placed else replace(mention(order=n), spots=()) for n in range(2)]
    assert cluster_of((members,), None).why == f"told in 2 documents: {why}"


@pytest.mark.parametrize(
    ("count", "named"), [(3, "bakery, harbour, market"), (4, "bakery, harbour, market and 1 more")]
)
def test_three_words_in_common_are_named(count: int, named: str) -> None:
    """Of more the sentence tells how many more there are."""
    text = " ".join(sorted(WORDS[:4], key=lambda word: word == "tunnel")[:count])
    members = [mention(text, order=n) for n in range(2)]
    assert cluster_of((members,), None).why.endswith(f"same words ({named})")


NOTHING = Shared(False, False, False, 0.0, 0, False, False, False, False)
THREE = {"people": True, "objects": True, "words": True}
TWO = {"people": True, "words": True}


@pytest.mark.parametrize("sign", [{"number": 4.0}, {"names": 1}, {"place": True}, {"breath": True}])
def test_some_signs_weigh_as_much_as_two(sign: dict[str, Any]) -> None:
    """A number, a name, a place or a sentence in common: more than one plain sign, less than three."""
    weight = NOTHING._replace(**sign).weight
    assert NOTHING._replace(people=True).weight < weight == NOTHING._replace(**TWO).weight
    assert weight < NOTHING._replace(**THREE).weight


@pytest.mark.parametrize(("number", "weight"), [(0.0, 0), (9.9, 2), (10.0, 3), (500.0, 3)])
def test_a_rare_number_weighs_more(number: float, weight: int) -> None:
    """From ten on."""
    assert NOTHING._replace(number=number).weight == weight


@pytest.mark.parametrize(("older", "joined"), [(MOST_COMPARED - 1, True), (MOST_COMPARED, False)])
def test_a_mention_is_compared_with_the_latest_groups(older: int, joined: bool) -> None:
    """Of one kind on one day in one town; what lies further back is not looked at. Twenty-four are."""
    assert MOST_COMPARED == 24
    first = mention("harbour tunnel")
    letters = (chr(ord("a") + n) * 3 for n in range(older))
    others = [mention(f"{three}ton {three}ford", order=n) for n, three in enumerate(letters, start=1)]
    last = mention("harbour tunnel market", order=older + 1)
    groups = cluster_mentions([first, *others, last])
    assert len(groups) == older + (1 if joined else 2)
    assert ([first, last] in groups) == joined


@pytest.mark.parametrize(("before", "joined"), [(MOST_HEARD - 1, False), (MOST_HEARD, True)])
def test_the_first_of_a_group_are_heard(before: int, joined: bool) -> None:
    """One of the first five that gives quite another number keeps a mention out; the sixth is not asked."""
    assert MOST_HEARD == 5
    members = [mention("harbour tunnel", order=n) for n in range(before)]
    members.append(mention("harbour tunnel", 100, order=before))
    last = mention("harbour tunnel", 10, order=before + 1)
    assert ([*members, last] in cluster_mentions([*members, last])) == joined
