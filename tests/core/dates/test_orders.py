"""Any day, written in any usual order, is read back as itself."""

from __future__ import annotations

import datetime as dt

import pytest
from dateutil.easter import EASTER_ORTHODOX
from dateutil.easter import easter as known_easter
from hypothesis import given, settings
from hypothesis import strategies as st

from core.dates import find_dates
from core.dates.holidays import HOLIDAYS, easter, holiday, nth_weekday, orthodox_easter
from core.extraction import extract
from core.models import Document, Extraction
from core.text.pipeline import pipeline
from core.text.view import TextView

_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
ORDERS = {
    "16 September 2022": lambda d: f"{d.day} {d:%B} {d.year}",
    "16th September 2022": lambda d: f"{_ordinal(d)} {d:%B} {d.year}",
    "the 16th of September 2022": lambda d: f"the {_ordinal(d)} of {d:%B} {d.year}",
    "September 16, 2022": lambda d: f"{d:%B} {d.day}, {d.year}",
    "September 16th, 2022": lambda d: f"{d:%B} {_ordinal(d)}, {d.year}",
    "Sep 16, 2022": lambda d: f"{d:%b} {d.day}, {d.year}",
    "16 Sep 2022": lambda d: f"{d.day} {d:%b} {d.year}",
    "Friday, 16 September 2022": lambda d: f"{d:%A}, {d.day} {d:%B} {d.year}",
    "Friday, September 16, 2022": lambda d: f"{d:%A}, {d:%B} {d.day}, {d.year}",
    "2022-09-16": lambda d: d.isoformat(),
    "16.09.2022": lambda d: f"{d:%d.%m}.{d.year}",
    "16-09-2022": lambda d: f"{d:%d-%m}-{d.year}",
}
_PUBLISHED = dt.date(2022, 9, 17)
_DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2199, 12, 31))


def _ordinal(day: dt.date) -> str:
    return f"{day.day}{_ENDINGS.get(day.day, 'th')}"


def _read(text: str, published: dt.date | None = _PUBLISHED, country: str | None = None) -> list[tuple[str, str]]:
    return [(m.text, m.value) for m in find_dates(TextView(pipeline().make_doc(text)), published, country)]


@pytest.mark.parametrize("order", ORDERS)
@given(day=_DAYS)
@settings(max_examples=60, deadline=None)
def test_a_day_in_any_order_is_read_back_as_itself(order: str, day: dt.date) -> None:
    """The whole of it is one mention, and it means that day."""
    written = ORDERS[order](day)
    assert _read(f"It was signed on {written} by both sides.") == [(written, day.isoformat())]


@given(day=st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 31)), us=st.booleans())
@settings(max_examples=100, deadline=None)
def test_slashes_follow_the_country(day: dt.date, us: bool) -> None:
    """Month first in the United States, day first elsewhere, and the only possible order where one is none."""
    written = f"{day.month}/{day.day}/{day.year}" if us else f"{day.day}/{day.month}/{day.year}"
    assert _read(f"Stamped {written} at the gate.", country="US" if us else "GB") == [(written, day.isoformat())]


@given(published=st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), back=st.integers(0, 120))
@settings(max_examples=80, deadline=None)
def test_a_recent_day_needs_no_year(published: dt.date, back: int) -> None:
    """A day of the last four months, written without its year, is found again."""
    day = published - dt.timedelta(days=back)
    if (day.month, day.day) != (2, 29):
        assert _read(f"It fell on {day.day} {day:%B}.", published)[0][1] == day.isoformat()


@given(published=st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), count=st.integers(2, 60))
@settings(max_examples=80, deadline=None)
def test_days_ago_count_back_from_publication(published: dt.date, count: int) -> None:
    """ "N days ago" is N days before the publication, in figures of any size."""
    assert _read(f"It fell {count} days ago.", published)[0][1] == (published - dt.timedelta(days=count)).isoformat()


@pytest.mark.parametrize("year", range(1583, 4100, 13))
def test_easter_agrees_with_the_tables(year: int) -> None:
    """Western and orthodox Easter, against python-dateutil."""
    assert easter(year) == known_easter(year)
    assert orthodox_easter(year) == known_easter(year, EASTER_ORTHODOX)


@pytest.mark.parametrize("name", HOLIDAYS)
@pytest.mark.parametrize("year", [1600, 1999, 2024, 9998])
def test_every_holiday_falls_in_its_year(name: str, year: int) -> None:
    """Each rule gives a day of that year, or none where its reckoning does not reach."""
    day = holiday(HOLIDAYS[name], year)
    assert day is None or day.year == year


def test_a_fifth_monday_is_not_in_every_month() -> None:
    """Where a month has none there is no such day."""
    assert nth_weekday(2022, 8, 1, 5) == dt.date(2022, 8, 29)
    assert nth_weekday(2022, 9, 1, 5) is None
    assert nth_weekday(2022, 9, 1, -1) == dt.date(2022, 9, 26)


@pytest.mark.parametrize(
    ("outlet", "address", "value"),
    [
        ("camford-courier.co.uk", None, "2022-07-04"),
        ("The Courier", "https://www.camford-courier.com.au/news/1", "2022-07-04"),
        ("The Courier", "https://[camford", "2022-04-07"),
        (None, None, "2022-04-07"),
    ],
)
def test_an_outlets_country_decides_the_order_of_its_dates(outlet: str | None, address: str | None, value: str) -> None:
    """By its name or its web address; where neither tells, by the text; a broken address tells nothing."""
    document = Document("a", "a", "The permit dated 4/7/2022 is void.", "0" * 64, outlet=outlet, address=address)
    (record,) = extract([document])
    assert isinstance(record, Extraction)
    assert [date.value for date in record.dates] == [value]
