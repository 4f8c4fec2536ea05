"""Which events of a dossier are one: proposed once a version, settled by what people decided."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.desk import Judgement, desk
from core.event_coreference import EventCluster, Proposal, apply_judgements, gathered, proposal
from core.frames.kinds import ClusterRow, EventRow
from core.frames.rows import Frames


def one_each(dossier: str, whole: Frames, shown: Sequence[EventRow]) -> tuple[ClusterRow, ...]:
    """The shown events, one row for all mentions of one."""
    return gathered(shown, clusters(dossier, whole))


def clusters(dossier: str, whole: Frames) -> tuple[EventCluster, ...]:
    """Every event of a dossier in exactly one cluster, as everybody who has its link sees it now."""
    made = desk().judgements.of(dossier)
    return _clusters(dossier, desk().version(dossier), ",".join(one.id for one in made), whole, made)


def proposed(dossier: str, whole: Frames) -> Proposal:
    """What was proposed, whatever people decided."""
    return _proposed(dossier, desk().version(dossier), whole)


@st.cache_resource(max_entries=32, show_spinner=False)
def _proposed(dossier: str, version: int, _whole: Frames) -> Proposal:
    return proposal(_whole)


@st.cache_resource(max_entries=32, show_spinner=False)
def _clusters(
    dossier: str, version: int, judged: str, _whole: Frames, _judgements: tuple[Judgement, ...]
) -> tuple[EventCluster, ...]:
    """``judged`` stands for the decisions in the cache's key."""
    return apply_judgements(_proposed(dossier, version, _whole), _judgements)
