"""A dossier that is limited is, to everybody else, as if it were not there: through every door, on each database."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from core.desk import Desk, NotAccepted, UnknownDossier, new_judgement
from core.desk.access import acting_as, one_answer_each
from core.desk.arrivals.arrivals import Arrivals
from core.desk.arrivals.drafts import Drafts
from core.desk.arrivals.owner import owner
from core.desk.crew import Elsewhere
from core.desk.dossiers import Dossiers
from core.desk.judgements import Judgements
from core.desk.limits import Limits, limits_of
from core.desk.originals import Originals
from core.desk.people import NOBODY, Person, key
from core.desk.search.parsing import parse
from core.frames.filter import Filter
from core.ingest import from_text
from tests.core.desk.desks import DATABASES, store_in
from tests.core.records import record
from tests.corpus.dossiers import held_document

ANA = Person("Ana", frozenset({key("person", "ana@desk.example")}))
BEN = Person("Ben", frozenset({key("person", "ben@desk.example"), key("group", "Investigations")}))
STRANGER = Person("Mallory", frozenset({key("person", "mallory@desk.example"), key("group", "sports")}))
UNKNOWN = "an-id-that-nobody-has"
DOC = record().id
ANYBODY = owner("browser:anybody")

Call = Callable[[Desk, str], Any]
DOORS: dict[str, Call] = {
    "Desk.dossier": lambda desk, one: (desk.dossier(one).documents, desk.dossier(one).version, desk.dossier(one).jobs),
    "Desk.version": lambda desk, one: desk.version(one),
    "Desk.glance": lambda desk, one: (desk.glance(one).version, dict(desk.glance(one).documents)),
    "Desk.records": lambda desk, one: desk.records(one),
    "Desk.marks": lambda desk, one: (desk.marks(one, Filter()).documents(), desk.marks(one, Filter()).places()),
    "Desk.jobs": lambda desk, one: desk.jobs(one),
    "Desk.collation": lambda desk, one: (desk.collation(one).standing(), desk.collation(one).text_reuses()),
    "Desk.asked_outside": lambda desk, one: desk.asked_outside(one),
    "Desk.put_answers": lambda desk, one: desk.put_answers(one, (DOC,), lambda record: record),
    "Desk.search": lambda desk, one: desk.search(one, parse("graves")),
    "Desk.in_common": lambda desk, one: desk.in_common(one, parse("graves")),
    "Desk.submit": lambda desk, one: desk.submit(one, from_text("Two were hurt.", "b.txt")),
    "Desk.remove": lambda desk, one: desk.remove(one, DOC),
    "Desk.set_details": lambda desk, one: desk.set_details(
        one, DOC, title="T", outlet=None, published=dt.date(2021, 1, 1)
    ),
    "Desk.replace_text": lambda desk, one: desk.replace_text(one, held_document(record()).document),
    "Desk.retry": lambda desk, one: desk.retry(one, DOC),
    "Judgements.of": lambda desk, one: desk.judgements.of(one),
    "Judgements.add": lambda desk, one: desk.judgements.add(one, new_judgement("apart", (), ())),
    "Judgements.undo": lambda desk, one: desk.judgements.undo(one, "x"),
    "Dossiers.about": lambda desk, one: desk.dossiers.about(one),
    "Dossiers.standing": lambda desk, one: desk.dossiers.standing(one),
    "Dossiers.journal": lambda desk, one: desk.dossiers.journal(one),
    "Dossiers.signatures": lambda desk, one: desk.dossiers.signatures(one),
    "Dossiers.rename": lambda desk, one: desk.dossiers.rename(one, "Mine"),
    "Dossiers.describe": lambda desk, one: desk.dossiers.describe(one, "Mine"),
    "Dossiers.set_listed": lambda desk, one: desk.dossiers.set_listed(one, True),
    "Dossiers.limits": lambda desk, one: desk.dossiers.limits(one),
    "Dossiers.limit": lambda desk, one: desk.dossiers.limit(one, Limits()),
    "Dossiers.archive": lambda desk, one: desk.dossiers.archive(one),
    "Dossiers.unarchive": lambda desk, one: desk.dossiers.unarchive(one),
    "Dossiers.delete": lambda desk, one: desk.dossiers.delete(one, "Secret sources"),
    "Dossiers.ask_back": lambda desk, one: desk.dossiers.ask_back(one),
    "Arrivals.hand_in": lambda desk, one: desk.arrivals.hand_in(one, ANYBODY, b"Two were hurt.", "b.txt"),
    "Arrivals.read_again": lambda desk, one: desk.arrivals.read_again(one, ANYBODY, DOC),
    "Arrivals.of": lambda desk, one: desk.arrivals.of(one, ANYBODY),
    "Arrivals.running": lambda desk, one: desk.arrivals.running(one, ANYBODY),
    "Arrivals.read_as": lambda desk, one: desk.arrivals.read_as(one, ANYBODY, 1),
    "Arrivals.discard": lambda desk, one: desk.arrivals.discard(one, ANYBODY, (1,)),
    "Drafts.many": lambda desk, one: desk.drafts.many(one, ANYBODY),
    "Drafts.some": lambda desk, one: desk.drafts.some(one, ANYBODY),
    "Drafts.put": lambda desk, one: desk.drafts.put(one, ANYBODY, from_text("Two were hurt.", "b.txt")),
    "Arrivals.take_as_it_is": lambda desk, one: desk.arrivals.take_as_it_is(one, ANYBODY, 1),
    "Drafts.take_out": lambda desk, one: desk.drafts.take_out(one, ANYBODY, DOC),
    "Drafts.detail": lambda desk, one: desk.drafts.detail(one, ANYBODY, 1, title="T"),
    "Drafts.mend": lambda desk, one: desk.drafts.mend(one, ANYBODY, 1),
    "Drafts.discard": lambda desk, one: desk.drafts.discard(one, ANYBODY),
    "Drafts.add": lambda desk, one: desk.drafts.add(one, ANYBODY),
    "Dossiers.add_from": lambda desk, one: desk.dossiers.add_from(one, DOC, "free-for-everybody"),
}
"""Each way to a dossier by its id."""

SILENT = {
    "Judgements.add",
    "Judgements.undo",
    "Desk.remove",
    "Desk.put_answers",
    "Desk.collation",
    "Desk.asked_outside",
    *(
        "Arrivals.read_as",
        "Arrivals.take_as_it_is",
        "Arrivals.discard",
        "Drafts.take_out",
        "Drafts.detail",
        "Drafts.mend",
    ),
    *("Drafts.discard", "Drafts.add"),
}
"""Those that answer nothing even to whoever may: told by what they leave."""


@pytest.fixture(params=DATABASES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A desk with an open dossier, and nobody who reads."""
    with store_in(request.param, tmp_path) as store:
        made = Desk(store, Elsewhere(), originals=Originals(tmp_path / "originals"))
        store.add("free-for-everybody", held_document(record()))
        yield made


