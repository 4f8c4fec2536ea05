"""No regular expression of the project takes more than linear time, whatever a document holds."""

from __future__ import annotations

import pytest

from tests.benchmark import patterns

SIZES = (20_000, 100_000)
"""The short one first: what takes the square of its length must not hold up the tests."""

TIMES = 12
"""A pattern may take this many times what it takes to pass over the same text character by character."""


@pytest.fixture(scope="module")
def made() -> list[patterns.Made]:
    """Every expression that the project makes, as a new interpreter sees it."""
    return patterns.all_patterns()


def test_every_expression_is_found(made: list[patterns.Made]) -> None:
    """Those in tables, those that functions make and those used where they are written are among them."""
    files = {one.where.split(":")[0] for one in made}
    assert {
        "core/text/pipeline.py",
        "core/dates/pattern.py",
        "core/ingest/dateline.py",
        "pages/shared/state.py",
    } <= files
    assert len(made) > 100


@pytest.mark.parametrize("shape", patterns.texts(1))
def test_expressions_are_linear(shape: str, made: list[patterns.Made]) -> None:
    """On a long text of few characters each is done about as soon as a plain walk over the characters."""
    for size in SIZES:
        text = patterns.texts(size)[shape]
        allowed = TIMES * min(patterns.walk(text) for _ in range(3))
        slow = [one for one in made if patterns.seconds(one, text) > allowed]
        # a machine that is busy elsewhere may stall any one run
        assert not {one.where for one in slow if min(patterns.seconds(one, text) for _ in range(3)) > allowed}
