"""Dossiers that a newsroom finds, names, deletes and asks back, on each database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from core.desk import (
    AlreadyThere,
    DossierDeleted,
    NotAccepted,
    UnknownDocument,
    UnknownDossier,
    new_judgement,
)
from core.desk.database.schema import DOSSIER
from core.desk.dossier import Held
from core.desk.dossier_list import UNNAMED
from core.desk.dossiers import Dossiers
from core.desk.jobs import new_job
from core.desk.naming import MOST_DESCRIPTION, MOST_NAME
from core.desk.purging import GRACE, Purged
from core.desk.sql_store import SqlStore
from core.ingest import from_text
from tests.core.desk.desks import DATABASES, store_in
from tests.core.records import record


@pytest.fixture(params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """An empty store, on each database."""
    with store_in(request.param, tmp_path) as made:
        yield made


@pytest.fixture
def dossiers(store: SqlStore) -> Dossiers:
    """Its dossiers."""
    return Dossiers(store.database)


def held(text: str = "Two people were hurt.", published: date | None = None, original: str | None = None) -> Held:
    """A document that waits."""
    document = replace(from_text(text, "a.txt"), published=published, original=original)
    return Held(document, new_job(document))


def later(store: SqlStore, seconds: float) -> None:
    """Make everything that was deleted as much older."""
    with store.database.writing() as connection:
        connection.execute(update(DOSSIER).values(deleted=DOSSIER.c.deleted - seconds))


def names(dossiers: Dossiers, search: str = "", archived: bool = False) -> list[str]:
    """The list, the last changed first."""
    return [row.name for row in dossiers.listed(search, archived)]


def test_a_row_tells_what_is_in_a_dossier(store: SqlStore, dossiers: Dossiers) -> None:
    """Counts, the span of publication, and who changed it last; a document that has been read is no change."""
    made = dossiers.make("Derna", "The flood", by="Ana")
    for text, published in (("One.", date(2023, 9, 18)), ("Two.", date(2023, 9, 12)), ("Three.", None)):
        store.add(made, held(text, published), by="Ben")
    by_ben = dossiers.about(made)
    first, second = store.claim("w", 60), store.claim("w", 60)
    assert by_ben is not None
    assert first is not None
    assert second is not None
    store.finish(first.token, "No.", None)
    store.finish(second.token, "Read.", record())
    (row,) = dossiers.listed()
    assert row == dossiers.about(made)
    assert (row.name, row.description, row.listed, row.made_by, row.changed_by) == (
        "Derna",
        "The flood",
        True,
        "Ana",
        "Ben",
    )
    assert (row.documents, row.unread, row.failed, row.undated) == (3, 1, 1, 1)
    assert (row.earliest, row.latest) == (date(2023, 9, 12), date(2023, 9, 18))
    assert row.made < row.changed == by_ben.changed


def test_an_empty_desk_and_an_empty_dossier(dossiers: Dossiers) -> None:
    """Nothing is listed of nothing; a dossier without documents has no span."""
    assert (dossiers.listed(), dossiers.about("none"), dossiers.standing("none")) == ((), None, None)
    dossiers.make("Derna")
    (row,) = dossiers.listed()
    assert (row.documents, row.unread, row.undated, row.earliest, row.latest) == (0, 0, 0, None, None)


def test_the_last_changed_comes_first(store: SqlStore, dossiers: Dossiers) -> None:
    """A document in one of them puts it at the top."""
    first = dossiers.make("First")
    dossiers.make("Second")
    assert names(dossiers) == ["Second", "First"]
    store.add(first, held())
    assert names(dossiers) == ["First", "Second"]


SEARCHES = [
    ("", ["Überschwemmung in Derna", "Izium"]),
    ("derna", ["Überschwemmung in Derna"]),
    ("UBERSCHWEMMUNG der", ["Überschwemmung in Derna"]),
    ("derna izium", []),
    ("secret", []),
    ("%", []),
    (UNNAMED, []),
]


def test_a_search_is_for_words_of_names(dossiers: Dossiers) -> None:
    """In any case and without accents; what is by link only no search finds."""
    dossiers.make("Izium")
    dossiers.make("Überschwemmung in Derna", "not searched: Izium, secret")
    dossiers.make("Derna, secret", listed=False)
    assert [(search, names(dossiers, search)) for search, _ in SEARCHES] == SEARCHES


def test_what_begins_with_its_first_document_is_by_link_only(store: SqlStore, dossiers: Dossiers) -> None:
    """It is in no list until somebody gives it a name and lists it."""
    store.add("d", held())
    assert names(dossiers) == []
    with pytest.raises(NotAccepted):
        dossiers.set_listed("d", True)
    dossiers.rename("d", "Derna")
    dossiers.set_listed("d", True)
    assert names(dossiers) == ["Derna"]
    dossiers.set_listed("d", False)
    assert names(dossiers) == []


def test_ids_cannot_be_guessed(dossiers: Dossiers) -> None:
    """Each is another, long enough."""
    made = {dossiers.make("Derna") for _ in range(20)}
    assert len(made) == 20
    assert {len(one) for one in made} == {16}


ACCEPTED = ["D", "x" * MOST_NAME, " Derna ", "דרנה", "<b>Derna</b>", "“…”", "👩‍💻 desk", "§"]
REFUSED = ["", "   ", "x" * (MOST_NAME + 1), "a\nb", "a\0b", "a\x1b[31m", "a\ud800", "a\u2028b", "\u200b\u200b"]


def test_a_name_is_kept_as_typed(dossiers: Dossiers) -> None:
    """With a new dossier and by renaming."""
    for name in ACCEPTED:
        made = dossiers.make(name)
        assert names(dossiers)[0] == name
        dossiers.rename(made, "other")
        dossiers.rename(made, name)
        assert names(dossiers)[0] == name


def test_what_is_no_name_is_refused(dossiers: Dossiers) -> None:
    """In a sentence, and nothing is changed."""
    made = dossiers.make("Derna")
    for name in REFUSED:
        with pytest.raises(NotAccepted, match=r"\.$"):
            dossiers.make(name)
        with pytest.raises(NotAccepted, match=r"\.$"):
            dossiers.rename(made, name)
    assert names(dossiers) == ["Derna"]


def test_a_description_may_have_lines(dossiers: Dossiers) -> None:
    """But no control characters, and an end."""
    made = dossiers.make("Derna")
    for description in ("", "Two\nlines", "x" * MOST_DESCRIPTION):
        dossiers.describe(made, description)
        assert dossiers.listed()[0].description == description
    for description in ("x" * (MOST_DESCRIPTION + 1), "\0", "a\rb"):
        with pytest.raises(NotAccepted):
            dossiers.describe(made, description)
    assert dossiers.listed()[0].description == "x" * MOST_DESCRIPTION


def test_what_is_archived_is_in_a_list_of_its_own(store: SqlStore, dossiers: Dossiers) -> None:
    """And works as before."""
    made = dossiers.make("Derna")
    dossiers.archive(made)
    assert (names(dossiers), names(dossiers, archived=True)) == ([], ["Derna"])
    store.add(made, held())
    dossiers.unarchive(made)
    assert (names(dossiers), names(dossiers, archived=True)) == (["Derna"], [])


def test_each_change_is_in_the_journal(store: SqlStore, dossiers: Dossiers) -> None:
    """With who, the latest first; what changes nothing is no change."""
    made = dossiers.make("Derna", by="Ana")
    for change in (
        lambda: dossiers.rename(made, "Derna flood", by="Ben"),
        lambda: dossiers.rename(made, "Derna flood", by="Ben"),
        lambda: dossiers.describe(made, "What happened", by="Cleo"),
        lambda: dossiers.set_listed(made, False, by="Dan"),
        lambda: dossiers.set_listed(made, True, by="Dan"),
        lambda: dossiers.archive(made, by="Eva"),
        lambda: dossiers.archive(made, by="Eva"),
        lambda: dossiers.unarchive(made, by="Eva"),
        lambda: dossiers.delete(made, "Derna flood", by="Fay"),
        lambda: dossiers.ask_back(made, by="Gus"),
        lambda: dossiers.ask_back(made, by="Gus"),
        lambda: store.add(made, held(), by="Hal"),
    ):
        change()
    document = store.held(made)[0].document.id
    told = [(entry.who, entry.deed, entry.subject) for entry in dossiers.journal(made, 50)][::-1]
    assert told == [
        ("Ana", "made", ""),
        ("Ben", "renamed", ""),
        ("Cleo", "described", ""),
        ("Dan", "unlisted", ""),
        ("Dan", "listed", ""),
        ("Eva", "archived", ""),
        ("Eva", "unarchived", ""),
        ("Fay", "deleted", ""),
        ("Gus", "asked back", ""),
        ("Hal", "added", document),
    ]
    assert [entry.who for entry in dossiers.journal(made, 2)] == ["Hal", "Gus"]


def test_only_its_name_deletes_a_dossier(store: SqlStore, dossiers: Dossiers) -> None:
    """Blanks around it are nobody's intention; one without a name goes by what stands for it."""
    made = dossiers.make(" Derna ")
    for typed in ("", "derna", "Derna flood", UNNAMED):
        with pytest.raises(NotAccepted):
            dossiers.delete(made, typed)
    dossiers.delete(made, "Derna")
    store.add("d", held())
    with pytest.raises(NotAccepted):
        dossiers.delete("d", "")
    dossiers.delete("d", UNNAMED)
    assert (names(dossiers), store.version("d")) == ([], 0)


