"""Drafts: what was typed stays, nobody else sees it, and each is added once or deleted for good."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event, update

from core.desk import Desk, DossierDeleted, dossier_store
from core.desk.arrivals.alike import compared
from core.desk.arrivals.letting_go import DAYS, DAYS_VARIABLE, draft_days, drop_old
from core.desk.arrivals.owner import Owner, owner
from core.desk.arrivals.tables import DRAFT
from core.desk.crew import Elsewhere
from core.desk.database import Database
from core.desk.sql_store import SqlStore
from core.ingest import from_text, read_file
from tests.core.desk.arrivals.handed import ANA, ARTICLE, BEN, DOSSIER, LONG, Counter

DAY = dt.date(2021, 5, 4)
LONGER = f"{ARTICLE} " + " ".join(f"Village number {n} reported no damage to its bridges." for n in range(20))


@pytest.fixture
def filled(counter: Counter) -> Counter:
    """Two files of Ana's, read."""
    counter.hand_in(ARTICLE, "The second text.")
    counter.read_all()
    return counter


def test_what_is_given_stays(filled: Counter) -> None:
    """Field by field, as two open pages give it; for another process too; what nobody gave is a guess still."""
    first = filled.numbers()[0]
    filled.desk.drafts.detail(DOSSIER, ANA, first, outlet="The Mill Post")
    filled.desk.drafts.detail(DOSSIER, ANA, first, published=DAY)
    again = Desk(SqlStore(Database(filled.store.database.url)), Elsewhere(), originals=filled.originals)
    draft = again.drafts.some(DOSSIER, ANA)[0]
    given = draft.document.outlet, draft.document.published, draft.document.published_from, draft.given
    assert given == ("The Mill Post", DAY, "given", {"outlet", "published"})
    assert draft.document.title == "Bridge falls near the mill"
    filled.desk.drafts.detail(DOSSIER, ANA, first, published=None)
    assert filled.desk.drafts.many(DOSSIER, ANA).undated == 2
    again.close()


def test_garbled_characters_stay_mended(counter: Counter) -> None:
    """The text is another; the file is as it came."""
    counter.hand_in(f"{ARTICLE} The mayorâ€™s cafÃ© is closed.")
    counter.read_all()
    counter.desk.drafts.mend(DOSSIER, ANA, counter.numbers()[0])
    (draft,) = counter.desk.drafts.some(DOSSIER, ANA)
    assert draft.document.text.endswith("The mayor’s café is closed.")
    assert "cafÃ©".encode() in (counter.originals.get(draft.document.original or "") or b"")


Act = Callable[[Counter, Owner, int], Any]
ACTS: dict[str, Act] = {
    "count": lambda counter, who, number: counter.desk.drafts.many(DOSSIER, who).drafts,
    "look": lambda counter, who, number: counter.desk.drafts.some(DOSSIER, who),
    "detail": lambda counter, who, number: counter.desk.drafts.detail(DOSSIER, who, number, title="Mine"),
    "mend": lambda counter, who, number: counter.desk.drafts.mend(DOSSIER, who, number),
    "discard": lambda counter, who, number: counter.desk.drafts.discard(DOSSIER, who, (number,)),
    "discard all": lambda counter, who, number: counter.desk.drafts.discard(DOSSIER, who),
    "add": lambda counter, who, number: counter.desk.drafts.add(DOSSIER, who, (number,)),
    "add all": lambda counter, who, number: counter.desk.drafts.add(DOSSIER, who),
    "look at files": lambda counter, who, number: counter.desk.arrivals.of(DOSSIER, who),
    "count files": lambda counter, who, number: counter.desk.arrivals.running(DOSSIER, who),
    "read files": lambda counter, who, number: counter.desk.arrivals.read_as(DOSSIER, who, 3),
    "discard files": lambda counter, who, number: counter.desk.arrivals.discard(DOSSIER, who, range(10)),
}


@pytest.mark.parametrize("act", ACTS)
def test_nobody_else_has_them(filled: Counter, act: str) -> None:
    """Neither to look at nor to change."""
    filled.hand_in(b"")
    filled.read_all()
    before = filled.desk.drafts.some(DOSSIER, ANA), filled.desk.arrivals.of(DOSSIER, ANA)
    assert not ACTS[act](filled, BEN, filled.numbers()[0])
    assert (filled.desk.drafts.some(DOSSIER, ANA), filled.desk.arrivals.of(DOSSIER, ANA)) == before
    assert filled.documents() == []
    ACTS[act](filled, ANA, filled.numbers()[0])


def test_what_a_browser_handed_in_is_its_persons_after_the_sign_in(filled: Counter) -> None:
    """What they hand in from then on is theirs in any browser, and no other person's of that one."""
    signed, elsewhere = owner("person:ana@desk.example", "browser:ana"), owner("person:ana@desk.example", "browser:c")
    filled.hand_in("The third text.", who=signed)
    filled.read_all()
    assert filled.texts(signed) == [ARTICLE, "The second text.", "The third text."]
    assert filled.texts(elsewhere) == ["The third text."]
    assert filled.texts(ANA) == [ARTICLE, "The second text."]
    assert filled.texts(owner("person:ben@desk.example", "browser:ben")) == []


