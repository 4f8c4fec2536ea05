"""Reads the hand-reviewed CSV files, with the line number in every complaint."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

Row = dict[str, str]


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    """Each row with where it stands ("extra.csv, line 7"); nothing where there is no such file.

    Raises:
        ValueError: a column is missing, or a row has too many or too few cells.
    """
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise ValueError(f"{path.name}, line 1: no column {', '.join(missing)}")
        for row in reader:
            where = f"{path.name}, line {reader.line_num}"
            if None in row or None in row.values():
                raise ValueError(f"{where}: {len(reader.fieldnames or ())} cells expected")
            yield where, {column: value.strip() for column, value in row.items()}


def number(text: str, least: float, most: float, what: str, where: str) -> float:
    """The number in a cell.

    Raises:
        ValueError: it is none, or out of bounds.
    """
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{where}: {what} is not a number: {text!r}") from None
    if not least <= value <= most:
        raise ValueError(f"{where}: {what} must lie between {least:g} and {most:g}, not {text}")
    return value


def parts(text: str) -> tuple[str, ...]:
    """The pieces of a cell that is separated by upright bars."""
    return tuple(piece.strip() for piece in text.split("|") if piece.strip())
