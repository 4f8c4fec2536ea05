"""Which events of a dossier are one: proposed once a version, settled by what people decided."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.desk import Judgement, desk
from core.event_coreference import EventCluster, Proposal, apply_judgements, gathered, proposal
from core.frames.rows import Frames


def events(dossier: str, whole: Frames, shown: pd.DataFrame) -> pd.DataFrame:
    """The shown events, one row for all tellings of one: see :func:`core.event_coreference.gathered`."""
    return gathered(shown, groups(dossier, whole))


def groups(dossier: str, whole: Frames) -> tuple[EventCluster, ...]:
    """Every event of a dossier in exactly one group, as everybody who has its link sees it now."""
    made = desk().judgements.of(dossier)
    return _groups(dossier, desk().version(dossier), ",".join(one.id for one in made), whole, made)


def proposed(dossier: str, whole: Frames) -> Proposal:
    """What was proposed, whatever people decided."""
    return _proposed(dossier, desk().version(dossier), whole)


@st.cache_resource(max_entries=32, show_spinner=False)
def _proposed(dossier: str, version: int, _whole: Frames) -> Proposal:
    return proposal(_whole)


@st.cache_resource(max_entries=32, show_spinner=False)
def _groups(
    dossier: str, version: int, judged: str, _whole: Frames, _decisions: tuple[Judgement, ...]
) -> tuple[EventCluster, ...]:
    """``judged`` stands for the decisions in the cache's key."""
    return apply_judgements(_proposed(dossier, version, _whole), _decisions)
