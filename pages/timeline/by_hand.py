"""What people decide of events: one or not the same, seen by all who have the dossier, taken back in one click."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

import streamlit as st

from core.desk import Judgement, Party, desk, new_judgement
from core.event_coreference import EventCluster, fits
from core.wording import counted, day
from pages.shared import reader, state
from pages.shared.safe import safe

_WORDS = {"together": "Joined", "apart": "Kept apart"}
_LISTED = 20
"""Judgements that are listed, the latest."""


def split(dossier: str, telling: Party, others: tuple[Party, ...], rest: str) -> None:
    """Keeps a telling apart from the others; the panel stays with those, whose key is ``rest``."""
    _decide(dossier, new_judgement("apart", (telling,), others), rest)


def join(dossier: str, these: tuple[Party, ...], those: tuple[Party, ...], keys: str) -> None:
    """Makes one event of two; the panel shows it under ``keys``, those of both."""
    _decide(dossier, new_judgement("together", these, those), keys)


def made(dossier: str, cluster: EventCluster, members: Container[str]) -> None:
    """The decisions that made an event what it is, each with a way to take it back.

    ``members`` are the lasting ids of its tellings.
    """
    if cluster.judgements:
        st.html('<section class="dl-facts"><h3>Decided by hand</h3></section>')
    for judgement in cluster.judgements:
        _line(dossier, judgement, _of(judgement, members), _decided_by(dossier).get(judgement.id, ""), "panel")


def ledger(dossier: str, there: Container[str], in_force: Iterable[str]) -> None:
    """All decisions of a dossier, the latest first: in force, overruled, or waiting for an event that is not there.

    ``there`` are the lasting ids of all events, ``in_force`` the ids of the decisions that the groups follow.
    """
    judgements, holding = desk().judgements.of(dossier)[::-1], set(in_force)
    if not judgements:
        return
    lost = sum(not fits(judgement, there) for judgement in judgements)
    label = f"Decided by hand ({len(judgements):,})"
    label += f" · {lost:,} of them kept for events that are not here now" if lost else ""
    with st.container(key="dl-ledger"), st.expander(label):
        if lost:
            st.html(
                '<p class="dl-quiet">Their document was taken out, or reads otherwise now. '
                "They count again as soon as the events are back.</p>"
            )
        names = _decided_by(dossier)
        for judgement in judgements[:_LISTED]:
            here = "" if fits(judgement, there) else "not here now"
            state_of = here or ("" if judgement.id in holding else "overruled by a later one")
            _line(dossier, judgement, _whole(judgement), names.get(judgement.id, ""), "ledger", state_of)
        if len(judgements) > _LISTED:
            st.html(f'<p class="dl-quiet">and {len(judgements) - _LISTED:,} earlier ones</p>')


def _decide(dossier: str, judgement: Judgement, keys: str) -> None:
    reader.signed(_keep, dossier, judgement, keys)


def _keep(dossier: str, judgement: Judgement, keys: str, by: str) -> None:
    desk().judgements.add(dossier, judgement, by)
    state.choose("event", keys)


def _decided_by(dossier: str) -> Mapping[str, str]:
    """Who decided what, by its id; those who gave no name are left out."""
    return desk().dossiers.signatures(dossier).decided


def _line(dossier: str, judgement: Judgement, about: str, who: str, where: str, note: str = "") -> None:
    """What was decided, by whom and when, about what; and the button that takes it back."""
    done = f"{_WORDS[judgement.kind]} by {who}" if who else f"{_WORDS[judgement.kind]} by hand"
    when = f"{day(judgement.at.date())}, {judgement.at:%H:%M} UTC"
    said = " · ".join(part for part in (done, when, note) if part)
    with st.container(
        key=f"dl-decision-{where}-{judgement.id}", horizontal=True, vertical_alignment="top", gap="small"
    ):
        st.html(f'<p class="dl-decision"><b>{safe(said)}</b><br>{safe(about)}</p>', width="stretch")
        st.button(
            "Undo",
            key=f"undo-{where}-{judgement.id}",
            type="tertiary",
            help="For everybody who has this dossier",
            on_click=reader.signed,
            args=(desk().judgements.undo, dossier, judgement.id),
        )


def _of(judgement: Judgement, members: Container[str]) -> str:
    """What a decision says of an event, seen from it: what was joined with it, or what it is not."""
    if judgement.kind == "together":
        return _whole(judgement)
    taken_out = judgement.these[0].event in members
    return f"Not the same as {_named(judgement.those if taken_out else judgement.these)}"


def _whole(judgement: Judgement) -> str:
    between = " is the same event as " if judgement.kind == "together" else " is not the same event as "
    return _named(judgement.these) + between + _named(judgement.those)


def _named(side: tuple[Party, ...]) -> str:
    """The first telling with its source, and how many more there are."""
    more = f" and {counted(len(side) - 1, 'more telling')}" if len(side) > 1 else ""
    return f"“{side[0].words}” ({side[0].source}){more}"
