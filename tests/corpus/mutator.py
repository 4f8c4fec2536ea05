"""Harm done to files the way disks, networks and attackers do it; the same seed does the same harm."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

from tests.corpus.sample import Sample

Chance = random.Random
EXTENSIONS = ".txt .pdf .docx .html .eml .zip .csv .json .rtf .msg .xyz".split()


def flipped(data: bytes, chance: Chance) -> bytes:
    """One to twenty bits turned."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def cut(data: bytes, chance: Chance) -> bytes:
    """A download that broke off."""
    return data[: chance.randrange(len(data))]


def beheaded(data: bytes, chance: Chance) -> bytes:
    """The beginning is missing."""
    return data[chance.randrange(1, len(data)) :]


def doubled(data: bytes, chance: Chance) -> bytes:
    """A stretch stands twice, or many times."""
    start, end = _stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 50)) + data[end:]


def swapped(data: bytes, chance: Chance) -> bytes:
    """Two stretches have changed places."""
    a, b, c, d = sorted(chance.randrange(len(data) + 1) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def zeroed(data: bytes, chance: Chance) -> bytes:
    """A stretch was never written."""
    start, end = _stretch(data, chance)
    return data[:start] + bytes(end - start) + data[end:]


def with_noise(data: bytes, chance: Chance) -> bytes:
    """Bytes that do not belong there."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.randint(1, 300)) + data[at:]


def with_other_numbers(data: bytes, chance: Chance) -> bytes:
    """Numbers as words made enormous, negative, or nothing: lengths, counts, places."""
    found = list(re.finditer(rb"\d+", data))
    for match in chance.sample(found, min(len(found), 3)):
        data = data[: match.start()] + chance.choice((b"4294967295", b"-1", b"", b"9" * 30, b"0")) + data[match.end() :]
    return data


def in_markup(data: bytes, chance: Chance) -> bytes:
    """A tag doubled, dropped, or left open; a reference to nothing."""
    tags = list(re.finditer(rb"<[^<>]*>", data))
    if not tags:
        return with_other_numbers(data, chance)
    tag = chance.choice(tags)
    instead = chance.choice((b"", tag[0] * 3000, tag[0][:-1], b"&nothing;", b"<![CDATA[", b"\x00", b"<!-- ", b"</x>"))
    return data[: tag.start()] + instead + data[tag.end() :]


def inside(data: bytes, chance: Chance) -> bytes:
    """One entry of an archive harmed, and all of it packed anew with the right sums; else something simpler."""
    members = _entries(data)
    if not members:
        return in_markup(data, chance)
    number = chance.randrange(len(members))
    name, content = members[number]
    if content:
        members[number] = name, chance.choice(INNER)(content, chance)
    return _archive(members)


def with_entries_mixed(data: bytes, chance: Chance) -> bytes:
    """Entries of an archive dropped, or under each other's names."""
    members = _entries(data)
    if not members:
        return swapped(data, chance)
    contents = [content for _, content in members]
    chance.shuffle(contents)
    return _archive(
        [(name, content) for (name, _), content in zip(members, contents, strict=True) if chance.random() < 0.8]
    )


def _entries(data: bytes) -> list[tuple[str, bytes]]:
    """What an archive holds; nothing where it is none, or is damaged already."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, zlib.error):
        return []


def _archive(members: list[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return made.getvalue()


INNER: tuple[Callable[[bytes, Chance], bytes], ...] = (in_markup, flipped, cut, doubled, zeroed, with_other_numbers)
HARMS = (
    *(flipped, cut, beheaded, doubled, swapped, zeroed, with_noise),
    *(with_other_numbers, in_markup, inside, inside, with_entries_mixed),
)


def harmed(sample: Sample, seed: int) -> tuple[str, bytes]:
    """A name and the bytes of one damaged variant; one in five has the extension of another format."""
    chance = Chance(f"{sample.name} {seed}")
    data = HARMS[seed % len(HARMS)](sample.data, chance)
    if chance.random() < 0.2:
        data = chance.choice(HARMS)(data, chance) if data else data
    stem, _, extension = sample.name.partition(".")
    name = stem + chance.choice(EXTENSIONS) if chance.random() < 0.2 else f"{stem}.{extension}"
    return name, data


def _stretch(data: bytes, chance: Chance) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.choice((4, 64, 1024, len(data))))
