"""A record under another publication date."""

from __future__ import annotations

from dataclasses import replace

from core.models.document import Document
from core.models.record import Extraction, Redating


def redated(record: Extraction, document: Document, redating: Redating) -> Extraction:
    """The record with the details that its document has now and with what they change of it."""
    return replace(
        record,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        published_from=document.published_from,
        dated_by=document.dated_by,
        warnings=redating.warnings,
        dates=redating.dates,
        figures=redating.figures,
        events=redating.events,
    )
