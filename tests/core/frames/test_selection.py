"""One filter for all pages, carried by the address."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.frames.filter import Filter, Roles
from core.frames.not_shown import not_shown
from core.frames.rows import frames
from core.frames.selection import select
from tests.core.records import record

IDS = st.text(alphabet="abcdef0123456789", min_size=1, max_size=8)
FILTERS = st.builds(
    Filter,
    documents=st.lists(IDS, max_size=3).map(tuple),
    place=st.none() | st.text(min_size=1),
    first=st.none() | st.dates(max_value=dt.date(2022, 6, 1)),
    last=st.none() | st.dates(min_value=dt.date(2022, 6, 2)),
    speaker=st.none() | st.text(min_size=1),
    roles=st.sampled_from(get_args(Roles)),
)


@given(FILTERS)
def test_the_address_restores_the_filter(chosen: Filter) -> None:
    """A link alone gives the same filter in another browser."""
    assert Filter.from_query(chosen.to_query()) == chosen


@given(st.dictionaries(st.sampled_from(["docs", "place", "from", "to", "speaker", "show"]), st.text()))
def test_any_address_gives_some_filter(query: dict[str, str]) -> None:
    """A mistyped address never fails, and its days are in order."""
    chosen = Filter.from_query(query)
    assert not (chosen.first and chosen.last) or chosen.first <= chosen.last


@given(FILTERS)
def test_a_filter_only_takes_away(chosen: Filter) -> None:
    """What is shown is part of what there is, and the tray tells of the rest."""
    whole = frames([record()])
    shown = select(whole, chosen)
    assert shown.count <= whole.count
    told = sum(item.count for item in not_shown(whole, chosen, "map"))
    drawn = [row for row in shown.places if not row.adjective and row.latitude is not None]
    assert len(drawn) + told == len(whole.places)


CASES = [
    (Filter(), {"places": 2, "dates": 2, "figures": 2, "quotes": 1, "events": 2}),
    (Filter(roles="all"), {"places": 3}),
    (Filter(roles="actors"), {"places": 1}),
    (Filter(place="geonames:9"), {"places": 2, "dates": 2, "figures": 1, "quotes": 0, "events": 2}),
    (Filter(speaker="Olha Tkach"), {"figures": 1, "quotes": 1, "events": 0}),
    (Filter(first=dt.date(2022, 9, 1)), {"places": 1, "dates": 1, "figures": 1, "events": 1}),
    (Filter(last=dt.date(2022, 5, 1)), {"places": 1, "dates": 1, "figures": 0, "events": 1}),
    (Filter(documents=("other",)), {"places": 0, "dates": 0, "figures": 0, "quotes": 0, "events": 0}),
]


@pytest.mark.parametrize(("chosen", "expected"), CASES)
def test_what_a_filter_lets_through(chosen: Filter, expected: dict[str, int]) -> None:
    """Each part of the filter governs every kind of mark."""
    shown = select(frames([record()]), chosen)
    assert {kind: len(getattr(shown, kind)) for kind in expected} == expected


def test_the_tray_tells_reasons() -> None:
    """An actor that is switched off and a name without a place are told apart."""
    whole = frames([record()])
    assert [item.reason for item in not_shown(whole, Filter(), "map")] == [
        "governments, armies and other actors, not scenes: switched off above"
    ]
    assert [item.reason for item in not_shown(whole, Filter(roles="all"), "map")] == ["named, but not located"]
