"""What the text itself says beside a name: "Odessa, Texas", "a town in the Kharkiv region", "the Georgian capital"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from core.places.gazetteer import Entry, Name
from core.places.mention import Mention
from core.places.recognition.kinds import DIRECTIONS, kind_of_word
from core.places.resolution.groups import NameGroup
from core.places.resolution.neighbours import is_around, is_recorded_within, km_between
from core.places.resolution.prior import is_respelt
from core.text.view import TextView

_WIDER = 4
"""Senses of the wider name that are tried."""

_FILLING = frozenset(
    """, ( a an the in of near small large big main old port second third largest biggest - – administrative seat
    outside part county-seat 's ’s . neighbouring neighboring eastern""".split()
)
"""What may stand between a name and the wider place: "Derhachi, a small town in the north of the Kharkiv region"."""

_DISTRICT_KM = 60.0
_MARGIN_KM, _TOWN_MARGIN_KM = 100.0, 200.0
_KNOWN_FAR_OFF = 50_000
"""People of a town that is named without its country."""

_JOINS = frozenset({",", "and", "or", "&"})


def read_beside(
    view: TextView,
    mentions: Sequence[Mention],
    groups: Sequence[NameGroup],
    member: Mapping[int, int],
    listed: Collection[int] = (),
) -> None:
    """Marks the candidates that the text points to; looks at neighbouring mentions only.

    Two mentions in ``listed`` are items of one list of countries or regions, neither of which lies in the other.
    """
    for index in range(len(mentions) - 1):
        if index not in member or index + 1 not in member:
            continue
        first, second = mentions[index], mentions[index + 1]
        between = view.lower[first.end : second.start]
        if (index in listed and index + 1 in listed) or not all(map(_is_filling, between)):
            continue
        if not first.adjective and _narrows(between) and (not second.adjective or "in" in between):
            outer = groups[member[index + 1]]
            for inner in (index, *_sharing(view, mentions, member, index)):
                _mark(inner, groups[member[inner]], outer, second.text)
            if _is_said_to_lie(view, between, second, groups[member[index + 1]]):
                _contradict(groups[member[index]], outer, second.text)
        elif (first.adjective or (between and between[0] in {"'s", "’s"})) and not second.adjective:
            _mark(index + 1, groups[member[index + 1]], groups[member[index]], first.text)


def _sharing(view: TextView, mentions: Sequence[Mention], member: Mapping[int, int], last: int) -> Iterator[int]:
    """The names before the last one of a list with one kind word: both of "Hayes and Otoe counties, Nebraska"."""
    word = mentions[last].kind_word
    for index in range(last - 1, -1, -1):
        between = view.lower[mentions[index].end : mentions[index + 1].start]
        alike = word.endswith("s") and mentions[index].kind_word == word and index in member
        if not alike or not between or not _JOINS.issuperset(between):
            return
        yield index


def _is_filling(word: str) -> bool:
    return word in _FILLING or word in DIRECTIONS or kind_of_word(word) is not None


def _narrows(between: Sequence[str]) -> bool:
    """Whether the second name is said to be where the first lies: a comma, a bracket, "in"."""
    opening = between[1:2] if between and kind_of_word(between[0]) else between[:1]
    return opening in ([","], ["("]) or "in" in between or list(between) == [".", ","]


def _mark(mention: int, inner: NameGroup, outer: NameGroup, words: str) -> None:
    """Marks the inner candidates that lie in an outer one, and that outer one.

    Where the records themselves say what lies where, nearness is not asked.
    """
    held = next(filter(None, (_held(inner, outer, lies_in) for lies_in in _WAYS)), {})
    for index, holder in held.items():
        inner.beside[index] = words
        inner.pinned.setdefault(mention, set()).add(index)
        outer.beside.setdefault(holder, "")


def _is_said_to_lie(view: TextView, between: Sequence[str], second: Mention, outer: NameGroup) -> bool:
    """Whether nothing else can be meant than that the first place lies in the second: no list, no subject that follows.

    "In" leaves no doubt; after a comma only a country or a region is wider for certain.
    """
    if second.part_of_name or view.lower_at(second.end) in {"'s", "’s", "and", "or"}:
        return False
    return "in" in between or outer.names[0].entry.kind in {"country", "region"}


def _contradict(inner: NameGroup, outer: NameGroup, words: str) -> None:
    """Notes that the text puts a small place where no candidate lies, nor near it: it is one that nobody has listed.

    Of well-known places the text is rather misread: "in Geneva, Iran said".
    """
    if inner.beside or any(_is_known_far_off(name) for name in inner.names):
        return
    wider = [name.entry for name in outer.names[:_WIDER]]
    if not any(_may_hold(place, name.entry) for place in wider for name in inner.names):
        inner.elsewhere = words


def _is_known_far_off(name: Name) -> bool:
    """What a big city is also called ("Silver City" for Meriden) does not make the name known."""
    entry = name.entry
    if entry.kind == "settlement" and name.relation == "alternate" and not is_respelt(name):
        return False
    return entry.kind != "settlement" or entry.population >= _KNOWN_FAR_OFF


def _may_hold(outer: Entry, inner: Entry) -> bool:
    """By a wide margin: borders are disputed, and lines between countries and regions drawn in several ways."""
    same_country = outer.kind == "country" and outer.country == inner.country
    margin = _TOWN_MARGIN_KM if outer.kind == "settlement" else _MARGIN_KM
    return same_country or km_between(inner, outer) <= outer.precision_km + margin


def _is_near_seat(inner: Entry, outer: Entry) -> bool:
    """Whether the first place is so near a town that it may lie in the district named after it."""
    if inner.kind != "settlement" or outer.kind != "settlement" or inner.country != outer.country:
        return False
    return inner.source != outer.source and km_between(inner, outer) <= _DISTRICT_KM


_WAYS = (is_recorded_within, is_around, _is_near_seat)
"""Ways to lie in a place, the surest first."""


def _held(inner: NameGroup, outer: NameGroup, lies_in: Callable[[Entry, Entry], bool]) -> dict[int, int]:
    """Candidates of the inner name that lie in one of the outer's best-known ones, with that one."""
    return {
        index: holder
        for index, name in enumerate(inner.names)
        for holder, wider in reversed(list(enumerate(outer.names[:_WIDER])))
        if lies_in(name.entry, wider.entry)
    }