def test_all_are_added_once(filled: Counter) -> None:
    """In their order, signed; then they are drafts no more."""
    filled.desk.drafts.detail(DOSSIER, ANA, filled.numbers()[1], published=DAY)
    assert filled.desk.drafts.add(DOSSIER, ANA, by="Ana") == ()
    assert (filled.documents(), filled.texts()) == ([ARTICLE, "The second text."], [])
    assert filled.desk.dossier(DOSSIER).documents[1].published == DAY
    assert {entry.who for entry in filled.desk.dossiers.journal(DOSSIER)} == {"Ana"}
    assert [job.state for job in filled.desk.jobs(DOSSIER)] == ["waiting", "waiting"]
    assert filled.desk.drafts.add(DOSSIER, ANA) == ()


def test_one_is_added(filled: Counter) -> None:
    """And the others wait on."""
    filled.desk.drafts.add(DOSSIER, ANA, filled.numbers()[1:])
    assert (filled.documents(), filled.texts()) == (["The second text."], [ARTICLE])


def test_what_a_colleague_added_meanwhile_is_not_added_twice(filled: Counter) -> None:
    """Ana is told, and has the draft no more."""
    filled.hand_in(ARTICLE, who=BEN)
    filled.read_all()
    filled.desk.drafts.add(DOSSIER, BEN)
    (refused,) = filled.desk.drafts.add(DOSSIER, ANA)
    assert "already" in refused.sentence
    assert (sorted(filled.documents()), filled.texts()) == (sorted([ARTICLE, "The second text."]), [])


