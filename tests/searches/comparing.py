"""The same searches asked of two stores that hold the same documents."""

from __future__ import annotations

from collections.abc import Iterable

from core.desk.dossier_store import DossierStore
from core.desk.search.parsing import parse

PAGES = (1, 2)
"""Pages of hits that are compared, so that the order of some forty is."""


def differences(one: DossierStore, other: DossierStore, queries: Iterable[str], dossier: str = "d") -> list[str]:
    """The queries that two stores answer differently: other hits, another order, other counts in any facet."""
    return [query for query in queries if _differ(one, other, query, dossier)]


def _differ(one: DossierStore, other: DossierStore, query: str, dossier: str) -> bool:
    parsed = parse(query)
    pages = any(one.search([dossier], parsed, page) != other.search([dossier], parsed, page) for page in PAGES)
    return pages or one.in_common([dossier], parsed) != other.in_common([dossier], parsed)
