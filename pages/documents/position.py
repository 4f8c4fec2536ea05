"""Which document is read, and where in it: the parts ``doc`` and ``at`` of the address."""

from __future__ import annotations

from core.models import Extraction
from pages.shared import address
from pages.shared.view import DossierView


def document(view: DossierView) -> Extraction:
    """The document in the address; the first one where the address names none that is here."""
    asked = address.parts().get("doc", "")
    return view.records.get(asked) or view.records[view.whole.first[0].doc]


def position(record: Extraction) -> int | None:
    """The position in the text that the address asks for; null where it asks for none that is in the text."""
    at = address.parts().get("at", "")
    return int(at) if at.isascii() and at.isdigit() and len(at) < 12 and int(at) <= len(record.text) else None


def target(record: Extraction) -> tuple[int, int] | None:
    """The sentence at the position in the address; the line where it is in none, as in a text that was not read."""
    at = position(record)
    if at is None:
        return None
    line = record.text.rfind("\n", 0, at) + 1, (record.text.find("\n", at) + 1 or len(record.text) + 1) - 1
    return next(((start, end) for start, end in record.sentences if start <= at < end), line if at else None)
