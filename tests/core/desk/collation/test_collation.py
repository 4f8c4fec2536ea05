"""What pages read of a comparison is what comparing all records at once would give."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.compare import Comparison, bounded, compare
from core.desk.collation import queue
from core.desk.collation.collator import Collator
from core.desk.collation.reading import Collation
from core.desk.collation.retellings import Retellings, settle
from core.desk.collation.tables import PARTS, TOLD
from core.desk.collation.working import collate
from core.desk.database import Database
from core.desk.marks.filtering import Filtered
from core.desk.marks.reading import Marks
from core.desk.sql_store import SqlStore
from core.event_coreference import Proposal, apply_judgements, proposal
from core.event_coreference.cluster import EventCluster
from core.event_coreference.mention import EventMention
from core.frames.filter import Filter
from core.frames.rows import frames
from core.frames.selection import select as shown_of
from core.models import Extraction
from core.models.judgement import Judgement, Party, new_judgement
from tests.core.desk.desks import DATABASES, store_in
from tests.corpus.dossiers import fill, records
from tests.filters.__main__ import chosen

DOSSIER = "compared"
MANY = 24


def nothing_within(_: str) -> frozenset[str]:
    """No place lies in another."""
    return frozenset()


@pytest.fixture(params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """A store with a dossier that was read and not compared yet."""
    with store_in(request.param, tmp_path) as made:
        fill(made.database, DOSSIER, records(MANY))
        yield made


def compared(store: SqlStore) -> Collation:
    """Its comparison, brought up to date."""
    Collator(store.database, nothing_within).collate_next(DOSSIER)
    return Collation(store.database, DOSSIER)


def in_memory(store: SqlStore) -> tuple[tuple[Extraction, ...], Comparison, Proposal]:
    """The same worked out from all records."""
    found = tuple(held.record for held in store.held(DOSSIER) if held.record)
    return found, compare(found), proposal(frames(found))


def of_several(clusters: tuple[EventCluster, ...]) -> set[EventCluster]:
    """Those that more than one mention tells."""
    return {cluster for cluster in clusters if len(cluster.members) > 1}


def test_all_of_it_is_what_a_comparison_of_all_records_gives(store: SqlStore) -> None:
    """Groups in their order, shared wording, events; nothing before anybody has compared."""
    found, comparison, events = in_memory(store)
    collation = Collation(store.database, DOSSIER)
    whole = Filtered(DOSSIER, Filter(roles="all"))
    keys = [f"{record.id}:{i}" for record in found for i in range(len(record.figures))]
    mentions = [row.key for row in frames(found).events]
    assert collation.groups(whole, 1_000) == ((), 0)
    assert (collation.groups_of(keys), collation.clusters(mentions), collation.text_reuses()) == ({}, (), ())
    assert not collation.standing().current
    compared(store)
    assert collation.standing().current
    assert collation.groups(whole, 1_000) == (comparison.groups, len(comparison.groups))
    assert collation.groups(whole, 2) == (comparison.groups[:2], len(comparison.groups))
    assert {key: group.id for key, group in collation.groups_of(keys).items()} == comparison.things
    assert collation.things(keys).keys() == comparison.things.keys()
    assert set(collation.clusters(mentions)) == of_several(events.clusters)
    assert len(collation.clusters(mentions)) > 5
    assert collation.text_reuses() == comparison.text_reuses


def test_what_a_filter_leaves_of_the_groups(store: SqlStore) -> None:
    """The figures that it lets through, two at least, whatever it asks for."""
    found, comparison, _ = in_memory(store)
    collation, chance, whole = compared(store), random.Random(7), frames(found)  # noqa: S311 — a fixed choice
    partly = 0
    docs = [row.doc for row in whole.documents]
    some = (Filter(documents=tuple(chance.sample(docs, MANY // 2))) for _ in range(10))
    for one in (*some, *(chosen(whole, chance) for _ in range(30))):
        keys = {row.key for row in shown_of(whole, one).figures if row.value is not None}
        expected = comparison.only(keys)
        assert collation.groups(Filtered(DOSSIER, one), 1_000) == (expected, len(expected))
        partly += expected != comparison.groups and expected != ()
    assert partly > 3


def test_documents_that_come_go_or_change(store: SqlStore) -> None:
    """After each comparison it is again what all records give."""
    compared(store)
    fill(store.database, DOSSIER, records(3, first=MANY))
    gone = store.held(DOSSIER)[2].document
    store.remove(DOSSIER, gone.id)
    (held,) = store.held(DOSSIER, [store.held(DOSSIER)[5].document.id])
    titled = replace(held.document, title="Another headline", outlet="Another paper")
    store.update(DOSSIER, held.document.id, lambda one: replace(one, document=titled))
    found, comparison, events = in_memory(store)
    collation = compared(store)
    assert collation.groups(Filtered(DOSSIER, Filter(roles="all")), 1_000)[0] == comparison.groups
    mentions = [row.key for row in frames(found).events]
    assert set(collation.clusters(mentions)) == of_several(events.clusters)


def test_a_document_that_is_taken_out_is_gone_at_once(store: SqlStore) -> None:
    """No group, cluster or pair has a word of it, and none is kept for later."""
    collation = compared(store)
    _, comparison, _ = in_memory(store)
    group = next(one for one in comparison.groups if len(one.documents) > 2)
    gone = group.documents[0]
    store.remove(DOSSIER, gone)
    left, _ = collation.groups(Filtered(DOSSIER, Filter(roles="all")), 1_000)
    assert left
    assert all(claim.doc != gone for one in left for claim in (*one.claims, *one.beside))
    mentions = [row.key for row in frames(held.record for held in store.held(DOSSIER) if held.record).events]
    assert all(not key.startswith(f"{gone}:") for one in collation.clusters(mentions) for key in one.members)
    with store.database.reading() as connection:
        assert connection.execute(select(func.count()).select_from(TOLD)).scalar_one() == MANY - 1


def test_what_was_read_anew_says_nothing_until_it_is_compared(store: SqlStore) -> None:
    """Its marks have other numbers by then: those of before would point at others."""
    collation = compared(store)
    _, comparison, _ = in_memory(store)
    doc = comparison.groups[0].documents[0]
    (held,) = store.held(DOSSIER, [doc])
    assert held.record is not None
    anew = replace(held.record, figures=held.record.figures[1:], events=())
    store.update(DOSSIER, doc, lambda one: replace(one, record=anew))
    keys = [f"{doc}:{i}" for i in range(len(held.record.figures))]
    assert collation.groups_of(keys) == {}
    _, comparison, _ = in_memory(store)
    assert {key: one.id for key, one in compared(store).groups_of(keys).items()} == {
        key: name for key, name in comparison.things.items() if key in keys
    }


def test_decisions_of_people_are_applied(store: SqlStore) -> None:
    """To the events concerned, as if all had been settled together."""
    found, _, events = in_memory(store)
    collation = compared(store)
    marks = Marks(store.database, Filtered(DOSSIER, Filter()))
    judgements = _decisions(events, random.Random(3))  # noqa: S311 — as above
    expected = apply_judgements(events, judgements)
    retellings = Retellings(marks, collation, settle(marks, collation, judgements))
    everything = [row.key for row in frames(found).events]
    assert {frozenset(one.members) for one in retellings.of(everything)} == {frozenset(one.members) for one in expected}
    by_hand = {one.id: one for one in expected if one.judgements}
    assert {one.id: one for one in retellings.of(everything) if one.judgements} == by_hand
    assert len(by_hand) > 5


def _decisions(events: Proposal, chance: random.Random) -> tuple[Judgement, ...]:
    """Some join two events, some take a mention out of one."""
    several = [group for group in events.groups if len(group) > 1]
    joined = [chance.sample(events.groups, 2) for _ in range(4)]
    made = [new_judgement("together", _parties(one), _parties(other)) for one, other in joined]
    made += [new_judgement("apart", _parties(g[:1]), _parties(g[1:])) for g in chance.sample(several, 4)]
    return tuple(made)


def _parties(group: tuple[EventMention, ...]) -> tuple[Party, ...]:
    return tuple(Party(mention.event_id, mention.row.text, "a source") for mention in group)


def test_one_alone_compares_a_dossier(store: SqlStore) -> None:
    """Nobody else has it before its lease is over, and who comes too late keeps nothing."""
    first = queue.claim(store.database, 60.0)
    assert first is not None
    assert queue.claim(store.database, 60.0) is None
    assert queue.keep(store.database, first, -1.0)  # dead
    second = queue.claim(store.database, 60.0)
    assert second is not None
    assert not queue.keep(store.database, first, 60.0)
    assert not collate(store.database, first, nothing_within)
    assert collate(store.database, second, nothing_within)
    assert Collation(store.database, DOSSIER).standing().current
    with store.database.reading() as connection:
        times = [set(connection.execute(select(table.c.time)).scalars()) for table in PARTS]
    assert set().union(*times) == {second.time}
    assert queue.claim(store.database, 60.0) is None


def test_what_fails_keeps_nobody_waiting(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes after all others, and others are compared."""
    fill(store.database, "z-other", records(2, first=500))

    def breaks(database: Database, due: queue.Due, *_: object) -> bool:
        if due.dossier == DOSSIER:
            raise RuntimeError("broken")
        return collate(database, due, nothing_within)

    monkeypatch.setattr("core.desk.collation.collator.collate", breaks)
    collator = Collator(store.database, nothing_within)
    with pytest.raises(RuntimeError):
        collator.collate_next()
    assert collator.collate_next()
    assert Collation(store.database, "z-other").standing().current
    assert not collator.collate_next()


