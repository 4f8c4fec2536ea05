"""Which geocoder the environment names, and what is said where it names one wrongly."""

from __future__ import annotations

import pytest

from core.places.geocoder.settings import Fault, Settings, settings_of

KIND, URL = "DATELINE_GEOCODER", "DATELINE_GEOCODER_URL"
SECONDS, TIMEOUT = "DATELINE_GEOCODER_SECONDS", "DATELINE_GEOCODER_TIMEOUT"


@pytest.mark.parametrize("environment", [{}, {KIND: "", URL: " "}, {SECONDS: "2"}])
def test_off_until_somebody_names_one(environment: dict[str, str]) -> None:
    """Nothing set is no geocoder and no fault."""
    assert settings_of(environment) is None


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        (
            {KIND: "nominatim", URL: "http://geo.newsroom.local:8080/nominatim/"},
            Settings("nominatim", "http", "geo.newsroom.local:8080/nominatim", 1.0, 10.0),
        ),
        (
            {KIND: " Photon ", URL: "https://photon.example", SECONDS: "0", TIMEOUT: "2.5"},
            Settings("photon", "https", "photon.example", 0.0, 2.5),
        ),
        ({KIND: "photon", URL: "http://[::1]:2322"}, Settings("photon", "http", "[::1]:2322", 1.0, 10.0)),
    ],
)
def test_named(environment: dict[str, str], expected: Settings) -> None:
    """Host, port and path as they stand; sane values where nothing is said."""
    assert settings_of(environment) == expected


def test_what_people_read() -> None:
    """The page names kind and host; answers are kept by the whole address."""
    named = settings_of({KIND: "nominatim", URL: "http://geo.newsroom.local:8080/nominatim"})
    assert isinstance(named, Settings)
    assert named.title == "Nominatim at geo.newsroom.local:8080"
    assert named.address == "nominatim http://geo.newsroom.local:8080/nominatim"


@pytest.mark.parametrize("host", ["nominatim.openstreetmap.org", "photon.komoot.io"])
def test_public_servers_are_asked_once_a_second_at_most(host: str) -> None:
    """Their rule counts, whatever the setting says."""
    named = settings_of({KIND: "photon", URL: f"https://{host}", SECONDS: "0.01"})
    assert isinstance(named, Settings)
    assert named.seconds == 1.0


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({KIND: "nominatim"}, URL),  # no public server by default
        ({KIND: "photon", URL: ""}, URL),
        ({URL: "https://geo.example"}, KIND),
        ({KIND: "google", URL: "https://geo.example"}, "nominatim or photon"),
        ({KIND: "photon", URL: "geo.example"}, "such as"),
        ({KIND: "photon", URL: "ftp://geo.example"}, "such as"),
        ({KIND: "photon", URL: "file:///etc/passwd"}, "such as"),
        ({KIND: "photon", URL: "https://geo.example:99999"}, "such as"),
        ({KIND: "photon", URL: "https://geo example"}, "such as"),
        ({KIND: "photon", URL: "https://[::1"}, "such as"),
        ({KIND: "photon", URL: "https://гео.example"}, "such as"),
        ({KIND: "photon", URL: "https://me:secret@geo.example"}, "password"),
        ({KIND: "photon", URL: "https://geo.example/?key=secret"}, "?"),
        ({KIND: "nominatim", URL: "https://geo.example/search"}, "/search"),
        ({KIND: "photon", URL: "https://geo.example", SECONDS: "often"}, SECONDS),
        ({KIND: "photon", URL: "https://geo.example", SECONDS: "-1"}, SECONDS),
        ({KIND: "photon", URL: "https://geo.example", TIMEOUT: "nan"}, TIMEOUT),
        ({KIND: "photon", URL: "https://geo.example", TIMEOUT: "0"}, TIMEOUT),
    ],
)
def test_a_wrong_setting_is_one_sentence(environment: dict[str, str], said: str) -> None:
    """It says what to mend, never raises, and repeats no password."""
    fault = settings_of(environment)
    assert isinstance(fault, Fault)
    assert said in fault.sentence
    assert "secret" not in fault.sentence
    assert fault.sentence.startswith("No outside geocoder is asked: ")
    assert fault.sentence.endswith(".")
