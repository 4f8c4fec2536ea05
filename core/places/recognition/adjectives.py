"""Forms that name a people, an army or a language by its country: Russian, Ukrainians, Georgian."""

from __future__ import annotations

from core.places.recognition.forms import Stretch
from core.places.recognition.organisations import weight_inside
from core.text.view import TextView

_TONGUES = frozenset("language languages speaking-language translation dialect alphabet speaker speakers".split())
_SPEAKING = frozenset("speak speaks spoke speaking learn learning taught teach teaches translated fluent in".split())
_ORIGINS = frozenset("african asian anglo afro indo arab hispanic native".split())
_OTHERS = frozenset({"PERSON", "WORK_OF_ART", "LANGUAGE", "PRODUCT"})


def _is_compound(view: TextView, start: int, end: int) -> bool:
    """African-American and Native Americans are names of their own."""
    before, after = view.lower_at(start - 1), view.lower_at(end)
    if before in {"native", "latin"}:
        return True
    joined = before if before in {"-", "–"} else ""
    if joined and view.lower_at(start - 2) in _ORIGINS:
        return True
    return after in {"-", "–"} and view.lower[start] in _ORIGINS


def is_adjective(view: TextView, span: Stretch) -> bool:
    """Whether the form tells of a people; languages ("in English", "speaks Russian") and brands do not."""
    start, end = span
    if view.label(start) in _OTHERS or view.lower_at(end) in _TONGUES:
        return False
    if _is_compound(view, start, end):
        return False
    if view.lower_at(start - 1) in _SPEAKING and not view.tag[start].startswith("JJ"):
        return False
    number = view.entity_of[start]
    if number < 0 or view.entities[number].label not in {"ORG", "FAC", "EVENT"}:
        return True
    entity = view.entities[number]
    return (entity.start, entity.end) == span or weight_inside(view, entity, start, end) > 0
