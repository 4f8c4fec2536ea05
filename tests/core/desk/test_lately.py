"""Who changed what lately, in sentences."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.desk.journal import Entry
from core.desk.lately import sentences

NOW = dt.datetime(2026, 12, 1, 14, 30, tzinfo=dt.UTC).timestamp()
MINUTE = 60.0


def entry(minutes_ago: float, who: str, deed: str, subject: str = "") -> Entry:
    """A line of the journal."""
    return Entry(NOW - minutes_ago * MINUTE, who, deed, subject)


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ([], ()),
        ([entry(10, "A.", "renamed")], ("A. renamed the dossier, 14:20",)),
        ([entry(10, "", "made")], ("Somebody began the dossier, 14:20",)),
        (
            [entry(10, "B.", "added", "3"), entry(11, "B.", "added", "2"), entry(12, "B.", "added", "1")],
            ("B. added 3 documents, 14:20",),
        ),
        ([entry(10, "B.", "changed", "1"), entry(11, "B.", "changed", "1")], ("B. changed 1 document, 14:20",)),
        (
            [entry(10, "B.", "added", "2"), entry(11, "A.", "judged", "x"), entry(12, "B.", "added", "1")],
            ("B. added 1 document, 14:20", "A. made 1 decision, 14:19", "B. added 1 document, 14:18"),
        ),
        (
            [entry(10, "B.", "added", "2"), entry(100, "B.", "added", "1")],
            ("B. added 1 document, 14:20", "B. added 1 document, 12:50"),
        ),
        ([entry(60 * 24, "A.", "took back", "x")], ("A. took back 1 decision, 30 Nov 2026",)),
        ([entry(10, "A.", "a deed of tomorrow")], ("A. changed the dossier, 14:20",)),
    ],
)
def test_what_was_done_is_told(entries: list[Entry], told: tuple[str, ...]) -> None:
    """What one did in a row is one sentence; what another did in between parts it."""
    assert sentences(entries, NOW, dt.UTC, 9) == told


def test_a_day_is_the_readers_own() -> None:
    """What is yesterday here may be today there."""
    late = [entry(15 * 60, "A.", "renamed")]
    assert sentences(late, NOW, dt.UTC, 1) == ("A. renamed the dossier, 30 Nov 2026",)
    assert sentences(late, NOW, dt.timezone(dt.timedelta(hours=1)), 1) == ("A. renamed the dossier, 00:30",)


DEEDS = st.builds(entry, st.floats(0, 10_000), st.sampled_from(["", "A.", "B."]), st.sampled_from(["added", "renamed"]))


@given(st.lists(DEEDS), st.integers(0, 5))
def test_no_more_than_asked_for_and_the_latest_first(entries: list[Entry], most: int) -> None:
    """However much was done."""
    entries.sort(key=lambda one: -one.at)
    told = sentences(entries, NOW, dt.UTC, most)
    assert len(told) <= most
    if entries and most:
        assert told[0].startswith(entries[0].who or "Somebody")
