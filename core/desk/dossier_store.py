"""The seam behind the desk: what keeps dossiers and the queue of documents to be read."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from core.desk.database import Database
from core.desk.dossier import Held
from core.desk.glance import Glance
from core.desk.search.facets import Facets
from core.desk.search.query import Query
from core.desk.search.searching import Found
from core.models import Extraction
from core.models.judgement import Judgement

MOST_DOCUMENTS = 20_000
"""Documents in one dossier."""

MOST_JUDGEMENTS = 2000
"""Judgements kept with one dossier."""

ChangeDocument = Callable[[Held], Held]
ChangeJudgements = Callable[[tuple[Judgement, ...]], tuple[Judgement, ...]]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A document that one worker is reading: ``token`` shows that it is the one; ``attempt`` counts from 1."""

    token: str
    held: Held
    attempt: int


class DossierStore(Protocol):
    """Dossiers by id. Each method is one transaction: it happens whole or not at all, whoever else acts meanwhile.

    An id that no dossier has stands for an empty one, and so does the id of a deleted one. ``by`` is the name of
    whoever acts; the journal has it. All methods may be called from any thread and any process.

    Every method raises :class:`~core.desk.database.StoreUnavailable` where disk or network refuse.
    """

    database: Database

    def version(self, dossier: str) -> int:
        """A number that grows when documents or records do, or a job ends; 0 where there is no dossier."""

    def glance(self, dossier: str) -> Glance:
        """How far each document is, at one version."""

    def held(self, dossier: str, documents: Collection[str] | None = None) -> tuple[Held, ...]:
        """The documents, or those of some ids, with their jobs and records, in the order in which they came."""

    def add(self, dossier: str, held: Held, by: str = "") -> None:
        """Put a document into a dossier, which is begun with its first.

        Raises:
            AlreadyThere: it holds the same bytes.
            DossierFull: it holds :data:`MOST_DOCUMENTS`.
            DossierDeleted: it was deleted and can still be asked back.
        """

    def update(self, dossier: str, document: str, change: ChangeDocument, by: str = "") -> Held:
        """Put what ``change`` makes of a document in its place, and return it; nothing comes between the two.

        Where the job is another one than before, whoever reads the document for the old one reads for nothing.
        ``change`` may be called more than once and has no effects of its own.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """

    def remove(self, dossier: str, document: str, by: str = "") -> None:
        """Take a document and what was found in it out; one that is not there is no matter."""

    def search(self, dossiers: Collection[str], query: Query, page: int = 1) -> Found:
        """One page of the passages of some dossiers for which a query holds; ``page`` counts from 1."""

    def in_common(self, dossiers: Collection[str], query: Query) -> Facets | None:
        """What all these passages have in common; null where there are none, or too many to be counted."""

    def judgements(self, dossier: str) -> tuple[Judgement, ...]:
        """What people decided, the latest last."""

    def judge(self, dossier: str, change: ChangeJudgements, by: str = "") -> None:
        """Put what ``change`` makes of the judgements in their place; of a dossier that is not there nothing is kept.

        Raises:
            DossierFull: there would be more than :data:`MOST_JUDGEMENTS`.
        """

    def claim(self, worker: str, lease: float) -> Claimed | None:
        """The next document to be read, for one worker alone until ``lease`` seconds are over; null where none waits.

        A document whose lease is over waits again: its worker has died, or is as good as dead.
        """

    def waits(self) -> bool:
        """Whether any document waits for a worker."""

    def keep(self, token: str, lease: float) -> bool:
        """Have a claim for ``lease`` seconds from now on; false where it is another's by now, or nobody's."""

    def finish(self, token: str, sentence: str, record: Extraction | None) -> Held | None:
        """Write the record and the end of its job together; null, and nothing written, where the claim is gone.

        Args:
            token: the claim's.
            sentence: what became of the document, for people.
            record: what was found in it; null where it could not be read.
        """

    def give_back(self, token: str) -> bool:
        """Let a document wait again, behind all others; false where the claim is gone."""

    def release(self, worker: str) -> int:
        """Let all that a worker has claimed wait again, because it ends; how many."""

    def close(self) -> None:
        """Let go of what is open."""


def is_new_version(before: Held, after: Held) -> bool:
    """Whether what pages build from a document has changed: not where its job has merely begun."""
    same = after.document == before.document and after.record is before.record
    return not same or after.job.id != before.job.id or after.job.running != before.job.running
