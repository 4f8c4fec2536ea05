"""A dossier's records as frames, made once a version.

Keyed by dossier and version: who does not know a dossier's id cannot reach its frames.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from core.desk import desk
from core.desk.frames import Frames, frames
from core.models import Extraction


@dataclass(frozen=True, slots=True)
class Prepared:
    """The records of a dossier by document id, and their frames. Shared between readers: never changed."""

    records: MappingProxyType[str, Extraction]
    frames: Frames


def prepared(dossier: str) -> Prepared:
    """Everything that is known in a dossier now."""
    return _prepared(dossier, desk().version(dossier))


@st.cache_resource(max_entries=32, show_spinner=False)
def _prepared(dossier: str, version: int) -> Prepared:
    records = desk().records(dossier)
    return Prepared(MappingProxyType({record.id: record for record in records}), frames(records))
