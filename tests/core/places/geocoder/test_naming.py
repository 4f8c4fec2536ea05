"""Whether a place that a geocoder found bears the name that was asked for."""

from __future__ import annotations

import pytest

from core.places.geocoder.naming import agreement


@pytest.mark.parametrize(
    ("asked", "names", "expected"),
    [
        ("Novyi Kutok", ["Novyi Kutok"], "same"),
        ("Novyi Kutok", ["Новий Куток", "NOVYI KUTOK"], "same"),
        ("Novyj Kutok", ["Новий Куток"], "same"),  # another way of romanising
        ("Saint-Éloi", ["Saint Eloi"], "same"),
        ("Onon", ["Lake Onon"], "similar"),
        ("Zelenyi Hai village", ["Zelenyi Hai"], "similar"),
        ("Tokwe", ["東京都"], "similar"),  # nobody here can compare
        ("Novyi", ["Novyi Buh"], None),
        ("Camp Brodek", ["Camp"], None),
        ("Camp", ["Camp Brodek"], None),
        ("Novyi Kutok", ["Novyi Ruch"], None),
        ("Novyi Kutok", ["", ""], None),
        ("Novyi Kutok", [], None),
    ],
)
def test_agreement(asked: str, names: list[str], expected: str | None) -> None:
    """The same, like it, or another name."""
    assert agreement(asked, names) == expected
