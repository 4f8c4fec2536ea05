"""What the server adds to Streamlit: our own files, a strict content policy, a warm start."""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import net_util
from streamlit.runtime.pages_manager import PagesManager

from pages.shared import imports, name_cookie, original_route, outline_route
from pages.shared.coming_back import ComesBack
from pages.shared.original_route import MediaForReaders

_LOG = logging.getLogger(__name__)
_ASSETS = Path(__file__).parents[2] / "assets"
_TYPES = {
    ".geojson": "application/geo+json",
    ".woff2": "font/woff2",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
_PACKED = {".woff2", ".png"}  # compressed already
_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
_HOST = re.compile(r"[A-Za-z0-9.\-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?")
_DAY = 86_400
_FOREVER = "public, max-age=31536000, immutable"
_AGAIN = "no-cache"


def base_path() -> str:
    """The path the app is served under, with a leading slash and none at the end; empty at the root."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def asset_url(folder: str, name: str) -> str:
    """The address of one of our files, with its version, so that a browser may keep it for good."""
    return f"{base_path()}/assets/{folder}/{name}?v={_load(folder, name, _changed(folder, name))[1]}"


def routes() -> list[Route]:
    """The folders of assets that browsers may read, nothing else in there; outlines of places; a reader's name; files
    as they came."""
    assets = [
        Route(f"{base_path()}/assets/{folder}/{{name}}", _serve(folder), methods=["GET", "HEAD"])
        for folder in ("layers", "fonts", "theme")
    ]
    base = base_path()
    return [*assets, outline_route.route(base), name_cookie.route(base), original_route.route(base)]


def navigation_decides() -> None:
    """Keeps Streamlit from offering the files in ``pages/`` by their own names.

    It would do so until the first run of ``st.navigation``, and the first reader of a fresh server who follows a
    link to a page would be told that it does not exist.
    """
    PagesManager.uses_pages_directory = False


def ask_nobody() -> None:
    """Keeps Streamlit from asking an outside address for its own when a page of another host tries to connect.

    It keeps the answer for good; one that is here already allows nobody more and sends nothing out.
    """
    net_util._external_ip = "localhost"


def middleware() -> list[Middleware]:
    """The middleware around Streamlit's own."""
    base = base_path()
    return [Middleware(ContentPolicy), Middleware(ComesBack, base=base), Middleware(MediaForReaders, base=base)]


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[dict[str, Any]]:
    """Prepares models and gazetteer beside the first requests instead of before them."""
    tasks = [asyncio.create_task(asyncio.to_thread(_warm)), asyncio.create_task(_tidy_daily())]
    yield {}
    for task in tasks:
        task.cancel()


class ContentPolicy:
    """Tells the browser to ask no host but this one for anything, whatever a page holds."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds the headers to the start of each response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        policy = content_policy(Headers(scope=scope).get("host", ""))

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = policy
                headers["Referrer-Policy"] = "same-origin"
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        await self.app(scope, receive, send_with_policy)


def content_policy(host: str) -> str:
    """The policy for pages asked for under ``host``; a host that is none is left out."""
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval'{_inline_scripts()}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{sockets} blob: data:",
            "worker-src 'self' blob:",
            "media-src 'self' blob:",
            "frame-src 'self'",
            "frame-ancestors 'self'",
            "form-action 'self'",
            "base-uri 'self'",
            "object-src 'none'",
        )
    )


@lru_cache(maxsize=1)
def _inline_scripts() -> str:
    """The hashes of the scripts inside Streamlit's own page, so that these and no others may run."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>([^<]*)</script>", page)
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def _serve(folder: str) -> Any:
    async def endpoint(request: Request) -> Response:
        name = str(request.path_params["name"])
        if not _FILE.fullmatch(name) or Path(name).suffix not in _TYPES or not _path(folder, name).is_file():
            return Response(status_code=404)
        body, version, packed = await asyncio.to_thread(_load, folder, name, _changed(folder, name))
        headers = {"Cache-Control": _FOREVER if request.query_params.get("v") == version else _AGAIN}
        if packed is not None:
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in request.headers.get("accept-encoding", ""):
                body, headers["Content-Encoding"] = packed, "gzip"
        return Response(body, media_type=_TYPES[Path(name).suffix], headers=headers)

    return endpoint


def _path(folder: str, name: str) -> Path:
    return _ASSETS / folder / name


def _changed(folder: str, name: str) -> int:
    return _path(folder, name).stat().st_mtime_ns


@lru_cache(maxsize=64)
def _load(folder: str, name: str, changed: int) -> tuple[bytes, str, bytes | None]:
    """Bytes, version and gzipped bytes of a file; ``changed`` makes a new file a new entry."""
    body = _path(folder, name).read_bytes()
    version = hashlib.sha256(body).hexdigest()[:12]
    return body, version, None if Path(name).suffix in _PACKED else gzip.compress(body, 6, mtime=0)


def _warm() -> None:
    imports.wait()
    _say_fault()
    try:
        from core.desk import desk
        from pages.shared.gazetteer import preparation

        _LOG.info("the gazetteer is %s", "there" if preparation.ready else "being made")
        desk().warm()
        _draw_once()
    except Exception:  # a cold start is slower, not broken
        _LOG.exception("could not prepare the models ahead")


def _draw_once() -> None:
    """Plotly loads most of itself with the first chart, which takes the better part of a second."""
    from core.charts.timeline import timeline
    from core.event_coreference import gathered
    from core.frames.rows import frames

    nothing = frames(())
    timeline(gathered(nothing.events, ()), nothing.documents, "light").to_json()


async def _tidy_daily() -> None:
    """What was deleted goes for good, and old files that nobody needs go, however long the server runs."""
    while True:
        try:
            await asyncio.to_thread(_tidy)
        except Exception:  # tried again tomorrow
            _LOG.exception("what is old or deleted could not be dropped")
        await asyncio.sleep(_DAY)


def _tidy() -> None:
    imports.wait()
    from core.desk import desk, intake

    intake().drop(desk().dossiers.purge().originals)
    intake().drop_old(desk().dossiers.originals())


def _say_fault() -> None:
    """A wrong setting of the outside geocoder is one sentence in the log; the pages say it too, and all else works."""
    from core.places.geocoder.service import outside
    from core.places.geocoder.settings import Fault

    found = outside()
    if isinstance(found, Fault):
        _LOG.warning(found.sentence)
