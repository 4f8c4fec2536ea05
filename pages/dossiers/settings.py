"""What can be done with the dossier at hand: its name and description, who finds it, putting it aside, deleting it."""

from __future__ import annotations

import streamlit as st

from core.desk import Standing, desk
from core.desk.limits import limits_of
from pages.shared import reader, sign_in, state
from pages.shared.labels import literally
from pages.shared.safe import safe

_LISTED = "Listed: everybody who can open Dateline finds it here."
_BY_LINK = "By link only: whoever has its address finds it, nobody else learns that it exists."
_OPEN = "Open to whoever has its address. Named people and groups alone see it once any are named here."
_LIMITED = "Limited: to everybody else it is as if it were not there."
_DELETED = "It is not shown any more, and gone for good a day after it was deleted."


def of(dossier: str | None) -> None:
    """The settings of a dossier that is there, folded; of a deleted one the way back."""
    standing = desk().dossiers.standing(dossier) if dossier else None
    if dossier is None or standing is None:
        return
    if standing.deleted is not None:
        st.html(f'<p class="dl-remark" role="status"><b>{safe(standing.shown_name)}</b> was deleted. {_DELETED}</p>')
        if st.button("Ask it back"):
            reader.signed(desk().dossiers.ask_back, dossier)
            st.rerun()
        return
    with st.expander(literally(f"This dossier: {standing.shown_name}"), expanded=not standing.name):
        _named(dossier, standing)
        if sign_in.signed():
            _limited(dossier)
        _kept(dossier, standing)


def _named(dossier: str, standing: Standing) -> None:
    with st.form(f"named-{dossier}", border=False):
        name = st.text_input("Name", standing.name, max_chars=100)
        description = st.text_area("What it is about", standing.description, height=80)
        who = st.radio("Who finds it", (_LISTED, _BY_LINK), index=0 if standing.listed else 1)
        if st.form_submit_button("Save", type="primary"):
            reader.signed(_save, dossier, name, description, who == _LISTED)
            st.rerun()


def _save(dossier: str, name: str, description: str, listed: bool, by: str) -> None:
    dossiers = desk().dossiers
    dossiers.rename(dossier, name, by)
    dossiers.describe(dossier, description, by)
    dossiers.set_listed(dossier, listed, by)


def _limited(dossier: str) -> None:
    """To whom it is open; only those who signed in can be told apart."""
    limits = desk().dossiers.limits(dossier)
    with st.form(f"limited-{dossier}", border=False):
        st.html(f'<p class="dl-quiet">{_LIMITED if limits.members else _OPEN}</p>')
        people = st.text_area("People, by their addresses, one a line", "\n".join(sorted(limits.people)), height=80)
        groups = st.text_area("Groups, one a line", "\n".join(sorted(limits.groups)), height=80)
        if st.form_submit_button("Limit to these"):
            reader.signed(_limit, dossier, people, groups)
            st.rerun()


def _limit(dossier: str, people: str, groups: str, by: str) -> None:
    desk().dossiers.limit(dossier, limits_of(people, groups), by)


def _kept(dossier: str, standing: Standing) -> None:
    with st.container(horizontal=True, gap="small"):
        if st.button("Take it up again" if standing.archived else "Put aside"):
            reader.signed(desk().dossiers.unarchive if standing.archived else desk().dossiers.archive, dossier)
            st.rerun()
        with st.popover("Delete …"), st.form(f"delete-{dossier}", border=False):
            st.html(
                f"<p>All documents that no other dossier holds go with it, for good after a day. "
                f"Type its name, <b>{safe(standing.shown_name)}</b>, to delete it.</p>"
            )
            typed = st.text_input("Name of the dossier", key="typed-name")
            if st.form_submit_button("Delete this dossier"):
                reader.signed(_delete, dossier, typed)
                st.rerun()


def _delete(dossier: str, typed: str, by: str) -> None:
    desk().dossiers.delete(dossier, typed, by)
    state.leave_dossier()
