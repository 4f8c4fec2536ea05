"""Which of two like figures leads: each row differs in one thing alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.frames.headline import GRAVE, headline
from core.frames.rows import frames
from core.lexicon.event_types import KINDS
from core.models import Figure
from tests.core.records import figure, record, speaker


def chosen(*figures: Figure, triggers: tuple[str | None, ...] = (), most: int = 6) -> list[str]:
    """What the headline figures count, best first."""
    one = record()
    events = tuple(
        replace(one.events[0], trigger=replace(one.events[0].trigger, lemma=lemma), figures=(i,))
        for i, lemma in enumerate(triggers)
        if lemma
    )
    made = frames([replace(one, figures=figures, events=events)])
    return [str(row.counted) for row in headline(made.figures, most)]


def of(noun: str, low: float | None = 12, high: float | None = 12, **changes: Any) -> Figure:
    """A plain figure: exact, nobody's, without a place."""
    return figure("12 graves", low, high, **{"counted": noun, "counted_head": noun, **changes})


LEADS = [
    ("plain before denied", {}, {"negated": True}),
    ("vouched for before nobody's", {"speaker": speaker()}, {}),
    ("placed before unplaced", {"place": 0}, {}),
    ("exact before vague", {}, {"bound": "vague"}),
    ("ten before nine", {"low": 10, "high": 10}, {"low": 9, "high": 9}),
    ("two before one", {"low": 2, "high": 2}, {"low": 1, "high": 1}),
    ("more before fewer", {"low": 130, "high": 130}, {"low": 120, "high": 120}),
    ("money before a count", {"kind": "money", "unit": "EUR"}, {}),
    ("a known least counts", {"low": 500, "high": None}, {"low": 12, "high": 900}),
    ("a most counts where there is no least", {"low": None, "high": 500}, {"low": 12, "high": 900}),
    ("early before late", {}, {"start": 1_000, "end": 1_009}),
]


@pytest.mark.parametrize(("first", "then"), [row[1:] for row in LEADS], ids=[row[0] for row in LEADS])
@pytest.mark.parametrize("turned", [False, True], ids=["in order", "turned"])
def test_what_leads(first: dict[str, Any], then: dict[str, Any], turned: bool) -> None:
    """Whichever stands first in the record; both were found."""
    both = [of("shop", **first), of("school", **then)]
    assert chosen(*(both[::-1] if turned else both), triggers=("find", "find")) == ["shop", "school"]


@pytest.mark.parametrize("trigger", ["kill", "find", "destroy"])
def test_a_denied_figure_never_leads_before_one_that_stands(trigger: str) -> None:
    """Said early, vouched for and large: it was not so all the same."""
    denied = of("victim", 40, 40, negated=True)
    stands = of("shop", start=400, end=409)
    assert chosen(denied, stands, triggers=(trigger, trigger)) != []
    same = of("woman", start=400, end=409)
    assert chosen(denied, same, triggers=(trigger, trigger)) == ["woman", "victim"]


MONEY = {"kind": "money", "unit": "EUR"}
SAID = {"speaker": speaker()}
WORTH = [
    ("a speaker", SAID, {}, 2_400, 2_600),
    ("a place", {"place": 0}, {}, 2_400, 2_600),
    ("being money", MONEY, {}, 4_900, 5_100),
    ("being sure of how many", {}, {"bound": "vague"}, 2_400, 2_600),
    ("standing undenied", {}, {"negated": True}, 4_900, 5_100),
    ("being ten", {"low": 10}, {"low": 9}, 2_400, 2_600),
    ("being two", {"low": 2}, {"low": 1}, 4_900, 5_250),
    ("a hundred thousand times as many", {"low": 1_000_000}, {"low": 10}, 2_400, 2_600),
    ("people rather than money", {"counted_head": "victim"}, MONEY, 2_400, 2_600),
]
"""Letters further down at which a figure still leads, or no longer, for the one thing that it has."""


