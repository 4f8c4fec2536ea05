"""The file of answers and of all that was sent."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.places.geocoder.answer import Found, Spot, Unavailable, Unknown
from core.places.geocoder.request_log import UNKNOWN_DAYS, Ledger

SPOT = Spot("Novyi Kutok, Ukraine", "settlement", 49.5, 36.5, "UA", "nominatim:osm/node/1", 2.0, True)
FOUND = Found((SPOT,))
DAY = 86_400.0


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty file."""
    made = Ledger(tmp_path / "new" / "outside.sqlite", "nominatim http://a")
    yield made
    made.close()


def test_answers_last(tmp_path: Path) -> None:
    """Closed and opened again, the file still knows; another geocoder's answers are other answers."""
    path = tmp_path / "outside.sqlite"
    before = Ledger(path, "nominatim http://a")
    for name, answer in (("Novyi Kutok", FOUND), ("Nowhere", Unknown()), ("Silent", Unavailable("it took too long"))):
        before.sending(name, 10.0)
        before.keep(name, answer, 11.0)
    before.close()
    after, other = Ledger(path, "nominatim http://a"), Ledger(path, "photon http://a")
    assert after.answers(["NOVYI KUTOK", "Nowhere", "Silent", "Else"]) == {
        "NOVYI KUTOK": FOUND,
        "Nowhere": Unknown(),
        "Silent": Unavailable("it took too long"),
    }
    assert other.answers(["Novyi Kutok"]) == {}
    assert other.sent() == ()


def test_what_need_not_be_asked_again(ledger: Ledger) -> None:
    """Found for good, unknown for a while, silence never."""
    for name, answer in (("Found", FOUND), ("Unknown", Unknown()), ("Silent", Unavailable("it took too long"))):
        ledger.sending(name, 0.0)
        ledger.keep(name, answer, 0.0)
    names = ["Found", "Unknown", "Silent", "Never"]
    assert ledger.settled(names, DAY) == {"Found", "Unknown"}
    assert ledger.settled(names, (UNKNOWN_DAYS + 1) * DAY) == {"Found"}


def test_silence_never_replaces_an_answer(ledger: Ledger) -> None:
    """An unknown name that is asked for again in vain is still unknown, and still due."""
    ledger.sending("Nowhere", 0.0)
    ledger.keep("Nowhere", Unknown(), 0.0)
    ledger.sending("Nowhere", 40 * DAY)
    ledger.keep("Nowhere", Unavailable("it took too long"), 40 * DAY)
    assert ledger.answers(["Nowhere"]) == {"Nowhere": Unknown()}
    assert ledger.settled(["Nowhere"], 40 * DAY) == set()


def test_what_was_sent_is_listed_before_the_answer_comes(ledger: Ledger) -> None:
    """A request that the machine did not survive was still sent."""
    ledger.sending("Novyi Kutok", 10.0)
    (sent,) = ledger.sent()
    assert (sent.name, sent.sent, sent.times, sent.answer) == ("Novyi Kutok", 10.0, 1, None)
    ledger.sending("Novyi  kutok", 20.0)
    assert [(sent.sent, sent.times) for sent in ledger.sent()] == [(20.0, 2)]


def test_a_dossier_lists_its_own_names(ledger: Ledger, tmp_path: Path) -> None:
    """Only those that were sent, the latest first; the file does not hold the dossier's id, which opens it."""
    ledger.want("dossier-one", ["One", "Both", "Not yet"])
    ledger.want("dossier-two", ["Two", "Both"])
    for time, name in enumerate(["One", "Two", "Both"]):
        ledger.sending(name, float(time))
    assert [sent.name for sent in ledger.sent("dossier-one")] == ["Both", "One"]
    assert [sent.name for sent in ledger.sent("dossier-two")] == ["Both", "Two"]
    assert ledger.sent("dossier-three") == ()
    assert b"dossier-one" not in (tmp_path / "new" / "outside.sqlite").read_bytes()


def test_forgetting(ledger: Ledger) -> None:
    """Answers and list go together."""
    ledger.want("dossier-one", ["One"])
    ledger.sending("One", 0.0)
    assert ledger.forget() == 1
    assert ledger.sent() == ledger.sent("dossier-one") == ()


def test_turns_are_shared_by_all_who_open_the_file(ledger: Ledger, tmp_path: Path) -> None:
    """Two processes keep the pause together; a clock that was put back stops nobody for long."""
    other = Ledger(tmp_path / "new" / "outside.sqlite", "nominatim http://a")
    assert ledger.turn(100.0, 1.0) == 0.0
    assert other.turn(100.25, 1.0) == 0.75
    assert other.turn(101.0, 1.0) == 0.0
    assert ledger.turn(101.5, 1.0) == 0.5
    assert ledger.turn(100.9, 1.0) == pytest.approx(1.1)  # read before the other took its turn
    assert ledger.turn(20.0, 1.0) == 0.0
    other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder to the user by itself")
def test_nobody_else_on_the_machine_reads_it(ledger: Ledger, tmp_path: Path) -> None:
    """The names that a newsroom looks for are its own matter."""
    assert stat.S_IMODE((tmp_path / "new" / "outside.sqlite").stat().st_mode) == 0o600
    assert ledger.sent() == ()
