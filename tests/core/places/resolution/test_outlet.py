"""The country that a paper's web address ends with, where it ends with one."""

from __future__ import annotations

import pytest

from core.places.gazetteer import Gazetteer
from core.places.resolution.outlet import country_of_outlet, home_of_outlet

ADDRESSES = [
    ("www.camford-courier.co.uk", "GB"),
    ("camford-courier.com.au/", "AU"),
    ("https://news.camford.ca", "CA"),
    ("www.camford-courier.com", None),
    ("www.atlas.tv", None),
]


@pytest.mark.parametrize(("outlet", "country"), ADDRESSES)
def test_a_web_address_ends_with_its_country(outlet: str, country: str | None) -> None:
    """Letters in the middle of an address are no country: "www.ca…" is not Canada."""
    groups = home_of_outlet(outlet, Gazetteer.open())
    assert [group.names[0].entry.country for group in groups] == ([country] if country else [])


@pytest.mark.parametrize(("outlet", "country"), [*ADDRESSES, (None, None), ("", None), ("Cambridge News", None)])
def test_an_outlet_writes_as_its_country_does_where_its_name_tells(outlet: str | None, country: str | None) -> None:
    """An address by its ending; a name that several countries have leaves it open."""
    assert country_of_outlet(outlet, Gazetteer.open()) == country
