"""Which events of a dossier are one: worked out once a version and decision, for all readers."""

from __future__ import annotations

from core.desk import desk
from core.desk.collation.retellings import Retellings, settle
from core.event_coreference import EventCluster, gathered
from core.frames.kinds import ClusterRow
from pages.shared.view import DossierView, kept


def one_each(view: DossierView) -> tuple[ClusterRow, ...]:
    """The shown events, one row for all mentions of one."""

    def gather() -> tuple[ClusterRow, ...]:
        return gathered(view.events, retellings(view).several([row.key for row in view.events]))

    return kept("events, one each", f"{view.key}:{_judged(view)}", gather)


def retellings(view: DossierView) -> Retellings:
    """The events of the whole dossier, to be asked for."""
    return Retellings(view.whole.marks, desk().collation(view.dossier), settled(view))


def settled(view: DossierView) -> tuple[EventCluster, ...]:
    """The events that people decided on, as they are now."""
    made = desk().judgements.of(view.dossier)
    if not made:
        return ()
    key = f"{view.stamp}:{_judged(view)}"
    return kept("settled", key, lambda: settle(view.whole.marks, desk().collation(view.dossier), made))


def _judged(view: DossierView) -> str:
    """Stands for the decisions in keys of what is kept."""
    return ",".join(one.id for one in desk().judgements.of(view.dossier))
