"""The seam behind the desk: what keeps dossiers, whether in memory or in a database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from core.desk.dossier import Held
from core.models.judgement import Judgement

MOST_DOCUMENTS = 500
"""Documents in one dossier."""

MOST_JUDGEMENTS = 2000
"""Judgements kept with one dossier."""

ChangeDocument = Callable[[Held], Held]
ChangeJudgements = Callable[[tuple[Judgement, ...]], tuple[Judgement, ...]]


class DossierStore(Protocol):
    """Dossiers by id. Each method is one transaction: it happens whole or not at all, whoever else acts meanwhile.

    An id that no dossier has stands for an empty one. All methods may be called from any thread.
    """

    def version(self, dossier: str) -> int:
        """A number that grows when documents or records do, or a job ends; 0 where there is no dossier."""

    def held(self, dossier: str) -> tuple[Held, ...]:
        """The documents with their jobs and records, in the order in which they came."""

    def add(self, dossier: str, held: Held) -> None:
        """Put a document into a dossier, which is begun with its first.

        Raises:
            AlreadyThere: it holds the same bytes.
            DossierFull: it holds :data:`MOST_DOCUMENTS`.
        """

    def update(self, dossier: str, document: str, change: ChangeDocument) -> Held:
        """Put what ``change`` makes of a document in its place, and return it; nothing comes between the two.

        A record and the end of its job are thus written together. ``change`` may be called more than once and has no
        effects of its own.

        Raises:
            UnknownDocument: the dossier does not hold it.
        """

    def remove(self, dossier: str, document: str) -> None:
        """Take a document and what was found in it out; one that is not there is no matter."""

    def judgements(self, dossier: str) -> tuple[Judgement, ...]:
        """What people decided, the latest last."""

    def judge(self, dossier: str, change: ChangeJudgements) -> None:
        """Put what ``change`` makes of the judgements in their place; of a dossier that is not there nothing is kept.

        Raises:
            DossierFull: there would be more than :data:`MOST_JUDGEMENTS`.
        """


def is_new_version(before: Held, after: Held) -> bool:
    """Whether what pages build from a document has changed: not where its job has merely begun."""
    same = after.document is before.document and after.record is before.record
    return not same or after.job.id != before.job.id or after.job.running != before.job.running
