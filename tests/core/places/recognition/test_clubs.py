"""Clubs called by their towns, and words that a body's name borrows: no places."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from core.places import find_places
from core.places.gazetteer import Entry, Gazetteer, Name
from core.places.mention import Mention
from core.places.recognition.bodies import is_borrowed
from core.places.resolution.groups import NameGroup
from core.places.resolution.neighbours import between
from core.text.view import TextView

MATCH = "Liverpool lead the league after they beat Leeds 3-0. The striker scored twice in the match."


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of this machine, built first where it is missing."""
    return Gazetteer.open()


def test_a_club_is_one_wherever_no_word_speaks_of_the_town(
    parse_one: Callable[[str], Doc], gazetteer: Gazetteer
) -> None:
    """The form that plays once is a club in the next sentence too; "in Leeds" is the town."""
    text = f"{MATCH} Leeds have lost four times. Police arrested six people in Leeds."
    found = [place for place in find_places(TextView(parse_one(text)), gazetteer) if place.text == "Leeds"]
    assert [place.start for place in found] == [text.rindex("Leeds")]


def test_without_a_match_towns_may_beat_each_other(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """In a text that reports no match the same words are about towns."""
    found = find_places(TextView(parse_one("Liverpool beat Leeds to the contract for the new factory.")), gazetteer)
    assert {place.text for place in found} == {"Liverpool", "Leeds"}


def test_countries_that_play_stay(parse_one: Callable[[str], Doc], gazetteer: Gazetteer) -> None:
    """Whoever plays for a country is called by it."""
    text = "France beat Germany 2-1. The striker scored a penalty in the second half of the match."
    assert {place.text for place in find_places(TextView(parse_one(text)), gazetteer)} == {"France", "Germany"}


@pytest.mark.parametrize(
    ("part_of_name", "population", "company", "borrowed"),
    [
        (True, 800, 0.0, True),
        (False, 800, 0.0, False),
        (True, 800_000, 0.0, False),
        (True, 800, 3.0, False),
    ],
)
def test_borrowed_words(part_of_name: bool, population: int, company: float, borrowed: bool) -> None:
    """A small place in a body's name counts where other names of the text keep it company."""
    entry = Entry("x:1", "Elm", "settlement", 1.0, 1.0, "GB", None, population, 2.0)
    names = (Name(entry, "Elm", "name"),)
    group = NameGroup("elm", "Elm", None, "", names, [0], [1.0], company=[company])
    assert is_borrowed(Mention(0, 1, "Elm", names, False, 2.0, part_of_name=part_of_name), group) is borrowed


def test_between(parse_one: Callable[[str], Doc]) -> None:
    """A name in a list with a place on either side; at the end of a list it may be anything."""
    view = TextView(parse_one("in Gao, Sevare and Menaka, Smith said"))
    gao, sevare, menaka = ((view.words.index(w), view.words.index(w) + 1) for w in ("Gao", "Sevare", "Menaka"))
    assert list(between(view, [gao, menaka], [sevare])) == [sevare]
    assert list(between(view, [gao], [sevare])) == []
    assert list(between(view, [], [sevare])) == []
