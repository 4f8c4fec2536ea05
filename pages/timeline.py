"""Timeline: when it happened, in the sources' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import groupby

import streamlit as st

from core.charts.moments import order
from core.charts.timeline import beyond, point_of, shows
from core.charts.timeline_bands import LANES, WAYS, By, Lanes, folded
from core.charts.timeline_marks import STACKED
from core.charts.timeline_window import ZOOMS
from core.desk import desk
from core.frames.kinds import ClusterRow
from core.frames.mark import Days
from core.frames.salience import prominence
from core.wording import counted, days
from pages.shared import cards, clicks, events, frame, state
from pages.shared.view import DossierView
from pages.timeline import by_hand, drawn_timeline, event_card, event_panel, steps

FIRST_CARDS = 40
"""Events that are listed before a reader asks for all."""

_WAYS = {"none": "All together", "place": "Place", "actor": "Actor", "kind": "Kind"}
_ZOOMS = {"story": "Story", "hours": "Hours", "days": "Days", "months": "Months", "years": "Years", "all": "All"}
# no button zooms out: the words are as wide as before, and would overprint; the switch lays them out anew
_BUTTONS = {"displayModeBar": "hover", "displaylogo": False, "modeBarButtons": [["zoomIn2d", "resetScale2d"]]}
_LEGEND = (
    "● told as happened · ○ only said, planned, possible or denied · large dot: several events · "
    "bar: how long it lasted, or some time in there where its ends fade · dotted line: a document came out"
)
Rows = Sequence[ClusterRow]


def page() -> None:
    """The axis, then the events by day, then those without a date; sentences at the right."""
    view = frame.opening("Timeline", "When it happened, in the sources’ own words")
    found = events.one_each(view)
    # the order of the list, of Previous and Next, and of what a screen reader reads
    rows = sorted((row for row in found if row.dated), key=order)
    main, side = frame.two_columns()
    with main:
        _cut(view)
        if not rows:
            frame.empty("No event with a date.", "Nothing under this filter tells when it happened.", None)
        else:
            _axis(view, found, rows)
            _by_day(view, rows)
        _undated([row for row in found if not row.dated])
    with side:
        event_panel.show(view, found)
    _ledger(view)
    frame.tray(view, "timeline")


def _cut(view: DossierView) -> None:
    """That of very many events only the most prominent are here."""
    if view.events_in_all > len(view.events):
        st.html(
            f'<p class="dl-quiet" role="status">The {len(view.events):,} most prominent of {view.events_in_all:,} '
            "mentions of events are shown; narrow the filter to see the others.</p>"
        )


def _axis(view: DossierView, found: Rows, rows: Rows) -> None:
    """How to look, a way through the events, and the chart."""
    with st.container(key="dl-timeline-bar", horizontal=True, vertical_alignment="center", gap="small"):
        by = steps.switch("rows", "Rows by", WAYS, _WAYS)
        zoom = steps.switch("zoom", "Zoom", ZOOMS, _ZOOMS)
        steps.steps([row.keys for row in rows], "event")
    lanes = state.option("lanes", LANES)
    drawn = partial(drawn_timeline.chart, view, found, by, lanes, zoom)
    chosen = state.chosen()
    key = chosen.key if chosen and chosen.kind == "event" else None
    chart = drawn(state.focus(zoom))
    if key and not shows(chart, key):
        chart = drawn(state.set_focus(zoom, key))
    alt = f"{counted(len(rows), 'event')} along the days they happened on; the list below says the same"
    _ring(None if key is None else point_of(chart, key))
    clicks.clickable(chart, "timeline", "event", alt, **_BUTTONS)
    _unfold(folded(rows, by), by, lanes)
    st.html(f'<p class="dl-quiet">{_LEGEND}</p>{_beyond(*beyond(chart, rows))}')


def _unfold(names: int, by: By, lanes: Lanes) -> None:
    """Opens what is folded into one band, or folds it again."""
    if names:
        now = lanes == "busiest"
        label = f"Show the {counted(names, f'other {by}')} one by one" if now else "Show the busiest alone"
        to = LANES[1] if now else LANES[0]
        st.button(label, key="unfold-lanes", type="tertiary", on_click=state.set_option, args=("lanes", to, LANES[0]))


def _beyond(before: int, after: int) -> str:
    """How much lies outside the stretch that the chart begins with, so that nobody takes it for the whole."""
    parts = [f"{counted(n, 'event')} {where} it" for n, where in ((before, "before"), (after, "after")) if n]
    if not parts:
        return ""
    return f'<p class="dl-quiet">Outside this stretch of time: {" and ".join(parts)}. “All” shows them.</p>'


def _ring(point: int | None) -> None:
    """Points out the chosen dot by style alone, so that the chart is not drawn anew and a zoom made by hand stays."""
    if point is not None:
        dot = f".st-key-timeline .scatterlayer > .trace:first-child .points path:nth-child({point + 1})"
        st.html(f"<style>{dot} {{ stroke: var(--dl-ink) !important; stroke-width: 4px !important; }}</style>")


def _by_day(view: DossierView, rows: Rows) -> None:
    """Events under the days they share, earliest first; of a long list the most prominent, all on request.

    Where the chart has one mark for many, the list has one button that opens the same.
    """
    shown = rows
    if len(rows) > FIRST_CARDS and not st.checkbox(
        f"List all {len(rows):,} events, not only the {FIRST_CARDS} most prominent", key="all-events"
    ):
        shown = _most_prominent(view, rows)
    of_days = Counter(map(_days_of, rows))
    for span, group in groupby(shown, key=_days_of):
        if of_days[span] > STACKED:
            keys = ",".join(row.keys for row in rows if _days_of(row) == span)
            event_card.days_heading(days(*span), f"All {of_days[span]:,} events", "event", keys)
        else:
            cards.heading(days(*span))
        for row in group:
            event_card.event_card(row)


def _days_of(row: ClusterRow) -> Days:
    return row.earliest, row.latest


def _most_prominent(view: DossierView, rows: Rows) -> Rows:
    """What happened on the ground before what was said about it, still in its order."""
    today = view.whole.last_day
    ranked = sorted(range(len(rows)), key=lambda n: -prominence(rows[n], today, rows[n].documents))
    return [rows[n] for n in sorted(ranked[:FIRST_CARDS])]


def _undated(rows: Rows) -> None:
    """Events that the text does not date, with the reason; folded, since the page asks when, and drawn when opened."""
    if not rows:
        return
    box = st.expander(f"Events without a date ({len(rows):,})", key="undated", on_change="rerun")
    if box.open:
        with box:
            for row in rows[:FIRST_CARDS]:
                event_card.event_card(row, reason=row.reason)
            if len(rows) > FIRST_CARDS:
                st.caption(f"and {len(rows) - FIRST_CARDS:,} more: narrow the filter to see them")


def _ledger(view: DossierView) -> None:
    """What people decided of the events, also where it fits no event now."""
    made = desk().judgements.of(view.dossier)
    if not made:
        return
    in_force = {judgement.id for cluster in events.settled(view) for judgement in cluster.judgements}
    parties = {party.event for one in made for party in (*one.these, *one.those)}
    by_hand.ledger(view.dossier, {row.event_id for row in view.marks.events_of(parties)}, in_force)


page()
