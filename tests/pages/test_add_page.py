"""The page that takes documents, through Streamlit's own test driver and a worker without a model."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

import core.desk
from core.desk import Desk
from core.desk.arrivals.tables import ARRIVAL
from core.desk.crew import Elsewhere
from core.desk.extractor import Extractor
from core.desk.originals import Originals
from core.ingest import Outcome, read_file, recognition
from pages.add.check import ROWS, how_long
from pages.shared.browser_key import COOKIE as BROWSER
from tests.core.desk.desks import desk_with
from tests.core.desk.test_desk import settled, until
from tests.core.ingest.test_archives import zipped
from tests.core.ingest.test_pdf import made

APP = Path(__file__).parents[2] / "app.py"
STUB = (sys.executable, str(APP.parent / "tests" / "core" / "desk" / "extractor_stub.py"))
DOSSIER = "a-dossier-of-this-test"
ARTICLE = "Bridge falls near the mill\n\nPublished: 3 May 2021\n\nTwo people were hurt on Monday, the mayor said."
UNDATED = "Bridge falls near the mill\n\nTwo people were hurt on Monday, the mayor said."
UKRAINIAN = "Міст упав біля млина. Двоє людей постраждали в понеділок, повідомив міський голова. " * 4


class ReadsHere:
    """Reads files in this process, as the walled ones do, without their start."""

    def read(self, data: bytes, name: str, *, text_column: str | None = None, progress: object = None) -> Outcome:
        """What becomes of a file."""
        return read_file(data, name, text_column=text_column)

    def close(self) -> None:
        """Nothing to end."""


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """An empty desk in the place of the process's own."""
    desk = desk_with(Extractor(STUB), readers=ReadsHere)
    monkeypatch.setattr(core.desk, "_the_desk", desk)
    yield desk
    desk.close()


def app() -> AppTest:
    """The app before its first run, at the page that takes documents."""
    return AppTest.from_file(str(APP), default_timeout=30).switch_page("pages/add.py")


def opened() -> AppTest:
    """The page in a session of its own."""
    page = app()
    page.query_params["dossier"] = DOSSIER
    return page.run()


@pytest.fixture
def page(desk: Desk) -> AppTest:
    """The page as it first opens."""
    return opened()


