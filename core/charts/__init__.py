"""Rows → Plotly figures; pure functions, tested on their data."""
