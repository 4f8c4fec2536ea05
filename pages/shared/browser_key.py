"""A browser is known by a random word that our server gives it with the first page: drafts are kept for whoever has it.

Unlike the name that a reader types it is a secret, and no script of a page can read it. It says nothing of a person.
"""

from __future__ import annotations

import re
import secrets
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "dateline_browser"
_KEY = re.compile(r"[A-Za-z0-9_-]{43}")
_YEAR = 31_536_000


def new() -> str:
    """A word that nobody can guess."""
    return secrets.token_urlsafe(32)


def key_in(value: str) -> str:
    """The word in a cookie's value; empty where it is none of ours."""
    return value if _KEY.fullmatch(value) else ""


class KnowsBrowsers:
    """Gives each browser its word with a page, for a year from the last one."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        self.app = app
        self.base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds to the answers that are pages alone."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                if answer.get("content-type", "").startswith("text/html"):
                    answer.append("set-cookie", self._cookie(asked, str(scope.get("scheme", ""))))
            await send(message)

        await self.app(scope, receive, send_on)

    def _cookie(self, asked: Headers, scheme: str) -> str:
        secure = "; Secure" if "https" in (scheme, asked.get("x-forwarded-proto")) else ""
        word = _kept(asked.get("cookie", "")) or new()
        return f"{COOKIE}={word}; Path={self.base or '/'}; Max-Age={_YEAR}; HttpOnly; SameSite=Lax{secure}"


def _kept(cookies: str) -> str:
    try:
        found = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return ""
    return key_in(found.value) if found else ""
