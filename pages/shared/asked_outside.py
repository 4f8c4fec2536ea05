"""What is said on a page about the outside geocoder: that it is on, by host, and every name that it was sent."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Sequence

import streamlit as st

from core.places.outside import service
from core.places.outside.answer import told
from core.places.outside.ledger import Sent
from core.places.outside.settings import Fault
from core.wording import counted, day
from pages.shared import cached
from pages.shared.labels import literally

_LISTED = 500
_POLL_SECONDS = 2.0


def notice() -> None:
    """Before documents are handed in: what of them will leave the house."""
    fault()
    geocoder = service.outside()
    if isinstance(geocoder, service.Geocoder):
        host = html.escape(geocoder.settings.title)
        st.html(
            f'<p class="dl-outside" role="note"><b>An outside geocoder is on.</b> Names of places that the gazetteer '
            f"does not know are sent to {host}: the name alone, nothing else of a document.</p>"
        )


def fault() -> None:
    """Why nobody is asked although somebody set it up."""
    geocoder = service.outside()
    if isinstance(geocoder, Fault):
        st.html(f'<p class="dl-outside" role="alert">{html.escape(geocoder.sentence)}</p>')


def sent(dossier: str) -> None:
    """One line that opens to the list of names sent for this dossier; nothing where no geocoder is set up.

    While names wait for their answers this part alone is drawn again; the last answer draws the page anew.
    """
    geocoder = service.outside()
    if isinstance(geocoder, service.Geocoder):
        waits = bool(geocoder.open_names(cached.names_to_ask(dossier)))
        st.fragment(_list, run_every=_POLL_SECONDS if waits else None)(geocoder, dossier, waits)


def _list(geocoder: service.Geocoder, dossier: str, polling: bool) -> None:
    names = geocoder.sent(dossier)
    waiting = len(geocoder.open_names(cached.names_to_ask(dossier)))
    if polling and not waiting:
        st.rerun()
    parts = [f"{counted(len(names), 'name')} of this dossier sent", f"{waiting} to be answered" if waiting else ""]
    said = " · ".join(part for part in parts if part)
    with st.container(key="dl-outside"):
        with st.expander(literally(f"Outside geocoder on: {geocoder.settings.title}"), key="outside-sent"):
            st.html(_told(names))
        st.html(f'<p class="dl-quiet" aria-live="polite">{html.escape(said)}</p>')


def _told(names: Sequence[Sent]) -> str:
    """The list as HTML; names come from documents and answers from another host: both are escaped."""
    about = "<p>Only the name itself is sent. Positions found: © OpenStreetMap contributors, ODbL.</p>"
    if not names:
        return f'<section class="dl-sent">{about}<p>No name of this dossier was sent.</p></section>'
    rows = "".join(
        f"<li><b>{html.escape(n.name)}</b> <span>{html.escape(_line(n))}</span></li>" for n in names[:_LISTED]
    )
    more = f"<p>… and {len(names) - _LISTED:,} more</p>" if len(names) > _LISTED else ""
    return f'<section class="dl-sent">{about}<ul>{rows}</ul>{more}</section>'


def _line(name: Sent) -> str:
    when = dt.datetime.fromtimestamp(name.sent).astimezone()
    times = f", asked {name.times} times" if name.times > 1 else ""
    return f"{day(when.date())}, {when:%H:%M}{times} · {told(name.answer)}"
