"""What all tests share: the pipeline loaded once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pytest
from spacy.tokens import Doc

from core.language import parse


@lru_cache(maxsize=256)
def _parsed(text: str) -> Doc:
    return next(parse([text]))


@pytest.fixture(scope="session")
def parse_one() -> Callable[[str], Doc]:
    """A text as a spaCy ``Doc``; the same text is read once."""
    return _parsed
