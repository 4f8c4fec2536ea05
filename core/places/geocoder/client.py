"""Asks the geocoder for one name, by geopy, and tells its answer from its silence."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any
from urllib.request import getproxies_environment

from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderRateLimited,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)
from geopy.geocoders import Nominatim, Photon
from geopy.location import Location

from core.places.geocoder import nominatim, photon
from core.places.geocoder.adapter import Adapter
from core.places.geocoder.answer import Answer, Found, Spot, Unavailable, Unknown
from core.places.geocoder.settings import Settings

USER_AGENT = "Dateline (reading desk of a newsroom)"
"""Public servers refuse programs that do not say what they are."""

_MOST = 10
_NOT_UNDERSTOOD = "its answer could not be understood"
_REASONS: tuple[tuple[type[GeocoderServiceError], str], ...] = (
    (GeocoderRateLimited, "it was asked too often"),
    (GeocoderAuthenticationFailure, "it refuses questions from here"),
    (GeocoderInsufficientPrivileges, "it refuses questions from here"),
    (GeocoderTimedOut, "it took too long"),
    (GeocoderUnavailable, "it cannot be reached"),
    (GeocoderParseError, _NOT_UNDERSTOOD),
)
# geopy logs whole addresses: a log must not hold words of a document
logging.getLogger("geopy").setLevel(logging.WARNING)


class Client:
    """One geocoder. Used by one thread at a time."""

    def __init__(self, settings: Settings) -> None:
        kinds: dict[str, tuple[type[Any], Callable[[Location, str], Spot | None], dict[str, bool]]] = {
            "nominatim": (Nominatim, nominatim.spot, {"addressdetails": True, "namedetails": True}),
            "photon": (Photon, photon.spot, {}),
        }
        kind, self._spot, self._options = kinds[settings.kind]
        self._geocoder = kind(
            scheme=settings.scheme,
            domain=settings.domain,
            timeout=settings.timeout,
            user_agent=USER_AGENT,
            proxies=getproxies_environment(),  # the system's settings, which nobody made for Dateline, do not count
            adapter_factory=Adapter,
        )
        self._geocoder.headers["Accept-Language"] = "en"

    def ask(self, name: str) -> Answer:
        """What the geocoder says to a name; sends the name and nothing else, once."""
        try:
            locations = self._geocoder.geocode(name, exactly_one=False, limit=_MOST, **self._options)
            spots = [self._spot(location, name) for location in (locations or [])[:_MOST]]
        except GeocoderServiceError as error:
            return Unavailable(_reason(error), getattr(error, "retry_after", None))
        except (LookupError, TypeError, ValueError, AttributeError):  # geopy trusts the form of an answer
            return Unavailable(_NOT_UNDERSTOOD)
        found = tuple(spot for spot in spots if spot)
        return Found(found) if found else Unknown()


def _reason(error: GeocoderServiceError) -> str:
    status = getattr(error.__cause__, "status_code", None)
    if status is not None and 300 <= status < 400:
        return "it sends requests on to another address, which is not followed"
    known = next((words for kind, words in _REASONS if isinstance(error, kind)), None)
    if known:
        return known
    return f"it answered with an error (HTTP {status})" if status is not None else "its answer was not usable"
