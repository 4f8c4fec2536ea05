"""A figure that is drawn once: the same as the one it was made of, and copied for nobody."""

from __future__ import annotations

import json

import plotly.graph_objects as go
import plotly.io
import plotly.tools

from core.charts.drawn import Drawn
from core.charts.theme import template


def test_it_shows_what_it_was_made_of() -> None:
    """Data, layout and template, as Streamlit asks for them."""
    figure = go.Figure(go.Scatter(x=[1, 2], y=[3, 4], customdata=["a:1", "b:2"]), layout={"template": template("dark")})
    figure.update_layout(title={"text": "How many"}, shapes=[{"type": "line", "x0": 1}])
    shown = plotly.tools.return_figure_from_figure_or_data(Drawn(figure), validate_figure=True)
    assert json.loads(plotly.io.to_json(shown, validate=False)) == json.loads(figure.to_json())


def test_it_is_not_copied() -> None:
    """All who are shown it are handed one object."""
    drawn = Drawn(go.Figure(go.Scatter(x=[1], y=[2])))
    assert drawn.to_dict() is drawn.to_dict()
