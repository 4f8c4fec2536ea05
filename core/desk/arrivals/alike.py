"""Which drafts have almost the text of another document: a rewrite may be wanted, and whoever adds it shall know."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from core.desk.arrivals.laying_out import Laid
from core.desk.arrivals.tables import DRAFT
from core.desk.database.blobs import unpacked
from core.desk.dossier_store import DossierStore
from core.desk.likeness import perhaps_alike
from core.models import Document
from core.origins.near_duplicates import likeness, most_alike

_MOST = 100
"""Documents of one file that are compared, and drafts that each is compared with, the latest: a thousand drafts must
not wait for half a million pairs. What was added is compared with everything when it has been read."""


def compared(store: DossierStore, dossier: str, owner: str, documents: Iterable[Document]) -> list[Laid]:
    """Documents with what they are alike; reads only.

    Raises:
        StoreUnavailable: the database refuses.
    """
    drafts = _latest(store, dossier, owner)
    laid: list[Laid] = []
    for number, document in enumerate(documents):
        alike = ""
        if number < _MOST:
            alike = _alike(document, [*perhaps_alike(store, dossier, document), *drafts[-_MOST:]])
            drafts.append(document)
        laid.append(Laid(document, alike))
    return laid


def _latest(store: DossierStore, dossier: str, owner: str) -> list[Document]:
    latest = select(DRAFT.c.content).where(DRAFT.c.dossier == dossier, DRAFT.c.owner == owner)
    with store.database.reading() as connection:
        contents = connection.execute(latest.order_by(DRAFT.c.number.desc()).limit(_MOST)).scalars().all()
    return [unpacked(content, Document) for content in reversed(contents)]


def _alike(document: Document, others: list[Document]) -> str:
    found = most_alike(document, others)
    if found is None:
        return ""
    other, share = found
    return f"This is {likeness(share)} “{other.title or other.name}”. Add it only if both are wanted."