def test_a_deleted_dossier_is_as_if_it_were_not_there(store: SqlStore, dossiers: Dossiers) -> None:
    """Nothing is held, read, changed or added, until it is asked back; then all is as it was."""
    made = dossiers.make("Derna")
    one = held()
    store.add(made, one)
    store.judge(made, lambda _: (new_judgement("apart", (), ()),))
    before = (store.version(made), store.held(made), store.judgements(made))
    dossiers.delete(made, "Derna")
    assert (store.version(made), store.held(made), store.judgements(made)) == (0, (), ())
    assert (dossiers.listed(), dossiers.about(made), dossiers.journal(made)) == ((), None, ())
    assert store.claim("w", 60) is None
    with pytest.raises(DossierDeleted):
        store.add(made, held("Another."))
    with pytest.raises(UnknownDocument):
        store.update(made, one.document.id, lambda now: now)
    store.remove(made, one.document.id)
    store.judge(made, lambda _: ())
    for change in (lambda: dossiers.rename(made, "x"), lambda: dossiers.delete(made, "Derna")):
        with pytest.raises(DossierDeleted):
            change()
    assert [row.name for row in dossiers.recoverable()] == ["Derna"]
    dossiers.ask_back(made)
    assert (store.version(made), store.held(made), store.judgements(made)) == before
    assert dossiers.recoverable() == ()
    assert store.claim("w", 60) is not None


