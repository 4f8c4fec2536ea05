"""Pages through Streamlit's own test driver, on records made by hand."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import core.desk
from core.desk import Dossier
from core.desk.dossier import Held
from core.desk.jobs import new_job
from core.desk.judgements import Judgements
from core.desk.memory_store import MemoryStore
from core.ingest import from_text
from core.models import Extraction

APP = Path(__file__).parents[2] / "app.py"
DOSSIER = "a-dossier-of-the-tests"
_versions = itertools.count(1_000_000)  # frames are kept by version: no test may see another's


class StandInDesk:
    """A desk that holds finished records and reads nothing."""

    def __init__(self, *records: Extraction) -> None:
        self._records = records
        self._version = next(_versions)
        store, document = MemoryStore(), from_text("Nothing happened.", "a")
        store.add(DOSSIER, Held(document, new_job(document)))
        self.judgements = Judgements(store)

    def records(self, dossier: str) -> tuple[Extraction, ...]:
        """The records, for the dossier of the tests alone."""
        return self._records if dossier == DOSSIER else ()

    def version(self, dossier: str) -> int:
        """One that no other stand-in has."""
        return self._version if dossier == DOSSIER else 0

    def dossier(self, dossier: str) -> Dossier:
        """No documents that still wait for anything."""
        return Dossier(dossier, (), self.version(dossier), ())

    def jobs(self, _: str) -> tuple[()]:
        """Nothing is being read."""
        return ()


def page(monkeypatch: pytest.MonkeyPatch, file: str, *records: Extraction, **query: str) -> AppTest:
    """A page of the app, not run yet, with some records on the desk and an address.

    The app runs once at its first page, because only then Streamlit knows the pages' addresses.
    """
    monkeypatch.setattr(core.desk, "_the_desk", StandInDesk(*records))
    app = AppTest.from_file(str(APP), default_timeout=30).run().switch_page(file)
    app.query_params["dossier"] = DOSSIER
    for name, value in query.items():
        app.query_params[name] = value
    return app


def text_of(app: AppTest) -> str:
    """Everything the page says through HTML, in order."""
    return "\n".join(str(element.proto.body) for element in app.get("html"))
