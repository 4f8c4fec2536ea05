"""What is said on a page about the outside geocoder: that it is on, by host, and every name that it was sent."""

from __future__ import annotations

import datetime as dt
import html
from collections import defaultdict
from collections.abc import Mapping, Sequence

import streamlit as st

from core.desk import desk
from core.desk.outside_answers import Asked
from core.models import Outside
from core.places.geocoder import service
from core.places.geocoder.answer import Answer, Unavailable, told
from core.places.geocoder.askable import asked_as
from core.places.geocoder.placing import MOST_NAMES
from core.places.geocoder.request_log import Sent
from core.places.geocoder.settings import Fault
from core.wording import counted, day
from pages.shared.labels import literally
from pages.shared.safe import safe
from pages.shared.view import kept

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


def take(dossier: str) -> None:
    """Ask for what the gazetteer does not know, without waiting, and show what came back since."""
    geocoder = service.outside()
    if not isinstance(geocoder, service.Geocoder):
        return
    names = _names(dossier)
    asked = tuple(dict.fromkeys(one.name for one in names))
    geocoder.want(dossier, asked)
    answers = geocoder.answers(asked)
    stale = dict.fromkeys(one.doc for one in names if one.outside not in _shown_of(answers.get(one.name)))
    if stale:
        desk().put_answers(dossier, tuple(stale), lambda record: geocoder.placed(record, answers))


def sent(dossier: str, drawn: bool = False) -> None:
    """One line that opens to the list of names sent for this dossier; nothing where no geocoder is set up.

    While names wait for their answers this part alone is drawn again. Once the last one has come, the page is drawn
    anew if it shows names (``drawn``) that are known better by now: once, not with each answer, as nobody can read a
    map that moves.
    """
    geocoder = service.outside()
    if isinstance(geocoder, service.Geocoder):
        names = _names(dossier)
        pending = {one.name: one.outside for one in names if drawn and one.outside in _PENDING}
        soon = bool(geocoder.open_names(dict.fromkeys(one.name for one in names)))
        pace = _SOON if soon or _changed(geocoder, pending) else _LATER if pending else None
        st.fragment(_list, run_every=pace)(geocoder, dossier, pending, soon)


def _list(geocoder: service.Geocoder, dossier: str, pending: _Pending, polling: bool) -> None:
    names = geocoder.sent(dossier)
    waiting = len(geocoder.open_names(dict.fromkeys(one.name for one in _names(dossier))))
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


def _names(dossier: str) -> tuple[Asked, ...]:
    """The names that may be asked for, in the form in which they are sent: of each document the first ones."""

    def asked() -> tuple[Asked, ...]:
        found: dict[str, dict[str, Asked]] = defaultdict(dict)
        for one in desk().asked_outside(dossier):
            names = found[one.doc]
            if (name := asked_as(one.name)) in names or len(names) < MOST_NAMES:
                names.setdefault(name, one._replace(name=name))
        return tuple(one for names in found.values() for one in names.values())

    return kept("asked outside", f"{dossier}:{desk().version(dossier)}", asked)


def _shown_of(answer: Answer | None) -> tuple[Outside, ...]:
    """What rows say of an answer."""
    if answer is None:
        return ("waiting",)
    return ("unavailable",) if isinstance(answer, Unavailable) else ("found", "unknown")


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
