"""The outside geocoder from the command line: records with its answers, the list of what was sent, one question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from core.models import Extraction, Failure
from core.places.geocoder.answer import told
from core.places.geocoder.placing import names_of
from core.places.geocoder.service import Geocoder, outside
from core.places.geocoder.settings import KIND_VARIABLE, URL_VARIABLE, Fault

Action = Literal["list", "ask", "forget"]
_DOSSIER = "command line"


def named() -> Geocoder:
    """The geocoder that the environment names.

    Raises:
        ValueError: it names none, or wrongly; the message says how to.
    """
    found = outside()
    if isinstance(found, Fault):
        raise ValueError(found.sentence)
    if found is None:
        raise ValueError(f"No outside geocoder is set up: {KIND_VARIABLE} and {URL_VARIABLE} name one.")
    return found


def completed(
    outcomes: Iterable[Extraction | Failure], geocoder: Geocoder, seconds: float
) -> Iterator[Extraction | Failure]:
    """The outcomes, each record with the answers that came within so many seconds; the others are said to wait."""
    for outcome in outcomes:
        if isinstance(outcome, Extraction):
            names = names_of(outcome)
            geocoder.wait(_DOSSIER, names, seconds)
            yield geocoder.placed(outcome, geocoder.answers(names))
        else:
            yield outcome


def perform(action: Action, names: Sequence[str]) -> Iterator[str]:
    """The lines that an action prints: ``list`` all names ever sent, ``ask`` for some now, ``forget`` all.

    Raises:
        ValueError: as :func:`named`.
    """
    geocoder = named()
    if action == "forget":
        yield f"{geocoder.ledger.forget()} names forgotten."
    elif action == "list":
        sent = geocoder.ledger.sent()
        yield f"{len(sent)} names were sent to {geocoder.settings.title}."
        for name in sent:
            when = dt.datetime.fromtimestamp(name.sent).astimezone()
            yield f"{when:%Y-%m-%d %H:%M}  {name.name}  {told(name.answer)}"
    else:
        geocoder.wait(_DOSSIER, names, geocoder.settings.timeout + geocoder.settings.seconds * len(names))
        answers = geocoder.answers(names)
        yield from (f"{name}: {told(answers.get(name))}" for name in names)