@pytest.mark.parametrize(("stronger", "weaker", "leads", "follows"), [r[1:] for r in WORTH], ids=[r[0] for r in WORTH])
def test_what_a_sign_is_worth_in_letters(
    stronger: dict[str, Any], weaker: dict[str, Any], leads: int, follows: int
) -> None:
    """The earlier a figure stands the more it weighs: the distance that a sign makes up for."""
    for start, first in ((leads, "strong"), (follows, "weak")):
        strong = of("school", **{"counted": "strong", **stronger}, start=start, end=start + 9)
        weak = of("shop", **{"counted": "weak", **weaker}, start=0, end=9)
        assert chosen(strong, weak, triggers=("find", "find"))[0] == first


def test_nine_weighs_no_more_than_eight() -> None:
    """Ten is where many begins."""
    nine, eight = of("school", 9, 9, start=2_400, end=2_409), of("shop", 8, 8, start=0, end=9)
    assert chosen(nine, eight, triggers=("find", "find")) == ["shop", "school"]


@pytest.mark.parametrize(("value", "first"), [(800, "shop"), (1_300, "school")])
def test_far_down_all_is_alike(value: int, first: str) -> None:
    """From the six thousandth letter on a figure loses no more: it may lead before one that is denied at the top."""
    denied, far = of("shop", 10, 10, negated=True), of("school", value, value, start=90_000, end=90_009)
    assert chosen(denied, far, triggers=("find", "find"))[0] == first


DONE = KINDS["kill"].weight - KINDS["injure"].weight


@pytest.mark.parametrize(("letters", "first"), [(0.95, "school"), (1.05, "shop")])
def test_death_outweighs_injury_by_their_kinds(letters: float, first: str) -> None:
    """A fifth of the difference in weight of the two kinds of event."""
    start = round(letters * 0.2 * DONE * 5_000)
    killed, hurt = of("school", start=start, end=start + 9), of("shop")
    assert DONE > 0
    assert chosen(killed, hurt, triggers=("kill", "injure"))[0] == first


@pytest.mark.parametrize(("start", "first"), [(2_400, "school"), (2_600, "shop")])
def test_what_befell_somebody_weighs_more_than_money(start: int, first: str) -> None:
    """Of a grave verb whose kind of event adds nothing."""
    plain = min(GRAVE, key=lambda verb: KINDS[verb].weight if verb in KINDS else 0.0)
    extra = 0.2 * (KINDS[plain].weight if plain in KINDS else 0.0)
    start += round(extra * 5_000)
    grave, money = of("school", start=start, end=start + 9), of("shop", **MONEY)
    assert chosen(grave, money, triggers=(plain, None))[0] == first


NOT_IN_A_HEADLINE = [
    ("no number", {"low": None, "high": None}),
    ("a length", {"kind": "measure", "unit": "km"}),
    ("a share of nothing named", {"counted": None, "counted_head": None}),
    ("one thing, denied", {"low": 1, "high": 1, "negated": True}),
]


@pytest.mark.parametrize("changes", [row[1] for row in NOT_IN_A_HEADLINE], ids=[row[0] for row in NOT_IN_A_HEADLINE])
def test_what_no_headline_uses(changes: dict[str, Any]) -> None:
    """It is left out even where nothing else is there."""
    assert chosen(of("shop", **{"low": 5, "high": 5, **changes})) == []


@pytest.mark.parametrize(
    ("triggers", "expected"),
    [
        (("kill", "kill"), ["person 12"]),
        (("kill", "injure"), ["person 12", "person 9"]),
        ((None, None), ["person 12"]),
        (("open", "close"), ["person 12"]),
    ],
)
def test_one_figure_a_fate(triggers: tuple[str | None, ...], expected: list[str]) -> None:
    """Of people one figure for what befell them; of what nothing befell, one in all."""
    people = [of("person", n, n, counted=f"person {n}") for n in (12, 9)]
    assert chosen(*people, triggers=triggers) == expected


def test_no_more_than_asked_for() -> None:
    """The best ones."""
    figures = [of(noun, n, n) for n, noun in enumerate(("shop", "school", "bridge", "house"), start=20)]
    assert chosen(*figures, most=2) == ["house", "bridge"]
    assert chosen(*figures) == ["house", "bridge", "school", "shop"]
