"""What a whole document says of a form: a name is the same thing on page one and on page three."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from core.places.gazetteer import fold
from core.places.mention import PLACE_LABELS
from core.places.recognition.forms import trimmed
from core.text.view import TextView

_COUNTED = PLACE_LABELS | {"PERSON", "ORG", "NORP", "FAC", "PRODUCT", "EVENT"}


@dataclass(frozen=True, slots=True)
class Memory:
    """How often the model gave a form which label, who bears it as a name, and which words stand in small letters."""

    labels: Mapping[str, Counter[str]]
    people: frozenset[str]
    common: frozenset[str]

    def share_of_places(self, key: str) -> float:
        """How much of the form's labels are places, 0 to 1; a form never labelled gives 0."""
        counts = self.labels.get(key)
        if not counts:
            return 0.0
        return (counts["GPE"] + counts["LOC"]) / (sum(counts.values()) + 0.5)

    def is_place_mostly(self, key: str) -> bool:
        """Whether the model never or seldom took the form for a person or an organisation."""
        counts = self.labels.get(key, Counter())
        return counts["GPE"] + counts["LOC"] >= counts["PERSON"] + counts["ORG"]


def remember(view: TextView) -> Memory:
    """The memory of a document; one pass over its names and words."""
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    people: set[str] = set()
    for entity in view.entities:
        if entity.label in _COUNTED:
            labels[fold(view.words_of(*trimmed(view, entity.start, entity.end)))][entity.label] += 1
        if entity.label == "PERSON" and entity.end - entity.start > 1:
            people.update(word for word in view.lower[entity.start : entity.end] if len(word) > 2)
    common = frozenset(word for word in view.words if word.islower() and len(word) > 2)
    return Memory(dict(labels), frozenset(people), common)
