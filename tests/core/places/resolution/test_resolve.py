"""Which of its namesakes a name stands for, over whole short documents."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from geopy.distance import great_circle
from spacy.tokens import Doc

from core.models import Place
from core.places import find_places
from core.places.gazetteer import Gazetteer
from core.text.view import TextView

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of this machine, built first where it is missing."""
    return Gazetteer.open()


def _expected(case: dict[str, Any], places: tuple[Place, ...]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Each mention that the case speaks of, with what it should be; all mentions of a name where it gives no number."""
    for name, wanted in case["expect"].items():
        mentions = [place for place in places if place.text == name]
        assert mentions, f"{name} is not found"
        yield from ((place, wanted) for place in mentions)
    for name, number, wanted in case.get("each", ()):
        mentions = [place for place in places if place.text == name]
        assert len(mentions) > number, f"{name} is not found often enough"
        yield mentions[number], wanted


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_resolution(case: dict[str, Any], parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """Each name is the place, of the country, region or kind, that a reader of the text takes it for."""
    places = find_places(TextView(parse_one(case["text"])), gazetteer, case.get("outlet"))
    for place, wanted in _expected(case, places):
        assert place.latitude is not None, f"{place.text} is not located"
        for key in ("country", "kind", "source"):
            assert key not in wanted or getattr(place, key) == wanted[key], place
        if "near" in wanted:
            km = great_circle(wanted["near"], (place.latitude, place.longitude)).km  # type: ignore[no-untyped-call]
            assert km <= wanted["km"], place
