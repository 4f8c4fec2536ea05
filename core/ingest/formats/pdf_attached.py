"""Files that are attached to a PDF, as portfolios and invoices have them.

The library unpacks each at once, however large it is: so what they come to is counted before.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

from core.ingest.content import Member, Part, Refused
from core.ingest.formats.unpacking import inflated
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

_END, _ARCHIVE = b"%%EOF", b"PK\x03\x04"
_FILE = re.compile(rb"/EmbeddedFile\b.{0,2000}?stream\r?\n", re.DOTALL)


def attached(document: Any, source: SourceFile) -> Iterator[Part]:
    """Each attached file, as far as more may be unpacked; one that cannot be had is said."""
    import pypdfium2

    budget = source.budget
    if not document.count_attachments():
        return
    try:
        _refuse_swollen(source)
    except Unreadable as trouble:
        yield Refused("attached files", trouble)
        return
    for number in range(min(document.count_attachments(), budget.limits.members)):
        name = f"attachment {number + 1}"
        try:
            budget.refuse_late()
            file = document.get_attachment(number)
            name = file.get_name() or name
            yield Member(name, bytes(file.get_data()))
        except pypdfium2.PdfiumError:
            yield Refused(name, Unreadable("damaged", "This attached file cannot be read."))
        except Unreadable as trouble:
            yield Refused(name, trouble)


def behind(source: SourceFile) -> Iterator[Part]:
    """An archive that begins behind the end of a PDF: programs see one or the other, and either may be what counts."""
    start = source.data.find(_ARCHIVE, source.data.rfind(_END) + 1)
    if start > 0 and source.data.rfind(_END) >= 0:
        yield Member("archive behind the pages.zip", source.data[start:])


def _refuse_swollen(source: SourceFile) -> None:
    """Refuse files that unpack to more than is read; what is not packed in the usual way is left to the library."""
    for mark in _FILE.finditer(source.data):
        packer = zlib.decompressobj()
        try:
            for _ in source.budget.counted(inflated(packer, source.data[mark.end() :]), len(source.data)):
                pass
        except zlib.error:
            continue
