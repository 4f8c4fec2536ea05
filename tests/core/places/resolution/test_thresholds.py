"""Where the choice of a place tips over: a row on each side of every line, with namesakes made for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from spacy.tokens import Doc

from core.geometry.distances import KM_A_DEGREE
from core.places.gazetteer import Entry, Name
from core.places.mention import Mention
from core.places.resolution.coherence import ballot
from core.places.resolution.groups import NameGroup, gather
from core.places.resolution.home_country import home_of
from core.places.resolution.lists import read_lists
from core.places.resolution.offset import offset_before
from core.places.resolution.prior import is_respelt, is_worldwide
from core.places.resolution.reasons import reason
from core.places.resolution.resolve import resolve, tell_strangers
from core.text.view import TextView

ParseOne = Callable[[str], Doc]
Known = dict[str, Sequence[Entry | Name]]

TOWN = Entry("x:town", "Ash", "settlement", 51.0, 1.0, "GB", "x:kent", 5_000, 3.0)
ABROAD = replace(TOWN, source="x:abroad", latitude=-30.0, longitude=140.0, country="AU", region="x:south")
KNOWN_ABROAD = replace(ABROAD, population=900_000)
KENT = Entry("x:kent", "Kent", "region", 51.0, 1.0, "GB", None, 1_500_000, 95.0)
BRITAIN = Entry("x:gb", "Elm", "country", 54.0, -2.0, "GB", None, 60_000_000, 400.0)
INLAND = Entry("x:land", "Ash", "country", 10.0, 10.0, "XA", None, 30_000_000, 400.0)
ISLAND = replace(INLAND, source="x:island", name="Oak", country="XO", latitude=-10.0)


def north(km: float, of: Entry = TOWN, **more: Any) -> Entry:
    """The same place so many kilometres farther north."""
    return replace(of, latitude=of.latitude + km / KM_A_DEGREE, **more)


def named(entry: Entry, form: str, relation: str = "name", **more: Any) -> Name:
    """A place as another form of its name finds it."""
    return Name(replace(entry, **more), form, relation)  # type: ignore[arg-type]


def read(parse_one: ParseOne, text: str, known: Known) -> tuple[TextView, list[Mention]]:
    """A text, and the mentions of names in it that may be one of the places told for them."""
    view = TextView(parse_one(text))
    mentions = []
    for token in view.doc:
        if token.text in known:
            names = tuple(e if isinstance(e, Name) else Name(e, token.text, "name") for e in known[token.text])
            mentions.append(Mention(token.i, token.i + 1, token.text, names, False, 5.0))
    return view, mentions


def resolved(parse_one: ParseOne, text: str, known: Known) -> list[NameGroup]:
    """What each name of a text is taken for."""
    view, mentions = read(parse_one, text, known)
    groups, member = gather(mentions)
    resolve(view, mentions, groups, member)
    return groups


BESIDE = "Ash, Kent, is cold."
FILLED = "Ash, a small old main town in the north of the Kent, is cold."
TOLD = "Ash, a small old main town that fears the north of the Kent, is cold."
COUNTRIES = {"Ash": INLAND, "Elm": BRITAIN, "Oak": ISLAND}
IN_ELM = {"Ash": [INLAND, TOWN], "Elm": [BRITAIN], "Oak": [ISLAND]}
FARMS = [replace(ABROAD, source=f"x:farm{number}", population=9) for number in range(60)]
LOST = [replace(KENT, source=f"x:lost{number}", latitude=-40.0, country="NZ") for number in range(4)]
CHOICES: list[tuple[str, str, Known, str]] = [
    ("a wider place, by its fourth sense", BESIDE, {"Ash": [KNOWN_ABROAD, TOWN], "Kent": [*LOST[:3], KENT]}, "x:town"),
    ("by its fifth", BESIDE, {"Ash": [KNOWN_ABROAD, TOWN], "Kent": [*LOST, KENT]}, "x:abroad"),
    ("the sixtieth place of a name", BESIDE, {"Ash": [*FARMS[1:], TOWN], "Kent": [KENT]}, "x:town"),
    ("the sixty-first", BESIDE, {"Ash": [*FARMS, TOWN], "Kent": [KENT]}, "x:farm0"),
    (
        "near the seat of a district",
        "Ash, Elm, is cold.",
        {"Ash": [KNOWN_ABROAD, TOWN], "Elm": [north(59, source="x:elm")]},
        "x:town",
    ),
    (
        "not so near",
        "Ash, Elm, is cold.",
        {"Ash": [KNOWN_ABROAD, TOWN], "Elm": [north(61, source="x:elm")]},
        "x:abroad",
    ),
    ("words that only fill", FILLED, {"Ash": [KNOWN_ABROAD, TOWN], "Kent": [KENT]}, "x:town"),
    ("words that tell", TOLD, {"Ash": [KNOWN_ABROAD, TOWN], "Kent": [KENT]}, "x:abroad"),
    ("two names may be a town and its country", "Ash, Elm are cold.", IN_ELM, "x:town"),
    ("three are a list", "Ash, Elm and Oak are cold.", IN_ELM, "x:land"),
]
ALONE = "Ash is cold."
REGION = replace(ABROAD, source="x:region", kind="region", region=None, population=0)
SAINT = {"form": "St. Ash", "source": "x:saint", "country": "SN"}
FAME: list[tuple[str, Entry | Name, int, bool]] = [
    ("a wide region, a smaller town", replace(REGION, precision_km=60.0), 28_000, True),
    ("a wide region, a larger town", replace(REGION, precision_km=60.0), 35_000, False),
    ("a district, a smaller town", replace(REGION, precision_km=59.0), 2_800, True),
    ("a district, a larger town", replace(REGION, precision_km=59.0), 3_500, False),
    ("a district little larger than its town", replace(REGION, precision_km=8.1), 2_800, True),
    ("no more than its town, and a village", replace(REGION, precision_km=8.0), 280, True),
    ("no more than its town, and a larger village", replace(REGION, precision_km=8.0), 350, False),
    ("a spelling of Odesa", named(ABROAD, "Odessa", "alternate", name="Odesa", population=16_300), 10_000, True),
    (
        "a town half as large again",
        named(ABROAD, "Odessa", "alternate", name="Odesa", population=15_400),
        10_000,
        False,
    ),
    ("quite another name", named(ABROAD, "Oak Hill", "alternate", population=163_000), 10_000, True),
    ("a town a fifteenth as large", named(ABROAD, "Oak Hill", "alternate", population=154_000), 10_000, False),
    ("a saint in short", named(ABROAD, "St. Ash", name="Saint-Ash", population=25_800), 10_000, True),
    ("a town two fifths as large", named(ABROAD, "St. Ash", name="Saint-Ash", population=24_400), 10_000, False),
]


@pytest.mark.parametrize(("text", "known", "source"), [row[1:] for row in CHOICES], ids=[row[0] for row in CHOICES])
def test_which_place_is_meant(parse_one: ParseOne, text: str, known: Known, source: str) -> None:
    """Of the first name in the text, by what stands beside it."""
    first = resolved(parse_one, text, known)[0]
    assert first.names[first.best(0)].entry.source == source


@pytest.mark.parametrize(("place", "people", "wins"), [row[1:] for row in FAME], ids=[row[0] for row in FAME])
def test_which_is_the_better_known(parse_one: ParseOne, place: Entry | Name, people: int, wins: bool) -> None:
    """Against a town that is simply called so, where the text tells nothing else."""
    (group,) = resolved(parse_one, ALONE, {"Ash": [place, replace(TOWN, population=people)]})
    assert (group.best(0) == 0) == wins


@pytest.mark.parametrize(("people", "alike"), [(5_000_000, True), (3_000_000, False)])
def test_of_two_large_countries_none_is_the_better_known(parse_one: ParseOne, people: int, alike: bool) -> None:
    """Of a large and a small one the large is."""
    known = {"Ash": [replace(INLAND, population=100_000_000), replace(ISLAND, population=people)]}
    (group,) = resolved(parse_one, ALONE, known)
    larger, smaller = group.chances()
    assert (larger == pytest.approx(smaller)) == alike
    assert larger >= smaller


@pytest.mark.parametrize(
    ("text", "known", "elsewhere"),
    [
        ("Ash in Kent is cold.", {"Ash": [replace(ABROAD, population=49_999)], "Kent": [KENT]}, True),
        ("Ash in Kent is cold.", {"Ash": [replace(ABROAD, population=50_000)], "Kent": [KENT]}, False),
        ("Ash in Kent is cold.", {"Ash": [north(196, country="FR", region=None)], "Kent": [KENT]}, True),
        ("Ash in Kent is cold.", {"Ash": [north(194, country="FR", region=None)], "Kent": [KENT]}, False),
        ("Ash in Kent is cold.", {"Ash": [north(204, country="FR", region=None)], "Kent": [TOWN]}, True),
        ("Ash in Kent is cold.", {"Ash": [north(202, country="FR", region=None)], "Kent": [TOWN]}, False),
    ],
)
def test_a_place_that_lies_where_the_text_does_not_say(
    parse_one: ParseOne, text: str, known: Known, elsewhere: bool
) -> None:
    """It is another one of the name, that nobody has listed: not so of a city, nor by a border that may be disputed."""
    assert bool(resolved(parse_one, text, known)[0].elsewhere) == elsewhere


@pytest.mark.parametrize(("radius", "words"), [(89.0, "near County"), (90.0, "in the same region as County")])
def test_a_county_is_a_neighbour_and_a_wide_region_is_not(parse_one: ParseOne, radius: float, words: str) -> None:
    """What a reader is told of the name that keeps another one company."""
    county = replace(KENT, source="x:county", region="x:kent", precision_km=radius)
    assert resolved(parse_one, "Ash and County are cold.", {"Ash": [TOWN], "County": [county]})[0].near == words


@pytest.mark.parametrize(("chance", "votes"), [(0.0021, {"GB", "AU"}), (0.0019, {"GB"})])
def test_hardly_a_chance_is_no_vote(chance: float, votes: set[str]) -> None:
    """A namesake that is all but ruled out does not speak for its country."""
    group = NameGroup("ash", "Ash", None, "", (Name(TOWN, "Ash", "name"), Name(ABROAD, "Ash", "name")), [0])
    assert ballot(group, [1 - chance, chance]).country.keys() == votes


@pytest.mark.parametrize(
    ("words", "more", "alike"),
    [
        ("councillor nhs constabulary mp", "tory", True),
        ("councillor nhs constabulary", "mp", False),
        ("colour harbour", "neighbour", True),
        ("colour", "harbour", False),
    ],
)
def test_when_more_words_say_no_more(parse_one: ParseOne, words: str, more: str, alike: bool) -> None:
    """Four words that only one country's papers use leave no doubt; of British spellings the third adds nothing."""
    before, after = (home_of(TextView(parse_one(text)))["GB"] for text in (words, f"{words} {more}"))
    assert (before == after) == alike


