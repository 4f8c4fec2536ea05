"""To whom dossiers are open: the one place that decides it, for every way to a dossier.

A dossier that is limited to people and groups is, to everybody else, as if it were not there: their questions are asked
of an id that no dossier has, so that answer, error and time are those of any unknown address. Commands and workers act
for the house itself, which knows all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select, true

from core.desk.database import Database
from core.desk.database.schema import ADMITTED, DOSSIER
from core.desk.dossier import UnknownDossier
from core.desk.people import Person

NOWHERE = ""
"""An id that no dossier has, nor ever will."""


@dataclass(frozen=True, slots=True)
class _Said:
    """Who acts, as it was said; null for the house itself."""

    person: Person | None


_answers: ContextVar[dict[tuple[Database, str, frozenset[str]], str] | None] = ContextVar("answers", default=None)
_acting: ContextVar[_Said | None] = ContextVar("acting", default=None)
_providers: list[Callable[[], Person | None]] = []


def answer_to(who: Callable[[], Person | None]) -> None:
    """From now on, ``who`` tells who asks, in the thread that asks; until then the house itself does."""
    _providers[:] = [who]


@contextmanager
def acting_as(person: Person | None) -> Iterator[None]:
    """Within, this person asks, or the house itself."""
    before = _acting.set(_Said(person))
    try:
        yield
    finally:
        _acting.reset(before)


@contextmanager
def one_answer_each() -> Iterator[None]:
    """Within, each door is looked at once: one run of a page asks a dozen times, and is of one moment."""
    before = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(before)


def whoever_asks() -> Person | None:
    """Who asks now; null for the house itself."""
    said = _acting.get()
    if said is not None:
        return said.person
    return _providers[0]() if _providers else None


class Doors:
    """What stands before the dossiers of a database. May be used by several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def through(self, dossier: str) -> str:
        """The id of a dossier for whoever asks: itself, or :data:`NOWHERE` where it is not open to them."""
        person = whoever_asks()
        if person is None:
            return dossier
        answers, asked = _answers.get(), (self._database, dossier, person.keys)
        if answers is None:
            return self._looked_at(dossier, person)
        if asked not in answers:
            answers[asked] = self._looked_at(dossier, person)
        return answers[asked]

    def _looked_at(self, dossier: str, person: Person) -> str:
        asked = select(ADMITTED.c.member).where(ADMITTED.c.dossier == dossier)
        with self._database.reading() as connection:
            members = set(connection.execute(asked).scalars())
        return dossier if not members or members & person.keys else NOWHERE

    def filling(self, dossier: str) -> str:
        """The same for putting something in, which begins a dossier that is not there.

        Where any dossier is limited none is begun so: it would tell an address that is free from one that is closed.

        Raises:
            UnknownDossier: there is none for whoever asks, and none is begun.
        """
        if whoever_asks() is None:
            return dossier
        known = select(DOSSIER.c.id).where(DOSSIER.c.id == self.through(dossier)).exists()
        limited = select(ADMITTED.c.dossier).exists()
        with self._database.reading() as connection:
            there, limits = connection.execute(select(known, limited)).one()
        if limits and not there:
            raise UnknownDossier
        return dossier


def open_dossiers() -> ColumnElement[bool]:
    """Which dossiers are open to whoever asks: a condition on their rows."""
    person = whoever_asks()
    if person is None:
        return true()
    limits = select(ADMITTED.c.dossier).where(ADMITTED.c.dossier == DOSSIER.c.id)
    return or_(~limits.exists(), limits.where(ADMITTED.c.member.in_(person.keys)).exists())
