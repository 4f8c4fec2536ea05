"""A document's file read once more by a better reader; what people gave of the document stays."""

from __future__ import annotations

from dataclasses import replace

from core.desk.dossier import Held, UnknownDocument
from core.desk.dossier_store import DossierStore
from core.desk.jobs import new_id, new_job
from core.ingest import Outcome, with_details
from core.ingest.mending import is_garbled, mended, was_mended
from core.models import Document

_SAME = "The file was read again; its text is the same."
_OTHER = "The file was read again; its text is another now and is being searched."


def replace_text(store: DossierStore, dossier: str, document: Document, by: str = "") -> None:
    """The same file as a better reader reads it, in the place of what it was, which waits to be read.

    Raises:
        UnknownDocument: the dossier does not hold it.
        StoreUnavailable: the database refuses.
    """
    anew = new_id()

    def reread(held: Held) -> Held:
        old = held.document
        dated = old if old.published_from == "given" or document.published is None else document
        new = replace(document, published=dated.published, published_from=dated.published_from, dated_by=dated.dated_by)
        new = with_details(new, old.title or new.title, old.outlet or new.outlet, new.published)
        return replace(held, document=new, job=new_job(new, anew), anew=True)

    store.update(dossier, document.id, reread, by)


def read_anew(store: DossierStore, dossier: str, document: str, outcome: Outcome, by: str = "") -> str:
    """What a reading found of a document takes its place; a sentence on what became of it.

    Raises:
        StoreUnavailable: the database refuses.
    """
    held = store.held(dossier, (document,))
    if not held:
        return str(UnknownDocument(document))
    before = held[0].document
    found = next((one for one in outcome.documents() if one.id == document), None)
    if found is None:
        return f"Nothing was changed: this document is not found in the file now. {outcome.sentence}"
    if was_mended(before.warnings) and is_garbled(found):
        found = mended(found)
    if (found.text, found.boilerplate, found.pages) == (before.text, before.boilerplate, before.pages):
        return _SAME
    try:
        replace_text(store, dossier, found, by)
    except UnknownDocument as gone:
        return str(gone)
    return _OTHER
