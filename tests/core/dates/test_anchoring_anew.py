"""Expressions anchored again: another publication date gives what reading the text anew would give."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.dates import anchor_all, find_dates, find_expressions
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
def test_expressions_anchor_anew_like_a_fresh_reading(
    text: str, first: dt.date | None, second: dt.date | None, parse_one: Parse
) -> None:
    """Whatever was anchored before, the same day gives the same mentions, to the last word of the reason."""
    doc = parse_one(text)
    said = find_expressions(TextView(doc))
    anchor_all(said, first)
    assert anchor_all(said, second) == find_dates(TextView(doc), second)
