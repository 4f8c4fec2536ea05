"""Names that one source writes in one word and another in two: Padang Panjang and Padangpanjang, Ust Kut and Ustkut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from core.places.gazetteer import Gazetteer
from core.places.mention import PLACE_LABELS
from core.places.recognition.forms import Stretch, is_capital
from core.places.resolution.neighbours import Known
from core.text.view import TextView

_TOWN = 10_000
"""People of a town that is known enough to be found under a spelling that no source has."""


def in_one_word(view: TextView, known: Known, gazetteer: Gazetteer) -> Known:
    """The towns whose names two capital words, one of them a place for the model, make when put together."""
    asked = {span: "".join(view.words[slice(*span)]) for span in _pairs(view) if span not in known}
    asked |= {span: _tied(view, span) for span in _hyphened(view) if span not in known}
    names = gazetteer.names(dict.fromkeys(asked.values())) if asked else {}
    found = {
        span: tuple(
            replace(name, form=view.words_of(*span))
            for name in names.get(form, ())
            if name.relation == "name" and name.entry.population >= _TOWN
        )
        for span, form in asked.items()
    }
    return {span: towns for span, towns in found.items() if towns}


def _pairs(view: TextView) -> Iterator[Stretch]:
    """Where the model's places begin and end, and wherever the same two words stand again."""
    first = list(_beside_labels(view))
    words = {tuple(view.words[slice(*span)]) for span in first}
    again = enumerate(pairwise(view.words)) if words else ()
    yield from {**dict.fromkeys(first), **{(i, i + 2): None for i, pair in again if pair in words}}


def _beside_labels(view: TextView) -> Iterator[Stretch]:
    for index in {at for entity in view.entities if entity.label in PLACE_LABELS for at in (entity.start, entity.end)}:
        if 0 < index < len(view) and not view.opens[index] and all(map(_is_word, view.words[index - 1 : index + 1])):
            yield index - 1, index + 1
    for entity in view.entities:
        start, end = entity.start, entity.end
        if entity.label in PLACE_LABELS and end - start == 2 and all(map(_is_word, view.words[start:end])):
            yield start, end


def _hyphened(view: TextView) -> Iterator[Stretch]:
    """Two capital words that a hyphen ties and the model takes for one name: Petion-Ville."""
    for entity in view.entities:
        start, end = entity.start, entity.end
        if end - start == 3 and view.words[start + 1] == "-" and all(map(_is_word, view.words[start:end:2])):
            yield start, end


def _tied(view: TextView, span: Stretch) -> str:
    """In one word, the second half in small letters."""
    return view.words[span[0]] + view.lower[span[1] - 1]


def _is_word(word: str) -> bool:
    return word.isalpha() and is_capital(word) and len(word) > 2
