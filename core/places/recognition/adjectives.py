"""Forms that name a people, an army or a language by its country: Russian, Ukrainians, Georgian."""

from __future__ import annotations

from core.places.recognition.forms import Stretch
from core.places.recognition.organisations import weight_inside
from core.places.tokens import Tokens

_TONGUES = frozenset("language languages speaking-language translation dialect alphabet speaker speakers".split())
_SPEAKING = frozenset("speak speaks spoke speaking learn learning taught teach teaches translated fluent in".split())
_ORIGINS = frozenset("african asian anglo afro indo arab hispanic native".split())
_OTHERS = frozenset({"PERSON", "WORK_OF_ART", "LANGUAGE", "PRODUCT"})


def _is_compound(tokens: Tokens, start: int, end: int) -> bool:
    """African-American and Native Americans are names of their own."""
    before, after = tokens.lower_at(start - 1), tokens.lower_at(end)
    if before in {"native", "latin"}:
        return True
    joined = before if before in {"-", "–"} else ""
    if joined and tokens.lower_at(start - 2) in _ORIGINS:
        return True
    return after in {"-", "–"} and tokens.lower[start] in _ORIGINS


def is_adjective(tokens: Tokens, span: Stretch) -> bool:
    """Whether the form tells of a people; languages ("in English", "speaks Russian") and brands do not."""
    start, end = span
    if tokens.label(start) in _OTHERS or tokens.lower_at(end) in _TONGUES:
        return False
    if _is_compound(tokens, start, end):
        return False
    if tokens.lower_at(start - 1) in _SPEAKING and not tokens.tag[start].startswith("JJ"):
        return False
    number = tokens.entity[start]
    if number < 0 or tokens.entities[number].label not in {"ORG", "FAC", "EVENT"}:
        return True
    entity = tokens.entities[number]
    return (entity.start, entity.end) == span or weight_inside(tokens, entity, start, end) > 0