def test_what_is_by_link_only_is_not_listed_when_it_is_deleted(dossiers: Dossiers) -> None:
    """Whoever has the link still comes to it."""
    made = dossiers.make("Secret", listed=False)
    dossiers.delete(made, "Secret", by="Ana")
    standing = dossiers.standing(made)
    assert dossiers.recoverable() == ()
    assert standing is not None
    assert standing.deleted is not None
    assert standing.changed_by == "Ana"


@pytest.mark.parametrize(("seconds", "back"), [(GRACE - 60, True), (GRACE + 60, False)])
def test_a_day_is_given(store: SqlStore, dossiers: Dossiers, seconds: float, back: bool) -> None:
    """On either side of it: asked back, or gone for good."""
    made = dossiers.make("Derna")
    store.add(made, held(original="a" * 64))
    dossiers.delete(made, "Derna")
    later(store, seconds)
    assert [row.name for row in dossiers.recoverable()] == (["Derna"] if back else [])
    assert dossiers.originals() == {"a" * 64}
    if back:
        assert dossiers.purge() == Purged(0, 0, ())
        dossiers.ask_back(made)
        assert names(dossiers) == ["Derna"]
    else:
        with pytest.raises(UnknownDossier):
            dossiers.ask_back(made)
        assert dossiers.purge() == Purged(1, 1, ("a" * 64,))
        assert (dossiers.standing(made), dossiers.originals()) == (None, frozenset())


