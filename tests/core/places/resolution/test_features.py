"""What speaks for a place and for this one of its namesakes: a row on each side of every line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.places.gazetteer import Entry, Name
from core.places.mention import Mention
from core.places.resolution.features import LEAST_SURE, MOST_EVIDENCE, SUREST, Answer
from core.places.resolution.groups import NameGroup

ASH = Entry("x:1", "Ash", "settlement", 1.0, 1.0, "GB", None, 900_000, 2.0)


def answer(
    form: str = "Ash",
    relation: str = "name",
    mention: dict[str, Any] | None = None,
    others: tuple[Entry, ...] = (),
    chances: tuple[float, ...] = (1.0,),
    group: dict[str, Any] | None = None,
    **entry: Any,
) -> Answer:
    """The first of some namesakes, with what is told of its mention, of the group of mentions and of the place."""
    names = (Name(replace(ASH, **entry), form, relation), *(Name(other, form, "name") for other in others))  # type: ignore[arg-type]
    made = replace(Mention(0, 1, form, names, False, 2.0), **(mention or {}))
    gathered = NameGroup("ash", form, None, "", names, company=[2.0] * len(names))
    return Answer(made, 0, replace(gathered, **(group or {})), 0, chances)


FAR, OTHER, OBSCURE = "far from the other towns", "other form of the name", "only an obscure place"
AT_SEAT = {"kind": "region", "kind_word": "county"}
APART, ALONE = {"stranger": True}, {"company": [0.99]}
SIGNS: list[tuple[str, dict[str, Any], str, float]] = [
    ("a hamlet", {"population": 9_999}, OBSCURE, 1.0),
    ("a small town", {"population": 10_000}, OBSCURE, 0.0),
    ("a river", {"population": 0, "kind": "water"}, OBSCURE, 0.0),
    ("a hamlet among namesakes", {"population": 9_999, "others": (ASH,), "chances": (0.5, 0.5)}, OBSCURE, 0.0),
    ("a little-known town apart", {"population": 49_999, "group": APART}, FAR, 1.0),
    ("a known town apart", {"population": 50_000, "group": APART}, FAR, 0.0),
    ("a little-known town among the others", {"population": 49_999}, FAR, 0.0),
    ("a small capital apart", {"population": 49_999, "group": {**APART, "capitals": {0}}}, FAR, 0.0),
    ("another one's capital", {"population": 49_999, "group": {**APART, "capitals": {1}}}, FAR, 1.0),
    ("a town apart that the text names", {"population": 9, "group": {**APART, "beside": {0: "Kent"}}}, FAR, 0.0),
    ("the name itself", {}, OTHER, 0.0),
    ("a hamlet for its county", {"population": 9_999, "mention": AT_SEAT}, OTHER, 1.0),
    ("a town for its county", {"population": 10_000, "mention": AT_SEAT}, OTHER, 0.0),
    ("a hamlet of a region without a seat", {"population": 9, "mention": {"kind": "region"}}, OTHER, 0.0),
    ("a spelling that romanising explains, alone", {"relation": "variant", "group": ALONE}, OTHER, 1.0),
    ("the same in company", {"relation": "variant", "group": {"company": [1.0]}}, OTHER, 0.0),
    ("the same of a capital", {"relation": "variant", "group": {**ALONE, "capitals": {0}}}, OTHER, 0.0),
    ("quite another name", {"form": "Oak Hill", "relation": "alternate"}, OTHER, 1.0),
    (
        "quite another name of a capital",
        {"form": "Oak Hill", "relation": "alternate", "group": {"capitals": {0}}},
        OTHER,
        0.0,
    ),
    (
        "a known town's other spelling, alone",
        {"relation": "alternate", "population": 50_000, "group": ALONE},
        OTHER,
        0.0,
    ),
    ("a little-known town's, alone", {"relation": "alternate", "population": 49_999, "group": ALONE}, OTHER, 1.0),
    ("the same in company", {"relation": "alternate", "population": 9, "group": {"company": [1.0]}}, OTHER, 0.0),
    ("an area", {"kind": "area"}, "area", 1.0),
    ("no area", {"kind": "region"}, "area", 0.0),
    ("part of a longer name", {"mention": {"part_of_name": True}}, "within a longer name", 1.0),
    ("an adjective", {"mention": {"adjective": True}}, "adjective", 1.0),
    ("much evidence", {"mention": {"evidence": MOST_EVIDENCE + 3}}, "evidence", MOST_EVIDENCE),
    ("less evidence", {"mention": {"evidence": MOST_EVIDENCE - 3}}, "evidence", MOST_EVIDENCE - 3),
    ("named beside", {"group": {"beside": {0: "Kent"}}}, "text points to it", 1.0),
    ("another one named beside", {"group": {"beside": {1: "Kent"}}}, "text points to it", 0.0),
]


@pytest.mark.parametrize(("told", "sign", "value"), [row[1:] for row in SIGNS], ids=[row[0] for row in SIGNS])
def test_signs_of_a_place(told: dict[str, Any], sign: str, value: float) -> None:
    """One sign of an answer; where both models weigh it, it is the same in both."""
    found = answer(**told)
    assert found.of_a_place()[sign] == value
    assert found.of_this_place().get(sign, value) == value


@pytest.mark.parametrize(
    ("kind", "sign"), [("country", "country or region"), ("region", "country or region"), ("water", "water")]
)
def test_signs_of_this_place(kind: str, sign: str) -> None:
    """What is wide has few namesakes, and waters many."""
    assert answer(kind=kind).of_this_place()[sign] == 1.0
    assert answer().of_this_place()[sign] == 0.0


REGION = replace(ASH, source="x:2", kind="region")
ELSEWHERE = replace(ASH, source="x:3", country="US", latitude=40.0)


@pytest.mark.parametrize(
    ("entry", "other", "expected"),
    [
        ({"region": "x:2"}, REGION, 1.0),
        ({}, replace(REGION, region="x:1"), 1.0),
        ({}, REGION, 0.6),
        ({}, ELSEWHERE, 0.6),
    ],
)
def test_namesakes_around_or_within_agree(entry: dict[str, Any], other: Entry, expected: float) -> None:
    """Moscow and its region are one answer; a town elsewhere is another."""
    assert answer(others=(other,), chances=(0.6, 0.4), **entry).agreeing() == pytest.approx(expected)


@pytest.mark.parametrize(
    ("chance", "counts_as"), [(1.0, SUREST), (0.999, SUREST), (0.99, 0.99), (0.03, 0.03), (0.01, LEAST_SURE)]
)
def test_nothing_is_wholly_sure(chance: float, counts_as: float) -> None:
    """Nor wholly out of the question: chances end short of nothing and of all."""
    sign = "chance among the namesakes"
    told, as_much = (answer(others=(ELSEWHERE,), chances=(c, 1 - c)).of_this_place()[sign] for c in (chance, counts_as))
    assert told == pytest.approx(as_much)
    assert (LEAST_SURE, SUREST) == (0.02, 0.995)
