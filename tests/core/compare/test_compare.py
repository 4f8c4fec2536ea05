"""Figures that count the same thing stand together with what may set them apart, and nothing else does."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare import Comparison, Group, compare
from core.extraction import extract, gazetteer
from core.models import Document, Extraction

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))


def document(case: int, number: int, about: dict[str, str]) -> Document:
    """One document of a case; its id keeps the order."""
    published = dt.date.fromisoformat(about["published"])
    return Document(
        f"{case:02}-{number}", "story.txt", about["text"], "0" * 64, outlet=about["outlet"], published=published
    )


@lru_cache(maxsize=1)
def dossiers() -> tuple[tuple[Extraction, ...], ...]:
    """All dossiers of the table, read in one go."""
    documents = [document(i, j, about) for i, case in enumerate(CASES) for j, about in enumerate(case["documents"])]
    read = [record for record in extract(documents) if isinstance(record, Extraction)]
    return tuple(tuple(r for r in read if r.id.startswith(f"{i:02}-")) for i in range(len(CASES)))


def compared(number: int) -> Comparison:
    """The comparison of one dossier of the table."""
    return compare(dossiers()[number], gazetteer().wholes)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_groups_of_a_dossier(number: int) -> None:
    """Which figures stand together, from where to where, with how many origins and for which reasons."""
    expected = CASES[number]["groups"]
    told = {tuple(s.text for s in group.claims): group for group in compared(number).groups}
    assert sorted(told) == sorted(tuple(group["figures"]) for group in expected)
    for group in expected:
        it = told[tuple(group["figures"])]
        assert (it.low, it.high) == (group["low"], group["high"])
        assert it.origins.wording == group.get("origins", it.origins.wording)
        assert [reason.code for reason in it.reasons] == group.get("reasons", [reason.code for reason in it.reasons])


@st.composite
def shuffled_dossiers(draw: st.DrawFn) -> tuple[list[Extraction], list[Extraction]]:
    """Some records of the whole table, with changed values and days, in two orders."""
    records = draw(st.lists(st.sampled_from([r for d in dossiers() for r in d]), min_size=1, max_size=12, unique=True))
    changed = [changed_record(draw, record) for record in records]
    return changed, draw(st.permutations(changed))


def changed_record(draw: st.DrawFn, record: Extraction) -> Extraction:
    """A record with other numbers, also none, and another day of publication, also none."""
    numbers = st.one_of(st.none(), st.integers(0, 10**7))
    ends = [draw(st.tuples(numbers, numbers)) for _ in record.figures]
    figures = tuple(replace(f, low=low, high=high) for f, (low, high) in zip(record.figures, ends, strict=True))
    published = draw(st.one_of(st.none(), st.dates(dt.date(2022, 1, 1), dt.date(2023, 12, 31))))
    return replace(record, figures=figures, published=published)


@settings(max_examples=60)
@given(shuffled_dossiers())
def test_order_plays_no_part_and_nothing_is_lost(orders: tuple[list[Extraction], list[Extraction]]) -> None:
    """Each figure is in exactly one group of at least two, or is listed once with a reason."""
    one, other = (compare(records, gazetteer().wholes) for records in orders)
    assert one == other
    grouped = [claim.key for group in one.groups for claim in group.claims]
    alone = [f"{figure.doc}:{figure.i}" for figure in one.ungrouped]
    assert sorted([*grouped, *alone]) == sorted(f"{r.id}:{i}" for r in orders[0] for i in range(len(r.figures)))
    assert all(len(group.claims) > 1 and group.low <= group.high for group in one.groups)
    assert all(figure.reason for figure in one.ungrouped)


UNGROUPED = [
    ("Police found several bodies in Poltava.", "several bodies", "an amount without a number"),
    ("The police did not find 12 bodies in Poltava.", "12 bodies", "the text denies it"),
    ("On the wall someone has scratched lines for days, 46 of them.", "46", "the text does not say what it counts"),
    ("Police found 12 bodies in Poltava.", "12 bodies", "nothing else counts the same"),
]


@pytest.mark.parametrize(("text", "figure", "reason"), UNGROUPED)
def test_what_is_not_grouped_says_why(text: str, figure: str, reason: str) -> None:
    """A figure that stands alone is listed with the reason."""
    (record,) = extract([Document("a", "a.txt", text, "0" * 64)])
    assert isinstance(record, Extraction)
    told = {record.figures[u.i].text: u.reason for u in compare([record]).ungrouped}
    assert {words: why for words, why in told.items() if figure in words}.popitem()[1] == reason


def by_name(name: str) -> Group:
    """The one group of a dossier of the table."""
    (group,) = compared([case["name"] for case in CASES].index(name)).groups
    return group


def test_a_filter_cuts_groups_down() -> None:
    """Figures that a filter hides leave their group; low, high, reasons and origins are those of the rest."""
    number = [case["name"] for case in CASES].index("settlements retaken, in three verbs")
    comparison = compared(number)
    keys = [claim.key for claim in comparison.groups[0].claims]
    (cut,) = comparison.only(keys[:2])
    assert (cut.low, cut.high, cut.origins.documents, [r.code for r in cut.reasons]) == (
        300,
        388,
        2,
        ["day", "overlap"],
    )
    assert comparison.only(keys[:1]) == ()
    assert comparison.only(keys) == comparison.groups


def test_a_group_names_what_lies_beside_it() -> None:
    """Killed and injured at one place are near and not the same."""
    number = [case["name"] for case in CASES].index("killed and injured are two numbers")
    assert [[s.text for s in group.beside] for group in compared(number).groups] == [["30"], ["12 people"]]


SPANS = [
    ("the same sentence word for word", "people killed", "≥ 12"),
    ("a range and a count within it", "houses destroyed", "120–140"),
    ("aid alone is the only aid there is", "military aid", "$50 m–54 m"),
    ("bodies and corpses are one word", "bodies", "40–45 or more"),
    ("unemployment month by month", "workforce", "7.2–7.4 %"),
]


@pytest.mark.parametrize(("name", "label", "span"), SPANS)
def test_a_group_in_words(name: str, label: str, span: str) -> None:
    """What is counted, and from where to where, with bound and unit."""
    assert (by_name(name).label, by_name(name).span) == (label, span)


def test_steps_follow_the_days_of_the_text() -> None:
    """A toll stands at the day it rose on, not at the day of publication."""
    steps = by_name("the toll rises").steps
    assert [(step.day.isoformat(), step.low) for step in steps] == [("2023-05-01", 12), ("2023-05-03", 15)]
