"""Files are read in processes of their own: whatever happens there is one outcome, and the next file is read."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.ingest import Limits, Outcome
from core.ingest.isolation import Readers, confinement
from core.ingest.isolation import readers as isolated
from core.ingest.isolation.confinement import command, environment, is_walled

PLAIN = (sys.executable, "-m", "tests.core.ingest.reader_stub")
"""Without walls, as on a machine that has no ``bwrap``."""

STUB = (*command()[: -len((sys.executable, "-m", "core", "reader"))], *PLAIN)

STORY = b"The bridge at Novy Brid fell at noon, and two people were hurt, the mayor said on Monday evening."
QUICK = Limits(seconds=3.0, page_seconds=3.0, files_a_worker=25)


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    """Two processes that misbehave when asked to."""
    made = Readers(2, QUICK, STUB)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("exit", "crashed"),
        ("killed", "out of memory"),
        ("memory", "out of memory"),
        ("hang", "timed out"),
        ("deep", "crashed"),
        ("noise", "read"),
        ("stale", "read"),
        ("none", "read"),
    ],
)
def test_every_end_is_an_outcome(readers: Readers, harm: str, code: str) -> None:
    """With a sentence, under the file's name; the next file is read as if nothing had been."""
    readers.read(STORY, "before.txt")
    outcome = readers.read(STORY, f"{harm}-a.txt")
    assert (outcome.name, outcome.code) == (f"{harm}-a.txt", code)
    assert outcome.sentence.endswith(".")
    after = readers.read(STORY, "a.txt")
    assert (after.code, [d.text.encode() for d in after.documents()]) == ("read", [STORY])


def test_a_name_of_broken_characters_is_no_trouble(readers: Readers) -> None:
    """As a folder gives it whose names are in another encoding than the system's."""
    outcome = readers.read(STORY, "none-\udcff.txt")
    assert (outcome.code, outcome.name) == ("read", "none-\ufffd.txt")


def test_progress_gives_time(readers: Readers) -> None:
    """A file that takes longer than its seconds is read as long as it shows that it comes on."""
    said: list[str] = []
    hasty = Readers(1, Limits(seconds=1.2, page_seconds=0.0), STUB)
    try:
        outcome = hasty.read(STORY, "slow-a.txt", progress=said.append)
    finally:
        hasty.close()
    assert (outcome.code, said) == ("read", [f"page {n} of 4" for n in (1, 2, 3, 4)])


@pytest.mark.parametrize("program", [STUB, PLAIN], ids=["walled", "plain"])
@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up as Linux lists them")
def test_what_a_process_began_ends_with_it(program: tuple[str, ...]) -> None:
    """A program for recognition that hangs does not outlive the file it was begun for."""
    hasty = Readers(1, Limits(seconds=3.0), program)
    try:
        own = str(os.getpid())  # others may run the same test on this machine
        assert hasty.read(STORY, f"children-{own}-a.txt").code == "timed out"
    finally:
        hasty.close()
    until = time.monotonic() + 30
    while _sleepers(own):  # the system takes a moment to end what was killed
        assert time.monotonic() < until


def _sleepers(number: str) -> list[Path]:
    return [path for path in Path("/proc").glob("[0-9]*/cmdline") if f"3599.{number}".encode() in _bytes(path)]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@pytest.mark.parametrize("program", [STUB, PLAIN], ids=["walled", "plain"])
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process ends after its file, not with its server")
def test_no_process_outlives_its_server(program: tuple[str, ...]) -> None:
    """Even where the server is killed while a file is being read: whoever holds its pipe for errors is still there."""
    script = (
        "from core.ingest.isolation import Readers\n"
        "from threading import Thread\n"
        f"readers = Readers(1, program={list(program)!r})\n"
        "assert readers.read(b'The bridge fell.', 'a.txt').code == 'read'\n"
        "print('ready', flush=True)\n"
        "readers.read(b'The bridge fell.', 'hang-a.txt')\n"
    )
    server = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert server.stdout is not None
    assert server.stdout.readline() == b"ready\n"
    server.kill()
    server.communicate(timeout=60)


