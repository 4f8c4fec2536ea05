"""Labels of widgets: Streamlit reads them as Markdown, which words of a document must never be."""

from __future__ import annotations

from core.text.invisible_characters import visible

_SIGNS = frozenset(r"\`*_{}[]()#+!|<>:~$-.")


def literally(label: str) -> str:
    """A label in which every sign stands for itself."""
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in " ".join(visible(label).split()))
