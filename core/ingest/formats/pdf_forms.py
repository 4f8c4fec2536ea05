"""Blocks of a PDF that are drawn inside each other (form XObjects): rings of them, and towers that grow tenfold a step.

PDFium draws a block that contains itself again and again, which no machine stands; so these are emptied before.
Where blocks lie in the file is seen without its list of objects, because a stream is never packed with others.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.ingest.budget import Budget
from core.ingest.formats.unpacking import inflated

_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})[\s\0]{1,9}\d{1,5}[\s\0]{1,9}obj(?![a-z])")
_STREAM = re.compile(rb">>[\s\0]{0,9}stream(?:\r\n|\n|\r)")
_BLOCK = re.compile(rb"/Subtype[\s\0]{0,9}/Form(?![A-Za-z])")
_PACK = re.compile(rb"/Type[\s\0]{0,9}/ObjStm(?![A-Za-z])")
_FIRST = re.compile(rb"/First[\s\0]{1,9}(\d{1,9})")
_DRAWN = re.compile(rb"/([^\s\0/\[\]<>(){}%]{1,99})[\s\0]{1,9}Do(?![A-Za-z])")
_ENTRY = re.compile(rb"/([^\s\0/\[\]<>(){}%]{1,99})[\s\0]{0,9}(\d{1,9})[\s\0]{1,9}\d{1,5}[\s\0]{1,9}R")
_REFERENCE = re.compile(rb"[\s\0]{0,9}(\d{1,9})[\s\0]{1,9}\d{1,5}[\s\0]{1,9}R")
_FILTERED = re.compile(rb"/Filter(?![A-Za-z])")
_RESOURCES = re.compile(rb"/Resources(?![A-Za-z])")
_DRAWABLE = re.compile(rb"/XObject(?![A-Za-z])")
_OBJECT_END = re.compile(rb"endobj|stream")
_BRACKET = re.compile(rb"<<|>>")
_LONGEST_HEAD = 100_000
_LONGEST_CONTENT = 10_000_000
_MOST_DRAWN = 20_000_000
"""Bytes of drawing that one block may come to with all inside it; a page of a newspaper comes to a hundred thousand."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A block: where its content lies in the file, how much that is, and how often it draws each other block."""

    start: int
    end: int
    size: int
    draws: Mapping[int, int]


def without_rings(data: bytes, budget: Budget) -> bytes | None:
    """The same bytes with the blocks emptied that would be drawn without end; null where there are none."""
    if not _BLOCK.search(data):
        return None
    blocks = dict(_File(data, budget).blocks())
    endless = _endless(blocks)
    if not endless:
        return None
    made = bytearray(data)
    for number in endless:
        block = blocks[number]
        made[block.start : block.end] = b" " * (block.end - block.start)  # no packed stream begins so: it is empty
    return bytes(made)


def _endless(blocks: Mapping[int, _Block]) -> set[int]:
    """Blocks that draw themselves, at whatever remove, or come to more than is drawn.

    A block is settled once all that it draws are; those that never are lie on a ring or lead to one. Of these only
    the former must go.
    """
    drawn: dict[int, int] = {}
    endless: set[int] = set()
    waiting = dict(blocks)
    while waiting:
        ready = [n for n, block in waiting.items() if all(m in drawn or m not in waiting for m in block.draws)]
        if not ready:
            ring = _ring(waiting)
            endless |= ring
            ready = list(ring)
        for number in ready:
            block = waiting.pop(number)
            inside = sum(times * drawn.get(m, 0) for m, times in block.draws.items())
            if inside > _MOST_DRAWN:
                endless.add(number)
            drawn[number] = 0 if number in endless else block.size + inside
    return endless


def _ring(blocks: Mapping[int, _Block]) -> set[int]:
    """One ring among blocks each of which draws another of them, or itself."""
    path: dict[int, None] = {}
    number = next(iter(blocks))
    while number not in path:
        path[number] = None
        number = next(m for m in blocks[number].draws if m in blocks)
    steps = list(path)
    return set(steps[steps.index(number) :])