def upload(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Drop files on the page."""
    uploader = page.file_uploader[0]
    for name, data in files:
        uploader.upload(name, data)
    return all_read(page.run())


def all_read(page: AppTest) -> AppTest:
    """The page when all that was handed in has been read."""
    until(lambda: not waiting_files())
    return page.run()


def waiting_files() -> int:
    """Files of anybody that are not read."""
    with core.desk.desk()._store.database.reading() as connection:
        return connection.execute(select(func.count()).where(ARRIVAL.c.state != "done")).scalar_one()


def words(page: AppTest) -> str:
    """All that the page says in our own markup."""
    assert not page.exception
    return " ".join(element.body for element in page.get("html") if not element.body.startswith("<style"))


def fields(page: AppTest) -> tuple[str, str, dt.date | None]:
    """Headline, outlet and date of the first draft."""
    return page.text_input[0].value, page.text_input[1].value, page.date_input[0].value


def press(page: AppTest, label: str) -> AppTest:
    """Click the button that begins with these words."""
    return next(button for button in page.button if button.label.startswith(label)).click().run()


def test_empty(page: AppTest) -> None:
    """What is read is said from the code's own list, and nothing is asked yet."""
    assert "web page (.html" in words(page)
    assert not page.date_input


def test_what_was_found_is_prefilled_and_marked_as_a_guess(page: AppTest) -> None:
    """Headline and date of a text come from its first lines."""
    upload(page, ("bridge.txt", ARTICLE.encode()))
    assert fields(page) == ("Bridge falls near the mill", "", dt.date(2021, 5, 3))
    assert [field.label for field in page.text_input[:2]] == ["Headline (guess)", "Outlet"]
    assert page.date_input[0].label == "Published (guess)"
    assert "When was this published?" not in words(page)


def test_missing_dates_of_several_are_asked_for_once(page: AppTest) -> None:
    """A dozen drafts do not ask a dozen times."""
    upload(page, ("bridge.txt", UNDATED.encode()), ("mill.txt", f"{UNDATED} One died.".encode()))
    assert words(page).count("Relative dates") == 1
    assert "Without a publication date: 2 of 2." in words(page)


def test_a_missing_date_is_asked_for_and_may_be_left_out(page: AppTest, desk: Desk) -> None:
    """The page asks plainly; adding without one is possible and then said."""
    upload(page, ("bridge.txt", UNDATED.encode()))
    assert fields(page)[2] is None
    assert "When was this published?" in words(page)
    press(page, "Add this document")
    settled(desk, DOSSIER)
    page.run()
    assert "no publication date" in words(page)
    assert [notice.code for notice in desk.records(DOSSIER)[0].warnings] == ["published"]


def test_a_given_date_goes_with_the_document(page: AppTest, desk: Desk) -> None:
    """What people enter counts as given; what they leave stays a guess."""
    upload(page, ("a.txt", UNDATED.encode()), ("b.txt", ARTICLE.encode()))
    page.date_input[0].set_value(dt.date(2021, 5, 4)).run()
    page.text_input[1].set_value("The Mill Post").run()
    press(page, "Add 2 documents")
    settled(desk, DOSSIER)
    first, second = desk.records(DOSSIER)
    assert (first.published, first.published_from, first.outlet) == (dt.date(2021, 5, 4), "given", "The Mill Post")
    assert (second.published, second.published_from) == (dt.date(2021, 5, 3), "text")
    assert "0 places, 0 dates, 0 figures, 0 quotations" in words(page.run())


def test_pasted_text(page: AppTest, desk: Desk) -> None:
    """Pasted text is a draft like any other; blank text is refused with a sentence."""
    page.text_area[0].set_value("  \n")
    assert "no text in it" in words(press(page, "Use this text"))
    page.text_area[0].set_value(ARTICLE)
    press(page, "Use this text")
    assert fields(page)[0] == "Bridge falls near the mill"
    press(page, "Add this document")
    assert desk.dossier(DOSSIER).documents[0].text == ARTICLE


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "This file is empty."),
        ("noise.txt", bytes(range(256)) * 8, "holds no text"),
        ("report.txt", b"Rar!\x1a\x07\x00", "is a RAR archive, which is not read"),
        ("page.html", b"<html><body><script>x()</script></body></html>", "no text"),
        ("<b>bold.txt", b"", "&lt;b&gt;bold.txt"),
    ],
)
def test_a_bad_file_says_why_and_stops_no_other(page: AppTest, name: str, data: bytes, said: str) -> None:
    """One plain sentence, whatever the name pretends; the good file beside it waits to be added."""
    upload(page, (name, data), ("bridge.txt", ARTICLE.encode()))
    assert said in words(page)
    assert fields(page)[0] == "Bridge falls near the mill"


def test_a_table_asks_for_its_column(page: AppTest) -> None:
    """Where no name tells which holds the texts; the answer reads it, and leaving it out forgets it."""
    table = b"a,b\n1,Two people were hurt at noon.\n2,It was mended.\n"
    upload(page, ("list.csv", table))
    assert "Which column of <b>list.csv</b>" in words(page)
    page.selectbox[0].set_value("b")
    press(page, "Read this column")
    assert "Which column" not in words(all_read(page))
    assert len(page.date_input) == 2
    upload(page, ("other.csv", table + b"3,Another.\n"))
    press(page, "Leave it out")
    assert "Which column" not in words(page)


def test_an_archive_gives_all_its_documents_and_says_what_it_keeps(page: AppTest) -> None:
    """Each with a row of its own; what was not read is named with the way to it."""
    members = {"one.txt": ARTICLE.encode(), "two.txt": UNDATED.encode(), "clip.7z": b"7z\xbc\xaf\x27\x1c" + bytes(9)}
    upload(page, ("all.zip", zipped(members)))
    assert len(page.date_input) == 2
    assert "all.zip › clip.7z" in words(page)


