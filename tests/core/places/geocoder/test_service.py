"""The one geocoder of a process: set up by the environment, asked for names, waited for by the command line alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.places.geocoder import service
from core.places.geocoder.answer import Found, Unavailable, Unknown
from core.places.geocoder.client import Client
from core.places.geocoder.request_log import Ledger
from core.places.geocoder.service import Geocoder
from core.places.geocoder.settings import Fault
from tests.core.desk.test_desk import until
from tests.core.places.geocoder.server import Fake, Reply, geocoder, nominatim, nominatim_place

NAME = "Novyi Kutok"


@pytest.fixture
def fake() -> Iterator[Fake]:
    """A geocoder of this test's own."""
    with geocoder() as running:
        yield running


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """An empty cache folder, and no geocoder known before or after."""
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    service.outside.cache_clear()
    yield monkeypatch
    service.outside.cache_clear()


def made(fake: Fake, folder: Path) -> Geocoder:
    """A geocoder that asks the server on this machine, without a pause."""
    settings = fake.settings()
    return Geocoder(settings, Ledger(folder / "outside.sqlite", settings.address), Client(settings))


def test_off_by_default(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without settings there is no geocoder, and no file of it."""
    assert service.outside() is None
    assert list(tmp_path.iterdir()) == []


def test_named_by_the_environment(environment: pytest.MonkeyPatch, fake: Fake, tmp_path: Path) -> None:
    """The same one for all who ask; setting it up sends nothing."""
    environment.setenv("DATELINE_GEOCODER", "nominatim")
    environment.setenv("DATELINE_GEOCODER_URL", f"http://{fake.address}/geo/")
    named = service.outside()
    assert isinstance(named, Geocoder)
    assert named is service.outside()
    assert named.settings.title == f"Nominatim at {fake.address}"
    assert fake.asked == []
    assert (tmp_path / "outside.sqlite").exists()


def test_a_wrong_setting_is_a_fault(environment: pytest.MonkeyPatch) -> None:
    """A sentence, no error."""
    environment.setenv("DATELINE_GEOCODER", "nominatim")
    assert isinstance(service.outside(), Fault)


@pytest.mark.parametrize("content", [b"this is no database " * 100, None])
def test_without_a_list_of_what_is_sent_nothing_is_sent(
    environment: pytest.MonkeyPatch, fake: Fake, tmp_path: Path, content: bytes | None
) -> None:
    """A file that is none of ours, or a folder in its place, is a fault."""
    path = tmp_path / "outside.sqlite"
    path.mkdir() if content is None else path.write_bytes(content)
    environment.setenv("DATELINE_GEOCODER", "nominatim")
    environment.setenv("DATELINE_GEOCODER_URL", f"http://{fake.address}")
    fault = service.outside()
    assert isinstance(fault, Fault)
    assert "cannot be kept" in fault.sentence


def test_wanting_returns_at_once_and_the_answer_comes(fake: Fake, tmp_path: Path) -> None:
    """Even where the geocoder hangs nobody waits."""
    fake.replies = {NAME: nominatim(nominatim_place(NAME, 49.5, 36.5)), "Silent": Reply(b"", hangs=True)}
    one = made(fake, tmp_path)
    one.want("dossier", (NAME, "Silent"))
    assert set(one.open_names([NAME, "Silent", "Else"])) <= {NAME, "Silent"}
    until(lambda: bool(one.answers([NAME])))
    until(lambda: "Silent" in fake.asked)
    assert one.open_names([NAME, "Silent"]) == ["Silent"]
    assert isinstance(one.answers([NAME])[NAME], Found)
    assert {sent.name for sent in one.sent("dossier")} == {NAME, "Silent"}
    one.line.close()


def test_answers_are_not_asked_for_again(fake: Fake, tmp_path: Path) -> None:
    """Not in this process, nor in the next one, nor for another dossier."""
    for dossier in ("one", "two"):
        again = made(fake, tmp_path)
        again.wait(dossier, (NAME,), 5.0)
        assert again.answers([NAME]) == {NAME: Unknown()}
        assert [sent.name for sent in again.sent(dossier)] == [NAME]
    assert fake.asked == [NAME]


def test_waiting_ends_when_the_geocoder_falls_silent(fake: Fake, tmp_path: Path) -> None:
    """One failure is enough to know: the rest is left for later and not called unknown."""
    fake.replies = {NAME: Reply(b"", 500)}
    one = made(fake, tmp_path)
    one.wait("dossier", (NAME, "Second"), 5.0)
    assert fake.asked == [NAME]
    assert list(one.answers([NAME, "Second"]).values()) == [Unavailable("it answered with an error (HTTP 500)")]


def test_waiting_ends_in_time(fake: Fake, tmp_path: Path) -> None:
    """A pause that would take too long is not begun."""
    settings = fake.settings()
    slept: list[float] = []
    now = [0.0]

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    ledger = Ledger(tmp_path / "outside.sqlite", settings.address)
    one = Geocoder(settings, ledger, Client(settings), lambda: now[0], sleep)
    one.line._seconds = 2.0
    one.wait("dossier", ("One", "Two", "Three", "Four"), 5.0)
    assert fake.asked == ["One", "Two", "Three"]
    assert sum(slept) == 4.0


def test_a_disk_that_is_full_stops_the_asking_and_no_page(
    fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be listed is not sent."""
    one = made(fake, tmp_path)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    for method in ("want", "settled", "answers", "sent"):
        monkeypatch.setattr(one.ledger, method, full)
    one.want("dossier", (NAME,))
    assert one.answers([NAME]) == {}
    assert one.sent("dossier") == ()
    assert one.line.step() is None
    assert fake.asked == []
