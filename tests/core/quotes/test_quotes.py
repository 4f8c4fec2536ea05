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
from core.text.view import TextView

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
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
    quotes = find_quotes(TextView(parse_one(case["text"])))
    for expected in case["quotes"]:
        assert expected in [_fields(q, expected) for q in quotes]
    texts = [q.text for q in quotes]
    assert not [text for text in case.get("absent", []) if text in texts]
    if "direct" in case:
        assert sum(q.kind == "direct" for q in quotes) == case["direct"]


def test_enough_cases() -> None:
    """The table keeps its size and its headings stay distinct."""
    assert len(CASES) >= 150
    assert len({c["about"] for c in CASES}) == len(CASES)


PIECES = [
    *"“”\"'‘’„«»‹›",
    *("``", "''", " ", " ", "\n", "\n\n", ".", ",", ":", "?", " — ", "\u00a0"),
    *("said ", "Peter Novak ", "he ", "according to ", "the ministry ", "told ", "that ", "10 people died ", "s’ "),
]
marked_texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def _check(text: str, quotes: tuple[Quote, ...]) -> None:
    assert list(quotes) == sorted(quotes, key=lambda q: (q.start, -q.end, q.kind))
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.text == text[quote.start : quote.end] == quote.text.strip()
        if quote.cue is not None:
            assert quote.cue.text == text[quote.cue.start : quote.cue.end]
        if quote.speaker is not None:
            assert quote.speaker.name.strip()
            assert text[quote.speaker.start : quote.speaker.end].strip()


@settings(max_examples=80, deadline=None)
@given(text=marked_texts)
def test_promises_hold_for_any_marks(text: str, parse_one: Parse) -> None:
    """Offsets point at the words, the order is by start, and a second run finds the same."""
    quotes = find_quotes(TextView(parse_one(text)))
    _check(text, quotes)
    assert quotes == find_quotes(TextView(parse_one(text)))


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=80))
def test_promises_hold_for_any_characters(text: str, parse_one: Parse) -> None:
    """No text of any script makes it fail."""
    doc = parse_one(text)
    _check(doc.text, find_quotes(TextView(doc)))


@given(words=st.lists(st.sampled_from([*"“”\"'«»", "said", "Novak", ".", "\n\n"]), max_size=30))
def test_unparsed_documents_are_read_too(words: list[str]) -> None:
    """Without sentences, tags and entities quotations are still found, only speakers are not."""
    doc = Doc(Vocab(), words=words, spaces=[False] * len(words))
    _check(doc.text, find_quotes(TextView(doc)))
