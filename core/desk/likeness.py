"""Which documents of a dossier may have the same text as one that is not in it yet: those with some of its phrases."""

from __future__ import annotations

from collections.abc import Iterator

from core.desk.dossier_store import DossierStore
from core.desk.search.normalising import words
from core.desk.search.query import Phrase, Query
from core.desk.search.searching import Found
from core.models import Document

_PHRASES, _WORDS = 6, 7
"""Phrases that are looked for, spread over the text, and words of each: two reporters seldom choose the same."""

_FEW = 100
"""Documents that are all looked at for the same text."""

_MOST = 12
"""Documents that a phrase may be in to tell anything."""


def perhaps_alike(store: DossierStore, dossier: str, document: Document) -> tuple[Document, ...]:
    """Those of its documents that may have the text of one that is not in it: of many those with its phrases.

    Raises:
        StoreUnavailable: the database refuses.
    """
    docs = set(store.glance(dossier).documents)
    if len(docs) > _FEW:
        found = (documents_in(store.search((dossier,), query)) for query in phrases(document))
        docs = set().union(*found, {document.id} & docs)
    return tuple(held.document for held in store.held(dossier, docs))


def phrases(document: Document) -> Iterator[Query]:
    """A few phrases of a document, one query each."""
    told = words(document.text)
    every = max(len(told) // _PHRASES, _WORDS)
    for start in range(0, max(len(told) - _WORDS, 1), every):
        yield Query((Phrase(" ".join(told[start : start + _WORDS])),))


def documents_in(found: Found) -> set[str]:
    """The documents that have a phrase; none where very many have it."""
    docs = {hit.document for hit in found.hits}
    return docs if len(docs) <= _MOST and found.total <= 2 * _MOST else set()
