"""A group of tellings of one event, and how it explains itself."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from core.event_coreference.mention import EventMention
from core.event_coreference.numbers import Number
from core.event_coreference.words import words_of
from core.frames.salience import prominence
from core.models.judgement import Judgement
from core.wording import counted, listing


@dataclass(frozen=True, slots=True)
class EventCluster:
    """One event with all its tellings; most have a single one.

    ``id`` is made of the members and stays while they do. ``members`` are index labels of ``frames.events``, the
    one that tells it best first. ``why`` says in words what makes them one; empty for a single telling.
    ``judgements`` are those of people that concern it, the latest last; ``by_hand`` says which part they have in it.
    """

    id: str
    members: tuple[Any, ...]
    documents: int
    why: str
    judgements: tuple[Judgement, ...] = ()
    by_hand: str = ""


def cluster_of(parts: Sequence[Sequence[EventMention]], today: dt.date | None) -> EventCluster:
    """The group of some tellings; ``parts`` are those of them that are proposed as one, all in one unless by hand."""
    members = _best_first([telling for part in parts for telling in part], today)
    digest = hashlib.sha256("\n".join(sorted(m.key for m in members)).encode()).hexdigest()[:12]
    documents = len({m.row["doc"] for m in members})
    return EventCluster(digest, tuple(m.index for m in members), documents, _why(members, parts, documents))


def gathered(events: pd.DataFrame, groups: Iterable[EventCluster]) -> pd.DataFrame:
    """One row an event: the best telling among ``events``, with the others of its group that are there too.

    Columns beside those of ``frames.events``: ``group`` (its id), ``keys`` (``doc:i`` of each telling, comma-joined),
    ``event_mentions`` and ``told_in`` (how many, in how many documents), ``why`` and ``by_hand``.
    """
    there = set(events.index)
    chosen: dict[Any, tuple[EventCluster, tuple[Any, ...]]] = {}
    for group in groups:
        kept = tuple(label for label in group.members if label in there)
        if kept:
            chosen[kept[0]] = (group, kept)
    for label in there - {label for _, kept in chosen.values() for label in kept}:
        chosen[label] = (EventCluster("", (label,), 1, ""), (label,))
    table = events.loc[[label for label in events.index if label in chosen]].copy()
    docs, numbers = events["doc"].to_dict(), events["i"].to_dict()
    rows = [chosen[label] for label in table.index]
    table["group"] = [group.id for group, _ in rows]
    table["keys"] = [",".join(f"{docs[k]}:{numbers[k]}" for k in kept) for _, kept in rows]
    table["tellings"] = [len(kept) for _, kept in rows]
    table["told_in"] = [len({docs[k] for k in kept}) for _, kept in rows]
    table["why"] = [group.why if len(kept) == len(group.members) else "" for group, kept in rows]
    table["by_hand"] = [group.by_hand for group, _ in rows]
    return table


def _best_first(group: Sequence[EventMention], today: dt.date | None) -> list[EventMention]:
    """The most prominent telling first, the earliest in the text where two are alike.

    One that knows when goes before those that do not: what stands on the timeline must not leave it for being joined.
    """
    if len(group) == 1:
        return list(group)

    def place(telling: EventMention) -> tuple[bool, float, int]:
        row = telling.row
        return row["earliest"] is None and row["latest"] is None, -prominence(row, today), telling.order

    return sorted(group, key=place)


def _why(members: Sequence[EventMention], parts: Sequence[Sequence[EventMention]], documents: int) -> str:
    """ "told in 3 documents: same day, same place, both say 440"; "…, 2 of them proposed as one: …" where by hand."""
    if len(members) < 2:
        return ""
    where = f"told in {counted(documents, 'document')}" if documents > 1 else f"told {len(members)} times"
    if len(parts) == 1:
        return _because(where, members)
    alike = [_because(f"{len(part)} of them proposed as one", part) for part in parts if len(part) > 1]
    return "; ".join([where, *alike])


def _because(what: str, members: Sequence[EventMention]) -> str:
    told = [part for part in (_numbers(members), _people(members)) if part] or [_things(members)]
    reasons = [reason for reason in (_days(members), _place(members), *told) if reason]
    return f"{what}: {', '.join(reasons)}" if reasons else what


def _days(members: Sequence[EventMention]) -> str:
    spans = {m.days for m in members if m.days}
    if not spans:
        return ""
    whole = all(m.days for m in members)
    if len(spans) == 1 and whole:
        first, last = next(iter(spans))
        return "same day" if first == last else "same days"
    return "days that meet" if whole else "days that do not contradict"


def _place(members: Sequence[EventMention]) -> str:
    named = [frozenset(spot.key for spot in m.spots) for m in members if m.spots]
    if len(named) < 2:
        return ""
    common = frozenset.intersection(*named)
    return "same place" if common else "one place inside the other"


def _numbers(members: Sequence[EventMention]) -> str:
    """What all who count the same thing say; one number in figures and in letters is one."""
    said: dict[str, list[Number]] = {}
    for member in members:
        for thing, number in {n.family: n for n in member.numbers if n.thing}.items():
            said.setdefault(thing, []).append(number)
    for numbers in said.values():
        if len(numbers) > 1:
            different: dict[tuple[float, float], str] = {}
            for number in sorted(numbers, key=lambda n: not any(map(str.isdigit, n.text))):
                different.setdefault((number.low, number.high), " ".join(number.text.split()))
            if len(different) == 1:
                return f"{'both' if len(numbers) == 2 else 'all'} say {next(iter(different.values()))}"
            return f"they say {listing([*different.values()])}"
    return ""


def _people(members: Sequence[EventMention]) -> str:
    """Who did it, in the words of the telling that says it shortest."""
    common = frozenset.intersection(*(m.people for m in members))
    named = sorted((actor for m in members for actor in m.row["actors"] if common <= words_of(actor)), key=len)
    return f"same actor ({' '.join(named[0].split())})" if common and named else ""


def _things(members: Sequence[EventMention]) -> str:
    """What they all speak of, where neither a number nor an actor says more."""
    common = frozenset.intersection(*(m.objects for m in members))
    return f"same words ({listing(sorted(common), 3)})" if common else ""
