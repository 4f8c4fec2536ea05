"""What fitted weights were fitted to, how well they hold, and what tells that they are stale.

Stale are weights whose features have changed: a change of recognition, resolution or gazetteer gives the same words
other features than those that were weighed. ``features_digest`` notices it by the features of some fixed texts, so that
code may move and be renamed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.places import resolved
from core.places.gazetteer import Gazetteer
from core.places.resolution.features import Answer
from core.text.pipeline import parse
from core.text.view import TextView
from tests.calibration.judging import documents

TEXTS = Path(__file__).with_name("texts.txt")
"""A text a line; together they show every feature present and absent."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A file of gold: what it is called, how many documents it has, the SHA-256 of its bytes."""

    name: str
    documents: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where weights come from: days in ISO format, expected calibration errors between 0 and 1.

    ``fitted`` is when the weights were fitted, ``measured`` when they were held against ``gold`` last: ``answers`` so
    many, ``error`` of the weights as they are, ``cross_validated`` of weights that had not seen the documents.
    ``features`` is the digest of what was weighed then.
    """

    fitted: str
    measured: str
    gold: tuple[GoldSet, ...]
    answers: int
    error: float
    cross_validated: float
    features: str


def gold_set(path: Path) -> GoldSet:
    """What a file of gold is."""
    found = documents(path)
    name = ", ".join(dict.fromkeys(str(document.get("dataset", path.stem)) for document in found))
    return GoldSet(name, len(found), hashlib.sha256(path.read_bytes()).hexdigest())


def answered(view: TextView, gazetteer: Gazetteer) -> list[Answer]:
    """Every located mention of a parsed text with what is weighed for it, in the order of the text."""
    mentions, groups, member = resolved(view, gazetteer)
    found = [(mentions[index], index, groups[member[index]]) for index in sorted(member)]
    return [Answer(m, index, g, g.best(index), g.chances_of(index)) for m, index, g in found]


def features_of(texts: Iterable[str], gazetteer: Gazetteer) -> list[dict[str, Any]]:
    """Words, place and features of every answer, numbers to two places."""
    return [
        {
            "text": answer.mention.text,
            "source": answer.name.entry.source,
            "place": {name: round(value, 2) for name, value in answer.of_a_place().items()},
            "this": {name: round(value, 2) for name, value in answer.of_this_place().items()},
        }
        for doc in parse(texts)
        for answer in answered(TextView(doc), gazetteer)
    ]


def features_digest(gazetteer: Gazetteer) -> str:
    """Sixteen hexadecimal digits over the features of the answers in :data:`TEXTS`."""
    texts = TEXTS.read_text(encoding="utf-8").splitlines()
    return hashlib.sha256(json.dumps(features_of(texts, gazetteer), sort_keys=True).encode()).hexdigest()[:16]
