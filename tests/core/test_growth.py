"""Our parts of extraction take linear time: ten times the text, ten times the seconds, whatever the text is made of."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from core import extraction
from core.frames.rows import frames
from core.ingest import from_text
from core.models import Extraction
from tests.benchmark.clock import timed
from tests.benchmark.texts import SHAPES

SHORT, LONG = 4_000, 40_000
LIMIT = 2.0
"""Times as long a character in the longer text; ten would be the square."""

TRIES = 4
MEASURED = ("places, ambiguous", "digits and separators", "figures", "speakers", "clauses")


@pytest.mark.parametrize("shape", MEASURED)
def test_time_grows_with_the_text(shape: str, parse_one: Callable[[str], Doc], monkeypatch: pytest.MonkeyPatch) -> None:
    """Best of a few runs of either length, until they agree: a busy machine may stall any one of them."""

    def seconds(size: int) -> float:
        text = SHAPES[shape](size)
        doc = parse_one(text)
        monkeypatch.setattr(extraction, "parse", lambda texts: (doc for _ in texts))
        records, taken = timed([replace(from_text(text, name=shape, as_it_stands=True), language="en")])
        return taken.ours + _of_frames(records)

    short, long = min(seconds(SHORT) for _ in range(3)), seconds(LONG)
    for _ in range(TRIES):
        if long / LONG <= LIMIT * short / SHORT:
            return
        long = min(long, seconds(LONG))
    assert long / LONG <= LIMIT * short / SHORT


def _of_frames(records: list[Extraction]) -> float:
    start = time.process_time()
    frames(records)
    return time.process_time() - start
