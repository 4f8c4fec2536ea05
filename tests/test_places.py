"""Places in a text: which stretches name one, which place it is, what part it plays."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.models import Place
from core.places import find_places
from core.places.gazetteer import Gazetteer

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "data" / "places_cases.json").read_text("utf-8"))
ODD = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(
            [
                "Kyiv",
                "the",
                "Paris",
                ",",
                "Texas",
                "region",
                "and",
                "north of",
                "U.S.",
                "'s",
                "\n\n",
                "-",
                "“",
                "(AP) —",
                "12 km",
                "of",
                "Mr",
                "County",
                "St.",
                "Львів",
                "\u0301",
                "😀",
                "d'Ivoire",
                "Street",
                "said",
                ".",
            ]
        ),
        max_size=25,
    ).map(" ".join),
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of this machine, built first where it is missing."""
    return Gazetteer.open()


def _touching(places: tuple[Place, ...], text: str, mention: str) -> list[Place]:
    start = text.index(mention)
    return [place for place in places if place.start < start + len(mention) and start < place.end]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['mention']}: {case['text'][:40]}" for case in CASES])
def test_hard_cases(case: dict[str, Any], parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """Each name of the table is found as it says, or not at all."""
    found = _touching(find_places(parse_one(case["text"]), gazetteer), case["text"], case["mention"])
    if case.get("none"):
        assert not found
        return
    assert [place.text for place in found] == [case["mention"]]
    (place,) = found
    assert (place.latitude is None) == case.get("unlocated", False)
    assert place.adjective == case.get("adjective", False)
    for key in ("kind", "country", "role", "source", "name"):
        assert key not in case or getattr(place, key) == case[key]
    assert (place.precision_km or 0) >= case.get("precision_at_least", 0)
    assert case.get("reason", "") in place.reason


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ODD)
def test_promises_hold_for_any_text(text: str, parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """Offsets, order, ranges and repeatability do not depend on what the text is."""
    doc = parse_one(text)
    places = find_places(doc, gazetteer)
    assert places == find_places(doc, gazetteer)
    assert [p.start for p in places] == sorted(p.start for p in places)
    assert all(a.end <= b.start for a, b in pairwise(places))
    for place in places:
        assert doc.text[place.start : place.end] == place.text
        assert place.text.strip() == place.text != ""
        assert 0.0 <= place.confidence <= 1.0
        assert place.reason.endswith(".")
        assert (place.latitude is None) == (place.longitude is None) == (place.source is None)
        if place.latitude is not None and place.longitude is not None:
            assert -90 <= place.latitude <= 90
            assert -180 <= place.longitude <= 180


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "A", "É", "1", "Kyiv"])
def test_tiny_texts(text: str, parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """The shortest texts give at most the one place that they name."""
    assert len(find_places(parse_one(text), gazetteer)) <= 1


def test_one_sense_a_document(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """What the text says beside a name once holds for the name everywhere in it."""
    text = "A fire destroyed a church in Athens, Georgia. Firefighters in Athens said nobody was hurt."
    athens = [place for place in find_places(parse_one(text), gazetteer) if place.text == "Athens"]
    assert [place.country for place in athens] == ["US", "US"]


def test_a_name_can_have_two_senses_where_the_text_says_so(
    parse_one: Callable[[str], Doc], gazetteer: Gazetteer
) -> None:
    """The wider place beside a mention decides for that mention."""
    text = "The teams came from Birmingham, Alabama, and from Birmingham, England."
    found = [place for place in find_places(parse_one(text), gazetteer) if place.text == "Birmingham"]
    assert [place.country for place in found] == ["US", "GB"]


def test_runners_up_are_listed_best_first(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """A doubtful name tells what else it could be."""
    (place,) = find_places(parse_one("The match in Springfield was put off."), gazetteer)
    chances = [other.confidence for other in place.alternatives]
    assert len(chances) >= 2
    assert chances == sorted(chances, reverse=True)
    assert place.source not in {other.source for other in place.alternatives}
