"""What the text itself says beside a name: "Odessa, Texas", "a town in the Kharkiv region", "the Georgian capital"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from core.places.gazetteer import Entry
from core.places.groups import Group
from core.places.kinds import DIRECTIONS, kind_of_word
from core.places.mention import Mention
from core.places.neighbours import is_around, is_recorded_within
from core.places.tokens import Tokens

_LONGEST = 8
"""Words between a name and the wider place: "Derhachi, a small town in the north of the Kharkiv region" has eight."""

_WIDER = 4
"""Senses of the wider name that are tried."""

_FILLING = frozenset(
    """, ( a an the in of near small large big main old port second third largest biggest - – administrative seat
    outside part county-seat 's ’s . neighbouring neighboring eastern""".split()
)

_JOINS = frozenset({",", "and", "or", "&"})


def read_beside(
    tokens: Tokens,
    mentions: Sequence[Mention],
    groups: Sequence[Group],
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
        between = tokens.lower[first.end : second.start]
        if (index in listed and index + 1 in listed) or len(between) > _LONGEST or not all(map(_is_filling, between)):
            continue
        if not first.adjective and _narrows(between) and (not second.adjective or "in" in between):
            outer = groups[member[index + 1]]
            for inner in (index, *_sharing(tokens, mentions, member, index)):
                _mark(inner, groups[member[inner]], outer, second.text)
        elif (first.adjective or (between and between[0] in {"'s", "’s"})) and not second.adjective:
            _mark(index + 1, groups[member[index + 1]], groups[member[index]], first.text)


def _sharing(tokens: Tokens, mentions: Sequence[Mention], member: Mapping[int, int], last: int) -> Iterator[int]:
    """The names before the last one of a list with one kind word: both of "Hayes and Otoe counties, Nebraska"."""
    word = mentions[last].kind_word
    for index in range(last - 1, -1, -1):
        between = tokens.lower[mentions[index].end : mentions[index + 1].start]
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


def _mark(mention: int, inner: Group, outer: Group, words: str) -> None:
    """Marks the inner candidates that lie in an outer one, and that outer one.

    Where the records themselves say what lies where, nearness is not asked.
    """
    held = _held(inner, outer, is_recorded_within) or _held(inner, outer, is_around)
    for index, holder in held.items():
        inner.beside[index] = words
        inner.pinned.setdefault(mention, set()).add(index)
        outer.beside.setdefault(holder, "")


def _held(inner: Group, outer: Group, lies_in: Callable[[Entry, Entry], bool]) -> dict[int, int]:
    """Candidates of the inner name that lie in one of the outer's best-known ones, with that one."""
    return {
        index: holder
        for index, name in enumerate(inner.names)
        for holder, wider in reversed(list(enumerate(outer.names[:_WIDER])))
        if lies_in(name.entry, wider.entry)
    }
