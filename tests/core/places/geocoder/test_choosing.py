"""Which of a geocoder's places a document means, and how sure that is."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from core.places.geocoder.answer import Spot
from core.places.geocoder.choosing import Company, choose, company_of
from tests.core.records import place

SPOT = Spot("Novyi Kutok, Ukraine", "settlement", 49.5, 36.5, "UA", "nominatim:osm/node/1", 2.0, True)
FRENCH = msgspec.structs.replace(SPOT, latitude=44.0, longitude=1.0, country="FR", source="nominatim:osm/node/2")
NOBODY = Company(frozenset(), ())
KHARKIV = Company(frozenset({"UA"}), ((49.98, 36.25),))
LVIV = Company(frozenset({"UA"}), ((49.84, 24.03),))
BERLIN = Company(frozenset({"DE"}), ((52.5, 13.4),))


def test_company_decides_before_the_geocoders_order() -> None:
    """The one near the other places of the document, whatever comes first."""
    choice = choose([FRENCH, SPOT], "settlement", KHARKIV)
    assert choice is not None
    assert choice.spot == SPOT
    assert "56 km" in choice.words
    assert [spot for spot, _ in choice.others] == [FRENCH]


def test_the_farther_the_less_sure() -> None:
    """Near, same country, nothing to compare with, elsewhere, on another continent: each less than the one before."""
    far = msgspec.structs.replace(SPOT, latitude=-33.0, longitude=151.0, country="AU")
    lille = msgspec.structs.replace(FRENCH, latitude=50.6, longitude=3.1)
    cases = [(SPOT, KHARKIV), (SPOT, LVIV), (SPOT, NOBODY), (lille, BERLIN), (far, BERLIN)]
    choices = [choose([spot], "settlement", company) for spot, company in cases]
    sure = [choice.confidence for choice in choices if choice]
    assert sure == sorted(set(sure), reverse=True)
    assert len(sure) == 5
    assert sure[0] <= 0.7
    assert sure[-1] < 0.5
    assert choices[-1] is not None
    assert "doubtful" in choices[-1].words


def test_namesakes_nearby_are_doubt() -> None:
    """Two villages of the name in the same district are half as sure as one; a village's boundary is the same one."""
    twin = msgspec.structs.replace(SPOT, latitude=49.9)
    outline = msgspec.structs.replace(SPOT, latitude=49.501, source="nominatim:osm/relation/3")
    one, two, same = (choose(spots, "settlement", KHARKIV) for spots in ([SPOT], [SPOT, twin], [SPOT, outline]))
    assert one is not None
    assert two is not None
    assert same is not None
    assert two.confidence < one.confidence == same.confidence
    assert "2 places" in two.words


def test_a_name_that_is_only_like_it_is_doubt() -> None:
    """So is a place of another kind than the text speaks of."""
    alike = choose([msgspec.structs.replace(SPOT, exact=False)], "settlement", KHARKIV)
    other = choose([msgspec.structs.replace(SPOT, kind="area")], "settlement", KHARKIV)
    sure = choose([SPOT], "settlement", KHARKIV)
    assert alike is not None
    assert other is not None
    assert sure is not None
    assert max(alike.confidence, other.confidence) < sure.confidence


def test_a_building_is_meant_only_where_the_text_speaks_of_one() -> None:
    """A village is not the school that bears its name."""
    school = msgspec.structs.replace(SPOT, kind="site")
    assert choose([school], "settlement", KHARKIV) is None
    assert choose([school], "site", KHARKIV) is not None
    assert choose([], "settlement", KHARKIV) is None


def test_company_is_what_the_document_locates_by_itself() -> None:
    """Adjectives and countries give no point; names that were asked for count for nothing."""
    found = place(latitude=1.0, longitude=1.0, country="AU", outside="found")
    russian = place(latitude=60.0, longitude=100.0, country="RU", adjective=True, kind="country")
    unlocated = replace(place(), latitude=None, longitude=None, source=None, country=None)
    assert company_of([place(), found, russian, unlocated]) == Company(frozenset({"UA", "RU"}), ((49.5, 36.5),))
