"""Pages through Streamlit's own test driver, on records made by hand."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import core.desk
from core.desk import Dossier, Judgement
from core.desk.signatures import Signatures
from core.models import Extraction
from core.places.gazetteer import build

APP = Path(__file__).parents[2] / "app.py"
DOSSIER = "a-dossier-of-the-tests"
_versions = itertools.count(1_000_000)  # frames are kept by version: no test may see another's


class StandInJudgements:
    """Judgements in memory, of whatever dossier."""

    def __init__(self) -> None:
        self._kept: tuple[Judgement, ...] = ()

    def of(self, _: str) -> tuple[Judgement, ...]:
        """All of them."""
        return self._kept

    def add(self, _: str, judgement: Judgement, by: str = "") -> None:
        """One more; the same said before gives way."""
        self._kept = (*(other for other in self._kept if other.says != judgement.says), judgement)

    def undo(self, _: str, judgement_id: str, by: str = "") -> None:
        """One less."""
        self._kept = tuple(one for one in self._kept if one.id != judgement_id)


class StandInDossiers:
    """No dossier has a name."""

    def standing(self, _: str) -> None:
        """Nothing is known of it but what is in it."""

    def signatures(self, _: str) -> Signatures:
        """Nobody signed anything."""
        return Signatures()

    def journal(self, _: str, limit: int = 20) -> tuple[()]:
        """Nobody did anything."""
        return ()

    def listed(self, search: str = "", archived: bool = False) -> tuple[()]:
        """None is listed."""
        return ()

    def recoverable(self) -> tuple[()]:
        """None was deleted."""
        return ()


class StandInDesk:
    """A desk that holds finished records and reads nothing."""

    def __init__(self, *records: Extraction) -> None:
        self._records = records
        self._version = next(_versions)
        self.judgements = StandInJudgements()
        self.dossiers = StandInDossiers()

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
    build()  # once a machine; pages would say that it is being made
    monkeypatch.setattr(core.desk, "_the_desk", StandInDesk(*records))
    app = AppTest.from_file(str(APP), default_timeout=30).run().switch_page(file)
    app.query_params["dossier"] = DOSSIER
    for name, value in query.items():
        app.query_params[name] = value
    return app


def text_of(app: AppTest) -> str:
    """Everything the page says through HTML, in order."""
    return "\n".join(str(element.proto.body) for element in app.get("html"))
