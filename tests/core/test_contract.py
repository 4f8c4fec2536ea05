"""The record keeps its promises for any text."""

from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.extraction import extract
from core.ingest import from_text
from core.models import Extraction, extraction_from_json, to_json
from tests.core.contract import broken_promises

PARTS = [
    *("At least ", "about ", "nearly ", "12", "1,200", "3.5 ", "$40 million", "half of ", "dozens of ", "9/11/22", "%"),
    *(" people", " were killed", " said", "“", "”", '"', "«", "»", "’s ", " denied", " according to ", " the mayor"),
    *("Paris", "Kharkiv region", "Odessa, Texas", "Georgia", "US", "Reuters", "Black Sea", "Nowhereville", "Львів"),
    *(" on Monday", " last week", " in May 2021", " since July", " tomorrow", " 31 February", " at 09:14", " in 0000"),
    *(". ", ", ", "; ", "\n", "\n\n", " ", "\t", "—", "(", ")", "\u200b", "\u202e", "\x00", "😀", "é", "\ud800"),
]
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(max_size=6), max_size=40).map("".join)
DAYS = st.none() | st.dates(dt.date(1000, 1, 1), dt.date(9998, 12, 31))
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def record_of(text: str, published: dt.date | None) -> Extraction:
    """The record of one text, which must not be a failure."""
    (outcome,) = extract([from_text(text, name="text", published=published, as_it_stands=True)])
    assert isinstance(outcome, Extraction), outcome
    return outcome


@SLOW
@given(TEXTS, DAYS)
def test_the_record_is_as_promised(text: str, published: dt.date | None) -> None:
    """Offsets, indices, order, dates, bounds and coordinates hold whatever the text."""
    record = record_of(text, published)
    assert broken_promises(record) == []
    assert len(record.text) == len(text)


@SLOW
@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same_record(text: str, published: dt.date | None) -> None:
    """Extraction has no memory and no chance in it, and JSON keeps all of the record."""
    line = to_json(record_of(text, published))
    assert to_json(record_of(text, published)) == line
    assert to_json(extraction_from_json(line)) == line


def test_keys_are_those_promised() -> None:
    """A notebook that reads the record finds the keys it was told of."""
    text = "At least 12 people died in Paris on Monday, the mayor said. “It is a dark day,” she said."
    given_keys = msgspec.to_builtins(record_of(text, dt.date(2022, 9, 17)))
    expected = {
        "": "id name sha256 title published published_from language text warnings places dates figures quotes events",
        "places": "start end text name kind latitude longitude country source precision_km role adjective confidence "
        "reason alternatives",
        "dates": "start end text type value modifier earliest latest anchor reason",
        "figures": "start end text low high bound change unit counted counted_head kind speaker via hedges negated "
        "place date sentence",
        "quotes": "start end kind speaker cue via closed",
        "events": "start end summary trigger earliest latest precision status dates places figures actors",
    }
    for part, keys in expected.items():
        found = given_keys[part][0] if part else given_keys
        assert set(keys.split()) <= set(found), part
