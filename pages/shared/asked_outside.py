"""What is said on a page about the outside geocoder: that it is on, by host, and every name that it was sent."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from core.models import Extraction, Outside
from core.places.geocoder import service
from core.places.geocoder.answer import Unavailable, told
from core.places.geocoder.askable import asked_as
from core.places.geocoder.request_log import Sent
from core.places.geocoder.settings import Fault
from core.wording import counted, day
from pages.shared import cached
from pages.shared.labels import literally
from pages.shared.safe import safe

_LISTED = 500
"""Names that are listed."""

_SOON, _LATER = 2.0, 20.0
"""Seconds between two looks for answers: while some are on their way, and while the geocoder is left alone."""

_PENDING = ("waiting", "unavailable")
_Pending = Mapping[str, Outside | None]


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


def sent(dossier: str, drawn: Iterable[Extraction] = ()) -> None:
    """One line that opens to the list of names sent for this dossier; nothing where no geocoder is set up.

    While names wait for their answers this part alone is drawn again. Once the last one has come, the page is drawn
    anew if it shows names (in the records ``drawn``) that are known better by now: once, not with each answer, as
    nobody can read a map that moves.
    """
    geocoder = service.outside()
    if isinstance(geocoder, service.Geocoder):
        pending = {asked_as(p.text): p.outside for r in drawn for p in r.places if p.outside in _PENDING}
        soon = bool(geocoder.open_names(cached.names_asked(dossier)))
        pace = _SOON if soon or _changed(geocoder, pending) else _LATER if pending else None
        st.fragment(_list, run_every=pace)(geocoder, dossier, pending, soon)


def _list(geocoder: service.Geocoder, dossier: str, pending: _Pending, polling: bool) -> None:
    names = geocoder.sent(dossier)
    waiting = len(geocoder.open_names(cached.names_asked(dossier)))
    if not waiting and (_changed(geocoder, pending) or (polling and not pending)):
        st.rerun()
    parts = [
        f"Outside geocoder on: {geocoder.settings.title}",
        f"{counted(len(names), 'name')} of this dossier sent",
        f"{waiting} to be answered" if waiting else "",
    ]
    label = " · ".join(part for part in parts if part)
    with st.container(key="dl-outside"), st.expander(literally(label), key="outside-sent"):
        st.html(_told(names))


def _changed(geocoder: service.Geocoder, pending: _Pending) -> bool:
    """Whether an answer has come to a name that the page shows without one."""
    answers = geocoder.answers(pending)
    return any(pending[name] == "waiting" or not isinstance(said, Unavailable) for name, said in answers.items())


def _told(names: Sequence[Sent]) -> str:
    """The list as HTML; names come from documents and answers from another host: both are escaped."""
    about = "<p>Only the name itself is sent. Positions found: © OpenStreetMap contributors, ODbL.</p>"
    if not names:
        return f'<section class="dl-sent">{about}<p>No name of this dossier was sent.</p></section>'
    rows = "".join(f"<li><b>{safe(n.name)}</b> <span>{html.escape(_line(n))}</span></li>" for n in names[:_LISTED])
    more = f"<p>… and {len(names) - _LISTED:,} more</p>" if len(names) > _LISTED else ""
    return f'<section class="dl-sent">{about}<ul>{rows}</ul>{more}</section>'


def _line(name: Sent) -> str:
    when = dt.datetime.fromtimestamp(name.sent).astimezone()
    times = f", asked {name.times} times" if name.times > 1 else ""
    return f"{day(when.date())}, {when:%H:%M}{times} · {told(name.answer)}"
