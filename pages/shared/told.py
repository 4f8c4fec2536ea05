"""Which events of a dossier are one: proposed once a version, settled by what people decided."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.desk import Decision, desk
from core.event_coreference import Proposal, Retelling, gathered, proposal, settled
from core.frames.rows import Frames


def events(dossier: str, whole: Frames, shown: pd.DataFrame) -> pd.DataFrame:
    """The shown events, one row for all tellings of one: see :func:`core.event_coreference.gathered`."""
    return gathered(shown, groups(dossier, whole))


def groups(dossier: str, whole: Frames) -> tuple[Retelling, ...]:
    """Every event of a dossier in exactly one group, as everybody who has its link sees it now."""
    made = desk().decisions.of(dossier)
    return _groups(dossier, desk().version(dossier), ",".join(one.id for one in made), whole, made)


def proposed(dossier: str, whole: Frames) -> Proposal:
    """What was proposed, whatever people decided."""
    return _proposed(dossier, desk().version(dossier), whole)


@st.cache_resource(max_entries=32, show_spinner=False)
def _proposed(dossier: str, version: int, _whole: Frames) -> Proposal:
    return proposal(_whole)


@st.cache_resource(max_entries=32, show_spinner=False)
def _groups(
    dossier: str, version: int, decided: str, _whole: Frames, _decisions: tuple[Decision, ...]
) -> tuple[Retelling, ...]:
    """``decided`` stands for the decisions in the cache's key."""
    return settled(_proposed(dossier, version, _whole), _decisions)