def test_a_new_process_after_so_many_files() -> None:
    """Whatever gathers in a process goes with it."""
    few = Readers(1, Limits(files_a_worker=2), STUB if not is_walled() else PLAIN)
    try:
        texts = [next(few.read(STORY, f"who-{n}.txt").documents()).text for n in range(4)]
    finally:
        few.close()
    assert texts[0] == texts[1] != texts[2] == texts[3]


@pytest.mark.parametrize(
    "talk",
    [
        "import sys; sys.exit(1)",
        "import time; print('what?', flush=True); time.sleep(3600)",
        'import sys; print(\'{"type":"ready"}\', flush=True); sys.stdin.close()',
        'import os, time; print(\'{"type":"ready"}\', flush=True); os.close(0); time.sleep(3600)',
        "print('{\"type\":\"ready\"}', flush=True)\nwhile True: print('x' * 10**5, end='')",
        'print(\'{"type":"ready"}\', flush=True)\nwhile True: print(\'{"type":"progress","words":"x"}\')',
    ],
    ids=["ends", "talks", "leaves", "deaf", "floods", "promises"],
)
def test_a_process_that_was_taken_over(talk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it says or does not say, the server keeps its memory and its time, and gives one outcome."""
    monkeypatch.setattr(isolated, "LONGEST_ANSWER", 2**20)
    limits = Limits(seconds=2.0, page_seconds=0.0, recognition_seconds=1.0)
    taken = Readers(1, limits, [sys.executable, "-c", talk])
    try:
        assert taken.read(STORY * 20_000, "a.txt").code in ("crashed", "timed out")
    finally:
        taken.close()


def test_without_walls_and_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that has neither ``bwrap`` nor limits, files are read all the same."""
    monkeypatch.setattr(confinement, "_walls", lambda: ())
    monkeypatch.setattr(confinement, "die_with_parent", lambda: None)
    monkeypatch.setitem(sys.modules, "resource", None)
    confinement.confine(Limits())
    plain = Readers(1, program=command())
    try:
        assert command()[0] == sys.executable
        assert plain.read(STORY, "a.txt").code == "read"
    finally:
        plain.close()


def test_a_chaos_of_files(readers: Readers) -> None:
    """Files, some deadly, at once: each has its one outcome, and the good ones are all there.

    ``python -m tests.chaos`` does this with a hundred, beside a page that must answer.
    """
    harms = ["exit"] * 2 + ["memory"] * 2 + ["hang"] + ["deep"] + ["good"] * 34
    random.Random(4).shuffle(harms)  # noqa: S311 — no secret hangs on the order
    names = [f"{harm}-{number}.txt" for number, harm in enumerate(harms)]

    def one(name: str) -> Outcome:
        return readers.read(STORY + name.encode(), name)

    with ThreadPoolExecutor(4) as threads:
        outcomes = list(threads.map(one, names))
    assert [outcome.name for outcome in outcomes] == names
    assert Counter(outcome.code for outcome in outcomes) == {
        "read": 34,
        "crashed": 3,
        "out of memory": 2,
        "timed out": 1,
    }
    texts = [d.text for outcome in outcomes for d in outcome.documents()]
    assert len(set(texts)) == len(texts) == 34


def test_nothing_is_written(readers: Readers) -> None:
    """A library that tries fails, and the file is called damaged or the process dies; no trace stays."""
    assert readers.read(STORY, "write-a.txt").code in ("crashed", "damaged")
    trace = Path("trace")
    assert not trace.exists() or trace.stat().st_size == 0
    trace.unlink(missing_ok=True)


def test_the_environment_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets of the server are none of a parser's business."""
    monkeypatch.setenv("DATELINE_SECRET", "hidden")
    assert "hidden" not in environment().values()


@pytest.mark.skipif(not is_walled(), reason="bwrap is not installed or not allowed here")
def test_there_is_no_network() -> None:
    """Where the machine has bwrap, a reading process cannot speak to anyone."""
    walls = command()[: -len((sys.executable, "-m", "core", "reader"))]
    probe = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    done = subprocess.run([*walls, sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    assert "Error" in done.stderr
    listed = subprocess.run(
        [*walls, sys.executable, "-c", "import os; print(os.listdir('/sys/class/net'))"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "eth0" not in listed.stdout or done.returncode != 0
