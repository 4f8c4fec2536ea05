"""Files are read in processes of their own: whatever happens there is one outcome, and the next file is read."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.reading import Limits, Outcome
from core.reading.isolation import Readers
from core.reading.isolation.confinement import command, environment, is_walled

STUB = (*command()[: -len((sys.executable, "-m", "core", "reader"))], sys.executable, "-m", "tests.data.reader_stub")
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
        ("noise", "crashed"),
        ("none", "read"),
    ],
)
def test_every_end_is_an_outcome(readers: Readers, harm: str, code: str) -> None:
    """With a sentence, under the file's name; the next file is read as if nothing had been."""
    outcome = readers.read(STORY, f"{harm}-a.txt")
    assert (outcome.name, outcome.code) == (f"{harm}-a.txt", code)
    assert outcome.sentence.endswith(".")
    after = readers.read(STORY, "a.txt")
    assert (after.code, [d.text.encode() for d in after.documents()]) == ("read", [STORY])


def test_progress_gives_time(readers: Readers) -> None:
    """A file that takes longer than its seconds is read as long as it shows that it comes on."""
    said: list[str] = []
    hasty = Readers(1, Limits(seconds=1.2, page_seconds=0.0), STUB)
    try:
        outcome = hasty.read(STORY, "slow-a.txt", progress=said.append)
    finally:
        hasty.close()
    assert (outcome.code, said) == ("read", [f"page {n} of 4" for n in (1, 2, 3, 4)])


def test_a_chaos_of_files(readers: Readers) -> None:
    """A hundred files, some deadly, at once: each has its one outcome, and the good ones are all there."""
    harms = ["exit"] * 5 + ["memory"] * 5 + ["hang"] * 3 + ["deep"] * 3 + ["good"] * 84
    random.Random(4).shuffle(harms)  # noqa: S311 — no secret hangs on the order
    names = [f"{harm}-{number}.txt" for number, harm in enumerate(harms)]

    def one(name: str) -> Outcome:
        return readers.read(STORY + name.encode(), name)

    with ThreadPoolExecutor(4) as threads:
        outcomes = list(threads.map(one, names))
    assert [outcome.name for outcome in outcomes] == names
    assert Counter(outcome.code for outcome in outcomes) == {
        "read": 84,
        "crashed": 8,
        "out of memory": 5,
        "timed out": 3,
    }
    texts = [d.text for outcome in outcomes for d in outcome.documents()]
    assert len(set(texts)) == len(texts) == 84


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
    import subprocess

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
