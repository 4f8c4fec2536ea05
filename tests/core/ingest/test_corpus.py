"""Files of every format as programs write them are read whole; damaged ones and traps each have one true outcome."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from core.ingest import FORMATS, Outcome, read_file
from core.ingest.isolation import Readers
from core.ingest.outcome import Trouble
from tests.corpus import samples
from tests.corpus.mutator import harmed
from tests.corpus.sample import Sample
from tests.traps import Trap, traps

VARIANTS = 12
CODES = {"read", "read in part", *get_args(Trouble)}
ENDS = {"timed out", "out of memory", "crashed"}
QUICK = [trap for trap in traps() if not trap.slow]


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    """Reading processes as the desk has them."""
    made = Readers(1)
    yield made
    made.close()


def text_of(outcome: Outcome) -> str:
    """All that was read."""
    return "\n\n".join(document.text for document in outcome.documents())


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_every_format_is_read_whole(sample: Sample) -> None:
    """Nothing lost, nothing doubled, under whatever name."""
    for name in (sample.name, "no-extension", "wrong.xyz"):
        if sample.name.partition(".")[2] in ("csv", "tsv") and name != sample.name:
            continue  # what parts columns is read as a table by its names of columns alone; its name may help
        outcome = read_file(sample.data, name)
        assert (outcome.code, len(list(outcome.documents()))) == (sample.code, sample.documents), outcome
        assert {words: text_of(outcome).count(words) for words in sample.words} == dict.fromkeys(sample.words, 1)


def test_the_corpus_has_every_format() -> None:
    """A format that is added is tested: each that the page lists recognises one of these files."""
    from core.ingest.formats import format_of
    from core.ingest.source import SourceFile

    met = {format_of(SourceFile(sample.data, sample.name)).name for sample in samples()}
    assert met == {known.name for known in FORMATS}


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_damaged_files(sample: Sample, readers: Readers) -> None:
    """Twelve variants a file, some five hundred in all: one known outcome each, no reading process lost."""
    for seed in range(VARIANTS):
        name, data = harmed(sample, seed)
        outcome = readers.read(data, name)
        assert outcome.code in CODES - ENDS, (seed, outcome.code, outcome.sentence)
        assert outcome.sentence.strip().endswith((".", "?")), (seed, outcome.sentence)
        assert (outcome.code in ("read", "read in part")) == any(outcome.documents()), (seed, outcome)


def test_there_are_enough_variants() -> None:
    """And hardly one is the file it was made of."""
    made = {harmed(sample, seed)[1] for sample in samples() for seed in range(VARIANTS)}
    assert len(made - {sample.data for sample in samples()}) > 450


@pytest.mark.parametrize("trap", QUICK, ids=lambda trap: trap.name)
def test_traps(trap: Trap, readers: Readers) -> None:
    """The outcome is true, and what can be read is read; ``python -m tests.traps`` has the slow ones too."""
    outcome = readers.read(trap.make(), trap.name)
    assert outcome.code in trap.codes.split("|"), outcome.sentence
    assert trap.words in text_of(outcome)


def test_nothing_is_written_where_a_member_wants(readers: Readers, tmp_path: Path) -> None:
    """Names that climb, are absolute or belong to the system lead nowhere."""
    from tests.traps.of_archives import with_names

    aim = tmp_path / "written.txt"
    names = (str(aim), os.path.relpath(aim, "/tmp"), f"../../../../../..{aim}")  # noqa: S108 — a place to aim at
    for read in (readers.read, read_file):
        assert read(with_names(*names), "elsewhere.zip").code == "read"
        assert not list(tmp_path.iterdir())


def test_names_are_shown_in_their_direction(readers: Readers) -> None:
    """A name that would turn round, break lines or fill the page is shown plain and short."""
    for name, shown in (("re\u202etxt.exe", "retxt.exe"), ("a\n\u200eb.txt", "ab.txt"), ("x" * 100_000, "x" * 200)):
        assert readers.read(b"The bridge is closed.", name).name == shown
