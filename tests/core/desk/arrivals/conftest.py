"""A counter on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.desk.arrivals.handed import Counter, counter_in
from tests.core.desk.desks import DATABASES


@pytest.fixture(params=DATABASES)
def counter(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Counter]:
    """Where files are handed in."""
    with counter_in(request.param, tmp_path) as made:
        yield made
