"""Place names inside longer names: "Fargo Police Department" tells of Fargo, "Houston Rockets" does not."""

from __future__ import annotations

from core.lexicon import meaning
from core.text.view import Entity, TextView

_PUBLIC = meaning("organisations", "public")
_LOCAL = meaning("organisations", "local")
_PRIVATE = meaning("organisations", "outlet", "company", "sport alone")
_NAMED_AFTER_ANYTHING = frozenset("university universities college".split())
_OFFICES = meaning("titles", "title", "standing")
_BEFORE = frozenset({"of", "in", "at", "for", "from"})


def is_office(word: str) -> bool:
    """Whether the word, in lower case, is the title of somebody who holds an office or a rank."""
    return word.rstrip(".") in _OFFICES


def is_public(word: str) -> bool:
    """Whether the word, in lower case, is one that public bodies and divisions are called by."""
    return word in _PUBLIC


def weight_inside(view: TextView, organisation: Entity, start: int, end: int) -> float:
    """Points for a place within an organisation's or a building's name; see ``evidence``.

    Public bodies are called after what they govern; schools, hospitals and clubs often after the place where they
    stand, often after a person; newspapers, teams and companies tell nothing.
    """
    words = [word.rstrip(".") for word in view.lower[organisation.start : organisation.end]]
    rest = words[end - organisation.start :]
    if not (_PRIVATE.isdisjoint(rest) and _PRIVATE.isdisjoint(words[: start - organisation.start])):
        return -3.0
    if not _NAMED_AFTER_ANYTHING.isdisjoint(rest):
        return -2.0
    before = start - 1 - (view.lower_at(start - 1) == "the")
    if before >= organisation.start and view.lower[before] in _BEFORE:
        if view.lower[start] == "america":  # a bank, a voice, a union of all sorts
            return -3.0
        ends = end == organisation.end or view.lower_at(end) in {",", "and", "'s", "’s", "("}
        return 0.8 if ends else -2.0
    if start != organisation.start + (words[0] in {"the", "“", '"', "‘"}):
        return -3.0
    if not _PUBLIC.isdisjoint(rest):
        return 2.0
    return 0.5 if not _LOCAL.isdisjoint(rest) else -1.5
