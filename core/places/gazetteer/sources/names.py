"""Further names of places that other sources bring: ``names.csv`` and the postal codes of states and provinces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from core.places.gazetteer.entry import RELATIONS, Relation
from core.places.gazetteer.folding import fold
from core.places.gazetteer.record import GazetteerRecord, Spelling
from core.places.gazetteer.sources.tables import parts, rows

COLUMNS = ("of", "relation", "forms", "source")
CALLED = "called"
"""The relation in the file that sets what a reader calls the place; its other names become alternates."""

WITHOUT = "without"
"""The relation in the file that takes names away which a source gives to a place and nobody else does."""

_POSTAL = ("naturalearth:US-", "naturalearth:CA-")


@dataclass(frozen=True, slots=True)
class Names:
    """What the file says, by source id: spellings to add, the name to show, folded names to take away."""

    spellings: dict[str, list[Spelling]]
    called: dict[str, str]
    without: dict[str, frozenset[str]]


def named(path: Path) -> Names:
    """The file's rows by what they ask for.

    Raises:
        ValueError: a row is faulty; names file and line.
    """
    spellings: defaultdict[str, list[Spelling]] = defaultdict(list)
    called: dict[str, str] = {}
    without: dict[str, frozenset[str]] = {}
    for where, row in rows(path, COLUMNS):
        forms = parts(row["forms"])
        if not row["of"] or not forms:
            raise ValueError(f"{where}: of and forms must be given")
        if row["relation"] == WITHOUT:
            without[row["of"]] = frozenset(map(fold, forms))
            continue
        if row["relation"] == CALLED:
            called[row["of"]] = forms[0]
        relation = _relation(row["relation"], where)
        spellings[row["of"]].extend(Spelling(form, relation) for form in forms)
    return Names(dict(spellings), called, without)


def _relation(text: str, where: str) -> Relation:
    if text == CALLED:
        return "name"
    for relation in RELATIONS:
        if text == relation:
            return relation
    raise ValueError(f"{where}: relation must be {CALLED}, {WITHOUT} or one of {', '.join(RELATIONS)}, not {text!r}")


def with_names(records: Iterable[GazetteerRecord], path: Path) -> Iterator[GazetteerRecord]:
    """The records with what ``names.csv`` and the post add to them.

    Raises:
        ValueError: a row is faulty or names a place that is not among the records.
    """
    names = named(path)
    unseen = names.spellings.keys() | names.without.keys()
    for record in records:
        unseen.discard(record.entry.source)
        yield _renamed(record, names)
    if unseen:
        raise ValueError(f"{path.name}: unknown places: {', '.join(sorted(unseen))}")


def _renamed(record: GazetteerRecord, names: Names) -> GazetteerRecord:
    source, entry = record.entry.source, record.entry
    dropped = names.without.get(source, frozenset())
    kept = tuple(spelling for spelling in record.spellings if not dropped or fold(spelling.form) not in dropped)
    if source in names.called:
        entry = replace(entry, name=names.called[source])
        kept = tuple(replace(spelling, relation="alternate") for spelling in kept)
    return replace(record, entry=entry, spellings=(*kept, *names.spellings.get(source, ()), *_postal(source)))


def _postal(source: str) -> Iterator[Spelling]:
    """The postal abbreviation of a state or province is the second half of its ISO 3166-2 code."""
    if source.startswith(_POSTAL):
        code = source[source.index("-") + 1 :]
        if len(code) == 2:
            yield Spelling(code, "abbreviation")