class _File:
    """What lies in a PDF, found by its marks alone."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._data = data
        self._budget = budget
        self._places = [(match.start(), match.end(), int(match[1])) for match in _OBJECT.finditer(data)]
        self._left = budget.limits.member

    def blocks(self) -> Iterator[tuple[int, _Block]]:
        """Each block with its number."""
        for number, head, start in self._streams():
            if not _BLOCK.search(head):
                continue
            end = self._data.find(b"endstream", start)
            end = len(self._data) if end < 0 else end
            content = self._content(head, start, end)
            times = Counter(match[1] for match in _DRAWN.finditer(content))
            known = self._named(head) if times else {}
            draws = {known[name]: count for name, count in times.items() if name in known}
            yield number, _Block(start, end, len(content), draws)

    def _streams(self) -> Iterator[tuple[int, bytes, int]]:
        """Number, head and place of the content of each stream."""
        at = 0
        starts = [start for start, _, _ in self._places]
        for match in _STREAM.finditer(self._data):
            at = bisect_left(starts, match.start(), lo=at) - 1
            if at < 0:
                at = 0
                continue
            _, head, number = self._places[at]
            if match.start() - head <= _LONGEST_HEAD:
                yield number, self._data[head : match.start() + 2], match.end()

    def _content(self, head: bytes, start: int, end: int) -> bytes:
        """The content of a stream as it stands or unpacked in the usual way; empty where it is in another."""
        if not _FILTERED.search(head):
            return self._data[start : min(end, start + _LONGEST_CONTENT)]
        pieces: list[bytes] = []
        try:
            for piece in inflated(zlib.decompressobj(), self._data[start:end]):
                pieces.append(piece)
                self._left -= len(piece)
                if self._left < 0 or len(pieces) * 2**20 > _LONGEST_CONTENT:
                    break
                self._budget.refuse_late()
        except zlib.error:
            pass
        return b"".join(pieces)

    def _named(self, head: bytes) -> dict[bytes, int]:
        """What the names in a block stand for; one without resources of its own uses those of its page."""
        resources = self._value(head, _RESOURCES)
        if resources is None:
            return self._everywhere
        return {match[1]: int(match[2]) for match in _ENTRY.finditer(self._value(resources, _DRAWABLE) or b"")}

    @cached_property
    def _everywhere(self) -> dict[bytes, int]:
        """What names stand for in any resources of the file, whose they are."""
        heads = (self._data[end : end + _LONGEST_HEAD] for _, end, _ in self._places[:10_000])
        found: dict[bytes, int] = {}
        for head in heads:
            own = _OBJECT_END.split(head, maxsplit=1)[0]
            found.update((m[1], int(m[2])) for m in _ENTRY.finditer(self._value(own, _DRAWABLE) or b""))
        return found

    def _value(self, head: bytes, name: re.Pattern[bytes]) -> bytes | None:
        """The dictionary that a name leads to in another, there or elsewhere; null where there is none."""
        found = name.search(head)
        if not found:
            return None
        rest = head[found.end() :]
        if reference := _REFERENCE.match(rest):
            return self._objects.get(int(reference[1]), b"")
        depth, at = 0, 0
        for mark in _BRACKET.finditer(rest):
            depth += 1 if mark[0] == b"<<" else -1
            at = mark.end()
            if depth <= 0:
                break
        return rest[:at]

    @cached_property
    def _objects(self) -> dict[int, bytes]:
        """Each object that is no stream, or the head of one that is, by its number."""
        found: dict[int, bytes] = {}
        for _, head, start in self._streams():
            if _PACK.search(head):
                end = self._data.find(b"endstream", start)
                found.update(_packed(self._content(head, start, end if end > 0 else len(self._data)), head))
        for _, end, number in self._places:
            close = self._data.find(b"endobj", end, end + _LONGEST_HEAD)
            found[number] = self._data[end : close if close > 0 else end + 2000]
        return found


def _packed(content: bytes, head: bytes) -> Iterator[tuple[int, bytes]]:
    """Objects that are packed together: their numbers and places come first."""
    first = _FIRST.search(head)
    start = int(first[1]) if first else 0
    try:
        numbers = [int(word) for word in content[:start].split()]
    except ValueError:
        return
    places = [start + place for place in numbers[1::2]]
    for number, place, end in zip(numbers[::2], places, [*places[1:], len(content)], strict=False):
        yield number, content[place:end]
