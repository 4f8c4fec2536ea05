"""The name that a reader gives, kept by their browser: the cookie, and the route of our server that sets it.

A page cannot set a cookie, so a small script of ours posts the name. No other site can do so: the browser says where a
request comes from, and the answer to a foreign one is a refusal. The name is no secret and opens nothing.
"""

from __future__ import annotations

import json
from urllib.parse import quote, unquote, urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from core.wording.persons import person_name

COOKIE = "dateline_reader"
PATH = "/reader"
_YEAR = 31_536_000
_MOST_BYTES = 1_024
"""Bytes of a request; a name of the greatest length has fewer."""


def name_in(value: str) -> str:
    """The name that a cookie's value holds; empty where it holds none that can be shown."""
    return person_name(unquote(value, errors="replace")) if len(value) <= _MOST_BYTES else ""


def route(base: str) -> Route:
    """Where a browser posts its reader's name as ``{"name": …}``; an empty one is forgotten.

    Args:
        base: the path the app is served under, with a leading slash; empty at the root.
    """

    async def keep(request: Request) -> Response:
        origin = urlsplit(request.headers.get("origin", ""))
        if not origin.netloc or origin.netloc != request.headers.get("host", ""):
            return Response(status_code=403)
        name = _name_of(await _body(request))
        if name is None:
            return Response(status_code=400)
        answer = Response(status_code=204, headers={"Cache-Control": "no-store"})
        answer.set_cookie(
            COOKIE,
            quote(name, safe=""),
            max_age=_YEAR if name else 0,
            path=base or "/",
            secure=origin.scheme == "https",  # as the browser sees it, whatever a proxy makes of it
            httponly=True,
            samesite="lax",
        )
        return answer

    return Route(f"{base}{PATH}", keep, methods=["POST"])


async def _body(request: Request) -> bytes:
    """The body as far as it may be one; more of it is not read."""
    body = b""
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > _MOST_BYTES:
                return b""
    except ClientDisconnect:
        return b""
    return body


def _name_of(body: bytes) -> str | None:
    """The name in a request; null where it is no request of ours."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    name = said.get("name") if isinstance(said, dict) else None
    if not isinstance(name, str):
        return None
    cleaned = person_name(name)
    return cleaned if cleaned or not name.strip() else None
