"""Passages that tell the same number, and what shows that two of them come from one source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from core.clustering.shingles import containment, shingles
from core.origins.text_reuse import TextReuse

_ROW = 3
_SAME_SENTENCE = 0.6
_SAME_QUOTATION = 0.7
_FEWEST = 4
"""Rows of three words below which a passage is too short to tell."""

_ANYBODY = frozenset("officials sources witnesses residents authorities people locals reports".split())


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of a document that gives a number.

    ``quotation`` holds the words of the direct quotation the number stands in; ``credits`` are the agencies named for
    this number, ``document_credits`` those named for the whole text. ``name`` is what a reader calls the document.
    """

    doc: str
    name: str
    value: tuple[float | None, float | None]
    sentence: str
    quotation: str | None
    speaker: str | None
    credits: frozenset[str]
    document_credits: frozenset[str]


@dataclass(frozen=True, slots=True)
class Link:
    """What ties two documents to one origin, as a sentence; not ``sure`` where it may have another cause."""

    docs: tuple[str, str]
    sure: bool
    sentence: str


Look = Callable[[Passage, Passage, "TextReuse | None"], "tuple[bool, str] | None"]


def link(one: Passage, other: Passage, kinship: TextReuse | None) -> Link | None:
    """The strongest sign that two passages have one origin; null where there is none."""
    unsure: tuple[bool, str] | None = None
    for look in _LOOKS:
        sign = look(one, other, kinship)
        if sign and sign[0]:
            return Link((one.doc, other.doc), *sign)
        unsure = unsure or sign
    return Link((one.doc, other.doc), *unsure) if unsure else None


def _wording(one: Passage, other: Passage, kinship: TextReuse | None) -> tuple[bool, str] | None:
    if kinship is None:
        return None
    return kinship.copy, kinship.sentence(one.name, other.name)


def _quotation(one: Passage, other: Passage, _: TextReuse | None) -> tuple[bool, str] | None:
    if one.quotation and other.quotation and _alike(one.quotation, other.quotation, _SAME_QUOTATION):
        return True, f"{one.name} and {other.name} give the same quotation."
    return None


def _sentence(one: Passage, other: Passage, _: TextReuse | None) -> tuple[bool, str] | None:
    if _alike(one.sentence, other.sentence, _SAME_SENTENCE):
        return True, f"{one.name} and {other.name} have it in nearly the same words."
    return None


def _agency(one: Passage, other: Passage, _: TextReuse | None) -> tuple[bool, str] | None:
    for_number = _list(one.credits & (other.credits | other.document_credits) | other.credits & one.document_credits)
    if for_number and one.value == other.value:
        return True, f"{one.name} and {other.name} both have the number from {for_number}."
    anywhere = _list((one.credits | one.document_credits) & (other.credits | other.document_credits))
    return (False, f"{one.name} and {other.name} both credit {anywhere}.") if anywhere else None


def _speaker(one: Passage, other: Passage, _: TextReuse | None) -> tuple[bool, str] | None:
    said = _plain(one.speaker)
    if said and said == _plain(other.speaker) and said not in _ANYBODY:
        return False, f"{one.name} and {other.name} both name {one.speaker}."
    return None


_LOOKS: tuple[Look, ...] = (_wording, _quotation, _sentence, _agency, _speaker)


def _alike(one: str, other: str, share: float) -> bool:
    rows, others = _rows(one), _rows(other)
    return min(len(rows), len(others)) >= _FEWEST and containment(rows, others) >= share


@lru_cache(maxsize=4096)
def _rows(passage: str) -> frozenset[int]:
    return shingles(passage, _ROW)


def _plain(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ").strip()


def _list(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
