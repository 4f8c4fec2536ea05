"""Values and days as a newsroom writes them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wording import amount, country, days

AMOUNTS = [
    ((440, None, "at least", None), "≥ 440"),
    ((440, 440, "exactly", None), "440"),
    ((200, 200, "about", None), "≈ 200"),
    ((18, 25, "between", "percent"), "18–25 %"),
    ((600_000_000, 600_000_000, "exactly", "USD"), "$600 m"),
    ((1_250_000_000, None, "more than", "UAH"), "> UAH 1.25 bn"),
    ((2000, None, "vague", None), "2,000+"),
    ((6, None, "more than", "month"), "> 6 months"),
    ((1, 1, "exactly", "kilometre"), "1 kilometre"),
    ((None, 30, "less than", "kilometre per hour"), "< 30 kilometres per hour"),
    ((66.7, 66.7, "exactly", "percent"), "66.7 %"),
    ((55_000_000, 60_000_000, "between", "GBP per year"), "£55 m–60 m per year"),
    ((None, None, "vague", None), "unstated"),
]


@pytest.mark.parametrize(("given_value", "expected"), AMOUNTS)
def test_amount(given_value: tuple[float | None, float | None, str, str | None], expected: str) -> None:
    """The sign of the bound is never lost."""
    assert amount(*given_value) == expected


SPANS = [
    ("2022-09-17", "2022-09-17", "17 Sep 2022"),
    ("2022-09-05", "2022-09-11", "5–11 Sep 2022"),
    ("2022-08-30", "2022-09-02", "30 Aug – 2 Sep 2022"),
    ("2021-12-30", "2022-01-02", "30 Dec 2021 – 2 Jan 2022"),
    ("2022-07-01", "2022-07-31", "Jul 2022"),
    ("2022-07-01", "2022-09-30", "Jul–Sep 2022"),
    ("2021-07-01", "2022-02-28", "Jul 2021 – Feb 2022"),
    ("2022-01-01", "2022-12-31", "2022"),
    ("1990-01-01", "1999-12-31", "1990–1999"),
    ("2022-09-05", None, "since 5 Sep 2022"),
    (None, "2022-09-05", "until 5 Sep 2022"),
    (None, None, "no date"),
]


@pytest.mark.parametrize(("earliest", "latest", "expected"), SPANS)
def test_days(earliest: str | None, latest: str | None, expected: str) -> None:
    """What two days share is said once."""
    first, last = (dt.date.fromisoformat(day) if day else None for day in (earliest, latest))
    assert days(first, last) == expected


@given(st.none() | st.dates(), st.none() | st.dates())
def test_any_days_have_words(one: dt.date | None, other: dt.date | None) -> None:
    """The ends of the calendar are days like any other."""
    assert days(*sorted((one, other))) if one and other else days(one, other)


@pytest.mark.parametrize(("code", "name"), [("IN", "India"), ("UA", "Ukraine"), ("QQ", "QQ"), (None, "")])
def test_a_country_is_named_in_full(code: str | None, name: str) -> None:
    """No codes on screen, but for those that nobody gave a name."""
    assert country(code) == name