def test_ukrainian_text_is_taken_with_a_warning(page: AppTest, desk: Desk) -> None:
    """The page says that only English is read so far."""
    upload(page, ("mist.txt", UKRAINIAN.encode("windows-1251")))
    assert "This text is in Ukrainian" in words(page)
    press(page, "Add this document")
    settled(desk, DOSSIER)
    assert desk.dossier(DOSSIER).documents[0].text == UKRAINIAN
    assert not page.run().exception


def test_the_same_file_twice_is_listed_once(page: AppTest, desk: Desk) -> None:
    """Among the drafts and against the dossier alike, and said both times."""
    upload(page, ("a.txt", ARTICLE.encode()), ("b.txt", ARTICLE.encode()))
    assert "listed once" in words(page)
    assert len(page.date_input) == 1
    press(page, "Add this document")
    settled(desk, DOSSIER)
    upload(page, ("again.txt", ARTICLE.encode()))
    assert "not added twice" in words(page)
    assert len(desk.dossier(DOSSIER).documents) == 1


def test_a_draft_can_be_removed(page: AppTest, desk: Desk) -> None:
    """Nothing of it reaches the dossier."""
    upload(page, ("bridge.txt", ARTICLE.encode()))
    press(page, "Discard")
    assert not page.date_input
    assert desk.dossier(DOSSIER).documents == ()


def test_a_failure_says_why_and_can_be_tried_again(page: AppTest, desk: Desk) -> None:
    """A document that kills the worker is one row's matter."""
    upload(page, ("bad.txt", b"DIE here and now."), ("good.txt", ARTICLE.encode()))
    press(page, "Add 2 documents")
    settled(desk, DOSSIER)
    page.run()
    assert "ended unexpectedly" in words(page)
    assert "0 quotations" in words(page)
    before = desk.jobs(DOSSIER)[0].id
    press(page, "Read again")
    assert desk.jobs(DOSSIER)[0].id != before
    settled(desk, DOSSIER)


def test_details_can_be_changed_afterwards(page: AppTest, desk: Desk) -> None:
    """A new date has the document read again; removing takes it out."""
    upload(page, ("bridge.txt", UNDATED.encode()))
    press(page, "Add this document")
    settled(desk, DOSSIER)
    page.run()
    page.date_input[0].set_value(dt.date(2021, 5, 4))
    press(page, "Save")
    settled(desk, DOSSIER)
    assert desk.records(DOSSIER)[0].published == dt.date(2021, 5, 4)
    press(page.run(), "Remove from the dossier")
    assert desk.dossier(DOSSIER).documents == ()
    assert "Taken out of the dossier" in words(page)
    press(page, "Add this document")
    assert [document.name for document in desk.dossier(DOSSIER).documents] == ["bridge.txt"]


def test_samples_are_one_click(page: AppTest, desk: Desk) -> None:
    """Five articles, dated and named, straight into the dossier."""
    press(page, "Load five sample articles")
    documents = desk.dossier(DOSSIER).documents
    assert len({document.outlet for document in documents} - {None}) == 5
    assert all(document.published and document.title and document.language == "en" for document in documents)
    settled(desk, DOSSIER)
    assert words(page.run()).count("0 quotations") == 5
    assert "Load five sample articles" not in [button.label for button in page.button]


def test_another_browser_with_the_same_link_sees_the_same(page: AppTest, desk: Desk) -> None:
    """Documents belong to the dossier in the address, drafts to the one who handed them in."""
    upload(page, ("bridge.txt", ARTICLE.encode()))
    press(page, "Add this document")
    settled(desk, DOSSIER)
    upload(page, ("draft.txt", UNDATED.encode()))
    other = app()
    other.query_params["dossier"] = DOSSIER
    other.run()
    assert "bridge.txt" in words(other)
    assert "draft.txt" not in words(other)