def test_who_is_ended_gives_it_back(store: SqlStore) -> None:
    """The next one has it at once."""
    collator = Collator(store.database, nothing_within)
    collator.end()
    assert collator.collate_next()
    assert not Collation(store.database, DOSSIER).standing().current
    assert queue.claim(store.database, 60.0) is not None


def test_a_group_of_very_many_figures_tells_some_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its ends, and as many between as a reader can compare; how many there are is said, under a filter too."""
    monkeypatch.setattr("core.desk.collation.working.bounded", lambda group: bounded(group, 6))
    with store_in("sqlite", tmp_path) as store:
        fill(store.database, DOSSIER, records(MANY))
        _, comparison, _ = in_memory(store)
        whole = next(one for one in comparison.groups if len(one.claims) > 8)
        collation = compared(store)
        told = collation.groups_of([whole.id])[whole.id]
        assert len(told.claims) <= 6 < told.figures == len(whole.claims)
        assert (told.low, told.high, told.id) == (whole.low, whole.high, whole.id)
        some = Filter(documents=whole.documents[: len(whole.documents) // 2])
        cut_ones, _ = collation.groups(Filtered(DOSSIER, some), 1_000)
        left = sum(claim.doc in some.documents for claim in whole.claims)
        assert [one.figures for one in cut_ones if one.keys <= whole.keys] == [left]