def test_what_a_full_dossier_does_not_take_stays(filled: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told before, and when it comes to it; nothing is lost."""
    monkeypatch.setattr(dossier_store, "MOST_DOCUMENTS", 1)
    filled.hand_in("The third text.")
    filled.read_all()
    assert "room for 1 more" in filled.said()[0]
    (refused,) = filled.desk.drafts.add(DOSSIER, ANA)
    assert "at most 1 documents" in refused.sentence
    assert (filled.documents(), filled.texts()) == ([ARTICLE], ["The second text.", "The third text."])


def test_what_leaves_the_dossier_is_a_draft_again(filled: Counter) -> None:
    """Of whoever takes it out, with all that is known of it."""
    filled.desk.drafts.add(DOSSIER, ANA)
    document = filled.desk.dossier(DOSSIER).documents[0]
    filled.desk.drafts.take_out(DOSSIER, BEN, document.id, "Ben")
    assert (filled.documents(), filled.texts(), filled.texts(BEN)) == (["The second text."], [], [ARTICLE])
    assert filled.desk.drafts.some(DOSSIER, BEN)[0].document == document


def test_pasted_text_is_a_draft(counter: Counter) -> None:
    """At once; where it is there already a sentence says so."""
    pasted = from_text(ARTICLE, "Pasted text")
    assert counter.desk.drafts.put(DOSSIER, ANA, pasted) == ()
    (twice,) = counter.desk.drafts.put(DOSSIER, ANA, pasted)
    counter.desk.drafts.add(DOSSIER, ANA)
    (there,) = counter.desk.drafts.put(DOSSIER, ANA, pasted)
    assert ("twice" in twice, "already" in there, counter.texts()) == (True, True, [])


def test_almost_the_same_text_is_said(counter: Counter) -> None:
    """Of another draft, and of a document of the dossier."""
    counter.hand_in(LONGER, LONGER.replace("number 7", "number 77"))
    counter.read_all()
    alike = [draft.alike for draft in counter.desk.drafts.some(DOSSIER, ANA)]
    assert [alike[0] == "", "almost the same text as" in alike[1]] == [True, True]
    counter.desk.drafts.add(DOSSIER, ANA)
    counter.hand_in(LONGER.replace("number 8", "number 88"))
    counter.read_all()
    assert "almost the same text as" in counter.desk.drafts.some(DOSSIER, ANA)[0].alike


def kept(counter: Counter) -> int:
    """How many originals there are."""
    return sum(path.is_file() for path in counter.originals._folder.rglob("*"))


def test_a_discarded_draft_takes_its_file_along(filled: Counter) -> None:
    """Unless a document or somebody else's draft has it."""
    filled.hand_in("The second text.", who=BEN)
    filled.read_all()
    filled.desk.drafts.discard(DOSSIER, ANA, filled.numbers()[:1])
    assert (kept(filled), filled.texts()) == (1, ["The second text."])
    filled.desk.drafts.discard(DOSSIER, ANA)
    assert (kept(filled), filled.texts(), filled.texts(BEN)) == (1, [], ["The second text."])
    filled.desk.drafts.add(DOSSIER, BEN)
    assert kept(filled) == 1


def test_what_drafts_need_is_not_dropped_when_it_is_old(filled: Counter) -> None:
    """Files of drafts, and of what waits to be read, are needed."""
    filled.hand_in("This waits.")
    assert len(filled.desk.dossiers.originals()) == kept(filled) == 3


def test_a_deleted_dossier_has_no_drafts_until_it_is_asked_back(filled: Counter) -> None:
    """Nothing is shown, read or taken meanwhile."""
    filled.hand_in("This waits.")
    filled.desk.dossiers.rename(DOSSIER, "Floods")
    filled.desk.dossiers.delete(DOSSIER, "Floods")
    filled.read_all()
    assert (filled.texts(), filled.desk.drafts.many(DOSSIER, ANA).drafts) == ([], 0)
    assert (filled.desk.arrivals.of(DOSSIER, ANA), filled.desk.arrivals.running(DOSSIER, ANA)) == ((), 0)
    for act in (lambda: filled.hand_in("More."), lambda: filled.desk.drafts.add(DOSSIER, ANA)):
        with pytest.raises(DossierDeleted):
            act()
    filled.desk.dossiers.ask_back(DOSSIER)
    filled.read_all()
    assert filled.texts() == [ARTICLE, "The second text.", "This waits."]


@pytest.mark.parametrize(("days", "left"), [(30.0, 1), (9.0, 0), (0.0, 1)])
def test_only_what_nobody_touched_for_long_goes_by_itself(filled: Counter, days: float, left: int) -> None:
    """With its file; what is touched today stays; 0 days are none."""
    with filled.store.database.writing() as connection:
        old = DRAFT.c.number == filled.numbers()[0]
        connection.execute(update(DRAFT).where(old).values(touched=time.time() - 10 * 86_400.0))
    files = drop_old(filled.store.database, days)
    assert (len(filled.texts()) - 1, len(files)) == (left, 1 - left)
    filled.desk.drafts.detail(DOSSIER, ANA, filled.numbers()[0], title="Touched")
    assert drop_old(filled.store.database, 1.0) == ()


@pytest.mark.parametrize(
    ("setting", "days"), [("", DAYS), ("7", 7.0), ("0", 0.0), ("-1", DAYS), ("x", DAYS), ("inf", DAYS), ("nan", DAYS)]
)
def test_the_newsroom_sets_how_long(monkeypatch: pytest.MonkeyPatch, setting: str, days: float) -> None:
    """A setting that is no number of days counts as none."""
    monkeypatch.setenv(DAYS_VARIABLE, setting)
    assert draft_days() == days


def statements(counter: Counter, act: Callable[[], object]) -> int:
    """How often the database is asked meanwhile."""
    asked: list[str] = []

    def listen(*given: Any) -> None:
        asked.append(given[2])

    event.listen(counter.store.database.engine, "before_cursor_execute", listen)
    act()
    event.remove(counter.store.database.engine, "before_cursor_execute", listen)
    return len(asked)


def test_a_thousand_are_looked_at_like_ten(counter: Counter) -> None:
    """A page costs what it shows, and a draft more costs what the first one did."""

    def look() -> None:
        counter.desk.drafts.many(DOSSIER, ANA)
        assert len(counter.desk.drafts.some(DOSSIER, ANA, 4, 6)) == 6
        counter.desk.drafts.detail(DOSSIER, ANA, counter.desk.drafts.some(DOSSIER, ANA, 0, 1)[0].number, title="A")

    cost = []
    for many in (10, 990):
        rows = "".join(f"{number},Bridge {many + number} was closed at noon.\n" for number in range(many))
        counter.hand_in(f"id,text\n{rows}", name="{}.csv")
        written = statements(counter, counter.read_all)
        cost.append((statements(counter, look), written))
    assert counter.desk.drafts.many(DOSSIER, ANA).drafts == 1_000
    assert cost[0][0] == cost[1][0]
    assert cost[1][1] < 20 * cost[0][1]


def test_they_stand_in_the_order_of_their_files(counter: Counter) -> None:
    """Whichever was read first; in that order they are added too."""
    counter.hand_in("The first.", "The second.", "The third.")
    slow = counter.queue.claim("a slow worker", LONG)
    assert slow is not None
    found = compared(counter.store, DOSSIER, slow.owner, (from_text("The first.", "0.txt"),))
    counter.read_all()
    counter.queue.finish(slow, read_file(b"The first.", "0.txt"), found)
    assert counter.texts() == ["The first.", "The second.", "The third."]
    counter.desk.drafts.add(DOSSIER, ANA)
    assert counter.documents() == ["The first.", "The second.", "The third."]


def test_of_two_files_that_are_read_at_once_one_knows_of_the_other(counter: Counter) -> None:
    """Though neither was there when the other was looked at."""
    texts = LONGER, LONGER.replace("number 7", "number 77")
    counter.hand_in(*texts)
    claims = [counter.queue.claim(f"reader {number}", LONG) for number in range(2)]
    outcomes = [read_file(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]
    found = [compared(counter.store, DOSSIER, ANA.key, outcome.documents()) for outcome in outcomes]
    for claimed, outcome, one in zip(claims, outcomes, found, strict=True):
        assert claimed is not None
        assert counter.queue.finish(claimed, outcome, one)
    assert [bool(draft.alike) for draft in counter.desk.drafts.some(DOSSIER, ANA)] == [False, True]
