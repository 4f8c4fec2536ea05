"""Quotations and reported speech: cases as data, and promises that hold for any text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from core.models import Quote
from core.quotes import find_quotes

CASES = json.loads((Path(__file__).parent / "data" / "quotes.json").read_text(encoding="utf-8"))
Parse = Callable[[str], Doc]


def _fields(quote: Quote, names: dict[str, Any]) -> dict[str, Any]:
    speaker = quote.speaker
    shown = {
        "kind": quote.kind,
        "text": quote.text,
        "speaker": speaker.name if speaker else None,
        "role": speaker.role if speaker else None,
        "via": quote.via,
        "closed": quote.closed,
    }
    return {name: shown[name] for name in names}


@pytest.mark.parametrize("case", CASES, ids=[c["about"] for c in CASES])
def test_case(case: dict[str, Any], parse_one: Parse) -> None:
    """Each expected quotation is found with its speaker, and nothing is found where nobody speaks."""
    quotes = find_quotes(parse_one(case["text"]))
    for expected in case["quotes"]:
        assert expected in [_fields(q, expected) for q in quotes]
    texts = [q.text for q in quotes]
    assert not [text for text in case.get("absent", []) if text in texts]
    if "direct" in case:
        assert sum(q.kind == "direct" for q in quotes) == case["direct"]


def test_enough_cases() -> None:
    """The table keeps its size and its headings stay distinct."""
    assert len(CASES) >= 80
    assert len({c["about"] for c in CASES}) == len(CASES)
