"""Decisions are kept with their dossier, for everybody, whoever acts at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from core.desk import Desk, DossierFull, Judgement, Party, dossier_store, new_judgement
from core.models.judgement import Kind
from tests.core.desk.desks import desk_with
from tests.core.desk.test_desk import HandExtractor, a_dossier, document, settled


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A desk that is never asked to read."""
    desk = desk_with(HandExtractor())
    yield desk
    desk.close()


def begun(desk: Desk) -> str:
    """A dossier that holds a document."""
    dossier = a_dossier()
    desk.submit(dossier, document())
    return dossier


def judgement(kind: Kind, one: str, *others: str) -> Judgement:
    """About events of these ids."""
    return new_judgement(kind, (Party(one, one, ""),), tuple(Party(other, other, "") for other in others))


def test_decisions_stay_in_their_order_until_they_are_taken_back(desk: Desk) -> None:
    """Taking back what is gone is no matter."""
    dossier = begun(desk)
    apart, joined = judgement("apart", "a", "b"), judgement("together", "a", "c")
    desk.judgements.add(dossier, apart)
    desk.judgements.add(dossier, joined)
    assert desk.judgements.of(dossier) == (apart, joined)
    desk.judgements.undo(dossier, apart.id)
    desk.judgements.undo(dossier, apart.id)
    assert desk.judgements.of(dossier) == (joined,)


def test_nobody_sees_those_of_another_dossier(desk: Desk) -> None:
    """A dossier that is not there has none, and none is made for a decision."""
    one, other = begun(desk), begun(desk)
    desk.judgements.add(one, judgement("apart", "a", "b"))
    desk.judgements.add("gone-long-ago", judgement("apart", "a", "b"))
    assert desk.judgements.of(other) == desk.judgements.of("gone-long-ago") == ()


def test_the_same_said_twice_is_one_decision(desk: Desk) -> None:
    """Two people at one button: one click takes it back. Joined has no direction, kept apart has."""
    dossier = begun(desk)
    for one in (judgement("together", "a", "b"), judgement("together", "b", "a")):
        desk.judgements.add(dossier, one)
    assert desk.judgements.of(dossier) == (one,)
    desk.judgements.add(dossier, judgement("apart", "a", "b"))
    desk.judgements.add(dossier, judgement("apart", "b", "a"))
    assert len(desk.judgements.of(dossier)) == 3


def test_what_many_decide_at_once_is_all_kept(desk: Desk) -> None:
    """A hundred decisions and fifty undone, from eight threads."""
    dossier = begun(desk)
    made = [judgement("apart", f"a{n}", f"b{n}") for n in range(100)]
    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda one: desk.judgements.add(dossier, one), made))
        list(people.map(lambda one: desk.judgements.undo(dossier, one.id), made[::2]))
    assert {one.id for one in desk.judgements.of(dossier)} == {one.id for one in made[1::2]}


def test_there_is_an_end_to_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dossier's link is no way to fill the server's memory."""
    monkeypatch.setattr(dossier_store, "MOST_JUDGEMENTS", 1)
    dossier = begun(desk)
    desk.judgements.add(dossier, judgement("apart", "a", "b"))
    with pytest.raises(DossierFull, match="at most 1 decisions"):
        desk.judgements.add(dossier, judgement("apart", "c", "d"))


def test_decisions_change_no_version(desk: Desk) -> None:
    """What is made of the documents alone is not made anew for them."""
    dossier = begun(desk)
    settled(desk, dossier)
    before = desk.version(dossier)
    desk.judgements.add(dossier, judgement("apart", "a", "b"))
    assert desk.version(dossier) == before
