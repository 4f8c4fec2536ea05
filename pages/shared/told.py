"""Which events of a dossier are one, worked out once a version."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.desk import desk
from core.desk.frames import Frames
from core.retold import Retelling, gathered, retellings


def events(dossier: str, whole: Frames, shown: pd.DataFrame) -> pd.DataFrame:
    """The shown events, one row for all tellings of one: see :func:`core.retold.gathered`."""
    return gathered(shown, _groups(dossier, desk().version(dossier), whole))


@st.cache_resource(max_entries=32, show_spinner=False)
def _groups(dossier: str, version: int, _whole: Frames) -> tuple[Retelling, ...]:
    return retellings(_whole)
