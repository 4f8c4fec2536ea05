"""Single faults in files that are sound otherwise: a cell, a name, a line that parts parts; the rest must be read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from tests.corpus import office, wrapped
from tests.corpus.office import SHEETS, zipped
from tests.corpus.sample import STORY, UKRAINIAN
from tests.traps.of_mail import HEAD
from tests.traps.of_office import cell, p, sheet, word
from tests.traps.trap import Trap

_CELLS = {
    "number": '<c r="A3"><v>abc</v></c>',
    "words": '<c r="A3" t="s"><v>99999</v></c>',
    "day": '<c r="A3" t="d"><v>soon</v></c>',
    "style": '<c r="A3" s="x"><v>3</v></c>',
    "place": '<c r="A3x" t="inlineStr"><is><t>x</t></is></c>',
}
_SAVED = "From: <Saved by Blink>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related{}\r\n\r\n"


def with_row(row: str) -> bytes:
    """A list of articles with this row between two sound ones."""
    head = f'<row r="1">{cell("A1", "headline")}{cell("B1", "body")}</row><row r="2">{cell("B2", STORY[0])}</row>'
    return sheet(f'{head}{row}<row r="9">{cell("B9", STORY[2])}</row>')


def with_backslashes(data: bytes) -> bytes:
    """The archive with the names of its parts as some programs of Windows write them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            data = data.replace(name.encode(), name.replace("/", "\\").encode())
    return data


def strict(data: bytes) -> bytes:
    """The workbook in the strict form of the standard, whose elements have other names of names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    return zipped(
        {name: text.replace(SHEETS, "http://purl.oclc.org/ooxml/spreadsheetml/main") for name, text in members.items()}
    )


def saved(parted_by: str) -> bytes:
    """A saved page whose head says so about the line that parts its parts."""
    page = f"<html><body><article><p>{STORY[0]}</p><p>{STORY[1]}</p></article></body></html>"
    return f"{_SAVED.format(parted_by)}--xx\r\nContent-Type: text/html\r\n\r\n{page}\r\n--xx--\r\n".encode()


def cyrillic_font() -> bytes:
    """Rich Text whose head declares Western letters, and its font Cyrillic ones."""
    words = "".join(f"\\'{byte:02x}" for byte in UKRAINIAN.encode("cp1251"))
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 A;}}{{\\f1\\fcharset204 B;}}}}\\f1 {words}}}".encode()


def crowded_tag() -> bytes:
    """A page one of whose tags has 200,000 attributes."""
    attributes = " ".join(f"a{n}='x'" for n in range(200_000))
    return f"<html><body><p {attributes}>{STORY[0]}</p></body></html>".encode()


def traps() -> Iterator[Trap]:
    """All of this kind."""
    some = "read|read in part"
    for name, bad in _CELLS.items():
        yield Trap(f"bad-{name}.xlsx", lambda b=bad: with_row(f'<row r="3">{b}</row>'), some, STORY[2])  # type: ignore[misc]
    yield Trap("bad-row.xlsx", lambda: with_row('<row r="three"><c></row>'), "read in part", STORY[0])
    yield Trap("backslashes.xlsx", lambda: with_backslashes(office.excel()), "read", "Part 3. The footbridge")
    yield Trap("backslashes.docx", lambda: with_backslashes(office.word()), "read", STORY[2])
    yield Trap("strict.xlsx", lambda: strict(office.excel()), "read", "Part 3. The footbridge")
    struck = "<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>"
    yield Trap("struck-out.docx", lambda: word(struck + p(STORY[0])), "read in part", STORY[0])
    for name, said in (("none", ""), ("false", '; boundary="yy"')):
        yield Trap(f"parted-by-{name}.mhtml", lambda s=said: saved(s), some, STORY[1])  # type: ignore[misc]
    untold = f"Content-Type: multipart/mixed\n\n--xx\nContent-Type: text/plain\n\n{STORY[0]}\n--xx--\n"
    yield Trap("parted-by-none.eml", (HEAD.format("Bridge") + untold).encode, some, STORY[0])
    yield Trap("broken-off.dat", lambda: wrapped.letter()[:-60], "read in part", STORY[1])
    yield Trap("cyrillic-font.rtf", cyrillic_font, "read", UKRAINIAN)
    yield Trap("crowded-tag.html", crowded_tag, "read", STORY[0])
    yield Trap("behind-a-program.zip", lambda: b"#!/bin/sh\nexit\n" + zipped({"a.txt": STORY[0]}), "read", STORY[0])