@pytest.mark.parametrize(
    ("first", "others", "peers", "listed"),
    [
        (0.5, 1.0, {0: 1.0}, True),
        (0.48, 1.0, {0: 1.0}, False),
        (1.0, 0.5, {0: 0.5}, True),
        (1.0, 0.48, {}, False),
    ],
)
def test_a_list_is_of_one_kind(
    parse_one: ParseOne, first: float, others: float, peers: dict[int, float], listed: bool
) -> None:
    """As likely as not is enough: for the other names, and for the name itself to be taken out of a town's reading."""
    view, mentions = read(parse_one, "Ash, Elm and Oak are cold.", {name: [e, TOWN] for name, e in COUNTRIES.items()})
    groups, member = gather(mentions)
    chances = [[chance, 1 - chance] for chance in (first, others, others)]
    assert (0 in read_lists(view, mentions, groups, member, chances)) == listed
    assert groups[0].peers == peers


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("It fell 990 km north of Ash.", 990.0),
        ("It fell 1,010 km north of Ash.", 1_000.0),
        ("It fell 10 nautical miles north of Ash.", 18.52),
        ("It fell 10 miles north of Ash.", 16.09),
        ("It fell north of Ash.", 15.0),
        ("It fell 12 km (about 7 miles) north of Ash.", 12.0),
        ("It fell 12 km (just about 7 miles) north of Ash.", 15.0),
    ],
)
def test_how_far_away_the_text_says(parse_one: ParseOne, text: str, km: float) -> None:
    """In km; no farther than a text would say, and no far look back over a bracket."""
    view, (mention,) = read(parse_one, text, {"Ash": [TOWN]})
    offset = offset_before(view, mention.start)
    assert offset is not None
    assert offset.km == pytest.approx(km)


