"""Pages through Streamlit's own test driver, on records made by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import core.desk
from core.desk import Desk
from core.desk.collation.collator import Collator
from core.desk.crew import Elsewhere
from core.desk.database import Database
from core.desk.sql_store import SqlStore
from core.models import Extraction
from core.places.gazetteer import build
from tests.core.desk.desks import file_of_its_own
from tests.corpus.dossiers import held_document

APP = Path(__file__).parents[2] / "app.py"
DOSSIER = "a-dossier-of-the-tests"


def desk_of(*records: Extraction) -> Desk:
    """A desk that holds finished records in the dossier of the tests, and reads nothing."""
    store = SqlStore(Database(file_of_its_own()))
    for record in records:
        own = hashlib.sha256(record.id.encode()).hexdigest()  # records made by hand are of the same bytes
        store.add(DOSSIER, held_document(replace(record, sha256=own)))
    Collator(store.database, lambda key: frozenset()).collate_next(DOSSIER)
    return Desk(store, Elsewhere())


def page(monkeypatch: pytest.MonkeyPatch, file: str, *records: Extraction, **query: str) -> AppTest:
    """A page of the app, not run yet, with some records on the desk and an address.

    The app runs once at its first page, because only then Streamlit knows the pages' addresses.
    """
    build()  # once a machine; pages would say that it is being made
    monkeypatch.setattr(core.desk, "_the_desk", desk_of(*records))
    app = AppTest.from_file(str(APP), default_timeout=30).run().switch_page(file)
    app.query_params["dossier"] = DOSSIER
    for name, value in query.items():
        app.query_params[name] = value
    return app


def text_of(app: AppTest) -> str:
    """Everything the page says through HTML, in order."""
    return "\n".join(str(element.proto.body) for element in app.get("html"))
