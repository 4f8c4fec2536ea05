"""The tables of words: whole, explained, and asked for by meanings that exist."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from core.lexicon import meaning, rows

LEXICON = Path(__file__).parents[3] / "core" / "lexicon"
EXPLAINED = list(csv.DictReader((LEXICON / "meanings.csv").open(encoding="utf-8")))
TABLES = sorted(
    path.stem
    for path in LEXICON.glob("*.csv")
    if path.stem != "meanings" and path.read_text(encoding="utf-8").startswith("word,meanings")
)


@pytest.mark.parametrize("table", TABLES)
def test_each_word_stands_once_and_means_something(table: str) -> None:
    """A word twice would be two truths; one without a meaning would be asked for by nobody."""
    words = [row.word for row in rows(table)]
    assert len(words) == len(set(words))
    assert all(row.meanings for row in rows(table))


def test_each_meaning_is_explained_and_each_explanation_is_meant() -> None:
    """What a reader of the tables finds in ``meanings.csv`` is what they hold, with a source."""
    used = {(table, one) for table in TABLES for row in rows(table) for one in row.meanings}
    assert {(row["table"], row["meaning"]) for row in EXPLAINED} == used
    assert all(row["explanation"] and row["source"] for row in EXPLAINED)


@pytest.mark.parametrize("table", TABLES[:1])
def test_a_meaning_that_no_word_has_is_an_error(table: str) -> None:
    """A misspelt meaning is told at once, and is not an empty list."""
    with pytest.raises(KeyError, match="nonsense"):
        meaning(table, "nonsense")
