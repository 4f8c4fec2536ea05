"""One siege: an import, killings while it runs, and what is there at its end."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import func, select

from core.desk.database import Database
from core.desk.database.schema import DOCUMENT, READING
from core.desk.sql_store import SqlStore
from tests.siege.server import DOSSIER, STORY, WORKERS
from tests.siege.slow_extractor import SECONDS_VARIABLE

ROOT = Path(__file__).parents[2]
_LOOK = 0.1
_PATIENCE = 900.0
_SECONDS_A_KILL = 6.0
"""What a kill takes of the time of two workers: until the dead one is there again."""


@dataclass
class Findings:
    """What a siege left: documents by state and by number of readings, those without words, times of taking over."""

    states: Counter[str] = field(default_factory=Counter)
    readings: Counter[int] = field(default_factory=Counter)
    half: int = 0
    lost: int = 0
    killed: Counter[str] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Nothing lost, nothing twice, nothing half."""
        return set(self.states) == {"done"} and set(self.readings) == {1} and not self.half and not self.lost


def besiege(
    url: str, folder: Path, documents: int, kills: int, kind: str, pause: tuple[float, float] = (0.2, 1.2)
) -> Findings:
    """Import so many documents into an empty database, with so many processes killed meanwhile.

    Args:
        url: the database's address.
        folder: where originals lie.
        documents: how many are handed in.
        kills: how many processes end by SIGKILL: the server, its workers, their extractors.
        kind: ``real`` reads with model and gazetteer, ``stub`` without.
        pause: seconds between two kills, from and to.
    """
    findings = Findings()
    database = Database(url)
    each = _SECONDS_A_KILL * kills / documents  # the import must not be over before the killing is
    environment = {**os.environ, "DATABASE_URL": url, SECONDS_VARIABLE: f"{each:.2f}", "DATELINE_DATA": str(folder)}
    watch = _Watch(database, findings)
    dice = random.Random(11)  # noqa: S311 — no secret hangs on who dies when
    with _frozen_worker(environment, kind), _colleague(environment, kind), _watching(watch):
        begin = partial(_begin, environment, documents, kind)
        server = begin()
        while sum(findings.killed.values()) < kills and not watch.finished(documents):
            threading.Event().wait(dice.uniform(*pause))
            server = _kill_one(server, begin, dice, findings)
        _until(lambda: watch.finished(documents) or server.poll() is not None)
        server.kill()
        server.wait()
    _count(database, documents, findings)
    database.close()
    return findings


def _begin(environment: dict[str, str], documents: int, kind: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.siege.server", str(documents), kind]
    return subprocess.Popen(command, cwd=ROOT, env=environment)


def _kill_one(
    server: subprocess.Popen[bytes], begin: Callable[[], subprocess.Popen[bytes]], dice: random.Random, told: Findings
) -> subprocess.Popen[bytes]:
    """End the server, its workers' process or an extractor; the others begin by themselves."""
    name = dice.choice(("server", "worker", "extractor"))
    _until(lambda: bool(_living(server, name)) or server.poll() is not None)
    for pid in _living(server, name)[:1]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            told.killed[name] += 1
    if name != "server":
        return server
    server.wait()
    return begin()


def _living(server: subprocess.Popen[bytes], name: str) -> list[int]:
    """The processes of a kind that belong to a server."""
    if name == "server":
        return [server.pid]
    workers = _children(server.pid)
    return workers if name == "worker" else [child for worker in workers for child in _children(worker)]


def _children(parent: int) -> list[int]:
    """The processes that one has begun."""
    found: list[int] = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended
            fields = file.read_text().rpartition(")")[2].split()
            if int(fields[1]) == parent:
                found.append(int(file.parent.name))
    return found


@contextlib.contextmanager
def _frozen_worker(environment: dict[str, str], kind: str) -> Iterator[None]:
    """A worker of another machine that stops for ever as soon as it has begun to read."""
    worker = subprocess.Popen(WORKERS[kind], cwd=ROOT, env=environment, stdin=subprocess.PIPE)
    database = Database(environment["DATABASE_URL"])
    reading = select(func.count()).where(DOCUMENT.c.worker.contains(f":{worker.pid}:"))

    def freeze() -> None:
        while worker.poll() is None:
            with database.reading() as connection:
                if connection.execute(reading).scalar_one():
                    worker.send_signal(signal.SIGSTOP)
                    return
            threading.Event().wait(0.01)

    thread = threading.Thread(target=freeze, daemon=True)
    thread.start()
    yield
    worker.kill()
    worker.wait()
    thread.join()
    database.close()


@contextlib.contextmanager
def _colleague(environment: dict[str, str], kind: str) -> Iterator[None]:
    """A worker of another machine that nobody harms."""
    worker = subprocess.Popen(WORKERS[kind], cwd=ROOT, env=environment, stdin=subprocess.PIPE)
    yield
    worker.kill()
    worker.wait()


class _Watch:
    """Looks at the queue and notes how long a document whose reader has fallen silent waits for the next one."""

    def __init__(self, database: Database, findings: Findings) -> None:
        self._database = database
        self._findings = findings
        self._store = SqlStore(database)
        self.over = threading.Event()

    def finished(self, documents: int) -> bool:
        """Whether all are there and none runs."""
        ended = select(func.count()).where(DOCUMENT.c.state.in_(("done", "failed")))
        with self._database.reading() as connection:
            return connection.execute(ended).scalar_one() == documents

    def run(self) -> None:
        """Until the siege is over: a claim whose lease was never made longer was taken over in that time."""
        seen: dict[int, tuple[str, float, float]] = {}  # document → claim, its lease, when that last grew
        claims = select(DOCUMENT.c.number, DOCUMENT.c.claim, DOCUMENT.c.lease)
        while not self.over.wait(_LOOK):
            now = time.monotonic()
            with self._database.reading() as connection:
                rows = connection.execute(claims.where(DOCUMENT.c.claim.is_not(None))).all()
            current = {number: (claim, lease) for number, claim, lease in rows}
            for number, (claim, lease, grew) in list(seen.items()):
                if current.get(number, ("", 0.0))[0] != claim:
                    self._findings.waits.append(now - grew)
                    del seen[number]
                elif current[number][1] > lease:
                    seen[number] = claim, current[number][1], now
            for number, (claim, lease) in current.items():
                seen.setdefault(number, (claim, lease, now))


@contextlib.contextmanager
def _watching(watch: _Watch) -> Iterator[None]:
    thread = threading.Thread(target=watch.run, daemon=True)
    thread.start()
    yield
    watch.over.set()
    thread.join()


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not true() and time.monotonic() < end:
        threading.Event().wait(_LOOK)


def _count(database: Database, documents: int, findings: Findings) -> None:
    store = SqlStore(database)
    held = store.held(DOSSIER)
    findings.states.update(one.job.state for one in held)
    findings.half = sum((one.record is None) != (one.job.state != "done") for one in held)
    findings.half += sum(one.record is not None and one.record.text != one.document.text for one in held)
    wanted = {STORY.format(number) for number in range(documents)}
    findings.lost = len(wanted - {one.document.text for one in held}) + abs(len(held) - documents)
    with database.reading() as connection:
        many = select(func.count()).select_from(READING).group_by(READING.c.document)
        findings.readings.update(connection.execute(many).scalars())
