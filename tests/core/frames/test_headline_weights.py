"""Which of two like figures leads: each row differs in one thing alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.frames.headline import headline
from core.frames.rows import frames
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
