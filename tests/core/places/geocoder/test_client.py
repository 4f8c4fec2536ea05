"""One question to a geocoder: what leaves, what comes back, and how silence is told from an answer."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from core.places.geocoder import adapter
from core.places.geocoder.answer import Found, Spot, Unavailable, Unknown
from core.places.geocoder.client import USER_AGENT, Client
from core.places.geocoder.settings import Kind, Settings
from tests.core.places.geocoder.server import Fake, Reply, geocoder, nominatim, nominatim_place, photon, photon_place

NAME = "Novyi Kutok"


@pytest.fixture(scope="module")
def running() -> Iterator[Fake]:
    """One server for all tests here."""
    with geocoder() as fake:
        yield fake


@pytest.fixture
def fake(running: Fake) -> Fake:
    """The server as if it had just begun."""
    running.replies.clear()
    running.asked.clear()
    running.requests.clear()
    return running


def test_nominatim_finds(fake: Fake) -> None:
    """Position, kind, country, source and how far it reaches are taken from the answer."""
    fake.replies[NAME] = nominatim(nominatim_place(NAME, 49.5, 36.5))
    answer = Client(fake.settings()).ask(NAME)
    label, source = f"{NAME}, Kharkiv Oblast, Ukraine", "nominatim:osm/node/107775"
    assert answer == Found((Spot(label, "settlement", 49.5, 36.5, "UA", source, 2.7, True),))


def test_photon_finds(fake: Fake) -> None:
    """The same place in Photon's words."""
    fake.replies[NAME] = photon(photon_place(NAME, 49.5, 36.5))
    answer = Client(fake.settings("photon")).ask(NAME)
    label, source = f"{NAME}, Kharkiv Oblast, Ukraine", "photon:osm/node/240109189"
    assert answer == Found((Spot(label, "settlement", 49.5, 36.5, "UA", source, 2.7, True),))


@pytest.mark.parametrize(("kind", "path"), [("nominatim", "/search"), ("photon", "/api")])
def test_only_the_name_leaves(fake: Fake, kind: Kind, path: str) -> None:
    """One request to the path of the setting, which says who asks and carries the name and nothing of the document."""
    Client(fake.settings(kind, "/maps/geo")).ask(NAME)
    ((target, headers),) = fake.requests
    parts = urlsplit(target)
    query = parse_qs(parts.query)
    assert parts.path == f"/maps/geo{path}"
    assert query.pop("q") == [NAME]
    assert set(query) <= {"format", "limit", "addressdetails", "namedetails"}
    assert headers["User-Agent"] == USER_AGENT
    assert set(headers) <= {"User-Agent", "Accept-Language", "Accept-Encoding", "Host", "Connection"}


@pytest.mark.parametrize("kind", ["nominatim", "photon"])
def test_nothing_found_is_unknown(fake: Fake, kind: Kind) -> None:
    """An empty list is an answer."""
    assert Client(fake.settings(kind)).ask(NAME) == Unknown()


def test_several_keep_the_order_of_the_geocoder(fake: Fake) -> None:
    """What is no place to a newsroom, or bears another name, is left out."""
    fake.replies[NAME] = nominatim(
        nominatim_place(NAME, 49.5, 36.5),
        nominatim_place(NAME, 48.0, 35.0, **{"class": "shop", "type": "convenience"}),
        nominatim_place(NAME, 48.1, 35.1, **{"class": "highway", "type": "residential"}),
        nominatim_place("Kutok", 47.0, 34.0),
        nominatim_place(NAME, 46.0, 33.0, osm_id=5),
    )
    answer = Client(fake.settings()).ask(NAME)
    assert isinstance(answer, Found)
    assert [spot.latitude for spot in answer.spots] == [49.5, 46.0]


SILENCES = [
    (Reply(b"Internal error", 500), "error (HTTP 500)", None),
    (Reply(b"", 404), "error (HTTP 404)", None),
    (Reply(b"", 503), "took too long", None),
    (Reply(b"", 403), "refuses", None),
    (Reply(b"slow down", 429, {"Retry-After": "120"}), "too often", 120.0),
    (Reply(b"slow down", 429), "too often", None),
    (Reply(b"<html>Welcome to the hotel's network</html>"), "not be understood", None),
    (Reply(b"\xff\xfe\x00"), "not be understood", None),
    (Reply(b"[" * 100_000), "not be understood", None),
    (Reply(b'{"error": "Something went wrong"}'), "not usable", None),
    (Reply(b"42"), "not be understood", None),
    (Reply(b'[{"display_name": "x"}]'), "not be understood", None),
    (Reply(b"[7]"), "not be understood", None),
    (Reply(b'"' + b"x" * (adapter.MOST_BYTES + 1) + b'"'), "not usable", None),
    (Reply(b"", 200, {"Content-Length": "10"}), "not be understood", None),
    (Reply(b"", 302, {"Location": "http://elsewhere.example/search?q=x"}), "another address", None),
    (Reply(b"", 301, {"Location": "/other"}), "another address", None),
    (Reply(b"", 302, {"Location": "file:///etc/passwd"}), "another address", None),
]


