"""What the words beside a stretch say for and against a place, in points of :mod:`core.places.recognition.score`."""

from __future__ import annotations

from core.places.mention import PLACE_LABELS
from core.places.recognition import context
from core.places.recognition.kinds import REGION, STREETS
from core.places.recognition.namesakes import is_given_name, is_team
from core.places.recognition.phrase_cues import by_phrase
from core.places.resolution.offset import is_offset, offset_km
from core.text.view import TextView

_RESIDENTS = frozenset(
    """resident residents native natives area based slums slum camps camp refugee downtown police officials man woman
    teen teenager couple family families firefighter firefighters home homes hospital hospitals suburb market
    authorities prosecutors airport taxi motorist farmer farmers""".split()
)


def by_words_beside(view: TextView, start: int, end: int) -> float:
    """Prepositions, kind words, datelines for; titles and diseases against."""
    before = "" if _opens_longer_name(view, start, end) else view.lower_at(context.previous(view, start))
    weight = 2.0 if before in context.LOCATIVE else 0.4 if before in context.WEAK_LOCATIVE else 0.0
    if before == "in" and view.words[start - 1] == "In" and view.lower_at(end) == ",":  # "In Perth, 131 homes"
        weight += 1.0
    if view.lower_at(start - 1) == "$":
        weight -= 6.0
    if is_offset(view, start) or context.is_inhabited(view, start):
        weight += 2.8 if offset_km(view, start) else 1.5
    if before in context.TAKEN:
        weight += 2.8
    if context.kind_before(view, start) or context.kind_after(view, end):
        weight += _by_kind_word(view, start, end)
    elif view.lower_at(end) in _RESIDENTS:
        weight += 1.5 if view.label(start) == "ORG" else 1.0
    if view.lower_at(end).rstrip(".") in STREETS and before not in context.LOCATIVE:
        weight -= 4.0
    if context.is_dateline(view, start, end):
        weight += 2.5
    if _is_listed(view, start, end):
        weight += 1.0
    if context.has_title(view, start):
        weight -= 2.5
    if is_team(view, end) or is_given_name(view, start, end):
        weight -= 5.0
    weight += by_phrase(view, start, end)
    return weight - 4.0 if context.is_disease(view, end) else weight


def _by_kind_word(view: TextView, start: int, end: int) -> float:
    """Hardly a person has a district in small letters; a capital one may be part of another name."""
    small = view.lower[end : end + 1] == view.words[end : end + 1]
    if small and view.lower_at(end) in REGION:
        return 3.2
    return 2.5 if view.lower_at(start - 1) == "of" or small else 1.5


def _opens_longer_name(view: TextView, start: int, end: int) -> bool:
    """Whether the words before speak of an institution: in "at Aberdeen University" the "at" is the university's."""
    number = view.entity_of[start]
    return number >= 0 and view.entities[number].end > end and view.entities[number].label in {"ORG", "FAC"}


def _is_listed(view: TextView, start: int, end: int) -> bool:
    """Whether a name that the model takes for a place stands next in a list or at the other end of a way."""
    left = start >= 2 and view.lower[start - 1] in {",", "and", "to"} and view.label(start - 2) in PLACE_LABELS
    after = end + 1 if view.lower_at(end) in {",", "and"} else -1
    return left or (after > 0 and view.label(after) in PLACE_LABELS)
