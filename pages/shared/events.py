"""Which events of a dossier are one: proposed once a version, settled by what people decided."""

from __future__ import annotations

from core.desk import desk
from core.event_coreference import EventCluster, Proposal, apply_judgements, gathered, proposal
from core.frames.kinds import ClusterRow
from pages.shared.view import DossierView, kept


def one_each(view: DossierView) -> tuple[ClusterRow, ...]:
    """The shown events, one row for all mentions of one."""
    judged = ",".join(one.id for one in desk().judgements.of(view.dossier))
    key = f"{view.stamp}:{view.chosen.to_query()}:{judged}"
    return kept("events, one each", key, lambda: gathered(view.events, clusters(view)))


def clusters(view: DossierView) -> tuple[EventCluster, ...]:
    """Every event of a dossier in exactly one cluster, as everybody who has its link sees it now."""
    made = desk().judgements.of(view.dossier)
    key = f"{view.stamp}:{','.join(one.id for one in made)}"
    return kept("clusters", key, lambda: apply_judgements(proposed(view), made))


def proposed(view: DossierView) -> Proposal:
    """What was proposed, whatever people decided."""
    return kept("proposal", view.stamp, lambda: proposal(view.whole.marks.frames()))
