"""What people wrote into a PDF: the values of its form's fields, and notes on its pages."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

_MOST = 2_000
"""Of a page: a form made for people has fewer."""

_LONGEST = 100_000


def written(document: Any, page: Any, layer: str) -> str:
    """The lines that were filled in on a page and do not stand in its text, a paragraph each."""
    lines = dict.fromkeys(line for entry in _entries(document, page) for line in entry.splitlines() if line.strip())
    shown = " ".join(layer.split())
    return "\n\n".join(line for line in lines if " ".join(line.split()) not in shown)


def _library() -> Any:
    """The calls of PDFium as they are, which know no types."""
    from pypdfium2 import raw

    return raw


def _entries(document: Any, page: Any) -> Iterator[str]:
    raw = _library()
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        mark = raw.FPDFPage_GetAnnot(page, number)
        if not mark:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(mark) == raw.FPDF_ANNOT_WIDGET:
                yield _value(document, mark)
            elif raw.FPDFAnnot_GetSubtype(mark) in (raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_TEXT):
                yield _words(lambda *room, m=mark: raw.FPDFAnnot_GetStringValue(m, b"Contents", *room))
        finally:
            raw.FPDFPage_CloseAnnot(mark)


def _value(document: Any, mark: Any) -> str:
    """What stands in a field for words or a choice; boxes and buttons hold none."""
    raw = _library()
    form = document.formenv
    if form is None:
        return ""
    kinds = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
    if raw.FPDFAnnot_GetFormFieldType(form, mark) not in kinds:
        return ""
    return _words(lambda *room: raw.FPDFAnnot_GetFormFieldValue(form, mark, *room))


def _words(ask: Any) -> str:
    """Words as the library hands them out: first it says how many bytes they take, then it writes them."""
    raw = _library()
    size = min(ask(None, 0), 2 * _LONGEST)
    if size <= 2:
        return ""
    room = ctypes.create_string_buffer(size)
    ask(ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return room.raw[:size].decode("utf-16-le", "replace").rstrip("\0").replace("\r\n", "\n").replace("\r", "\n")
