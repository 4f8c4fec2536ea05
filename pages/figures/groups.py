"""Groups of figures on the page: a card with every source, why they may differ, and how many origins they have."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from core.charts.bounds import KEY as SHAPES
from core.compare import Claim, Group, in_words
from core.wording import amount, counted, day
from pages.shared import state
from pages.shared.safe import safe

KEY = "group"
"""The kind of a choice in the address that stands for a whole group."""

KEY_OF_SHAPES = (
    '<p class="dl-shapes">'
    + "".join(f"<span><i>{sign}</i> {safe(meaning)}</span>" for sign, meaning in SHAPES)
    + "<span>Each row has a scale of its own.</span></p>"
)
"""What the shapes of marks mean, for under a chart."""

_FIRST = 8
"""Sources that a card lists before it asks."""


def card(group: Group) -> None:
    """What is counted, from where to where, by whom; each source has a button that opens its sentence."""
    with st.container(key=f"dl-group-{group.id}", gap=None):
        with st.container(key=f"dl-grouphead-{group.id}", horizontal=True, vertical_alignment="bottom"):
            st.html(_head(group), width="stretch")
            st.button(
                "All sentences", key=f"all-{group.id}", type="tertiary", on_click=state.choose, args=(KEY, group.id)
            )
        everything = len(group.claims) <= _FIRST or st.checkbox(_all(group), key=f"sources-{group.id}")
        for claim in group.claims if everything else group.claims[:_FIRST]:
            _line(claim)
        show_notes(group)


def _all(group: Group) -> str:
    """The label of what lists all sources, or as many as are told one by one."""
    told = f"{len(group.claims):,}"
    return f"List {told} of {group.figures:,} sources" if group.more else f"List all {told} sources"


def show_notes(group: Group) -> None:
    """Draws the notes of a group that has any; Streamlit takes no empty HTML."""
    if told := notes(group):
        st.html(told)


def notes(group: Group) -> str:
    """Why the numbers may differ, what ties the documents together, and what is near but not the same; as HTML."""
    beside = [
        f"{amount(s.low, s.high, s.bound, s.unit)} {in_words(s.sense.thing, s.counted, s.sense.done)} ({s.name})"
        for s in group.beside
    ]
    return (
        _list("Why they may differ", [reason.sentence for reason in group.reasons])
        + _list("Origin", [link.sentence for link in group.origins.links])
        + _list("Beside it, and not the same", beside)
    )


def together(group: Group) -> None:
    """For the panel of one figure: with which others it is compared, and the way to them."""
    told = f"{group.name}: {group.span}. {counted(group.figures, 'figure')}, {group.origins.wording}."
    st.html(f'<section class="dl-facts"><h3>Counted together</h3><p>{safe(told)}</p></section>')
    _all_sentences(group, "all-of-group")


def _head(group: Group) -> str:
    place = f' <span class="dl-part-place">{safe(group.place)}</span>' if group.place else ""
    figures = f"{counted(group.figures, 'figure')} · {group.origins.wording}"
    return (
        f'<div class="dl-group"><h3><b>{safe(group.span)}</b> {safe(group.label)}</h3>'
        f'<p class="dl-meta">{place}<span>{safe(figures)}</span></p></div>'
    )


def _all_sentences(group: Group, key: str) -> None:
    st.button("All sentences", key=key, type="tertiary", on_click=state.choose, args=(KEY, group.id))


def _line(claim: Claim) -> None:
    """One source on one line; what it counts stands only where the wording is its own."""
    published = f", {day(claim.published)}" if claim.published else ""
    hedges = f'<span class="dl-part-hedge">{safe(", ".join(claim.hedges))}</span>' if claim.hedges else ""
    with st.container(key=f"dl-source-{claim.key}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<p class="dl-line"><b>{safe(amount(claim.low, claim.high, claim.bound, claim.unit))}</b>'
            f"<span>{safe(claim.counted or '')}</span>"
            f"<span>{safe(claim.speaker or 'speaker unclear')}</span>{hedges}"
            f"<span>{safe(claim.name + published)}</span></p>",
            width="stretch",
        )
        st.button(
            "Sentence",
            key=f"open-source-{claim.key}",
            type="tertiary",
            on_click=state.choose,
            args=("figure", claim.key),
        )


def _list(title: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{safe(line)}</li>" for line in lines)
    return f'<section class="dl-notes"><h4>{title}</h4><ul>{items}</ul></section>' if items else ""