@pytest.fixture
def limited(desk: Desk) -> str:
    """A dossier by link only, for Ana and the group of investigations, with a document and a decision."""
    with acting_as(None):
        made = desk.dossiers.make("Secret sources", listed=False)
        desk._store.add(made, held_document(record()))
        desk.judgements.add(made, new_judgement("apart", (), ()), "Ana")
        desk.drafts.put(made, ANYBODY, from_text("Three were hurt, and the cafÃ© closed.", "c.txt"))
        desk.arrivals.hand_in(made, ANYBODY, b"Four were hurt.", "d.txt")
        desk.dossiers.limit(made, limits_of("ana@desk.example", "investigations"))
    return made


def outcome(desk: Desk, call: Call, dossier: str) -> object:
    """What comes of a call: its answer, or its refusal in full."""
    try:
        return call(desk, dossier)
    except Exception as refusal:  # every one is an answer
        return type(refusal), str(refusal)


def statements(desk: Desk, call: Call, dossier: str) -> list[str]:
    """What the database is asked meanwhile."""
    asked: list[str] = []
    engine = desk._store.database.engine

    def listen(*given: Any) -> None:
        asked.append(given[2])

    event.listen(engine, "before_cursor_execute", listen)
    outcome(desk, call, dossier)
    event.remove(engine, "before_cursor_execute", listen)
    return asked


def whole(desk: Desk, dossier: str) -> object:
    """All that is known of a dossier to the house."""
    with acting_as(None):
        held = desk.dossier(dossier)
        about = desk.dossiers.about(dossier), desk.dossiers.journal(dossier), desk.dossiers.limits(dossier)
        handed_in = desk.drafts.some(dossier, ANYBODY), desk.arrivals.of(dossier, ANYBODY)
        return held.documents, held.version, held.jobs, desk.judgements.of(dossier), about, handed_in


def test_every_way_to_a_dossier_is_tried_here() -> None:
    """A method that takes a dossier's id and is not in the table would be a door that nobody watches."""
    ways = {
        f"{kind.__name__}.{name}"
        for kind in (Desk, Dossiers, Judgements, Arrivals, Drafts)
        for name, method in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_") and {"dossier", "dossier_id"} & inspect.signature(method).parameters.keys()
    }
    assert ways == set(DOORS)


