"""Archives of any kind and depth: each file inside has an outcome of its own, and traps are told, not sprung."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from core.ingest import Limits, read_file
from core.ingest.budget import Budget

ONE, TWO = b"The bridge fell at noon and two people were hurt.", b"The mayor spoke of three people on Monday."


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP archive of these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    """A TAR archive of these files, with a link and a folder that hold nothing."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for kind, name in ((tarfile.DIRTYPE, "folder"), (tarfile.SYMTYPE, "link")):
            empty = tarfile.TarInfo(name)
            empty.type, empty.linkname = kind, "/etc/passwd"
            archive.addfile(empty)
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


PACKINGS: dict[str, Callable[[dict[str, bytes]], bytes]] = {
    "zip": zipped,
    "tar": tarred,
    "tar.gz": lambda members: gzip.compress(tarred(members)),
    "tar.bz2": lambda members: bz2.compress(tarred(members)),
    "tar.xz": lambda members: lzma.compress(tarred(members)),
}


@pytest.mark.parametrize("packing", PACKINGS)
def test_every_file_inside_is_read(packing: str) -> None:
    """In the order of the archive, under the last part of its name, whatever the archive is called."""
    outcome = read_file(PACKINGS[packing]({"a/one.txt": ONE, "../../two.txt": TWO}), "letters.pdf")
    assert outcome.code == "read", outcome
    assert [(d.name, d.text.encode()) for d in outcome.documents()] == [("one.txt", ONE), ("two.txt", TWO)]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_single_packed_file(pack: Callable[[bytes], bytes]) -> None:
    """It is the file inside that counts."""
    (document,) = read_file(pack(ONE), "one.txt.gz").documents()
    assert document.text.encode() == ONE


def test_archives_in_archives() -> None:
    """Down to the limit; what lies deeper is said."""
    inner = zipped({"one.txt": ONE})
    for _ in range(5):
        inner = zipped({"inner.zip": inner})
    assert [
        d.text.encode() for d in read_file(zipped({"a.tgz": gzip.compress(tarred({"b.txt": ONE}))}), "a").documents()
    ] == [ONE]
    deep = read_file(inner, "deep.zip")
    assert (deep.code, list(deep.documents())) == ("too large", [])
    assert "levels deep" in deep.sentence


def test_one_bad_file_stops_no_other() -> None:
    """The archive is read in part, and says of how many."""
    outcome = read_file(
        zipped({"one.txt": ONE, "clip.7z": b"7z\xbc\xaf\x27\x1c" + bytes(40), "nothing.txt": b""}), "a.zip"
    )
    assert outcome.code == "read in part"
    assert "1 of 3 files inside it" in outcome.sentence
    assert [member.code for member in outcome.members] == ["read", "unsupported", "empty"]


def test_locked_entries() -> None:
    """The flag says so; nothing is guessed."""
    locked = bytearray(zipped({"one.txt": ONE}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = locked.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        locked[at] |= 1
    assert read_file(bytes(locked), "a.zip").code == "needs password"


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("share", [0.2, 0.6, 0.9])
def test_a_download_that_was_cut_off(packing: str, share: float) -> None:
    """What came before the cut is read, or the file is called damaged."""
    whole = PACKINGS[packing]({"one.txt": ONE * 20, "two.txt": bytes(range(256)) * 300})
    outcome = read_file(whole[: int(len(whole) * share)], "a")
    assert outcome.code in ("damaged", "read in part", "unsupported")


def test_traps_are_counted_while_they_unpack() -> None:
    """What an archive claims about sizes is not believed; what is inside a limit is kept."""
    small = Limits(ratio_from=10_000, member=3_000_000, unpacked=5_000_000, members=3)
    bomb = zipped({"one.txt": ONE, "zeros.txt": bytes(2_000_000)})
    assert [m.code for m in read_file(bomb, "a.zip", budget=Budget(small)).members] == ["read", "too large"]
    assert read_file(gzip.compress(bytes(2_000_000)), "a.gz", budget=Budget(small)).code == "too large"
    many = read_file(zipped({f"{i}.txt": ONE + str(i).encode() for i in range(5)}), "a.zip", budget=Budget(small))
    assert (many.code, len(list(many.documents()))) == ("read in part", 3)
    assert "more than 3 files" in many.sentence
    heavy = zipped({f"{i}.bin": random.Random(i).randbytes(1_500_000) for i in range(3)})  # noqa: S311 — no secret
    large = read_file(heavy, "a.zip", budget=Budget(Limits(unpacked=4_000_000)))
    assert "larger than 3 MB in all" in " ".join(m.sentence for m in large.members)


def test_what_systems_add_is_passed_over() -> None:
    """Forks of macOS and the like are no files of anyone."""
    outcome = read_file(zipped({"__MACOSX/._one.txt": b"\x00\x05", "one.txt": ONE, ".DS_Store": b"x"}), "a.zip")
    assert [member.name for member in outcome.members] == ["one.txt"]


def test_names_cannot_turn_or_break_lines() -> None:
    """A name is shown without marks that reverse it."""
    (document,) = read_file(zipped({"re\u202etxt.exe\n.txt": ONE}), "a.zip").documents()
    assert document.name == "retxt.exe.txt"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("Новини дня.txt", "utf-8"), ("Отчёт за март.txt", "cp866"), ("Лист №3.txt", "utf-8"), ("Müller.txt", "cp437")],
)
def test_names_that_do_not_say_their_encoding(name: str, encoding: str) -> None:
    """Windows writes its own code page, Apple UTF-8, both without a mark."""
    written = name.encode(encoding)
    data = zipped({"z" * len(written): ONE}).replace(b"z" * len(written), written)
    assert [member.name for member in read_file(data, "a.zip").members] == [name]


def test_names_in_a_tar_of_another_encoding() -> None:
    """They are shown in letters all the same."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.GNU_FORMAT, encoding="koi8-u") as archive:
        info = tarfile.TarInfo("Новини дня.txt")
        info.size = len(ONE)
        archive.addfile(info, io.BytesIO(ONE))
    assert [member.name for member in read_file(made.getvalue(), "a.tar").members] == ["Новини дня.txt"]
