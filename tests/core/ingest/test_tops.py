"""Headline, outlet and date from first lines; passages that are not reporting."""

from __future__ import annotations

import datetime as dt
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ingest import from_text
from core.ingest.boilerplate import boilerplate
from core.ingest.dateline import plausible
from core.ingest.guess import guess

DATA = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a table."""
    return list(tomllib.loads((DATA / name).read_text("utf-8"))["case"])


@pytest.mark.parametrize("case", cases("tops.toml"), ids=lambda case: case["text"][:40])
def test_first_lines(case: dict[str, Any]) -> None:
    """What the case names is found, and nothing else."""
    found = guess(case["text"])
    assert (found.title, found.outlet, found.published) == tuple(case.get(k) for k in ("title", "outlet", "published"))


@pytest.mark.parametrize("case", cases("boilerplate.toml"), ids=lambda case: case["text"][:40])
def test_boilerplate(case: dict[str, Any]) -> None:
    """Exactly the marked passages, in order."""
    assert [case["text"][span.start : span.end] for span in boilerplate(case["text"])] == case["marked"]


def test_lines_of_newspapers_pages() -> None:
    """Boilerplate is greyed, but for gaps between sentences; reporting that begins alike is left alone."""
    table = tomllib.loads((DATA / "boilerplate.toml").read_text("utf-8"))
    assert [line for line in table["lines"] if _greyed(line) < 0.9 * len(line)] == []
    assert [line for line in table["reporting"] if _greyed(line)] == []


def _greyed(line: str) -> int:
    """Characters of a line between two others that are greyed; the spans fit the text around it."""
    before = "Two people died.\n\n"
    text = f"{before}{line}\n\nThe mill is closed."
    spans = boilerplate(text)
    assert all(len(before) <= span.start < span.end <= len(before) + len(line) for span in spans)
    return sum(span.end - span.start for span in spans)


@pytest.mark.parametrize(
    ("day", "taken"),
    [
        (dt.date(2022, 9, 17), True),
        (dt.date(1901, 5, 3), True),
        (dt.date(1899, 12, 30), False),
        (dt.date(1970, 1, 1), False),
        (dt.date(1980, 1, 1), False),
        (dt.date(2101, 1, 1), False),
        (dt.datetime.now(dt.UTC).date(), True),
        (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=3), False),
    ],
)
def test_only_days_on_which_an_article_can_have_appeared_are_taken(day: dt.date, taken: bool) -> None:
    """Neither the future nor where clocks begin; the date is then asked for."""
    assert (plausible(day) is not None) == taken
    document = from_text(f"Bridge falls near the mill\n{day:%d %B %Y}\n\nTwo people were hurt.", "a")
    assert (document.published == day) == taken
    assert document.dated_by == ("from the first lines of the text" if taken else None)


@given(st.text(max_size=300))
def test_any_text_gives_spans_in_order(text: str) -> None:
    """Spans lie in the text and never overlap, and a guess never fails."""
    spans = boilerplate(text)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)
    assert guess(text).text == text


@pytest.mark.parametrize("piece", [" ", "1", "A", "a ", ". A", "A, ", "Click here. ", "by you ", "-", "Sign up "])
def test_long_runs_stay_fast(piece: str) -> None:
    """Ten times the text takes about ten times as long, with room for a busy machine."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        boilerplate(text)
        guess(text)
        return time.process_time() - begun

    assert min(seconds(200_000) for _ in range(2)) < 60 * max(min(seconds(20_000) for _ in range(3)), 0.001)