@pytest.mark.parametrize(
    ("reply", "said", "retry_after"), SILENCES, ids=[said + str(i) for i, (_, said, _) in enumerate(SILENCES)]
)
def test_what_is_no_answer_is_unavailable(fake: Fake, reply: Reply, said: str, retry_after: float | None) -> None:
    """Never "unknown", with a reason in words, after one request to one host."""
    fake.replies[NAME] = reply
    answer = Client(fake.settings()).ask(NAME)
    assert isinstance(answer, Unavailable)
    assert said in answer.reason
    assert answer.retry_after == retry_after
    assert len(fake.requests) == 1


def test_a_slow_geocoder_is_given_up(fake: Fake) -> None:
    """The time-out ends the request; the name is not unknown."""
    fake.replies[NAME] = Reply(b"", hangs=True)
    answer = Client(fake.settings(timeout=0.05)).ask(NAME)
    assert answer == Unavailable("it took too long")


def test_a_dripping_answer_is_given_up(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole answer has to be there in time, not only its next byte."""
    now = iter([0.0, 6.0, 6.0])
    monkeypatch.setattr(adapter.time, "monotonic", lambda: next(now))
    fake.replies[NAME] = nominatim(nominatim_place(NAME, 49.5, 36.5))
    assert Client(fake.settings(timeout=5.0)).ask(NAME) == Unavailable("it took too long")


def test_nobody_there_is_unavailable() -> None:
    """A refused connection says nothing about the name."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    answer = Client(Settings("photon", "http", f"127.0.0.1:{port}", 0.0, 5.0)).ask(NAME)
    assert answer == Unavailable("it cannot be reached")


def test_a_proxy_is_used_only_where_the_environment_names_one(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """The administrator's own words count, and nothing that the system guesses."""
    monkeypatch.setenv("http_proxy", f"http://{fake.address}")
    monkeypatch.setenv("no_proxy", "")
    Client(Settings("photon", "http", "geo.newsroom.example", 0.0, 5.0)).ask(NAME)
    ((target, _),) = fake.requests
    assert target.startswith("http://geo.newsroom.example/api?")


def _place(**changes: Any) -> dict[str, Any]:
    return nominatim_place(NAME, 49.5, 36.5, **changes)


@pytest.mark.filterwarnings("ignore:Latitude normalization")
@pytest.mark.parametrize(
    "body",
    [
        json.dumps([_place(lat="95.0")]),
        json.dumps([_place(lat="nan")]),
        json.dumps([_place(lon="inf")]),
        json.dumps([_place(lat=float("nan"))]),
        json.dumps([_place(lat="north")]),
        json.dumps([_place(lat=None)]),
        json.dumps([_place(lat=[1, 2])]),
        json.dumps([_place(lon="400")]),
    ],
)
def test_impossible_positions_are_refused(fake: Fake, body: str) -> None:
    """An answer with a position outside the world is none."""
    fake.replies[NAME] = Reply(body.encode())
    assert Client(fake.settings()).ask(NAME) == Unavailable("its answer could not be understood")


@pytest.mark.filterwarnings("ignore:Latitude normalization")
@pytest.mark.parametrize("coordinates", [[36.5, 95.0], [36.5], ["x", "y"], None, [None, None], [400, 1]])
def test_impossible_positions_of_photon_are_refused(fake: Fake, coordinates: Any) -> None:
    """The same for the other format."""
    place = photon_place(NAME, 49.5, 36.5)
    place["geometry"]["coordinates"] = coordinates
    fake.replies[NAME] = photon(place)
    assert Client(fake.settings("photon")).ask(NAME) == Unavailable("its answer could not be understood")


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"display_name": NAME + "\u202e\x00\n, x"}, "label", f"{NAME} , x"),
        ({"display_name": f"{NAME}, " + "y" * 100_000}, "label", f"{NAME}, " + "y" * 146 + "…"),
        ({"address": {"country_code": "<b>"}}, "country", None),
        ({"address": None}, "country", None),
        ({"osm_id": "1/../../x"}, "source", "nominatim:49.5000,36.5000"),
        ({"osm_type": "<b>"}, "source", "nominatim:49.5000,36.5000"),
        ({"boundingbox": ["nan", "1", "2", "3"]}, "precision_km", 3.0),
        ({"boundingbox": ["a"]}, "precision_km", 3.0),
        ({"boundingbox": ["-90", "90", "-180", "180"]}, "precision_km", 3000.0),
        ({"boundingbox": ["49.5", "49.5", "36.5", "36.5"]}, "precision_km", 3.0),
    ],
)
def test_odd_values_do_no_harm(fake: Fake, changes: dict[str, Any], field: str, expected: object) -> None:
    """Lengths, signs, codes and numbers are held to what they may be."""
    fake.replies[NAME] = nominatim(_place(**changes))
    answer = Client(fake.settings()).ask(NAME)
    assert isinstance(answer, Found)
    assert getattr(answer.spots[0], field) == expected


def test_the_log_holds_no_names(fake: Fake, caplog: pytest.LogCaptureFixture) -> None:
    """geopy would write down each address, with the name in it."""
    with caplog.at_level("DEBUG"):
        fake.replies[NAME] = Reply(NAME.encode(), 500)
        Client(fake.settings()).ask(NAME)
    assert "Kutok" not in caplog.text
