"""Expressions kept as JSON: another publication date gives what reading the text anew would give."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.dates import anchor_all, expressions_from_json, expressions_to_json, find_dates, find_expressions
from core.text.view import TextView

Parse = Callable[[str], Doc]
DATA = Path(__file__).parent
TEXTS = sorted(
    {
        case["text"]
        for name in ("cases.json", "by_kind.json")
        for case in json.loads((DATA / name).read_text(encoding="utf-8"))["dates"]
    }
)
_DAYS = st.one_of(st.none(), st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))


@given(text=st.sampled_from(TEXTS), first=_DAYS, second=_DAYS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_kept_expressions_anchor_like_a_fresh_reading(
    text: str, first: dt.date | None, second: dt.date | None, parse_one: Parse
) -> None:
    """Whatever was anchored before, the same day gives the same mentions, to the last word of the reason."""
    doc = parse_one(text)
    kept = expressions_to_json(find_expressions(TextView(doc)))
    anchor_all(expressions_from_json(kept), first)
    assert anchor_all(expressions_from_json(kept), second) == find_dates(TextView(doc), second)


@pytest.mark.parametrize("text", TEXTS[::7])
def test_what_is_kept_comes_back_the_same(text: str, parse_one: Parse) -> None:
    """JSON loses nothing of an expression."""
    expressions = find_expressions(TextView(parse_one(text)))
    assert expressions_from_json(expressions_to_json(expressions)) == expressions


@pytest.mark.parametrize("kept", [b"", b"{}", b"[1]", b'[{"start": 0}]', b'[{"start": "x"}]'])
def test_foreign_json_is_refused(kept: bytes) -> None:
    """The caller reads the text again where what was kept is of another version."""
    with pytest.raises(msgspec.DecodeError):
        expressions_from_json(kept)


def test_no_text_keeps_nothing() -> None:
    """An empty list is a list."""
    assert expressions_from_json(expressions_to_json(())) == ()
