"""Names that are nearly those of the gazetteer: other romanisations of Arabic, typing errors."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.places.gazetteer import Entry, Gazetteer, misspelling
from core.places.gazetteer.arabic import arabic_key

SAME = [
    ("Hodeidah", "Al Ḩudaydah"),
    ("Deir al-Balah", "Dayr al Balaḩ"),
    ("Hawija", "Al Ḩawījah"),
    ("Kfar Aza", "Kfar ‘Azza"),
    ("Ain al-Hilweh", "'Ayn al Ḩilwah"),
    ("Chebaa", "Shab‘ā"),
    ("Deir ez-Zor", "Dayr az Zawr"),
]
LETTERS = st.text("abcdefghij", min_size=6, max_size=12)


def city(name: str, population: int = 200_000) -> Entry:
    """A place of that name."""
    return Entry(f"geonames:{name}", name, "settlement", 1.0, 2.0, "XX", None, population, 5.0)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of this machine, built first where it is missing."""
    return Gazetteer.open()


@pytest.mark.parametrize(("one", "other"), SAME)
def test_ways_of_writing_arabic_meet(one: str, other: str) -> None:
    """Articles, final letters, long vowels, the English and the French way."""
    assert arabic_key(one) == arabic_key(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Beirut", "Baghdad"), ("Homs", "Hama"), ("Jenin", "Jericho")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    """Levelling must leave the consonants."""
    assert arabic_key(one) != arabic_key(other)


@given(LETTERS, st.data())
def test_one_wrong_letter_is_always_found(name: str, data: st.DataObject) -> None:
    """A letter left out, put in, changed or swapped after the first gives a common key and one error."""
    at = data.draw(st.integers(1, len(name) - 2))
    slips = {
        name[:at] + name[at + 1 :],
        name[:at] + "z" + name[at:],
        name[:at] + "z" + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    } - {name}
    for slip in slips:
        if len(slip) >= misspelling.SHORTEST:
            assert misspelling.keys(name, 20_000) & misspelling.asked(slip)
            assert misspelling.errors(slip, city(name, 20_000), name) == 1


@pytest.mark.parametrize(
    ("form", "name", "population", "wrong"),
    [
        ("mariopul", "mariupol", 400_000, 2),
        ("mariopul", "mariupol", 50_000, None),
        ("harkiv", "kharkiv", 1_000_000, None),
        ("kharkiv", "kharkiv", 1_000_000, None),
    ],
)
def test_how_far_off_a_slip_may_be(form: str, name: str, population: int, wrong: int | None) -> None:
    """Two letters in the long name of a city, never the first, and the name itself is no slip."""
    assert misspelling.errors(form, city(name, population), name) == wrong


def test_short_and_endless_forms_have_no_keys() -> None:
    """Neighbours of a short name are too many; the pairs of a long one's letters too."""
    assert not misspelling.keys("kyiv", 3_000_000)
    assert not misspelling.asked("a" * 31)


def test_the_gazetteer_knows_slips_and_romanisations(gazetteer: Gazetteer) -> None:
    """Best known first, and marked for what they are."""
    assert [hit.entry.name for hit in gazetteer.misspelt("Tegucigulpa")] == ["Tegucigalpa"]
    assert gazetteer.misspelt("Tegucigalpa") == ()
    hits = gazetteer.arabic_variants("Hodeidah")
    assert {hit.entry.country for hit in hits} == {"YE"}
    assert all(hit.relation == "variant" for hit in hits)
    populations = [hit.entry.population for hit in gazetteer.arabic_variants("Al-Qusayr")]
    assert all(a >= b for a, b in pairwise(populations))
