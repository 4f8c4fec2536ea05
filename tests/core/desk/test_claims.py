"""The queue that workers share: each document to one of them, and on to the next where that one is gone."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from core.desk import claims
from core.desk.dossier_store import Claimed, DossierStore
from core.desk.jobs import AT_ONCE, new_job
from tests.core.desk.desks import DATABASES, store_in
from tests.core.desk.test_store import held
from tests.core.records import record

LONG, OVER = 60.0, -1.0
"""A lease that lasts for the test, and one that is over at once."""


@pytest.fixture(params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DossierStore]:
    """An empty store, on each database."""
    with store_in(request.param, tmp_path) as made:
        yield made


def claimed(store: DossierStore, lease: float = LONG, worker: str = "a") -> Claimed:
    """The next document; there must be one."""
    found = store.claim(worker, lease)
    assert found is not None
    return found


def test_nothing_waits(store: DossierStore) -> None:
    """An empty queue gives nothing."""
    assert store.claim("a", LONG) is None


def test_each_document_goes_to_one_worker(store: DossierStore) -> None:
    """However many ask at once, each is claimed once, and what is claimed is shown as being read."""
    some = [held(f"Text {number}.") for number in range(30)]
    for one in some:
        store.add("d", one)
    with ThreadPoolExecutor(8) as pool:
        got = [found.held.document.id for found in pool.map(lambda _: store.claim("a", LONG), range(40)) if found]
    assert sorted(got) == sorted(one.document.id for one in some)
    assert {one.job.state for one in store.held("d")} == {"reading"}


def test_who_was_there_first_is_read_first(store: DossierStore) -> None:
    """But what somebody waits for, because it takes little time, before all."""
    first, second = held("First."), held("Second.")
    urgent = held("Third.")
    for one in (first, second, replace(urgent, job=new_job(urgent.document, rank=AT_ONCE))):
        store.add("d", one)
    assert [claimed(store).held.document.text for _ in range(3)] == ["Third.", "First.", "Second."]


def test_the_record_comes_with_the_end(store: DossierStore) -> None:
    """Both or neither; the claim is spent."""
    store.add("d", held())
    token = claimed(store).token
    before = store.version("d")
    assert store.finish(token, "Read.", record()) is not None
    (one,) = store.held("d")
    assert (one.job.state, one.job.sentence, one.record is not None, one.anew) == ("done", "Read.", True, False)
    assert store.version("d") > before
    assert store.finish(token, "Read.", record()) is None
    assert store.claim("b", LONG) is None


def test_what_cannot_be_read_is_told(store: DossierStore) -> None:
    """It is failed with the sentence, and waits no more."""
    store.add("d", held())
    store.finish(claimed(store).token, "It is empty.", None)
    (one,) = store.held("d")
    assert (one.job.state, one.job.sentence, one.record) == ("failed", "It is empty.", None)


def test_a_dead_worker_is_followed_by_another(store: DossierStore) -> None:
    """When its lease is over; what the first one says after that counts for nothing."""
    store.add("d", held())
    dead = claimed(store, OVER)
    living = claimed(store, worker="b")
    assert living.held.document == dead.held.document
    assert not store.keep(dead.token, LONG)
    assert store.finish(dead.token, "Read.", record()) is None
    assert store.held("d")[0].record is None
    assert store.finish(living.token, "Read.", record()) is not None


def test_signs_of_life_keep_a_claim(store: DossierStore) -> None:
    """A lease made longer is not over."""
    store.add("d", held())
    mine = claimed(store, OVER)
    assert store.keep(mine.token, LONG)
    assert store.claim("b", LONG) is None
    assert store.keep(mine.token, OVER)
    assert store.claim("b", LONG) is not None


def test_a_worker_that_ends_leaves_nothing_behind(store: DossierStore) -> None:
    """Its documents wait again at once; those of others are theirs."""
    for number in range(2):
        store.add("d", held(f"Text {number}."))
    mine, theirs = claimed(store, worker="a"), claimed(store, worker="b")
    assert store.release("a") == 1
    assert [one.job.state for one in store.held("d")] == ["waiting", "reading"]
    assert not store.keep(mine.token, LONG)
    assert store.keep(theirs.token, LONG)


def test_what_is_given_back_goes_behind_the_others(store: DossierStore) -> None:
    """A document over which an extractor died does not keep the others waiting; its attempts are counted."""
    for text in ("First.", "Second."):
        store.add("d", held(text))
    first = claimed(store)
    assert store.give_back(first.token)
    assert not store.give_back(first.token)
    seen = [claimed(store) for _ in range(2)]
    assert [(one.held.document.text, one.attempt) for one in seen] == [("Second.", 1), ("First.", 2)]


def test_a_person_overtakes_a_worker(store: DossierStore) -> None:
    """A new job while the old one is read: what was found for the old one is refused, and the document waits."""
    store.add("d", held())
    old = claimed(store)
    document = old.held.document
    store.update("d", document.id, lambda now: replace(now, job=new_job(now.document)))
    assert store.finish(old.token, "Read.", record()) is None
    assert [one.job.state for one in store.held("d")] == ["waiting"]
    store.remove("d", document.id)
    assert store.claim("a", LONG) is None


def test_a_document_that_kills_its_workers_is_left_out(store: DossierStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many of them; the others are read. A person may have it tried again."""
    monkeypatch.setattr(claims, "MOST_ATTEMPTS", 2)
    deadly, harmless = held("Deadly."), held("Harmless.")
    store.add("d", deadly)
    for _ in range(2):
        assert claimed(store, OVER).held.document == deadly.document
    store.add("d", harmless)
    assert claimed(store).held.document == harmless.document
    one = store.held("d")[0]
    assert (one.job.state, "again and again" in one.job.sentence) == ("failed", True)
    store.update("d", deadly.document.id, lambda now: replace(now, job=new_job(now.document)))
    assert claimed(store).held.document == deadly.document
