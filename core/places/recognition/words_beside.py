"""What the words beside a stretch say for and against a place, in points of :mod:`core.places.recognition.score`."""

from __future__ import annotations

from core.places.recognition import context
from core.places.recognition.kinds import REGION, STREETS
from core.places.recognition.namesakes import is_given_name, is_team
from core.places.recognition.phrase_cues import by_phrase
from core.places.resolution.offset import is_offset, offset_km
from core.places.tokens import PLACE_LABELS, Tokens

_RESIDENTS = frozenset(
    """resident residents native natives area based slums slum camps camp refugee downtown police officials man woman
    teen teenager couple family families firefighter firefighters home homes hospital hospitals suburb market
    authorities prosecutors airport taxi motorist farmer farmers""".split()
)


def by_words_beside(tokens: Tokens, start: int, end: int) -> float:
    """Prepositions, kind words, datelines for; titles and diseases against."""
    before = "" if _opens_longer_name(tokens, start, end) else tokens.lower_at(context.previous(tokens, start))
    weight = 2.0 if before in context.LOCATIVE else 0.4 if before in context.WEAK_LOCATIVE else 0.0
    if before == "in" and tokens.text[start - 1] == "In" and tokens.lower_at(end) == ",":  # "In Perth, 131 homes"
        weight += 1.0
    if tokens.lower_at(start - 1) == "$":
        weight -= 6.0
    if is_offset(tokens, start) or context.is_inhabited(tokens, start):
        weight += 2.8 if offset_km(tokens, start) else 1.5
    if before in context.TAKEN:
        weight += 2.8
    if context.kind_before(tokens, start) or context.kind_after(tokens, end):
        weight += _by_kind_word(tokens, start, end)
    elif tokens.lower_at(end) in _RESIDENTS:
        weight += 1.5 if tokens.label(start) == "ORG" else 1.0
    if tokens.lower_at(end).rstrip(".") in STREETS and before not in context.LOCATIVE:
        weight -= 4.0
    if context.is_dateline(tokens, start, end):
        weight += 2.5
    if _is_listed(tokens, start, end):
        weight += 1.0
    if context.has_title(tokens, start):
        weight -= 5.0 if context.has_written_title(tokens, start) else 2.5
    if is_team(tokens, end) or is_given_name(tokens, start, end):
        weight -= 5.0
    weight += by_phrase(tokens, start, end)
    return weight - 4.0 if context.is_disease(tokens, end) else weight


def _by_kind_word(tokens: Tokens, start: int, end: int) -> float:
    """Hardly a person has a district in small letters; a capital one may be part of another name."""
    small = tokens.lower[end : end + 1] == tokens.text[end : end + 1]
    if small and tokens.lower_at(end) in REGION:
        return 3.2
    return 2.5 if tokens.lower_at(start - 1) == "of" or small else 1.5


def _opens_longer_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words before speak of an institution: in "at Aberdeen University" the "at" is the university's."""
    number = tokens.entity[start]
    return number >= 0 and tokens.entities[number].end > end and tokens.entities[number].label in {"ORG", "FAC"}


def _is_listed(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name that the model takes for a place stands next in a list or at the other end of a way."""
    left = start >= 2 and tokens.lower[start - 1] in {",", "and", "to"} and tokens.label(start - 2) in PLACE_LABELS
    after = end + 1 if tokens.lower_at(end) in {",", "and"} else -1
    return left or (after > 0 and tokens.label(after) in PLACE_LABELS)