def test_a_link_begins_anew_what_is_gone_for_good(store: SqlStore, dossiers: Dossiers) -> None:
    """With nothing of what it was."""
    store.add("d", held())
    before = store.version("d")
    dossiers.delete("d", UNNAMED)
    later(store, GRACE + 60)
    dossiers.purge()
    store.add("d", held("Another."))
    assert [one.document.text for one in store.held("d")] == ["Another."]
    assert store.version("d") > before
    assert [entry.deed for entry in dossiers.journal("d")] == ["added"]


def test_there_is_no_dossier_to_change(dossiers: Dossiers) -> None:
    """None is begun for it."""
    for change in (dossiers.archive, dossiers.unarchive, dossiers.ask_back):
        with pytest.raises(UnknownDossier):
            change("none")
    assert dossiers.standing("none") is None


def test_a_document_in_two_dossiers(store: SqlStore, dossiers: Dossiers) -> None:
    """It is read once and changed for both; the one that is deleted takes nothing from the other."""
    one, both = dossiers.make("One"), dossiers.make("Both")
    shared, alone = held(original="a" * 64), held("Another.", original="b" * 64)
    store.add(one, shared)
    store.add(one, alone)
    before = store.version(both)
    dossiers.add_from(both, shared.document.id, one, by="Ana")
    assert store.version(both) > before
    assert store.held(both) == store.held(one)[:1]
    store.update(both, shared.document.id, lambda now: replace(now, document=replace(now.document, title="Bridge")))
    assert store.held(one)[0].document.title == "Bridge"
    dossiers.delete(one, "One")
    claimed = store.claim("w", 60)
    assert claimed is not None
    assert claimed.held.document.id == shared.document.id
    assert store.claim("w", 60) is None
    later(store, GRACE + 60)
    assert dossiers.purge() == Purged(1, 1, ("b" * 64,))
    assert [now.document.title for now in store.held(both)] == ["Bridge"]
    assert dossiers.originals() == {"a" * 64}


def test_an_original_of_two_documents_is_needed_until_both_are_gone(store: SqlStore, dossiers: Dossiers) -> None:
    """Such as an archive from which several came."""
    for name in ("d", "e"):
        store.add(name, held(f"Text for {name}.", original="a" * 64))
    for name, orphans in (("d", ()), ("e", ("a" * 64,))):
        dossiers.delete(name, UNNAMED)
        later(store, GRACE + 60)
        assert dossiers.purge().originals == orphans


def test_only_what_the_other_holds_is_taken_from_it(store: SqlStore, dossiers: Dossiers) -> None:
    """Once, and not from one that was deleted."""
    store.add("d", held())
    document = held().document.id
    dossiers.add_from("e", document, "d")
    with pytest.raises(AlreadyThere):
        dossiers.add_from("e", document, "d")
    dossiers.delete("d", UNNAMED)
    for of, other in (("none", "e"), (document, "d"), (document, "nowhere")):
        with pytest.raises(UnknownDocument):
            dossiers.add_from("f", of, other)
    with pytest.raises(DossierDeleted):
        dossiers.add_from("d", document, "e")
    assert dossiers.standing("f") is None
