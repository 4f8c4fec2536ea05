"""The way back from a sign-in: the page that a reader left for it, with dossier and filter, is there again.

Streamlit leads everybody to its first page. The address they left comes with the request for the sign-in, is kept by
the browser meanwhile, and takes the place of the first page's when the provider sends them back.
"""

from __future__ import annotations

from http.cookies import SimpleCookie
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "dateline_back"
_LEAVES, _RETURNS = "/auth/login", "/oauth2callback"
_MOST = 3_000
"""Characters of an address that a cookie surely holds; of a longer one its dossier is lost, and the list is shown."""

_MINUTES = 15


class ComesBack:
    """Keeps the address that is left for a sign-in, and goes back to it."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        self.app = app
        self.base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds to the answers of the two routes alone."""
        path = scope.get("path", "")
        if scope["type"] != "http" or path not in (f"{self.base}{_LEAVES}", f"{self.base}{_RETURNS}"):
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                if path.endswith(_LEAVES):
                    self._keep(left(asked.get("referer", ""), asked.get("host", ""), self.base), answer)
                else:
                    self._lead(kept(asked.get("cookie", ""), self.base), answer)
            await send(message)

        await self.app(scope, receive, send_on)

    def _keep(self, address: str | None, answer: MutableHeaders) -> None:
        if address is not None:
            self._set(answer, quote(address, safe=""), _MINUTES * 60)

    def _lead(self, address: str | None, answer: MutableHeaders) -> None:
        """To the address, instead of the first page."""
        if address is not None and answer.get("location", "").rstrip("/") == self.base:
            answer["location"] = address
            self._set(answer, "", 0)

    def _set(self, answer: MutableHeaders, value: str, seconds: int) -> None:
        path = self.base or "/"
        answer.append("set-cookie", f"{COOKIE}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax")


def left(referer: str, host: str, base: str) -> str | None:
    """Path and query of the page that a request comes from; null where it is none of ours."""
    parts = urlsplit(referer)
    if not host or parts.netloc != host:
        return None
    return _ours(f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}", base)


def kept(cookies: str, base: str) -> str | None:
    """The address in the cookies of a request; null where there is none, or none of ours."""
    try:
        found = SimpleCookie(cookies).get(COOKIE)
    except ValueError:
        return None
    return _ours(unquote(found.value), base) if found else None


def _ours(address: str, base: str) -> str | None:
    """An address on this server, as a path; nothing that a browser could read as another host."""
    plain = address.isascii() and address.isprintable() and not {*'\\ <>"'} & {*address}
    inside = address.startswith(f"{base}/") and not address.startswith(("//", f"{base}//"))
    return address if plain and inside and len(address) <= _MOST else None
