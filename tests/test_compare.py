"""Figures that count the same thing stand together with what may set them apart, and nothing else does."""

from __future__ import annotations

import datetime as dt
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from core.compare import Comparison, compare
from core.extraction import extract, gazetteer
from core.models import Document, Extraction

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "data" / "compare.json").read_text(encoding="utf-8"))


def document(case: int, number: int, about: dict[str, str]) -> Document:
    """One document of a case; its id keeps the order."""
    published = dt.date.fromisoformat(about["published"])
    return Document(
        f"{case:02}-{number}", "story.txt", about["text"], "0" * 64, outlet=about["outlet"], published=published
    )


@lru_cache(maxsize=1)
def dossiers() -> tuple[tuple[Extraction, ...], ...]:
    """All dossiers of the table, read in one go."""
    documents = [document(i, j, about) for i, case in enumerate(CASES) for j, about in enumerate(case["documents"])]
    read = [record for record in extract(documents) if isinstance(record, Extraction)]
    return tuple(tuple(r for r in read if r.id.startswith(f"{i:02}-")) for i in range(len(CASES)))


def compared(number: int) -> Comparison:
    """The comparison of one dossier of the table."""
    return compare(dossiers()[number], gazetteer().wholes)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_groups_of_a_dossier(number: int) -> None:
    """Which figures stand together, from where to where, with how many origins and for which reasons."""
    expected = CASES[number]["groups"]
    found = sorted(compared(number).groups, key=lambda g: [s.text for s in g.sources] != [])
    told = {tuple(s.text for s in group.sources): group for group in found}
    assert sorted(told) == sorted(tuple(group["figures"]) for group in expected)
    for group in expected:
        it = told[tuple(group["figures"])]
        assert (it.low, it.high) == (group["low"], group["high"])
        assert it.origins.wording == group.get("origins", it.origins.wording)
        assert [reason.code for reason in it.reasons] == group.get("reasons", [reason.code for reason in it.reasons])
