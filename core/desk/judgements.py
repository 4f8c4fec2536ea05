"""What people decided by hand of the events of each dossier."""

from __future__ import annotations

from core.desk.access import Doors
from core.desk.dossier_store import DossierStore
from core.models.judgement import Judgement


class Judgements:
    """The judgements of each dossier, the latest last. All methods may be called from any thread.

    ``by`` is the name of whoever acts; the journal has it.
    """

    def __init__(self, store: DossierStore) -> None:
        self._store = store
        self._doors = Doors(store.database)

    def of(self, dossier_id: str) -> tuple[Judgement, ...]:
        """Those of a dossier; none where there is none."""
        return self._store.judgements(self._doors.through(dossier_id))

    def add(self, dossier_id: str, judgement: Judgement, by: str = "") -> None:
        """Keep a judgement as the latest. The same said before gives way, so that one click takes back what two said.

        A dossier that is not there any more is not made anew for it: its events are gone as well.

        Raises:
            DossierFull: it holds as many as it may.
        """

        def with_it(kept: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
            return (*(other for other in kept if other.says != judgement.says), judgement)

        self._store.judge(self._doors.through(dossier_id), with_it, by)

    def undo(self, dossier_id: str, judgement_id: str, by: str = "") -> None:
        """Take a judgement back; one that somebody else took back already is no matter."""
        self._store.judge(
            self._doors.through(dossier_id), lambda kept: tuple(one for one in kept if one.id != judgement_id), by
        )
