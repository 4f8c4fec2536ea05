"""What the documents of a dossier say together: the same thing counted, and wording that they share."""

from __future__ import annotations

from core.compare import Comparison, compare
from core.desk import desk
from core.origins import TextReuse
from pages.shared import gazetteer
from pages.shared.view import DossierView, kept


def compared(view: DossierView) -> Comparison:
    """The dossier's figures that count the same thing."""
    return kept("comparison", view.stamp, lambda: compare(desk().records(view.dossier), gazetteer.wholes))


def text_reuses(view: DossierView) -> tuple[TextReuse, ...]:
    """The pairs of its documents that share their wording."""
    return compared(view).text_reuses
