"""Who changed what lately, as sentences: what one person did in a row is one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from core.desk.journal import Entry
from core.wording import counted, day

SOMEBODY = "Somebody"
"""Who did what nobody signed."""

_ROW = 3_600.0
"""Seconds that may lie between two deeds of a row."""

_OF_THE_DOSSIER = {
    "made": "began the dossier",
    "renamed": "renamed the dossier",
    "described": "changed what the dossier is about",
    "listed": "put the dossier into the list",
    "unlisted": "took the dossier out of the list",
    "limited": "changed whom the dossier is open to",
    "archived": "put the dossier aside",
    "unarchived": "took the dossier up again",
    "deleted": "deleted the dossier",
    "asked back": "asked the dossier back",
}
_OF_MANY = {
    "added": ("added", "document"),
    "changed": ("changed", "document"),
    "removed": ("took out", "document"),
    "judged": ("made", "decision"),
    "took back": ("took back", "decision"),
}


def sentences(entries: Iterable[Entry], now: float, zone: dt.tzinfo, most: int) -> tuple[str, ...]:
    """What was done, the latest first: "B. added 3 documents, 14:20".

    Args:
        entries: the journal, the latest first.
        now: the present moment, in seconds since 1970.
        zone: of the reader's clock.
        most: sentences at most.
    """
    today = dt.datetime.fromtimestamp(now, zone).date()
    return tuple(f"{_done(row)}, {_when(row[0].at, zone, today)}" for row in islice(_rows(entries), most))


def _rows(entries: Iterable[Entry]) -> Iterator[Sequence[Entry]]:
    """The same deeds of one person with nobody else's and no long while between them."""
    row: list[Entry] = []
    for entry in entries:
        if row and not _goes_on(row[-1], entry):
            yield row
            row = []
        row.append(entry)
    if row:
        yield row


def _goes_on(later: Entry, earlier: Entry) -> bool:
    same = (later.who, later.deed) == (earlier.who, earlier.deed)
    return same and later.at - earlier.at <= _ROW


def _done(row: Sequence[Entry]) -> str:
    who, deed = row[0].who or SOMEBODY, row[0].deed
    if deed in _OF_MANY:
        verb, thing = _OF_MANY[deed]
        return f"{who} {verb} {counted(len({entry.subject for entry in row}), thing)}"
    return f"{who} {_OF_THE_DOSSIER.get(deed, 'changed the dossier')}"


def _when(at: float, zone: dt.tzinfo, today: dt.date) -> str:
    """The time of today, the day of any other."""
    moment = dt.datetime.fromtimestamp(at, zone)
    return f"{moment:%H:%M}" if moment.date() == today else day(moment.date())
