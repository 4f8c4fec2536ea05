"""What the names next to a name say: the wider place behind a comma, the other items of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from core.geometry.distances import flat_km
from core.places.gazetteer import Entry, Name
from core.places.recognition.forms import LONGEST, Stretch
from core.text.view import TextView

Known = Mapping[Stretch, tuple[Name, ...]]
"""What the gazetteer knows of each stretch of a document."""

_OPENS_WIDER = frozenset({",", "("})
_PLACED = frozenset({"in", "near", "between", "across", "around", "outside"})
"""Before the first of two names joined by "and", it places both: "shops in Solihull and Dudley would close"."""


def is_within_next(view: TextView, span: Stretch, known: Known) -> bool:
    """Whether the name after a comma or a bracket is that of a wider place that holds this one: "Attapeu, Laos"."""
    names = known.get(span, ())
    if not names or view.lower_at(span[1]) not in _OPENS_WIDER:
        return False
    start = span[1] + 1
    return any(
        holds(outer, inner)
        for length in range(1, LONGEST + 1)
        for outer in known.get((start, start + length), ())[:3]
        for inner in names
    )


def holds(outer: Name, inner: Name) -> bool:
    """Whether one place lies within the other: a town in its region or country, a region in its country."""
    if outer.relation == "adjective" or inner.relation == "adjective":
        return False
    return is_recorded_within(inner.entry, outer.entry) or is_around(inner.entry, outer.entry)


def is_recorded_within(inner: Entry, outer: Entry) -> bool:
    """Whether the gazetteer's records say that the first place lies in the second."""
    if inner.kind == "country" or inner.source == outer.source:
        return False
    if outer.kind == "country":
        return inner.country == outer.country
    return inner.region == outer.source


def is_around(inner: Entry, outer: Entry) -> bool:
    """By distance, where no record says so: Perth lies in Scotland, which stands above its first-order division."""
    if inner.kind != "settlement" or outer.kind not in {"region", "area"} or inner.country != outer.country:
        return False
    return km_between(inner, outer) <= outer.precision_km


def km_between(one: Entry, other: Entry) -> float:
    """Distance in km as on a flat map; exact enough within a country."""
    return flat_km((one.latitude, one.longitude), (other.latitude, other.longitude))


def of_lists(view: TextView, accepted: Sequence[Stretch], possible: Iterable[Stretch]) -> list[Stretch]:
    """Those of the possible stretches that stand in a list with an accepted one: "Suba, Migori, Homa Bay and Rongo".

    Goes along the list from both sides; linear in the number of stretches.
    """
    waiting = sorted(possible)
    found: dict[Stretch, None] = {}
    ends = {end for _, end in accepted}
    within = {end for start, end in accepted if _is_placed(view, start)}
    for start, end in waiting:
        before = start - 1
        if view.lower_at(before) in {"and", "or"} and view.lower_at(before - 1) == ",":
            before -= 1
        if (
            view.lower_at(before) in {",", "and", "or"}
            and before in ends
            and (_goes_on(view, end) or (before in within and view.lower_at(before) == "and"))
        ):
            ends.add(end)
            found[start, end] = None
    starts = {start for start, _ in accepted}
    for start, end in reversed(waiting):
        after = end
        if view.lower_at(after) == "," and view.lower_at(after + 1) in {"and", "or"}:
            after += 1
        if view.lower_at(after) in {",", "and", "or"} and after + 1 in starts and (start, end) not in found:
            starts.add(start)
            found[start, end] = None
    return list(found)


def between(view: TextView, accepted: Sequence[Stretch], possible: Iterable[Stretch]) -> Iterator[Stretch]:
    """Those of the possible stretches that stand in a list with an accepted one on either side: B in "A, B and C"."""
    starts, ends = map(set, zip(*accepted, strict=True)) if accepted else (set(), set())
    for start, end in possible:
        opened = view.lower_at(start - 1) == "," and start - 1 in ends
        after = end + 1 + (view.lower_at(end) == "," and view.lower_at(end + 1) in {"and", "or"})
        if opened and view.lower_at(end) in {",", "and", "or"} and after in starts:
            yield start, end


def _is_placed(view: TextView, start: int) -> bool:
    """Whether the words before place a list and no verb: "shops in X and Y would", not "worked in X and Y would"."""
    before = view.lower_at(start - 1)
    return before == "between" or (before in _PLACED and start > 1 and view.tag[start - 2].startswith("NN"))


def _goes_on(view: TextView, end: int) -> bool:
    """After a person's name follows a verb; after a place's in a list hardly."""
    return view.lower_at(end) in {",", "and", "or", ".", ";", ")", "", "in", "where", "which", "are", "were"}
