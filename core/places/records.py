"""The record of a mention: its place, how sure we are, and why, in words for a reader."""

from __future__ import annotations

from core.models import Place, PlaceCandidate, PlaceKind
from core.places.gazetteer import Entry, Name, fold
from core.places.geocoder.askable import may_be_asked
from core.places.mention import Mention, is_at_seat
from core.places.metonymy import role_of
from core.places.recognition.kinds import kind_of_word
from core.places.resolution.calibration import confidence
from core.places.resolution.features import Answer
from core.places.resolution.groups import NameGroup
from core.places.resolution.offset import offset_before
from core.places.resolution.reasons import reason
from core.text.view import TextView

_RUNNERS_UP = 4
"""Other places of the name that a record tells at most."""

_HARDLY = 0.01
"""Runners-up less likely than this are not worth a reader's time."""

_AROUND_SEAT_KM = 50.0
"""How far a division reaches from the town that it is named after, where its own outline is not known."""

_KIND_OF_LABEL: dict[str, PlaceKind] = {"LOC": "area", "FAC": "site"}


def record(view: TextView, mention: Mention, index: int, group: NameGroup | None) -> Place:
    """The place that a mention stands for; without a group, a name that is not located."""
    if group is None:
        return _unlocated(view, mention, "The gazetteer does not know this name, so it is not on the map.")
    if group.elsewhere and not group.beside:
        told = f"The text puts it in {group.elsewhere}, where the gazetteer knows no place of this name."
        return _unlocated(view, mention, told)
    best = group.best(index)
    chances = group.chances_of(index)
    answer = Answer(mention, index, group, best, chances)
    name = group.names[best]
    offset = offset_before(view, mention.start)
    entry = name.entry
    seat = is_at_seat(mention, entry)
    latitude, longitude = offset.moved(entry) if offset else (entry.latitude, entry.longitude)
    return Place(
        start=view.starts[mention.start],
        end=view.end_of(mention.end - 1),
        text=mention.text,
        name=_name(mention, name),
        kind="region" if seat else entry.kind,
        latitude=latitude,
        longitude=longitude,
        country=entry.country,
        source=entry.source,
        precision_km=offset.precision(entry) if offset else max(entry.precision_km, _AROUND_SEAT_KM * seat),
        role=role_of(view, mention, entry.kind),
        adjective=mention.adjective,
        confidence=confidence(answer),
        reason=reason(mention, group, index, best, offset),
        alternatives=_alternatives(group, chances, best),
    )


def _unlocated(view: TextView, mention: Mention, told: str) -> Place:
    last = fold(mention.text.split()[-1])
    kind = mention.kind or kind_of_word(last) or _KIND_OF_LABEL.get(mention.label, "settlement")
    return Place(
        start=view.starts[mention.start],
        end=view.end_of(mention.end - 1),
        text=mention.text,
        name=mention.text,
        kind=kind,
        latitude=None,
        longitude=None,
        country=None,
        source=None,
        precision_km=None,
        role=role_of(view, mention, kind),
        adjective=False,
        confidence=0.5,
        reason=told,
        outside="askable" if may_be_asked(view, mention) else None,
    )


def _name(mention: Mention, name: Name) -> str:
    """Countries and abbreviations by their normal name, all else as the article spells it."""
    entry = name.entry
    if mention.adjective or entry.kind == "country" or name.relation == "abbreviation":
        return entry.name
    if mention.text.isupper() and len(mention.text) > 3:
        return entry.name if fold(entry.name) == fold(mention.text) else mention.text.title()
    if is_at_seat(mention, entry) or fold(name.form) == fold(
        mention.text
    ):  # the first mention may have been in capitals
        return " ".join(mention.text.split())
    # the form that was looked up: of a declined name its first case, of an item of "X and Y counties" the whole name
    return " ".join((mention.text if mention.narrowed else name.form).split())


def _alternatives(group: NameGroup, chances: list[float], best: int) -> tuple[PlaceCandidate, ...]:
    order = sorted(range(len(chances)), key=lambda index: (-chances[index], index))
    chosen = [index for index in order if index != best and chances[index] >= _HARDLY][:_RUNNERS_UP]
    return tuple(_candidate(group.names[index].entry, chances[index]) for index in chosen)


def _candidate(entry: Entry, chance: float) -> PlaceCandidate:
    return PlaceCandidate(
        name=entry.name,
        kind=entry.kind,
        latitude=entry.latitude,
        longitude=entry.longitude,
        country=entry.country,
        source=entry.source,
        precision_km=entry.precision_km,
        confidence=round(chance, 2),
        reason=f"Has the same name; {entry.population:,} inhabitants." if entry.population else "Has the same name.",
    )
