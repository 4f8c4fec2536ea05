"""The versions of all that a reading is made by: program, language model, gazetteer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

from core.places.gazetteer.location import inputs_digest
from core.text.model import DEFAULT_MODEL, MODEL_VARIABLE
from core.version import VERSION


@dataclass(frozen=True, slots=True)
class Makers:
    """A version each; the gazetteer's is the digest of what it is built from."""

    program: str
    model: str
    gazetteer: str


@lru_cache(maxsize=1)
def makers() -> Makers:
    """Those of this process."""
    return Makers(VERSION, _model(os.environ.get(MODEL_VARIABLE, DEFAULT_MODEL)), inputs_digest()[:16])


def _model(name: str) -> str:
    try:
        return f"{name} {version(name.replace('_', '-'))}"
    except PackageNotFoundError:  # a folder, or a model of the newsroom's own
        return name
