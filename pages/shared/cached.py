"""A dossier's records as frames, made once a version.

Keyed by dossier and version: who does not know a dossier's id cannot reach its frames.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from types import MappingProxyType

import msgspec
import streamlit as st

from core.compare import Comparison, compare
from core.desk import desk
from core.frames.rows import Frames, frames
from core.models import Extraction
from core.places.geocoder import service
from core.places.geocoder.answer import Answer
from core.places.geocoder.placing import names_of
from pages.shared import gazetteer


@dataclass(frozen=True, slots=True)
class Prepared:
    """The records of a dossier by document id, and their frames. Shared between readers: never changed.

    ``stamp`` is another one whenever they are: a key for what is made of them.
    """

    stamp: str
    records: MappingProxyType[str, Extraction]
    frames: Frames


def prepared(dossier: str) -> Prepared:
    """Everything that is known in a dossier now, with the answers that an outside geocoder has given by now."""
    version = desk().version(dossier)
    answers = _answers(dossier, version)
    return _prepared(dossier, version, _stamp(answers), answers)


def names_asked(dossier: str) -> tuple[str, ...]:
    """Names in a dossier that the gazetteer does not know and the outside geocoder is asked for, from now on."""
    version = desk().version(dossier)
    _answers(dossier, version)
    return _names(dossier, version)


def _answers(dossier: str, version: int) -> dict[str, Answer]:
    """What an outside geocoder, where there is one, says to the dossier's names; it is asked without waiting."""
    geocoder = service.outside()
    if not isinstance(geocoder, service.Geocoder):
        return {}
    names = _names(dossier, version)
    geocoder.want(dossier, names)
    return geocoder.answers(names)


def compared(dossier: str) -> Comparison:
    """The dossier's figures that count the same thing, compared once for each state of :func:`prepared`."""
    version = desk().version(dossier)
    return _compared(dossier, version, _stamp(_answers(dossier, version)))


def _stamp(answers: dict[str, Answer]) -> bytes:
    return hashlib.sha256(msgspec.json.encode(answers)).digest()


@st.cache_resource(max_entries=32, show_spinner=False)
def _compared(dossier: str, version: int, stamp: bytes) -> Comparison:
    return compare(prepared(dossier).records.values(), gazetteer.wholes)


@st.cache_resource(max_entries=32, show_spinner=False)
def _names(dossier: str, version: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for record in desk().records(dossier) for name in names_of(record)))


@st.cache_resource(max_entries=32, show_spinner=False)
def _prepared(dossier: str, version: int, stamp: bytes, _answers: dict[str, Answer]) -> Prepared:
    """``stamp`` stands for the answers in the cache's key."""
    geocoder = service.outside()
    records = desk().records(dossier)
    if isinstance(geocoder, service.Geocoder):
        records = tuple(geocoder.placed(record, _answers) for record in records)
    return Prepared(
        f"{dossier}:{version}:{stamp.hex()}",
        MappingProxyType({record.id: record for record in records}),
        frames(records),
    )
