"""What the gazetteer file gives for a name that very many places bear."""

from __future__ import annotations

from pathlib import Path

from core.places.gazetteer import Entry, Gazetteer, build
from core.places.gazetteer.record import GazetteerRecord, Spelling


def _village(number: int, people: int) -> GazetteerRecord:
    entry = Entry(f"test:{number}", "San Antonio", "settlement", 10.0, number / 100, "MX", None, people, 1.0)
    return GazetteerRecord(entry, (Spelling("San Antonio", "name"),))


def test_of_thousands_the_best_known_are_looked_at(tmp_path: Path) -> None:
    """A city and the larger villages stay, however late they stand in the file."""
    records = [_village(number, people=number) for number in range(3_000)] + [_village(3_000, people=1_400_000)]
    names = Gazetteer(build(tmp_path / "gazetteer.sqlite", records=records)).names(["San Antonio"])["San Antonio"]
    assert names[0].entry.population == 1_400_000
    assert 60 <= len(names) < 1_000
    assert min(name.entry.population for name in names) > 2_000
