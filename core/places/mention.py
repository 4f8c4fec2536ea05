"""A stretch of the document that names a place, before it is known which."""

from __future__ import annotations

from dataclasses import dataclass

from core.models import PlaceKind
from core.places.gazetteer import Entry, Name
from core.places.recognition.kinds import SEATED

PLACE_LABELS = frozenset({"GPE", "LOC"})
"""What the model calls the name of a place."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``start`` to ``end`` (exclusive), the places that bear the name, and what the words beside it say.

    ``kind`` and ``kind_word`` come from a word such as "region" or "river" beside the name. ``evidence`` is how much
    speaks for a place at all, about 0 where it could as well be something else. ``part_of_name`` is true where the
    name belongs to that of an institution ("Fargo" in "Fargo Police Department"); ``whole`` false where known names
    within the stretch come first; ``narrowed`` where the places are wider than the name (Texas for "North Texas").
    ``body`` is the body named after the place that gave its kind away, such as "middle school".
    """

    start: int
    end: int
    text: str
    names: tuple[Name, ...]
    adjective: bool
    evidence: float
    label: str = ""
    kind: PlaceKind | None = None
    kind_word: str = ""
    part_of_name: bool = False
    whole: bool = True
    narrowed: bool = False
    body: str = ""


def is_at_seat(mention: Mention, entry: Entry) -> bool:
    """Whether a division is meant, but only the town that it is named after has a position: "Nakuru County"."""
    return mention.kind == "region" and mention.kind_word in SEATED and entry.kind == "settlement"
