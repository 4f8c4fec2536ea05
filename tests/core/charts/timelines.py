"""Charts of the timeline on records made by hand, for the tests of its parts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go

from core.charts.timeline import timeline
from core.event_coreference import gathered
from core.frames.kinds import ClusterRow
from core.frames.rows import Frames, frames
from tests.core.records import record

TODAY = dt.date(2022, 9, 17)
DAY = ("2022-09-16", "2022-09-16")


def with_events(*days: tuple[str | None, str | None], **changes: Any) -> Frames:
    """Frames of a record whose events lie on these days."""
    one = record()
    made = tuple(
        replace(
            one.events[0],
            earliest=dt.date.fromisoformat(first) if first else None,
            latest=dt.date.fromisoformat(last) if last else None,
            **changes,
        )
        for first, last in days
    )
    return frames([replace(one, events=made)])


def table(made: Frames) -> tuple[ClusterRow, ...]:
    """The events with no two taken for one."""
    return gathered(made.events, ())


def drawn(made: Frames, **asked: Any) -> go.Figure:
    """The chart in light."""
    return timeline(table(made), made.documents, "light", **asked)


def dots(chart: go.Figure) -> Any:
    """The trace of marks."""
    return chart.data[1]
