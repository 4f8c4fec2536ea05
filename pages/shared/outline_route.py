"""Outlines of places for the map: one file for some places, which a browser fetches once and keeps."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

MOST = 200
"""Places that one address may name."""

_KEY = re.compile(r"[\w:.\-]{1,60}")
_FOREVER = "public, max-age=31536000, immutable"
_KEPT = 32
"""Files that are kept packed: a map of a continent is half a megabyte."""


def outlines_url(base: str, version: str, keys: Sequence[str]) -> str:
    """Where a browser finds the outlines of some places, in the gazetteer of this version."""
    return f"{base}/outlines/{quote(version, safe='')}?of={','.join(quote(key, safe=':') for key in keys)}"


def route(base: str) -> Route:
    """GeoJSON of the places that the address names; those without an outline are left out.

    It is the same for everybody, as the world's list of places is, and says nothing of any dossier. A file of another
    version is not kept by the browser.
    """

    async def hand_out(request: Request) -> Response:
        keys = tuple(unquote(key) for key in request.query_params.get("of", "").split(",") if key)
        if not 0 < len(keys) <= MOST or not all(_KEY.fullmatch(key) for key in keys):
            return Response(status_code=404)
        packed, version = await asyncio.to_thread(_packed_now, keys)
        headers = {"Vary": "Accept-Encoding"}
        headers["Cache-Control"] = _FOREVER if request.path_params["version"] == version else "no-store"
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(packed, media_type="application/geo+json", headers=headers)
        return Response(gzip.decompress(packed), media_type="application/geo+json", headers=headers)

    return Route(f"{base}/outlines/{{version}}", hand_out, methods=["GET"])


def _packed_now(keys: tuple[str, ...]) -> tuple[bytes, str]:
    from pages.shared import gazetteer  # large, and not needed before the first map

    version = gazetteer.version()
    return _packed(keys, version), version


@lru_cache(maxsize=_KEPT)
def _packed(keys: tuple[str, ...], version: str) -> bytes:
    """The file, compressed; ``version`` makes another gazetteer another entry."""
    from pages.shared import gazetteer

    content = {"type": "FeatureCollection", "features": gazetteer.shapes(keys)}
    return gzip.compress(json.dumps(content, separators=(",", ":")).encode(), 6, mtime=0)