@pytest.mark.parametrize(("form", "name", "expected"), [("Kiev", "Kyiv", True), ("Goa", "Gao", False)])
def test_spellings_of_one_name_have_most_letters_in_common(form: str, name: str, expected: bool) -> None:
    """In order."""
    assert is_respelt(named(TOWN, form, "alternate", name=name)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister spoke of the treaty and of sanctions.", True),
        ("The minister spoke of the treaty.", False),
        ("The minister spoke of the treaty and of sanctions at the school.", False),
        ("The minister spoke of the treaty and of sanctions on troops at the school.", True),
    ],
)
def test_a_story_for_the_world(parse_one: ParseOne, text: str, expected: bool) -> None:
    """Three of its words more than of a local story."""
    assert is_worldwide(TextView(parse_one(text))) == expected


@pytest.mark.parametrize(("gain", "words"), [(0.99, "The text reads like a British paper"), (1.0, "Near Elm")])
def test_which_of_two_grounds_is_told(gain: float, words: str) -> None:
    """That of the other names, where they add as much."""
    names = (Name(KNOWN_ABROAD, "Ash", "name"), Name(TOWN, "Ash", "name"))
    group = NameGroup("ash", "Ash", None, "", names, company=[0.0, gain], leaning="GB", near="near Elm")
    assert reason(Mention(0, 1, "Ash", names, False, 5.0), group, 0, 1, None).startswith(words)


@pytest.mark.parametrize(
    ("local", "strangers"),
    [
        ([2.5, 2.5, 0.0, 0.0], {2, 3}),
        ([2.5, 2.4, 0.0, 0.0], set()),
        ([2.5, 2.5, 2.5, 0.99], {3}),
        ([2.5, 2.5, 2.5, 1.0], set()),
        ([2.5, 2.5, 0.0], set()),
        ([2.5, 2.5, 0.0, 0.0, 0.0], set()),
    ],
)
def test_which_towns_lie_apart(local: list[float], strangers: set[int]) -> None:
    """Where at least half of the towns, four or more, are neighbours: those that gain hardly anything by the others."""
    names = (Name(TOWN, "Ash", "name"),)
    groups = [NameGroup(str(at), "Ash", None, "", names, [at], [0.0], local=[own]) for at, own in enumerate(local)]
    tell_strangers(groups)
    assert {at for at, group in enumerate(groups) if group.stranger} == strangers
