"""What every store of dossiers must do, whatever database is behind it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from core.desk import AlreadyThere, DossierFull, UnknownDocument, new_judgement
from core.desk.dossier import Held
from core.desk.dossier_store import DossierStore
from core.desk.jobs import new_job
from core.ingest import from_text
from tests.core.desk.desks import DATABASES, store_in
from tests.core.records import record


@pytest.fixture(params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DossierStore]:
    """An empty store, on each database."""
    with store_in(request.param, tmp_path) as made:
        yield made


def held(text: str = "Two people were hurt.") -> Held:
    """A document that waits."""
    document = from_text(text, "a.txt")
    return Held(document, new_job(document))


def ended(one: Held) -> Held:
    """The record and the end of its job, together."""
    return replace(one, job=replace(one.job, state="done"), record=record(), anew=False)


def test_a_dossier_that_nobody_filled_is_empty(store: DossierStore) -> None:
    """Looking at it keeps nothing."""
    assert (store.version("none"), store.held("none"), store.judgements("none")) == (0, (), ())


def test_documents_keep_their_order(store: DossierStore) -> None:
    """In which they came, whatever is changed meanwhile."""
    some = [held(f"Text {number}.") for number in range(4)]
    for one in some:
        store.add("d", one)
    store.update("d", some[1].document.id, ended)
    store.remove("d", some[2].document.id)
    assert [one.document for one in store.held("d")] == [some[i].document for i in (0, 1, 3)]
    assert [one.record is None for one in store.held("d")] == [True, False, True]


def test_the_same_bytes_are_refused(store: DossierStore) -> None:
    """In one dossier, not in another."""
    store.add("d", held())
    with pytest.raises(AlreadyThere):
        store.add("d", held())
    store.add("other", held())
    assert len(store.held("d")) == len(store.held("other")) == 1


def test_only_what_is_there_is_changed(store: DossierStore) -> None:
    """Taking away what is gone is no matter; changing it is told."""
    store.add("d", held())
    store.remove("d", "none")
    for dossier, document in (("d", "none"), ("none", held().document.id)):
        with pytest.raises(UnknownDocument):
            store.update(dossier, document, ended)


def test_an_update_that_fails_changes_nothing(store: DossierStore) -> None:
    """Whole or not at all."""
    one = held()
    store.add("d", one)
    before = store.version("d")

    def broken(_: Held) -> Held:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.update("d", one.document.id, broken)
    assert (store.held("d"), store.version("d")) == ((one,), before)


def test_versions_grow_with_what_pages_build_from(store: DossierStore) -> None:
    """A document, its record, its end and its removal; a job that begins, and what changes nothing, do not count."""
    one = held()
    seen = [store.version("d")]
    store.add("d", one)
    seen.append(store.version("d"))
    store.update("d", one.document.id, lambda now: replace(now, job=replace(now.job, state="reading")))
    store.update("d", one.document.id, lambda now: now)
    assert store.version("d") == seen[-1]
    for change in (ended, lambda now: replace(now, document=replace(now.document, title="Bridge falls"))):
        store.update("d", one.document.id, change)
        seen.append(store.version("d"))
    store.remove("d", one.document.id)
    seen.append(store.version("d"))
    assert seen == sorted(set(seen))


def test_what_many_write_at_once_is_all_kept(store: DossierStore) -> None:
    """Each change builds on the one before it."""
    one = held()
    store.add("d", one)

    def longer(now: Held) -> Held:
        return replace(now, document=replace(now.document, title=(now.document.title or "") + "x"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: store.update("d", one.document.id, longer), range(200)))
    assert len(store.held("d")[0].document.title or "") == 200


def test_judgements_are_kept_with_a_dossier_that_is_there(store: DossierStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to a number; those that are there already may be taken back whatever that is."""
    some = [new_judgement("apart", (), ()) for _ in range(3)]
    store.judge("none", lambda kept: (*kept, some[0]))
    assert store.judgements("none") == ()
    store.add("d", held())
    for one in some[:2]:
        store.judge("d", lambda kept, one=one: (*kept, one))  # type: ignore[misc]
    monkeypatch.setattr("core.desk.dossier_store.MOST_JUDGEMENTS", 1)
    store.judge("d", lambda kept: kept[1:])
    assert store.judgements("d") == (some[1],)
    with pytest.raises(DossierFull):
        store.judge("d", lambda kept: (*kept, some[2]))
