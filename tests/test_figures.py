"""Key figures: number grammar, what is counted, bounds, changes, and what is no figure."""

from __future__ import annotations

import datetime as dt
import json
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.dates import find_dates
from core.figures import find_figures
from core.language import pipeline
from core.models import DateMention, Figure, Place, Quote, Speaker

DATA = Path(__file__).parent / "data"
CASES: list[dict[str, Any]] = json.loads((DATA / "figures.json").read_text(encoding="utf-8"))
NO_FIGURES: list[str] = json.loads((DATA / "figures_not.json").read_text(encoding="utf-8"))
DEFAULTS = {"bound": "exactly", "unit": None, "kind": "count", "change": None, "negated": False}
PUBLISHED = dt.date(2024, 3, 1)

ParseOne = Callable[[str], Doc]


def figures_of(parse_one: ParseOne, text: str, **mentions: Any) -> list[Figure]:
    """The figures of a text, with its own dates."""
    doc = parse_one(text)
    dates = mentions.get("dates", find_dates(doc, PUBLISHED))
    return list(find_figures(doc, dates, mentions.get("places", ()), mentions.get("quotes", ())))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:40]} · {case['figure']}")
def test_figure_is_read_as_a_reader_would(parse_one: ParseOne, case: dict[str, Any]) -> None:
    """Value, bound, unit, noun, kind and direction of one figure in one sentence."""
    found = {figure.text: figure for figure in figures_of(parse_one, case["text"])}
    if case.get("absent"):
        assert case["figure"] not in found
        return
    assert case["figure"] in found
    record = msgspec.to_builtins(found[case["figure"]])
    wanted = DEFAULTS | {key: value for key, value in case.items() if key not in ("text", "figure")}
    assert {key: record[key] for key in wanted} == {
        key: tuple(value) if key == "hedges" else value for key, value in wanted.items()
    }


@pytest.mark.parametrize("text", NO_FIGURES)
def test_number_that_is_no_figure(parse_one: ParseOne, text: str) -> None:
    """Dates, clock times, ages, labels, scores, addresses and pronouns are left out."""
    assert [figure.text for figure in figures_of(parse_one, text)] == []
