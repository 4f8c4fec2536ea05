"""Further names of places that other sources bring: ``names.csv`` and the postal codes of states and provinces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from core.places.gazetteer.entry import RELATIONS, Relation
from core.places.gazetteer.record import Record, Spelling
from core.places.gazetteer.sources.tables import parts, rows

COLUMNS = ("of", "relation", "forms", "source")
CALLED = "called"
"""The relation in the file that sets what a reader calls the place; its other names become alternates."""

Named = Mapping[str, tuple[tuple[str, Relation], ...]]
_POSTAL = ("naturalearth:US-", "naturalearth:CA-")


def named(path: Path) -> tuple[dict[str, list[Spelling]], dict[str, str]]:
    """Spellings by source id, and display names by source id.

    Raises:
        ValueError: a row is faulty; names file and line.
    """
    spellings: defaultdict[str, list[Spelling]] = defaultdict(list)
    called: dict[str, str] = {}
    for where, row in rows(path, COLUMNS):
        forms = parts(row["forms"])
        if not row["of"] or not forms:
            raise ValueError(f"{where}: of and forms must be given")
        if row["relation"] == CALLED:
            called[row["of"]] = forms[0]
        relation = _relation(row["relation"], where)
        spellings[row["of"]].extend(Spelling(form, relation) for form in forms)
    return dict(spellings), called


def _relation(text: str, where: str) -> Relation:
    if text == CALLED:
        return "name"
    for relation in RELATIONS:
        if text == relation:
            return relation
    raise ValueError(f"{where}: relation must be {CALLED} or one of {', '.join(RELATIONS)}, not {text!r}")


def with_names(records: Iterable[Record], path: Path) -> Iterator[Record]:
    """The records with what ``names.csv`` and the post add to them.

    Raises:
        ValueError: a row is faulty or names a place that is not among the records.
    """
    spellings, called = named(path)
    for record in records:
        source = record.entry.source
        more = [*spellings.pop(source, ()), *_postal(source)]
        kept = record.spellings
        entry = record.entry
        if source in called:
            entry = replace(entry, name=called[source])
            kept = tuple(replace(spelling, relation="alternate") for spelling in kept)
        yield replace(record, entry=entry, spellings=(*kept, *more)) if more else record
    if spellings:
        raise ValueError(f"{path.name}: unknown places: {', '.join(sorted(spellings))}")


def _postal(source: str) -> Iterator[Spelling]:
    """The postal abbreviation of a state or province is the second half of its ISO 3166-2 code."""
    if source.startswith(_POSTAL):
        code = source[source.index("-") + 1 :]
        if len(code) == 2:
            yield Spelling(code, "abbreviation")
