"""A figure that is drawn once and shown many times."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class Drawn(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure that nobody changes any more: it hands out what it holds without copying all of it each time.

    Plotly copies a figure whenever it is shown, which takes longer than all else that is done for a map.
    """

    def __init__(self, figure: go.Figure) -> None:
        super().__init__(figure)
        self._once: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The figure as Plotly's JSON has it; the same object each time, not to be changed."""
        if self._once is None:
            self._once = super().to_dict()
        return self._once
