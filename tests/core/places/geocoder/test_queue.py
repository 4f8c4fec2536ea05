"""The one line of names: one at a time, with a pause, from all dossiers in turn, and patient with silence."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from core.places.geocoder.answer import Answer, Unavailable, Unknown
from core.places.geocoder.queue import Line
from core.places.geocoder.request_log import Ledger
from tests.core.desk.test_desk import WAIT, until

SILENT = Unavailable("it took too long")


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        """This moment, in seconds."""
        return self.now


class Client:
    """Answers as told, and writes down who asked when, and whether two asked at once."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.says: dict[str, Answer] = {}
        self.asked: list[tuple[float, str]] = []
        self.inside = 0
        self.most_inside = 0

    def ask(self, name: str) -> Answer:
        """What was told, by default that the name is unknown."""
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        self.asked.append((self.clock.now, name))
        self.inside -= 1
        return self.says.get(name, Unknown())

    @property
    def names(self) -> list[str]:
        """The names in the order in which they were asked for."""
        return [name for _, name in self.asked]


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def client(clock: Clock) -> Client:
    """A geocoder that knows nothing."""
    return Client(clock)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty file."""
    made = Ledger(tmp_path / "outside.sqlite", "photon http://a")
    yield made
    made.close()


@pytest.fixture
def line(client: Client, ledger: Ledger, clock: Clock) -> Line:
    """A line with a second between two requests."""
    return Line(client, ledger, 1.0, clock)


def work_off(line: Line, clock: Clock, steps: int = 50) -> None:
    """Steps, and waits as each says, until nobody waits."""
    for _ in range(steps):
        wait = line.step()
        if wait is None:
            return
        clock.now += wait


def test_one_request_a_second(line: Line, client: Client, clock: Clock) -> None:
    """The second name has to wait for its turn, and is asked for exactly then."""
    line.want("a", ["One", "Two"])
    assert line.step() == 0.0
    assert line.step() == 1.0
    clock.now += 0.5
    assert line.step() == 0.5
    clock.now += 0.5
    assert line.step() == 0.0
    assert line.step() is None
    assert client.names == ["One", "Two"]


def test_threads_share_the_pause(client: Client, ledger: Ledger, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two lines in two threads, as two processes have them: never two turns within a second."""
    lines = [Line(client, ledger, 1.0, clock) for _ in range(2)]
    turns: list[float] = []
    take = ledger.turn

    def turn(now: float, seconds: float) -> float:
        wait = take(now, seconds)
        turns.extend([now] if wait == 0 else [])
        return wait

    monkeypatch.setattr(ledger, "turn", turn)
    lock = threading.Lock()

    def work(line: Line, dossier: str) -> None:
        line.want(dossier, [f"{dossier} {number}" for number in range(10)])
        while (wait := line.step()) is not None:
            with lock:
                clock.now += wait

    threads = [threading.Thread(target=work, args=(line, f"dossier{i}")) for i, line in enumerate(lines)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
    assert len(client.asked) == len(turns) == 20
    assert all(later - earlier >= 1.0 for earlier, later in pairwise(sorted(turns)))


def test_one_line_is_safe_in_several_threads(line: Line, client: Client, clock: Clock) -> None:
    """Each name is asked for once, however many step."""
    line.want("a", [f"Name {number}" for number in range(30)])

    def work() -> None:
        while (wait := line.step()) is not None:
            clock.now += wait

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
    assert client.most_inside == 1
    assert sorted(client.names) == sorted(f"Name {number}" for number in range(30))


def test_dossiers_take_turns(line: Line, client: Client, clock: Clock) -> None:
    """A long list does not keep a short one waiting, and a name that two want is asked for once."""
    line.want("a", ["A1", "A2", "A3", "Both"])
    line.want("b", ["B1", "Both"])
    work_off(line, clock)
    assert client.names == ["A1", "B1", "A2", "Both", "A3"]


def test_what_a_dossier_no_longer_wants_is_not_sent(line: Line, client: Client, clock: Clock) -> None:
    """A document that was removed takes its names along."""
    line.want("a", ["One", "Two"])
    line.want("a", ["Two"])
    work_off(line, clock)
    line.want("b", ["Three"])
    line.want("b", [])
    work_off(line, clock)
    assert client.names == ["Two"]


def test_an_answer_of_another_process_is_taken(line: Line, client: Client, ledger: Ledger, clock: Clock) -> None:
    """Nothing is sent that the file has learned meanwhile."""
    line.want("a", ["One"])
    ledger.sending("One", clock.now)
    ledger.keep("One", Unknown(), clock.now)
    work_off(line, clock)
    assert client.names == []


def test_silence_stops_the_line_longer_each_time(line: Line, client: Client, clock: Clock) -> None:
    """Nobody is asked meanwhile, and nothing is said to be unknown; then it goes on where it stopped."""
    client.says = {"One": SILENT, "Two": SILENT}
    line.want("a", ["One", "Two"])
    assert line.awaits("One")
    line.step()
    assert line.pauses
    assert not line.awaits("One")
    assert line.awaits("Two")
    assert line.step() == 30.0
    clock.now += 30.0
    line.step()
    assert line.step() == 60.0
    client.says = {}
    clock.now += 60.0
    work_off(line, clock)
    assert client.names == ["One", "Two", "One", "Two"]
    assert not line.pauses
    assert line.step() is None


def test_the_geocoders_own_pause_counts(line: Line, client: Client, clock: Clock) -> None:
    """Retry-After is kept, up to an hour."""
    client.says = {"One": Unavailable("it was asked too often", 120.0), "Two": Unavailable("too often", 1e9)}
    line.want("a", ["One", "Two"])
    line.step()
    assert line.step() == 120.0
    clock.now += 120.0
    line.step()
    assert line.step() == 3600.0


def test_a_name_that_the_geocoder_stumbles_over_stops_nobody_for_good(line: Line, client: Client, clock: Clock) -> None:
    """The others are asked for first, and it is tried ever more seldom, with bounds."""
    client.says = {"Bad": SILENT}
    line.want("a", ["Bad", "Good"])
    work_off(line, clock, steps=80)
    assert client.names[:2] == ["Bad", "Good"]
    times = [time for time, name in client.asked if name == "Bad"]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert gaps == sorted(gaps)
    assert gaps[-1] == 3600.0


def test_the_thread_works_the_line_off_and_hears_of_news(client: Client, ledger: Ledger) -> None:
    """Wanting returns at once; a name that comes later is asked for too."""
    line = Line(client, ledger, 0.0)
    line.start()
    for name in ("One", "Two"):
        line.want(name, [name])
        until(lambda name=name: name in client.names)  # type: ignore[misc]
    line.close()


def test_the_thread_outlives_an_error(client: Client, ledger: Ledger, caplog: pytest.LogCaptureFixture) -> None:
    """An error is written down by its kind, without the name that it may hold."""
    line = Line(client, ledger, 0.0)
    tried = threading.Event()

    def broken(name: str) -> Answer:
        tried.set()
        raise RuntimeError(name)

    client.ask = broken  # type: ignore[method-assign]
    line.want("a", ["One"])
    line.start()
    assert tried.wait(WAIT)
    until(lambda: "RuntimeError" in caplog.text)
    assert "One" not in caplog.text
    line.close()