def test_a_reload_shows_everything_as_before(page: AppTest, cookies: dict[str, str]) -> None:
    """Drafts with what was typed, remarks, receipts and questions: in the same browser, whatever the session."""
    cookies[BROWSER] = "a" * 43
    page = opened()
    files = {"bridge.txt": UNDATED.encode(), "empty.txt": b"", "list.csv": b"a,b\n1,Two people were hurt at noon.\n"}
    upload(page, *files.items(), ("all.zip", zipped({"a.txt": b"One of two.", "b.pdf": b"%PDF-1.4 no"})))
    page.text_input[1].set_value("The Mill Post").run()
    page.date_input[0].set_value(dt.date(2021, 5, 4)).run()
    before = words(page), fields(page), len(page.date_input)
    for said in ("This file is empty", "Which column of <b>list.csv</b>", "This PDF is damaged", "bridge.txt"):
        assert said in before[0]
    again = opened()
    assert (words(again), fields(again), len(again.date_input)) == before
    assert fields(again) == ("Bridge falls near the mill", "The Mill Post", dt.date(2021, 5, 4))
    assert [field.label for field in again.text_input[:2]] == ["Headline (guess)", "Outlet"]
    cookies[BROWSER] = "b" * 43
    other = words(opened())
    assert not any(said in other for said in ("bridge.txt", "empty.txt", "list.csv", "all.zip", "Check, then add"))


def test_a_file_that_waits_is_there_after_a_reload(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, cookies: dict[str, str]
) -> None:
    """Handed in while nobody reads, it says so; a worker that comes later reads it."""
    cookies[BROWSER] = "a" * 43
    monkeypatch.setattr(core.desk, "_the_desk", Desk(desk._store, Elsewhere(), originals=desk.originals))
    page = opened()
    page.file_uploader[0].upload("bridge.txt", ARTICLE.encode())
    page.run()
    assert "Waiting to be read: <b><bdi>bridge.txt</bdi></b>" in words(page)
    assert "Waiting to be read: <b><bdi>bridge.txt</bdi></b>" in words(opened())
    desk.warm()
    assert fields(all_read(page))[0] == "Bridge falls near the mill"
    assert "Waiting to be read" not in words(page)


def test_a_file_that_is_read_can_be_stopped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, cookies: dict[str, str]
) -> None:
    """Then nothing is there of it."""
    cookies[BROWSER] = "a" * 43
    monkeypatch.setattr(core.desk, "_the_desk", Desk(desk._store, Elsewhere(), originals=desk.originals))
    page = opened()
    page.file_uploader[0].upload("bridge.txt", ARTICLE.encode())
    press(page.run(), "Stop")
    assert (waiting_files(), "bridge.txt" in words(opened())) == (0, False)


def test_what_was_said_stays_until_it_is_dismissed(page: AppTest) -> None:
    """One by one, or all at once."""
    upload(page, ("a.txt", b""), ("b.txt", b""), ("c.txt", b""))
    press(page, "Dismiss")
    assert ["a.txt" in words(page), "b.txt" in words(page)] == [False, True]
    press(page, "Dismiss all 2")
    assert "empty" not in words(page)


