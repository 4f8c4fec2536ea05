"""Words by what they mean: one CSV a table, ``core/lexicon/<table>.csv``, asked for by meaning and never by user.

A row has a ``word`` (a lemma or a phrase, in lower case), its ``meanings`` parted by ``|``, and, where the table needs
them, further columns of values. What each meaning is, and where its words come from, stands in ``meanings.csv``.
Vocabulary that needs columns of its own (the outcomes of events, units that convert) is a sheet: rows without meanings.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Word(NamedTuple):
    """One row: the word, what it means, and the table's further columns by name (empty where the cell is)."""

    word: str
    meanings: frozenset[str]
    values: dict[str, str]


def sheet(name: str) -> tuple[dict[str, str], ...]:
    """All rows of a file by column, in its order.

    Raises:
        FileNotFoundError: there is no such file.
    """
    with Path(__file__).with_name(f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def rows(table: str) -> tuple[Word, ...]:
    """All rows of a table in the order of its file.

    Raises:
        FileNotFoundError: there is no such table.
    """
    return tuple(
        Word(
            row["word"],
            frozenset(filter(None, row["meanings"].split("|"))),
            {column: cell for column, cell in row.items() if column not in ("word", "meanings")},
        )
        for row in sheet(table)
    )


@cache
def meaning(table: str, *meanings: str) -> frozenset[str]:
    """The words of a table that have at least one of some meanings.

    Raises:
        KeyError: no word of the table has one of them: a meaning misspelt would mean nothing, in silence.
    """
    found: set[str] = set()
    for one in meanings:
        words = {row.word for row in rows(table) if one in row.meanings}
        if not words:
            raise KeyError(f"no word of {table}.csv means {one}")
        found |= words
    return frozenset(found)


@cache
def values(table: str, column: str, *meanings: str) -> dict[str, str]:
    """Word → its cell in a column, of the words that have at least one of some meanings; empty cells are left out.

    Raises:
        KeyError: as :func:`meaning`; or the table has no such column.
    """
    words = meaning(table, *meanings) if meanings else frozenset(row.word for row in rows(table))
    return {row.word: row.values[column] for row in rows(table) if row.word in words and row.values[column]}
