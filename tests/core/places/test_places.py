"""Places in a text: which stretches name one, which place it is, what part it plays."""

from __future__ import annotations

import json
from collections import Counter
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
from core.text.view import TextView

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))
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


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case['about']}: {case['mention']}: {case['text'][:40]}" for case in CASES]
)
def test_hard_cases(case: dict[str, Any], parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """Each name of the table is found as it says, or not at all."""
    found = _touching(find_places(TextView(parse_one(case["text"])), gazetteer), case["text"], case["mention"])
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


def test_the_table_names_what_each_case_is_about() -> None:
    """Every kind of difficulty has cases, and no case stands twice."""
    count = Counter(case["about"] for case in CASES)
    assert len(CASES) >= 220
    assert len(count) >= 20
    assert len({(case["text"], case["mention"]) for case in CASES}) == len(CASES)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ODD)
def test_promises_hold_for_any_text(text: str, parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """Offsets, order, ranges and repeatability do not depend on what the text is."""
    doc = parse_one(text)
    places = find_places(TextView(doc), gazetteer)
    assert places == find_places(TextView(doc), gazetteer)
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
    assert len(find_places(TextView(parse_one(text)), gazetteer)) <= 1


def test_one_sense_a_document(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """What the text says beside a name once holds for the name everywhere in it."""
    text = "A fire destroyed a church in Athens, Georgia. Firefighters in Athens said nobody was hurt."
    athens = [place for place in find_places(TextView(parse_one(text)), gazetteer) if place.text == "Athens"]
    assert [place.country for place in athens] == ["US", "US"]


def test_a_name_can_have_two_senses_where_the_text_says_so(
    parse_one: Callable[[str], Doc], gazetteer: Gazetteer
) -> None:
    """The wider place beside a mention decides for that mention."""
    text = "The teams came from Birmingham, Alabama, and from Birmingham, England."
    found = [place for place in find_places(TextView(parse_one(text)), gazetteer) if place.text == "Birmingham"]
    assert [place.country for place in found] == ["US", "GB"]


def test_runners_up_are_listed_best_first(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """A doubtful name tells what else it could be."""
    (place,) = find_places(TextView(parse_one("The match in Springfield was put off.")), gazetteer)
    chances = [other.confidence for other in place.alternatives]
    assert len(chances) >= 2
    assert chances == sorted(chances, reverse=True)
    assert place.source not in {other.source for other in place.alternatives}


def test_an_offset_tells_its_way(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """The point lies where the text says; a distance without a direction widens the circle instead."""
    towards, around = (
        find_places(TextView(parse_one(text)), gazetteer)[0]
        for text in ("A drone fell 20 km west of Mosul.", "A drone fell five miles from Mosul.")
    )
    assert towards.longitude is not None
    assert around.longitude is not None
    assert 0.2 < around.longitude - towards.longitude < 0.25
    assert around.precision_km is not None
    assert around.precision_km > 8
    assert "“20 km west of”" in towards.reason
    assert "“five miles from”" in around.reason


def test_a_typing_error_is_tentative(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """It says so, and is less sure than a coin; a name far from any other stays without a place."""
    (slip,) = (
        p
        for p in find_places(TextView(parse_one("Smoke rose over Tegucigulpa, police in Honduras said.")), gazetteer)
        if p.text == "Tegucigulpa"
    )
    assert slip.country == "HN"
    assert slip.confidence <= 0.4
    assert "typing error for Tegucigalpa" in slip.reason


def test_a_romanisation_is_surer_in_company(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """A name that only romanising explains is doubtful alone, less so among other names of its country."""
    alone, among = (
        next(
            place.confidence
            for place in find_places(TextView(parse_one(text)), gazetteer)
            if place.text == "Kreminnaya"
        )
        for text in (
            "A fire broke out in Kreminnaya, police said.",
            "A fire broke out in Kreminnaya, police said. Crews came from Poltava and Kyiv, in Ukraine.",
        )
    )
    assert alone <= 0.4
    assert among >= 0.7


def test_a_form_seen_as_a_place_is_one_elsewhere(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """What the model takes for a person in one sentence is the town of the other."""
    text = "People in Chasiv Yar, Ukraine, hid in cellars. Chasiv Yar has no power. Chasiv Yar waits."
    found = [p for p in find_places(TextView(parse_one(text)), gazetteer) if p.text == "Chasiv Yar"]
    assert [p.country for p in found] == ["UA", "UA", "UA"]


def test_items_of_a_list_of_counties_are_counties(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """Each carries its whole name."""
    found = find_places(TextView(parse_one("Crews from Cooke, Grayson and Love counties came.")), gazetteer)
    assert [p.name for p in found] == ["Cooke County", "Grayson County", "Love County"]


def test_a_declined_name_is_shown_in_its_first_case(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """The mention stays as the text has it."""
    found = find_places(TextView(parse_one("Вибухи чули у Харкові та біля Києва.")), gazetteer)
    assert [(p.text, p.name) for p in found] == [("Харкові", "Харків"), ("Києва", "Київ")]
