"""Timeline: when it happened, in the sources' own words."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import streamlit as st

from core.charts.timeline import timeline
from core.desk.unshown import unshown
from core.wording import counted, days
from pages.shared import cards, clicks, facts, frame, marks, panel, state

FIRST_CARDS = 40


def page() -> None:
    """The axis, then the events by day, then those without a date; sentences at the right."""
    view = frame.opening("Timeline", "When it happened, in the sources’ own words")
    events = view.shown.events
    dated = events[events["earliest"].notna() | events["latest"].notna()]
    undated = events.drop(dated.index)
    main, side = frame.two_columns()
    with main:
        if dated.empty:
            frame.empty("No event with a date.", "Nothing under this filter tells when it happened.", None)
        else:
            alt = f"{counted(len(dated), 'event')} along the days they happened on; the list below says the same"
            clicks.clickable(timeline(dated, view.shown.documents, state.mode()), "timeline", "event", alt)
            _by_day(dated.to_dict("records"))
        _undated(undated.to_dict("records"))
    with side:
        _sentences(view)
    frame.tray(unshown(view.whole, view.chosen, "timeline"), view.records)


def _by_day(rows: list[dict[Any, Any]]) -> None:
    """Events under the days they share, earliest first; a long list is unfolded on request."""
    rows.sort(key=lambda r: (r["earliest"] or r["latest"], r["latest"] or r["earliest"], r["doc"], r["start"]))
    everything = len(rows) <= FIRST_CARDS or st.checkbox(f"List all {len(rows):,} events", key="all-events")
    shown = rows if everything else rows[:FIRST_CARDS]
    for span, group in groupby(shown, key=lambda r: (r["earliest"], r["latest"])):
        cards.day_heading(days(*span))
        for row in group:
            cards.event_card(row)


def _undated(rows: list[dict[Any, Any]]) -> None:
    """Events that the text does not date, with the reason; folded, since the page asks when."""
    if rows:
        with st.expander(f"Events without a date ({len(rows):,})"):
            for row in rows[:FIRST_CARDS]:
                cards.event_card(row, reason=row["reason"])
            if len(rows) > FIRST_CARDS:
                st.caption(f"and {len(rows) - FIRST_CARDS:,} more: narrow the filter to see them")


def _sentences(view: frame.View) -> None:
    rows = marks.chosen_rows(view.whole.events, "event")
    if rows.empty:
        panel.waiting("Choose a mark or an event to read the sentence it comes from.")
        return
    span = days(rows["earliest"].iloc[0], rows["latest"].iloc[0])
    panel.sentence_panel(span if len(rows) > 1 else str(rows["text"].iloc[0]), rows, view.records, "event")
    for row in rows.to_dict("records")[:5]:
        facts.facts(facts.known("event", row), "What is known")


page()
