"""Names that stand in one list are of one kind: in "Georgia, Alabama and Florida" Georgia is a state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from core.places.gazetteer import Name
from core.places.mention import Mention
from core.places.resolution.groups import NameGroup
from core.text.view import TextView

_JOINED = frozenset({(",",), ("and",), ("or",), (",", "and"), (",", "or"), (",", "the"), ("and", "the"), ("&",)})
_LIST = 3
"""Two names beside each other may be a town and its region."""

_LIKELY = 0.5
"""Chance from which on a name of a list counts for a kind."""

Kind = tuple[str, str]
_OTHER: Kind = ("", "")


def read_lists(
    view: TextView,
    mentions: Sequence[Mention],
    groups: Sequence[NameGroup],
    member: Mapping[int, int],
    chances: Sequence[Sequence[float]],
) -> set[int]:
    """Marks, by how likely the rest of a list is of their kind, the countries and regions among the candidates.

    Towns are left out: whatever stands beside a town may be the region it lies in. Returns the indices of the mentions
    that a list shows to be countries or regions, so that "China, Japan and Korea" is not read as a China in Japan.
    """
    listed: set[int] = set()
    for run in _runs(view, mentions, member):
        shares = [_shares(groups[member[index]], chances[member[index]]) for index in run]
        total: defaultdict[Kind, float] = defaultdict(float)
        for share in shares:
            for kind, chance in share.items():
                total[kind] += chance
        for index, mine in zip(run, shares, strict=True):
            agreeing = {kind: (total[kind] - mine[kind]) / (len(run) - 1) for kind in mine}
            _mark(groups[member[index]], agreeing)
            if len(run) >= _LIST and any(mine[kind] >= _LIKELY and agreeing[kind] >= _LIKELY for kind in mine):
                listed.add(index)
    return listed


def _mark(group: NameGroup, agreeing: Mapping[Kind, float]) -> None:
    for index, name in enumerate(group.names):
        share = agreeing.get(_kind(name), 0.0)
        if share >= _LIKELY:
            group.peers[index] = max(group.peers.get(index, 0.0), share)


def _runs(view: TextView, mentions: Sequence[Mention], member: Mapping[int, int]) -> Iterator[list[int]]:
    """Indices of the mentions of each list of two or more."""
    run: list[int] = []
    for index, mention in enumerate(mentions):
        usable = index in member and not mention.adjective
        if run and usable and tuple(view.lower[mentions[run[-1]].end : mention.start]) in _JOINED:
            run.append(index)
            continue
        if len(run) > 1:
            yield run
        run = [index] if usable else []
    if len(run) > 1:
        yield run


def _kind(name: Name) -> Kind:
    """Country, or first-order region of one country; empty for all else."""
    entry = name.entry
    if entry.kind == "country":
        return "country", ""
    return ("region", entry.country or "") if entry.kind == "region" and not entry.region else _OTHER


def _shares(group: NameGroup, chances: Sequence[float]) -> defaultdict[Kind, float]:
    shares: defaultdict[Kind, float] = defaultdict(float)
    for name, chance in zip(group.names, chances, strict=True):
        kind = _kind(name)
        if kind is not _OTHER:
            shares[kind] += chance
    return shares
