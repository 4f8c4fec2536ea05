"""Files as they were handed in, by the dossier and document they belong to: whoever asks is asked who they are again.

A link to a file that is handed on opens for nobody to whom its dossier is not open. Of what Streamlit keeps for a
page's own downloads no dossier is known; where people sign in, nobody else gets any of it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri, get_secrets_auth_section
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME


class _File(NamedTuple):
    name: str
    data: bytes


def original_url(base: str, dossier: str, document: str) -> str:
    """Where a browser gets the file that a document came in."""
    return f"{base}/original/{quote(dossier, safe='')}/{quote(document, safe='')}"


def route(base: str) -> Route:
    """The file of a document, for those to whom its dossier is open; for all others there is none."""

    async def hand_back(request: Request) -> Response:
        told = signed_claims(request.cookies)
        found = await asyncio.to_thread(
            _original, told, request.path_params["dossier"], request.path_params["document"]
        )
        if found is None:
            return Response(status_code=404)
        headers = {
            "Content-Disposition": f"attachment; filename*=utf-8''{quote(found.name, safe='')}",
            "Cache-Control": "no-store",
        }
        return Response(found.data, media_type="application/octet-stream", headers=headers)

    return Route(f"{base}/original/{{dossier}}/{{document}}", hand_back, methods=["GET"])


class MediaForReaders:
    """Where people sign in, what Streamlit keeps for downloads is for those who did."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        self.app = app
        self.base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses as if there were nothing."""
        media = scope["type"] == "http" and scope["path"].startswith(f"{self.base}/media/")
        if media and get_secrets_auth_section() and not signed_claims(HTTPConnection(scope).cookies):
            await Response(status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def signed_claims(cookies: Mapping[str, str]) -> dict[str, object]:
    """What the provider vouched for, as Streamlit keeps it in a signed cookie; nothing where nobody signed in here."""
    if not get_secrets_auth_section():
        return {}

    def part(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1", "replace")) if value else None

    try:
        told = json.loads(get_cookie_with_chunks(part, USER_COOKIE_NAME) or b"{}")
    except ValueError:
        return {}
    here = isinstance(told, dict) and told.get("origin") == get_origin_from_redirect_uri()
    return told if here and told.get("is_logged_in") is True else {}


def _original(told: Mapping[str, object], dossier: str, document: str) -> _File | None:
    from core.desk import access, desk
    from core.desk.people import NOBODY, person_of

    with access.acting_as(person_of(told) if told else NOBODY):
        records = desk().records(dossier, (document,))
    if not records or records[0].original is None:
        return None
    data = desk().originals.get(records[0].original)
    return None if data is None else _File(records[0].original_name or records[0].name, data)
