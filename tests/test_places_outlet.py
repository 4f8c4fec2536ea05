"""The country that a paper's web address ends with, where it ends with one."""

from __future__ import annotations

import pytest

from core.places.gazetteer import Gazetteer
from core.places.outlet import home_of_outlet

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