def test_what_cannot_be_kept_is_said(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is claimed to be handed in."""
    monkeypatch.setattr(Originals, "keep", lambda self, data: None)
    upload(page, ("bridge.txt", ARTICLE.encode()))
    assert "could not be kept" in words(page)
    assert not page.date_input


def test_many_drafts_are_shown_by_the_page(page: AppTest, desk: Desk) -> None:
    """Twenty at a time; one is added, all are added, and what is discarded is asked for once more."""
    rows = "".join(f"{number},Bridge {number} was closed at noon.\n" for number in range(45))
    upload(page, ("list.csv", f"id,text\n{rows}".encode()))
    assert len(page.date_input) == ROWS
    assert "Without a publication date: 45 of 45." in words(page)
    next(button for button in page.button if button.label == "Add").click().run()
    assert [document.text for document in desk.dossier(DOSSIER).documents] == ["Bridge 0 was closed at noon."]
    next(button for button in page.button if button.label == "Discard").click().run()
    press(page, "Add 43 documents")
    assert len(desk.dossier(DOSSIER).documents) == 44
    assert "Check, then add" not in words(page)
    upload(page, ("more.csv", f"id,text\n{rows.replace('Bridge', 'Mill')}".encode()))
    press(page, "Discard 45 drafts")
    assert "Check, then add" not in words(page)
    assert len(desk.dossier(DOSSIER).documents) == 44


@pytest.mark.parametrize(
    ("days", "signed", "said"),
    [
        (30.0, False, "in this browser"),
        (30.0, True, "after 30 days in which you change nothing they are deleted"),
        (0.0, True, "They are kept on the server."),
    ],
)
def test_how_long_drafts_are_kept_is_said(days: float, signed: bool, said: str) -> None:
    """And who sees them."""
    assert said in how_long(days, signed)
    assert ("browser" in how_long(days, signed)) != signed


def test_markup_in_a_document_stays_text(page: AppTest, desk: Desk) -> None:
    """A headline with tags is shown, not run."""
    upload(page, ("x.txt", b"<<img src=x onerror=alert(1)> in the headline\n\nSome text follows here."))
    press(page, "Add this document")
    settled(desk, DOSSIER)
    assert "<img" not in words(page.run())


def test_what_is_in_an_archive_is_listed(page: AppTest) -> None:
    """What could not be read comes first, each file with its sentence."""
    upload(page, ("all.zip", zipped({"a.txt": ARTICLE.encode(), "b.pdf": b"%PDF-1.4 no"})))
    said = words(page)
    assert "1 document read" in said
    assert said.index("b.pdf") < said.index("all.zip › a.txt")
    assert "This PDF is damaged" in said


def test_almost_the_same_text_is_said(page: AppTest) -> None:
    """A rewrite may be wanted; a reader is told."""
    text = f"{ARTICLE} " + " ".join(f"Village number {n} reported no damage to its bridges." for n in range(20))
    upload(page, ("a.txt", text.encode()), ("b.txt", text.replace("number 7", "number 77").encode()))
    assert "almost the same text as" in words(page)
    assert len(page.date_input) == 2


def test_garbled_characters_are_mended_on_demand(page: AppTest) -> None:
    """The warning goes, and what was done is said."""
    upload(page, ("a.txt", f"{ARTICLE} The mayorâ€™s cafÃ© is closed.".encode()))
    press(page, "Mend garbled characters")
    assert "mended in 2 places" in words(page)
    assert not any(button.label.startswith("Mend") for button in page.button)


def test_a_file_is_read_again(page: AppTest, desk: Desk) -> None:
    """From the document's page, by its original; what a better reader finds takes the place of the text."""
    upload(page, ("bridge.txt", ARTICLE.encode()))
    press(page, "Add this document")
    settled(desk, DOSSIER)
    reader = app().run().switch_page("pages/documents.py")  # the app must run once to know its pages
    reader.query_params["dossier"] = DOSSIER
    press(reader.run(), "Read the file again")
    all_read(reader)
    assert "its text is the same" in words(reader.run())
    held = desk.dossier(DOSSIER).documents[0]
    desk.replace_text(DOSSIER, replace(held, text=f"{held.text} More."))
    settled(desk, DOSSIER)
    after = desk.dossier(DOSSIER).documents[0]
    assert (after.text[-5:], after.title, after.published) == ("More.", held.title, held.published)


def test_a_text_that_reads_like_noise_is_taken_as_it_is(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal stands with the way around it; taken, the text is a draft with its doubt."""
    monkeypatch.setattr(recognition, "tesseract", lambda: None)
    upload(page, ("noise.pdf", made([["Uif csjehf bu Opwz Csje gfmm bu oppo, boe uxp qfpqmf xfsf ivsu."] * 8])))
    assert "make no words" in words(page)
    assert not page.date_input
    press(page, "Take it as it is")
    assert len(page.date_input) == 1
    assert not [button for button in page.button if button.label == "Take it as it is"]
