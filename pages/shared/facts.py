"""What is known of a mark beside its sentence, as terms and values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from core.frames.kinds import MarkKind
from core.frames.mark import MarkRow
from pages.shared.safe import safe

R = TypeVar("R", bound=MarkRow)


def facts(lines: Sequence[tuple[str, str]], heading: str) -> None:
    """A short list of terms with what is known of each; both come from documents and are escaped."""
    rows = "".join(f"<dt>{safe(term)}</dt><dd>{safe(value)}</dd>" for term, value in lines)
    st.html(f'<section class="dl-facts"><h3>{safe(heading)}</h3><dl>{rows}</dl></section>')


def known(kind: MarkKind[R], row: R) -> list[tuple[str, str]]:
    """Terms and values of one mark; nothing is said of what is not known."""
    return [(term, str(value)) for term, value in (*kind.facts(row), ("Page", row.page)) if value]
