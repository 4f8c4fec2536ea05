"""Where words begin and cease to name a place: a row on each side of every line, with places made for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

import pytest
from spacy.tokens import Doc

from core.places.gazetteer import Entry, Gazetteer, Name
from core.places.mention import Mention
from core.places.recognition import context, divisions
from core.places.recognition.bodies import is_borrowed
from core.places.recognition.clubs import without_clubs
from core.places.recognition.score import by_fame, is_acronym
from core.places.recognition.spacing import in_one_word
from core.places.recognition.spelling_variants import with_guesses, with_variants
from core.places.resolution.groups import NameGroup
from core.text.view import TextView

ParseOne = Callable[[str], Doc]
TOWN = Entry("x:town", "Ash", "settlement", 51.0, 1.0, "XX", None, 5_000, 3.0)


def named(form: str = "Ash", people: int = 5_000, **more: Any) -> Name:
    """A place of so many people that simply has the form as its name."""
    return Name(replace(TOWN, population=people, **more), form, "name")


def mention(view: TextView, form: str, *names: Name, **more: Any) -> Mention:
    """Where a text first has a form, and the places that it may name."""
    length = len(form.split())
    start = next(at for at in range(len(view)) if view.words_of(at, at + length) == form)
    return Mention(start, start + length, form, names, False, 2.0, **more)


@dataclass(frozen=True)
class OneTown:
    """A gazetteer that finds one place under whatever it is asked for."""

    place: Name

    def names(self, forms: Iterable[str]) -> dict[str, tuple[Name, ...]]:
        """The place, under each form."""
        return dict.fromkeys(forms, (self.place,))

    variants = names

    def misspelt(self, _form: str) -> list[Name]:
        """The place."""
        return [self.place]

    def arabic_variants(self, _form: str) -> list[Name]:
        """None."""
        return []


def only(place: Name) -> Gazetteer:
    """A gazetteer of one place."""
    return cast("Gazetteer", OneTown(place))


@pytest.mark.parametrize(
    ("people", "company", "borrowed"), [(49_999, 0.99, True), (50_000, 0.99, False), (49_999, 1.0, False)]
)
def test_what_opens_a_bodys_name(people: int, company: float, borrowed: bool) -> None:
    """It is hardly a place, where the place is little known and no other name of the text lies near."""
    names = (named("Cal", people),)
    found = Mention(0, 1, "Cal", names, False, 2.0, part_of_name=True)
    assert is_borrowed(found, NameGroup("cal", "Cal", None, "", names, [0], [1.0], company=[company])) == borrowed


@pytest.mark.parametrize(("people", "found"), [(10_000, True), (9_999, False)])
def test_a_county_may_have_its_name_from_a_town(parse_one: ParseOne, people: int, found: bool) -> None:
    """Not from a village."""
    view = TextView(parse_one("Rain fell in Ash County on Monday."))
    ((_, names, *_),) = divisions.with_kind_word(view, [mention(view, "Ash", named(people=people))], {})
    assert bool(names) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rain fell in Red Oak Hill, Ash and Elm counties.", ["Red Oak Hill", "Ash", "Elm"]),
        ("Rain fell in Old Red Oak Hill, Ash and Elm counties.", ["Red Oak Hill", "Ash", "Elm"]),
        (f"Rain fell in {'Ash, ' * 39}and Elm counties.", ["Ash"] * 39 + ["Elm"]),
        (f"Rain fell in {'Ash, ' * 41}and Elm counties.", ["Ash"] * 39 + ["Elm"]),
    ],
)
def test_lists_of_counties(parse_one: ParseOne, text: str, found: list[str]) -> None:
    """Names of up to three words, and forty of them."""
    view = TextView(parse_one(text))
    spans = sorted(span for span, *_ in divisions.of_lists(view, {}, only(named())))
    assert [view.words_of(*span) for span in spans] == found


@pytest.mark.parametrize(
    ("exact", "other", "found"),
    [
        (4_999, 60_000, True),
        (5_000, 60_000, False),
        (1_000, 10_000, True),
        (1_000, 9_999, False),
        (100, 5_000, True),
        (100, 4_999, False),
    ],
)
def test_a_hamlet_may_be_the_town_in_another_spelling(exact: int, other: int, found: bool) -> None:
    """One that is ten times as populous, and no hamlet itself."""
    hamlet, town = named(people=exact), named(people=other, source="x:other")
    (weighed,) = with_variants([Mention(0, 1, "Ash", (hamlet,), False, 2.0)], only(town))
    assert (town in weighed.names) == found


@pytest.mark.parametrize(("people", "found"), [(100_000, True), (99_999, False)])
def test_typing_errors_of_cities(people: int, found: bool) -> None:
    """Of smaller places only where the text names their country."""
    (guessed,) = with_guesses([Mention(0, 1, "Ahs", (), False, 2.0)], only(named("Ahs", people)))
    assert bool(guessed.names) == found


@pytest.mark.parametrize(("count", "found"), [(20, 20), (21, 20)])
def test_a_list_of_villages_is_no_list_of_typing_errors(count: int, found: int) -> None:
    """Only the first unknown names of a text are looked at."""
    unknown = [Mention(at, at + 1, "A" + chr(97 + at), (), False, 2.0) for at in range(count)]
    guessed = with_guesses(unknown, only(named("Ahs", 200_000)))
    assert sum(bool(one.names) for one in guessed) == found


@pytest.mark.parametrize(("people", "found"), [(10_000, True), (9_999, False)])
def test_two_words_may_be_one_name(parse_one: ParseOne, people: int, found: bool) -> None:
    """Of a town."""
    view = TextView(parse_one("A fire broke out in Padang Panjang on Monday."))
    assert bool(in_one_word(view, {}, only(named("Padangpanjang", people)))) == found


@pytest.mark.parametrize(
    ("word", "expected"), [("NATO", True), ("ASEAN", False), ("U.N.", True), ("EU", True), ("E", False)]
)
def test_acronyms(word: str, expected: bool) -> None:
    """Two to four capitals."""
    assert is_acronym(word) == expected


MORE_KNOWN: list[tuple[str, str, str, tuple[Name, ...], tuple[Name, ...]]] = [
    ("a town of several words", "Rain fell.", "Rain fell", (named(people=10_000),), (named(people=9_999),)),
    (
        "a Slavic one",
        "Rain fell.",
        "Rain fell",
        (named(people=1_000, country="UA"),),
        (named(people=999, country="UA"),),
    ),
    ("a rare name", "Rain fell.", "Rain fell", (named(people=20_000),) * 3, (named(people=20_000),) * 4),
    ("a town in four capitals", "JUBA – Rain fell.", "JUBA", (named(people=50_000),), (named(people=49_999),)),
]


@pytest.mark.parametrize(
    ("text", "form", "more", "less"), [row[1:] for row in MORE_KNOWN], ids=[row[0] for row in MORE_KNOWN]
)
def test_what_needs_less_support(
    parse_one: ParseOne, text: str, form: str, more: tuple[Name, ...], less: tuple[Name, ...]
) -> None:
    """Either side of the line differs by more than a point."""
    view = TextView(parse_one(text))
    found = mention(view, form)
    known, unknown = (by_fame(view, (found.start, found.end), names) for names in (more, less))
    assert known - unknown > 1.0


@pytest.mark.parametrize(
    ("text", "clubs"),
    [
        ("Leeds beat Hull in the match.", False),
        ("Leeds beat Hull in the cup match.", True),
        ("Leeds beat the old Hull 3-0.", True),
        ("Leeds beat the very old Hull 3-0.", False),
    ],
)
def test_reports_of_a_match(parse_one: ParseOne, text: str, clubs: bool) -> None:
    """Two words of sport, or a result, make one: a verb with the score near behind."""
    view = TextView(parse_one(text))
    kept = without_clubs(view, [mention(view, "Leeds", named("Leeds", 500_000))])
    assert (not kept) == clubs


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ash, a very small old railway town in the east, was hit.", "town"),
        ("Ash, a very small and old railway town in the east, was hit.", None),
        ("Ash, Elm, Oak, Yew, Fir, Bay and Box regions were hit.", "regions"),
        ("Ash, Elm, Oak, Yew, Fir, Bay, Gum and Box regions were hit.", None),
    ],
)
def test_how_far_behind_a_kind_word_stands(parse_one: ParseOne, text: str, kind: str | None) -> None:
    """Behind a description of some words, or a list of some names."""
    found = context.kind_after(TextView(parse_one(text)), 1)
    assert (found and found[1]) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The regions of Elm, Oak, Yew, Fir, Bay and Ash were hit.", "regions"),
        ("The regions of Box, Gum, Elm, Oak, Yew, Fir, Bay and Ash were hit.", None),
        ("A poor old cold mining district of Ash was hit.", None),
        ("A poor old and cold mining district of Ash was hit.", "district"),
    ],
)
def test_how_far_before_a_kind_word_stands(parse_one: ParseOne, text: str, kind: str | None) -> None:
    """Before a list of some names; one of several districts is no name of the wider place."""
    view = TextView(parse_one(text))
    found = context.kind_before(view, mention(view, "Ash").start)
    assert (found and found[1]) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RED OAK OLD ASH, Ukraine (AP) — Rain fell.", True),
        ("THE RED OAK OLD ASH, Ukraine (AP) — Rain fell.", False),
    ],
)
def test_the_country_of_a_dateline(parse_one: ParseOne, text: str, expected: bool) -> None:
    """Behind a town of up to four words."""
    view = TextView(parse_one(text))
    found = mention(view, "Ukraine")
    assert context.is_dateline_country(view, found.start, found.end) == expected


@pytest.mark.parametrize(
    ("between", "expected"), [("Elm, Oak, Yew, Fir (AP)", True), ("Elm, Oak, Yew, Fir, Bay (AP)", False)]
)
def test_how_long_a_dateline_is(parse_one: ParseOne, between: str, expected: bool) -> None:
    """Behind the town some names, and a dash."""
    assert context.is_dateline(TextView(parse_one(f"ASH, {between} — Rain fell.")), 0, 1) == expected
