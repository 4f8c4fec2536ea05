"""A desk that was backed up and restored, into any database, is the desk that it was."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import MetaData, select

from core.desk.database.engine import open_engine
from core.desk.database.migrate import migrate, revisions
from core.desk.database.schema import metadata
from core.desk.keeping import NoBackup, NotEmpty, back_up, check, restore
from core.desk.keeping.archive import MANIFEST
from core.desk.purging import originals
from tests.core.desk.desks import DATABASES
from tests.core.desk.keeping.filled import DELETED, KEPT, WITHHELD, Kept, all_of, empty, filled, held

Change = Callable[[dict[str, bytes]], None]


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A back-up of a filled desk."""
    with filled("sqlite", tmp_path / "from") as desk:
        back_up(desk.database, desk.originals, tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Kept]:
    """An empty desk."""
    with empty("sqlite", tmp_path / "to") as made:
        yield made


@pytest.mark.parametrize("there", DATABASES)
@pytest.mark.parametrize("here", DATABASES)
def test_what_was_backed_up_is_restored(here: str, there: str, tmp_path: Path) -> None:
    """All that the desk gives, and originals; new rows are numbered behind the old ones; and nothing is wrong."""
    with filled(here, tmp_path / "from") as old, empty(there, tmp_path / "to") as new:
        written, missing = back_up(old.database, old.originals, tmp_path / "backup.zip")
        assert restore(new.database, new.originals, tmp_path / "backup.zip") == written
        before, after = all_of(old), all_of(new)
        assert before == after
        assert (missing, after[DELETED]) == (0, (0, (), ()))
        kept = originals(new.database)
        documents = {one.document.original for dossier in KEPT for one in new.store.held(dossier)}
        assert kept > documents  # drafts and files that wait have theirs
        assert {original for original in kept if new.originals.get(original) is not None} == kept
        assert written.originals == len(kept)
        new.store.add("morning", held(new, "One more."))
        assert [one.document.text for one in new.store.held("morning")][-1] == "One more."
        assert check(new.database, new.originals).wrong == []


def test_what_is_deleted_is_not_in_it(backup: Path) -> None:
    """Neither the dossier's rows nor its texts nor their originals; a text that another dossier has is."""
    with zipfile.ZipFile(backup) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        rows = {name: archive.read(name).splitlines() for name in archive.namelist() if name.startswith("tables/")}
    assert WITHHELD.encode() not in everything
    assert f'"{DELETED}"'.encode() not in everything
    assert [len(rows[f"tables/{name}.jsonl"]) for name in ("dossier", "document", "judgement", "watched")] == [
        2,
        5,
        2,
        1,
    ]


def test_it_is_there_whole_and_for_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that fails in the middle leaves the last one as it was, and nothing beside it."""
    file = tmp_path / "kept" / "backup.zip"
    file.parent.mkdir()
    with filled("sqlite", tmp_path / "from") as desk:
        back_up(desk.database, desk.originals, file)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        before = file.read_bytes()

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("core.desk.keeping.archive.Writing.end", full)
        with pytest.raises(OSError, match="space"):
            back_up(desk.database, desk.originals, file)
    assert [(path, path.read_bytes()) for path in file.parent.iterdir()] == [(file, before)]


@pytest.mark.parametrize("kind", DATABASES)
def test_it_shows_one_moment(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written between two tables is in neither."""
    from core.desk.keeping import backup as module

    with filled(kind, tmp_path / "from") as desk, empty("sqlite", tmp_path / "to") as new:
        before, rows = all_of(desk), module.kept_rows

        def meanwhile(table: object) -> object:
            desk.store.add("evening", held(desk, f"Written meanwhile: {table}."))
            return rows(table)  # type: ignore[arg-type]

        monkeypatch.setattr(module, "kept_rows", meanwhile)
        first = metadata.sorted_tables[0]
        with desk.database.reading() as connection:
            connection.execute(select(first))  # the moment is that of the first look
            back_up(desk.database, desk.originals, tmp_path / "backup.zip")
        restore(new.database, new.originals, tmp_path / "backup.zip")
        texts = [one.document.text for one in new.store.held("evening")]
        assert check(new.database, new.originals).wrong == []
        assert len(texts) <= 3
        assert all_of(new)["judgement"] == before["judgement"]


