"""Which geocoder an administrator named, by the environment alone; without a kind and an address nobody is asked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args
from urllib.parse import SplitResult, urlsplit

KIND_VARIABLE = "DATELINE_GEOCODER"
URL_VARIABLE = "DATELINE_GEOCODER_URL"
SECONDS_VARIABLE = "DATELINE_GEOCODER_SECONDS"
TIMEOUT_VARIABLE = "DATELINE_GEOCODER_TIMEOUT"

Kind = Literal["nominatim", "photon"]
_PUBLIC = frozenset({"nominatim.openstreetmap.org", "photon.komoot.io"})
_PUBLIC_SECONDS = 1.0
"""What the public servers ask of a whole application: one request a second."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A geocoder: ``domain`` is host, port and path; ``seconds`` lie between two requests, ``timeout`` ends one."""

    kind: Kind
    scheme: str
    domain: str
    seconds: float
    timeout: float

    @property
    def host(self) -> str:
        """Host and port, as people know the server."""
        return self.domain.partition("/")[0]

    @property
    def title(self) -> str:
        """What a page calls it: "Nominatim at geo.newsroom.local"."""
        return f"{self.kind.title()} at {self.host}"

    @property
    def address(self) -> str:
        """Kind and address in one: answers of another server are other answers."""
        return f"{self.kind} {self.scheme}://{self.domain}"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why nobody is asked although something was set, in one sentence for people."""

    sentence: str


def settings_of(environment: Mapping[str, str]) -> Settings | Fault | None:
    """The geocoder that the environment names, null where it names none; never raises."""
    given = {name: environment.get(name, "").strip() for name in (KIND_VARIABLE, URL_VARIABLE)}
    if not any(given.values()):
        return None
    try:
        kind = _kind(given[KIND_VARIABLE])
        parts = _parts(given[URL_VARIABLE])
        seconds = _number(environment, SECONDS_VARIABLE, 1.0, 0.0, 3600.0)
        timeout = _number(environment, TIMEOUT_VARIABLE, 10.0, 0.01, 120.0)
    except ValueError as error:
        return Fault(f"No outside geocoder is asked: {error}.")
    least = _PUBLIC_SECONDS if parts.hostname in _PUBLIC else 0.0
    domain = (parts.netloc + parts.path).rstrip("/")
    return Settings(kind, parts.scheme, domain, max(seconds, least), timeout)


def _kind(given: str) -> Kind:
    if given.lower() not in get_args(Kind):
        raise ValueError(f"{KIND_VARIABLE} must be nominatim or photon" + (f", not “{given[:40]}”" if given else ""))
    return cast("Kind", given.lower())


def _parts(given: str) -> SplitResult:
    """Scheme, host and path.

    Raises:
        ValueError: with the reason in words. The address itself is not repeated: it may hold a password.
    """
    if not given:
        raise ValueError(f"{URL_VARIABLE} must give its address")
    try:
        parts = urlsplit(given)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fits = False
    if not fits or not given.isascii() or any(sign.isspace() for sign in given):
        raise ValueError(f"{URL_VARIABLE} must be an address such as https://geocoder.example/nominatim")
    if "@" in parts.netloc:
        raise ValueError(f"{URL_VARIABLE} must not hold a user name or password")
    if parts.query or parts.fragment:
        raise ValueError(f"{URL_VARIABLE} must end before “?” and “#”")
    if parts.path.rstrip("/").endswith("/search"):
        raise ValueError(f"{URL_VARIABLE} must leave out “/search” at its end")
    return parts


def _number(environment: Mapping[str, str], name: str, default: float, least: float, most: float) -> float:
    given = environment.get(name, "").strip()
    try:
        value = float(given) if given else default
    except ValueError:
        value = math.nan
    if not least <= value <= most:
        raise ValueError(f"{name} must be a number of seconds from {least:g} to {most:g}")
    return value
