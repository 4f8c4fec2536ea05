"""Headline, outlet and date from first lines; passages that are not reporting."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.boilerplate import boilerplate
from core.reading.guess import guess

DATA = Path(__file__).parent / "data"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a table."""
    return list(tomllib.loads((DATA / name).read_text("utf-8"))["case"])


@pytest.mark.parametrize("case", cases("reading_tops.toml"), ids=lambda case: case["text"][:40])
def test_first_lines(case: dict[str, Any]) -> None:
    """What the case names is found, and nothing else."""
    found = guess(case["text"])
    assert (found.title, found.outlet, found.published) == tuple(case.get(k) for k in ("title", "outlet", "published"))


@pytest.mark.parametrize("case", cases("reading_boilerplate.toml"), ids=lambda case: case["text"][:40])
def test_boilerplate(case: dict[str, Any]) -> None:
    """Exactly the marked passages, in order."""
    assert [case["text"][span.start : span.end] for span in boilerplate(case["text"])] == case["marked"]


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
