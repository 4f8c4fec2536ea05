"""The way out for geopy: one request, one answer of sane size in limited time, nothing followed elsewhere."""

from __future__ import annotations

import json
import ssl
import time
from http.client import HTTPException, HTTPResponse
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderServiceError, GeocoderTimedOut, GeocoderUnavailable

MOST_BYTES = 1_000_000
"""Ten places with all their names in all languages take a tenth of this."""

_AT_ONCE = 65_536


class Adapter(BaseSyncAdapter):
    """Instead of geopy's own, which follow redirects to any host, read answers of any size and may ask twice."""

    def __init__(self, *, proxies: dict[str, str] | None, ssl_context: ssl.SSLContext | None) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)  # type: ignore[no-untyped-call]  # geopy has no types
        self._opener = build_opener(HTTPSHandler(context=ssl_context), ProxyHandler(proxies or {}), _Nowhere)

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:
        """The answer's JSON. NaN and infinity, which JSON does not have, are refused."""
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text, parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            raise GeocoderParseError("no JSON") from error

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        """The answer's text, with geopy's errors for all that can go wrong."""
        deadline = time.monotonic() + timeout
        try:
            with self._opener.open(Request(url, headers=headers), timeout=timeout) as response:  # noqa: S310 – http(s) by the settings
                return _read(response, deadline).decode("utf-8")
        except HTTPError as error:
            with error:
                named = {name.lower(): value for name, value in error.headers.items()}
            message = f"HTTP status {error.code}"
            raise AdapterHTTPError(message, status_code=error.code, headers=named, text=None) from None  # type: ignore[no-untyped-call]
        except UnicodeDecodeError:
            raise GeocoderParseError("no UTF-8") from None
        except URLError as error:
            raise _of_connection(error.reason) from None
        except (OSError, HTTPException) as error:
            raise _of_connection(error) from None


def _of_connection(reason: object) -> GeocoderServiceError:
    return GeocoderTimedOut("too slow") if isinstance(reason, TimeoutError) else GeocoderUnavailable("no connection")


def _read(response: HTTPResponse, deadline: float) -> bytes:
    """The whole body; the time-out of the socket alone would let a server drip for ever."""
    body = bytearray()
    while part := response.read1(_AT_ONCE):
        body += part
        if len(body) > MOST_BYTES:
            raise GeocoderServiceError("too large")
        if time.monotonic() > deadline:
            raise GeocoderTimedOut("too slow")
    return bytes(body)


def _no_number(name: str) -> float:
    raise ValueError(name)


class _Nowhere(HTTPRedirectHandler):
    """Follows no redirect: a name goes to the host that the administrator named and to no other."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        """None makes urllib report the redirect as an error."""
        return None
