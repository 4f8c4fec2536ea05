"""What people decided, on top of what is proposed: each judgement a must-link or a cannot-link between mentions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from core.models.judgement import Judgement, Party

Partition = tuple[tuple[str, ...], ...]


def with_judgements(proposal: Iterable[Sequence[str]], judgements: Iterable[Judgement]) -> Partition:
    """The groups of events (their lasting ids) after each decision in its turn; every event stays in exactly one.

    ``together`` makes one group of two; ``apart`` takes an event out of a group that holds any of those it is kept
    apart from, into a group of its own. So a later decision wins over an earlier one, decisions about other events
    have no part in it, and without any the proposal is the answer. What does not fit is passed over.
    """
    groups = _Changing(proposal)
    for judgement in judgements:
        if fits(judgement, groups.at):
            these, those = (_there(side, groups.at) for side in (judgement.these, judgement.those))
            if judgement.kind == "together":
                groups.join(these[0], those[0])
            else:
                groups.part(these[0], those)
    return groups.in_order()


def fits(judgement: Judgement, there: Container[str]) -> bool:
    """Whether both sides of a decision still have an event among those that are there."""
    return all(_there(side, there) for side in (judgement.these, judgement.those))


def in_force(judgement: Judgement, at: Mapping[str, int]) -> bool:
    """Whether the groups are as a decision says, so that no later one has overruled it.

    ``at`` is the number of each event's group.
    """
    if not fits(judgement, at):
        return False
    one, other = ({at[event] for event in _there(side, at)} for side in (judgement.these, judgement.those))
    return bool(one & other) == (judgement.kind == "together")


def _there(side: Iterable[Party], there: Container[str]) -> list[str]:
    return [party.event for party in side if party.event in there]


class _Changing:
    """Groups while they change: the number of each event's group, and the events of each number."""

    def __init__(self, proposal: Iterable[Sequence[str]]) -> None:
        self.members = {number: list(group) for number, group in enumerate(proposal)}
        self.at = {event: number for number, group in self.members.items() for event in group}
        self._order = {event: place for place, event in enumerate(self.at)}
        self._next = len(self.members)

    def join(self, one: str, other: str) -> None:
        """One group of the groups of two events."""
        first, second = self.at[one], self.at[other]
        if first != second:
            self._move(self.members.pop(second), first)

    def part(self, event: str, others: Iterable[str]) -> None:
        """A group of its own for an event that is in one with any of the others."""
        before = self.at[event]
        if any(self.at[other] == before for other in others):
            self.members[before].remove(event)
            self.members[self._next] = []
            self._move([event], self._next)
            self._next += 1

    def in_order(self) -> Partition:
        """By their first events, and so are the events of each."""
        kept = [tuple(sorted(group, key=self._order.__getitem__)) for group in self.members.values()]
        return tuple(sorted(kept, key=lambda group: self._order[group[0]]))

    def _move(self, events: list[str], to: int) -> None:
        self.members[to] += events
        self.at.update(dict.fromkeys(events, to))
