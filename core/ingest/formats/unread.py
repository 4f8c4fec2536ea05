"""Formats that are known but not read: a reader learns what the file is instead of seeing its bytes as text."""

from __future__ import annotations

import re

from core.ingest.formats.compound import compound_kind
from core.ingest.formats.html import is_html
from core.ingest.formats.signatures import SIGNATURES
from core.ingest.formats.zipped import entry_text
from core.ingest.outcome import Unreadable
from core.ingest.source import SourceFile

_ZIPPED: tuple[tuple[str, str], ...] = (
    ("ppt/presentation.xml", "a PowerPoint file"),
    ("xl/workbook.bin", "a binary Excel workbook"),
    ("Index/Document.iwa", "an Apple Pages, Numbers or Keynote file"),
    ("Index.zip", "an Apple Pages, Numbers or Keynote file"),
    ("index.apxl", "a Keynote file"),
    ("visio/document.xml", "a Visio drawing"),
    ("FixedDocSeq.fdseq", "an XPS document"),
    ("FixedDocumentSequence.fdseq", "an XPS document"),
    ("AndroidManifest.xml", "a program"),
    ("META-INF/MANIFEST.MF", "a program"),
    ("doc.kml", "a map file (KMZ)"),
)
_ROOT = re.compile(
    r"\s{0,99}(<\?xml[^>]{0,200}>)?\s{0,99}(?:<!--[^>]{0,999}-->\s{0,99}){0,9}(<!DOCTYPE[^>[]{0,300}>?\s{0,99})?"
    r"(?:<([A-Za-z_][\w:.-]{0,99})[\s>])?"
)
_PGP = "-----BEGIN PGP MESSAGE-----"


def packed_kind(source: SourceFile) -> str | None:
    """What a file of bytes is, by its first ones or its parts; null where they say nothing.

    Raises:
        Unreadable: it is locked with a password.
    """
    packed = next((kind for name, kind in _ZIPPED if name in source.entries), None)
    if packed:
        return packed
    if entry_text(source, "mimetype").startswith("application/vnd.oasis.opendocument"):
        return "an OpenDocument table, drawing or presentation"
    older = compound_kind(source)
    if older:
        return older
    if _is_program(source.data):
        return "a program"
    return next((kind for at, mark, kind in SIGNATURES if source.data.startswith(mark, at)), None)


def _is_program(data: bytes) -> bool:
    """Whether it is a program of Windows: its second head stands where the first one says."""
    return data.startswith(b"MZ") and data[int.from_bytes(data[60:64], "little") :][:2] in (b"PE", b"NE", b"LE")


def textual_kind(source: SourceFile) -> str | None:
    """What a text is that is not meant for reading as it stands; null for prose and pages.

    Raises:
        Unreadable: it is encrypted.
    """
    head = source.text[:2000].lstrip()
    if head.startswith(_PGP):
        raise Unreadable("needs password", "It is encrypted; only its owner can open it.")
    return None if is_html(head) else _xml_kind(source.text)


def _xml_kind(text: str) -> str | None:
    """XML declares itself, or ends with the element that it begins with."""
    found = _ROOT.match(text)
    if not found or not (found[1] or found[2] or text.rstrip().endswith(f"</{found[3]}>")):
        return None
    return "a picture (SVG)" if found[3] == "svg" else "an XML file"
