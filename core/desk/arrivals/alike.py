"""Which drafts have almost the text of another document: a rewrite may be wanted, and whoever adds it shall know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, select

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


class Compared(NamedTuple):
    """Documents with what they are alike, and the number of the last draft that was there by then."""

    laid: tuple[Laid, ...]
    last: int


def compared(store: DossierStore, dossier: str, owner: str, documents: Iterable[Document]) -> Compared:
    """Documents with what they are alike; reads only.

    Raises:
        StoreUnavailable: the database refuses.
    """
    with store.database.reading() as connection:
        drafts, last = _drafts(connection, dossier, owner, 0)
    laid: list[Laid] = []
    for number, document in enumerate(documents):
        alike = ""
        if number < _MOST:
            alike = _alike(document, [*perhaps_alike(store, dossier, document), *drafts[-_MOST:]])
            drafts.append(document)
        laid.append(Laid(document, alike))
    return Compared(tuple(laid), last)


def caught_up(connection: Connection, dossier: str, owner: str, before: Compared) -> tuple[Laid, ...]:
    """The same with what was laid out since: of two files that are read at once, the second one knows of the first.

    Args:
        connection: of the transaction that lays them out; nobody else lays out anything in the dossier meanwhile.
        dossier: the dossier.
        owner: a key.
        before: what was found when the transaction had not begun.
    """
    since, _ = _drafts(connection, dossier, owner, before.last)
    few, others = before.laid[:_MOST], before.laid[_MOST:]
    return (*(one if one.alike else Laid(one.document, _alike(one.document, since)) for one in few), *others)


def _drafts(connection: Connection, dossier: str, owner: str, after: int) -> tuple[list[Document], int]:
    """The latest drafts behind a number, the last one last, and its number."""
    latest = select(DRAFT.c.number, DRAFT.c.content).where(DRAFT.c.dossier == dossier, DRAFT.c.owner == owner)
    latest = latest.where(DRAFT.c.number > after).order_by(DRAFT.c.number.desc()).limit(_MOST)
    found = connection.execute(latest).all()
    return [unpacked(row.content, Document) for row in reversed(found)], found[0].number if found else after


def _alike(document: Document, others: list[Document]) -> str:
    found = most_alike(document, others)
    if found is None:
        return ""
    other, share = found
    return f"This is {likeness(share)} “{other.title or other.name}”. Add it only if both are wanted."