@pytest.mark.parametrize("way", DOORS)
def test_a_limited_dossier_answers_as_an_unknown_one(desk: Desk, limited: str, way: str) -> None:
    """The same answer, the same refusal, the same questions to the database; and nothing of it is changed."""
    before = whole(desk, limited)
    for person in (NOBODY, STRANGER):
        with acting_as(person):
            assert outcome(desk, DOORS[way], limited) == outcome(desk, DOORS[way], UNKNOWN)
            assert statements(desk, DOORS[way], limited) == statements(desk, DOORS[way], UNKNOWN)
    assert whole(desk, limited) == before
    with acting_as(None):
        assert desk.dossiers.about(UNKNOWN) is None


@pytest.mark.parametrize("way", sorted(DOORS.keys() - SILENT))
def test_it_is_open_to_those_it_is_limited_to(desk: Desk, limited: str, way: str) -> None:
    """Each door that was shut before a stranger is not for show: it opens."""
    with acting_as(STRANGER):
        shut = outcome(desk, DOORS[way], UNKNOWN)
    with acting_as(ANA):
        assert outcome(desk, DOORS[way], limited) != shut


@pytest.mark.parametrize("person", [ANA, BEN, None], ids=["by name", "by group", "the house"])
def test_it_is_open_by_name_by_group_and_to_the_house(desk: Desk, limited: str, person: Person | None) -> None:
    """Any one of them is enough."""
    with acting_as(person):
        assert len(desk.records(limited)) == 1


def test_lists_have_it_for_those_alone(desk: Desk) -> None:
    """The list, those put aside, and those deleted."""
    with acting_as(None):
        made = desk.dossiers.make("Secret sources")
        desk.dossiers.limit(made, limits_of("", "Investigations"))
    for change in (
        lambda: None,
        lambda: desk.dossiers.archive(made),
        lambda: desk.dossiers.delete(made, "Secret sources"),
    ):
        with acting_as(None):
            change()
        seen = {}
        for person in (NOBODY, STRANGER, ANA, BEN):
            with acting_as(person):
                lists = (desk.dossiers.listed(), desk.dossiers.listed(archived=True), desk.dossiers.recoverable())
                seen[person.name] = sum(row.id == made for rows in lists for row in rows)
        assert seen == {"": 0, "Mallory": 0, "Ana": 0, "Ben": 1}


def test_nobody_shuts_themselves_out(desk: Desk) -> None:
    """Who limits a dossier stays in; and who may see it may open it again."""
    with acting_as(ANA):
        made = desk.dossiers.make("Mine")
        with pytest.raises(NotAccepted):
            desk.dossiers.limit(made, limits_of("ben@desk.example", ""))
        desk.dossiers.limit(made, limits_of(" ANA@desk.example ,ben@desk.example", ""), "Ana")
        assert desk.dossiers.limits(made).people == {"ana@desk.example", "ben@desk.example"}
        desk.dossiers.limit(made, limits_of("ana@desk.example;ben@desk.example", ""), "Ana")
        assert [entry.deed for entry in desk.dossiers.journal(made)] == ["limited", "made"]
    with acting_as(NOBODY), pytest.raises(UnknownDossier):
        desk.dossiers.limit(made, Limits())
    with acting_as(BEN):
        desk.dossiers.limit(made, Limits())
    with acting_as(NOBODY):
        assert desk.dossiers.standing(made) is not None


def test_without_any_limit_a_dossier_is_begun_with_its_first_document(desk: Desk) -> None:
    """As it ever was."""
    with acting_as(NOBODY):
        desk.submit(UNKNOWN, from_text("Two were hurt.", "b.txt"))
        assert desk.dossiers.standing(UNKNOWN) is not None


def test_within_one_run_a_door_is_looked_at_once(desk: Desk) -> None:
    """What is limited in between closes with the next run; nobody's answer is another's."""
    with acting_as(STRANGER), one_answer_each():
        assert desk.glance("free-for-everybody").documents
        with acting_as(None):
            desk.dossiers.limit("free-for-everybody", limits_of("ana@desk.example", ""))
        assert desk.glance("free-for-everybody").documents
        with acting_as(BEN):
            assert not desk.glance("free-for-everybody").documents
    with acting_as(STRANGER), one_answer_each():
        assert not desk.glance("free-for-everybody").documents
