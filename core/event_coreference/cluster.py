"""A cluster of mentions of one event, and how it explains itself."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.event_coreference.counts import Count
from core.event_coreference.mention import EventMention
from core.event_coreference.words import words_of
from core.frames.kinds import EventRow
from core.frames.salience import prominence
from core.models import Judgement
from core.wording import counted, listing


@dataclass(frozen=True, slots=True)
class EventCluster:
    """One event with all its mentions; most have a single one.

    ``id`` is made of the members and stays while they do. ``members`` are keys of events (``doc:i``), the one that
    tells it best first; ``documents`` is in how many they stand. ``why`` says in words what makes them one; empty for
    a single mention. ``judgements`` are those of people that concern it, the latest last; ``by_hand`` says which part
    they have in it.
    """

    id: str
    members: tuple[str, ...]
    documents: int
    why: str
    judgements: tuple[Judgement, ...] = ()
    by_hand: str = ""


def cluster_of(parts: Sequence[Sequence[EventMention]], today: dt.date | None) -> EventCluster:
    """The cluster of some mentions; ``parts`` are those of them that are proposed as one, all in one unless by hand."""
    members = _best_first([mention for part in parts for mention in part], today)
    documents = len({m.row.doc for m in members})
    return EventCluster(
        _id(m.event_id for m in members), tuple(m.key for m in members), documents, _why(members, parts, documents)
    )


def alone(row: EventRow) -> EventCluster:
    """The cluster of a mention that is the only one of its event."""
    return EventCluster(_id((row.event_id,)), (row.key,), 1, "")


def _id(events: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(sorted(events)).encode()).hexdigest()[:12]


def _best_first(group: Sequence[EventMention], today: dt.date | None) -> list[EventMention]:
    """The most prominent mention first, the earliest in the text where two are alike.

    One that knows when goes before those that do not: what stands on the timeline must not leave it for being joined.
    """
    if len(group) == 1:
        return list(group)

    def place(mention: EventMention) -> tuple[bool, float, int]:
        return not mention.row.dated, -prominence(mention.row, today), mention.order

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
    told = [part for part in (_counts(members), _people(members)) if part] or [_things(members)]
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


def _counts(members: Sequence[EventMention]) -> str:
    """What all who count the same thing say; one number in figures and in letters is one."""
    said: dict[str, list[Count]] = {}
    for member in members:
        for thing, count in {c.family: c for c in member.counts if c.thing}.items():
            said.setdefault(thing, []).append(count)
    for counts in said.values():
        if len(counts) > 1:
            different: dict[tuple[float, float], str] = {}
            for count in sorted(counts, key=lambda c: not any(map(str.isdigit, c.text))):
                different.setdefault((count.low, count.high), " ".join(count.text.split()))
            if len(different) == 1:
                return f"{'both' if len(counts) == 2 else 'all'} say {next(iter(different.values()))}"
            return f"they say {listing([*different.values()])}"
    return ""


def _people(members: Sequence[EventMention]) -> str:
    """Who did it, in the words of the mention that says it shortest."""
    common = frozenset.intersection(*(m.people for m in members))
    named = sorted((actor for m in members for actor in m.row.actors if common <= words_of(actor)), key=len)
    return f"same actor ({' '.join(named[0].split())})" if common and named else ""


def _things(members: Sequence[EventMention]) -> str:
    """What they all speak of, where neither a number nor an actor says more."""
    common = frozenset.intersection(*(m.objects for m in members))
    return f"same words ({listing(sorted(common), 3)})" if common else ""
