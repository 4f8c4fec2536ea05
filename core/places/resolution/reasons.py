"""Why a name was taken for this place, in words for a reader; only what in fact decided is said."""

from __future__ import annotations

from core.places.mention import Mention, is_at_seat
from core.places.resolution.groups import NameGroup
from core.places.resolution.offset import Offset

_PAPERS = {
    "US": "an American",
    "GB": "a British",
    "IE": "an Irish",
    "CA": "a Canadian",
    "AU": "an Australian",
    "NZ": "a New Zealand",
    "ZA": "a South African",
    "IN": "an Indian",
    "PH": "a Philippine",
}
_LISTS = {"country": "countries", "region": "regions"}
_LITTLE = 1.0
"""What the other names add to a score that the words of the text add more to."""


def reason(mention: Mention, group: NameGroup, index: int, best: int, offset: Offset | None) -> str:
    """One line: the strongest ground for the choice, and what is not exact about it."""
    grounds = [_ground(mention, group, index, best)]
    name = group.names[best]
    if offset:
        shown = "the place itself" if offset.bearing is None else "that far from it"
        grounds.append(f"The text says “{offset.words}” it: the point shown is {shown}.")
    if name.relation == "variant":
        grounds.append(f"Taken for {name.entry.name}, which is written otherwise in the gazetteer.")
    elif name.relation == "misspelling":
        grounds = [f"No place of this name is known. Perhaps a typing error for {name.entry.name}: please check."]
    elif is_at_seat(mention, name.entry):
        grounds.append(f"Shown at the town of {name.entry.name}: the {mention.kind_word} has no position of its own.")
    elif mention.narrowed:
        grounds.append(f"Shown as {name.entry.name}: the part that is meant has no position of its own.")
    return " ".join(grounds)


def _ground(mention: Mention, group: NameGroup, index: int, best: int) -> str:
    words = group.beside.get(best, "")
    if mention.adjective:
        return f"A form of the name {group.names[best].entry.name}."
    if index in group.pinned and words:
        return f"The text names “{words}” beside it."
    if words:
        return f"The text names “{words}” beside it elsewhere."
    if len(group.names) == 1:
        return "The only place of this name in the gazetteer."
    return _by_kind(mention, group, best) or _among_namesakes(group, best)


def _by_kind(mention: Mention, group: NameGroup, best: int) -> str:
    """The kind, where only one of the namesakes is of it or where a list shows it."""
    kind = group.names[best].entry.kind
    if mention.kind == kind and sum(name.entry.kind == kind for name in group.names) == 1:
        if mention.body:
            return f"The text speaks of its “{mention.body}”."
        return f"The word “{mention.kind_word}” stands beside it in the text."
    if best != group.famous and best in group.peers and kind in _LISTS:
        return f"Stands in a list of {_LISTS[kind]}."
    return ""


def _among_namesakes(group: NameGroup, best: int) -> str:
    count = len(group.names)
    if best == group.famous:
        return f"The best known of {count} places of this name."
    entry, famous = group.names[best].entry, group.names[group.famous].entry
    gain = group.company[best] - group.company[group.famous]
    if group.leaning in _PAPERS and entry.country == group.leaning != famous.country and gain < _LITTLE:
        return f"The text reads like {_PAPERS[group.leaning]} paper; {count} places have this name."
    if group.near and gain > 0:
        return f"{group.near[0].upper()}{group.near[1:]}, which the text names too; {count} places have this name."
    return f"Fits the words and the other places of the text best, among {count} places of this name."
