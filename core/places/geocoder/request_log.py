"""What was asked outside and what came back, kept in one SQLite file: a cache, and the list of all that was sent.

Several processes may share the file; the turn to send is taken in it, so that they share the pause between requests.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from core.places.gazetteer import fold
from core.places.geocoder.answer import Answer, Found, Unavailable, Unknown

UNKNOWN_DAYS = 30.0
"""After so long an unknown name is asked for again: maps grow. What was found stays."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS asked (
    geocoder TEXT, key TEXT, name TEXT NOT NULL, sent REAL NOT NULL, times INTEGER NOT NULL,
    answered REAL, answer BLOB, PRIMARY KEY (geocoder, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS wanted (dossier TEXT, geocoder TEXT, key TEXT,
    PRIMARY KEY (dossier, geocoder, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS turn (geocoder TEXT PRIMARY KEY, free REAL NOT NULL) WITHOUT ROWID;
"""
_AT_ONCE = 500
_BUSY_SECONDS = 5.0
_CLOCK_SECONDS = 60.0
"""A turn that is further off than the pause and this was taken before the clock was put back."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A name that left the house: when last (seconds since 1970), how often, what came back; null: nothing yet."""

    name: str
    sent: float
    times: int
    answer: Answer | None


class Ledger:
    """The open file. May be used by several threads."""

    def __init__(self, path: Path, geocoder: str) -> None:
        """Opens the file, made first where there is none, for the answers of one geocoder.

        Raises:
            OSError, sqlite3.Error: the file cannot be written or is none of ours.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)  # names that a newsroom looks for are nobody else's matter
        self._geocoder = geocoder
        self._lock = threading.Lock()
        self._file = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        with self._lock:
            self._file.executescript(_SCHEMA)

    def close(self) -> None:
        """Lets the file go."""
        with self._lock:
            self._file.close()

    def turn(self, now: float, seconds: float) -> float:
        """Takes the next turn and gives 0, or gives the seconds until there is one; the turn is then not taken."""
        with self._lock, self._writing():
            row = self._file.execute("SELECT free FROM turn WHERE geocoder = ?", (self._geocoder,)).fetchone()
            wait = row[0] - now if row else 0.0
            if 0 < wait <= seconds + _CLOCK_SECONDS:
                return float(wait)
            self._file.execute("REPLACE INTO turn VALUES (?, ?)", (self._geocoder, now + seconds))
            return 0.0

    def sending(self, name: str, now: float) -> None:
        """Written before a name leaves, so that none leaves unwritten."""
        self._run(
            "INSERT INTO asked VALUES (?, ?, ?, ?, 1, NULL, NULL) "
            "ON CONFLICT DO UPDATE SET name = excluded.name, sent = excluded.sent, times = times + 1",
            (self._geocoder, fold(name), name, now),
        )

    def keep(self, name: str, answer: Answer, now: float) -> None:
        """What came back. Silence never takes the place of an answer."""
        unless = "AND (answered IS NULL)" if isinstance(answer, Unavailable) else ""
        answered = None if isinstance(answer, Unavailable) else now
        self._run(
            f"UPDATE asked SET answered = ?, answer = ? WHERE geocoder = ? AND key = ? {unless}",  # noqa: S608 – a constant
            (answered, msgspec.json.encode(answer), self._geocoder, fold(name)),
        )

    def answers(self, names: Iterable[str]) -> dict[str, Answer]:
        """Name → what came back last, for names that were asked for."""
        return {name: answer for name, (answer, _) in self._read(names).items()}

    def settled(self, names: Iterable[str], now: float) -> set[str]:
        """The names that need not be asked for, or not yet again."""
        oldest = now - UNKNOWN_DAYS * 86_400
        return {
            name
            for name, (answer, answered) in self._read(names).items()
            if isinstance(answer, Found) or (isinstance(answer, Unknown) and (answered or 0.0) > oldest)
        }

    def want(self, dossier: str, names: Iterable[str]) -> None:
        """Remembers whose names these are, without the dossier's id: who has that may read the dossier."""
        rows = [(_digest(dossier), self._geocoder, fold(name)) for name in names]
        with self._lock, self._writing():
            self._file.executemany("INSERT OR IGNORE INTO wanted VALUES (?, ?, ?)", rows)

    def sent(self, dossier: str | None = None) -> tuple[Sent, ...]:
        """Every name that was sent, the latest first: for one dossier, or for all of this geocoder."""
        own = "AND key IN (SELECT key FROM wanted w WHERE w.dossier = ? AND w.geocoder = asked.geocoder)"
        rows = self._run(
            f"SELECT name, sent, times, answer FROM asked WHERE geocoder = ? {own if dossier else ''} "  # noqa: S608 – a constant
            "ORDER BY sent DESC, key",
            (self._geocoder, *([_digest(dossier)] if dossier else [])),
        )
        return tuple(Sent(name, sent, times, _decoded(answer)) for name, sent, times, answer in rows)

    def forget(self) -> int:
        """Drops all answers and the list of what was sent to this geocoder; how many names there were."""
        with self._lock, self._writing():
            count = self._file.execute("DELETE FROM asked WHERE geocoder = ?", (self._geocoder,)).rowcount
            self._file.execute("DELETE FROM wanted WHERE geocoder = ?", (self._geocoder,))
        return int(count)

    def _read(self, names: Iterable[str]) -> Mapping[str, tuple[Answer, float | None]]:
        keys = {name: fold(name) for name in names}
        wanted = list(dict.fromkeys(keys.values()))
        found: dict[str, tuple[Answer, float | None]] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            query = (
                f"SELECT key, answer, answered FROM asked WHERE geocoder = ? AND key IN ({','.join('?' * len(some))})"  # noqa: S608
            )
            for key, packed, answered in self._run(query, (self._geocoder, *some)):
                answer = _decoded(packed)
                if answer is not None:
                    found[key] = (answer, answered)
        return {name: found[key] for name, key in keys.items() if key in found}

    def _run(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._file.execute(query, values).fetchall()

    def _writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """Nobody else writes until the block ends."""
        self._file.execute("BEGIN IMMEDIATE")
        return self._file


def _digest(dossier: str) -> str:
    return hashlib.sha256(dossier.encode()).hexdigest()[:32]


def _decoded(packed: bytes | None) -> Answer | None:
    """An answer that an earlier version wrote otherwise counts as none."""
    try:
        return None if packed is None else msgspec.json.decode(packed, type=Answer)
    except msgspec.MsgspecError:
        return None