def test_only_an_empty_desk_is_filled(backup: Path, desk: Kept) -> None:
    """What is there stays as it is."""
    desk.store.add("d", held(desk, "Something."))
    before = desk.store.held("d")
    with pytest.raises(NotEmpty, match="not empty"):
        restore(desk.database, desk.originals, backup)
    assert (desk.store.held("d"), desk.store.held("morning")) == (before, ())


def manifest(**changes: object) -> Change:
    """A change of what the back-up says of itself."""

    def change(parts: dict[str, bytes]) -> None:
        parts[MANIFEST] = json.dumps(json.loads(parts[MANIFEST]) | changes).encode()

    return change


def part(name: str, data: Callable[[bytes], bytes]) -> Change:
    """A change of one part, the first whose name begins like this."""

    def change(parts: dict[str, bytes]) -> None:
        whole = next(key for key in parts if key.startswith(name))
        parts[whole] = data(parts[whole])

    return change


DAMAGES: dict[str, tuple[Change, str]] = {
    "no manifest": (lambda parts: parts.pop(MANIFEST) and None, "no back-up"),
    "a manifest of nothing": (part(MANIFEST, lambda _: b"{}"), "no back-up"),
    "a later format": (manifest(format=2), "newer version"),
    "a later schema": (manifest(revision="9999"), "newer version"),
    "a line less": (part("tables/document", lambda lines: lines[: lines.rindex(b"\n", 0, -1) + 1]), "damaged"),
    "half a line": (part("tables/document", lambda lines: lines[:-40]), "damaged"),
    "a line twice": (part("tables/dossier", lambda lines: lines + lines), "damaged"),
    "a column that is none": (part("tables/dossier", lambda lines: lines.replace(b'"name"', b'"nome"')), "damaged"),
    "bytes that are none": (
        part("tables/judgement", lambda lines: lines.replace(b'"says": "', b'"says": "?')),
        "damaged",
    ),
    "a table less": (lambda parts: parts.pop("tables/document.jsonl") and None, "damaged"),
    "an original less": (lambda parts: parts.pop(next(p for p in parts if p.startswith("orig"))) and None, "damaged"),
    "another original": (part("originals/", lambda data: data + b"!"), "damaged"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_one_restores_nothing(damage: str, backup: Path, desk: Kept) -> None:
    """And says in a sentence what it is."""
    change, sentence = DAMAGES[damage]
    with zipfile.ZipFile(backup) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(backup, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(NoBackup, match=sentence):
        restore(desk.database, desk.originals, backup)
    with desk.database.reading() as connection:
        assert [t.name for t in metadata.sorted_tables if connection.execute(select(t)).first()] == []


@pytest.mark.parametrize("data", [b"", b"no archive", None])
def test_a_file_that_is_no_archive_is_told(data: bytes | None, backup: Path, desk: Kept) -> None:
    """Neither is half of one."""
    backup.write_bytes(backup.read_bytes()[:-200] if data is None else data)
    with pytest.raises(NoBackup):
        restore(desk.database, desk.originals, backup)


@pytest.mark.parametrize("kind", DATABASES)
@pytest.mark.parametrize("revision", revisions()[:-1])
def test_one_of_an_older_schema_is_brought_to_this_one(
    kind: str, revision: str, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows as an older version had them, made into a back-up as that version did."""
    with empty("sqlite", tmp_path / "now") as now:
        restore(now.database, now.originals, backup)
        with zipfile.ZipFile(backup) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        engine = open_engine(f"sqlite:///{tmp_path / 'older.sqlite3'}")
        migrate(engine, revision)
        older = MetaData()
        older.reflect(engine)
        engine.dispose()
        known = json.loads(parts[MANIFEST])
        for name in set(known["tables"]) - set(older.tables):
            del parts[f"tables/{name}.jsonl"], known["tables"][name]
        for name in known["tables"]:
            lines = [json.loads(line) for line in parts[f"tables/{name}.jsonl"].splitlines()]
            columns = set(older.tables[name].c.keys())
            cut = [{key: value for key, value in line.items() if key in columns} for line in lines]
            parts[f"tables/{name}.jsonl"] = b"".join(json.dumps(line).encode() + b"\n" for line in cut)
        parts[MANIFEST] = json.dumps(known | {"revision": revision}).encode()
        with zipfile.ZipFile(backup, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        with empty(kind, tmp_path / "to") as desk:
            restore(desk.database, desk.originals, backup)
            for dossier in KEPT:
                texts = [one.document.text for one in now.store.held(dossier)]
                assert [one.document.text for one in desk.store.held(dossier)] == texts
                assert desk.store.judgements(dossier) == now.store.judgements(dossier)
