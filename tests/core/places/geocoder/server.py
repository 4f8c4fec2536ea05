"""A geocoder on this machine that speaks as Nominatim and as Photon do, and misbehaves when told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from core.places.geocoder.settings import Kind, Settings


@dataclass(frozen=True)
class Reply:
    """What the server says to one name; with ``hangs`` it says nothing until it is stopped."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hangs: bool = False


@dataclass
class Fake:
    """The running server: what it says to which name, and what it was asked."""

    address: str
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def settings(self, kind: Kind = "nominatim", path: str = "", timeout: float = 5.0) -> Settings:
        """Settings that name this server."""
        return Settings(kind, "http", self.address + path, 0.0, timeout)


def nominatim_place(name: str, latitude: float, longitude: float, **changes: Any) -> dict[str, Any]:
    """A village in Ukraine as Nominatim's search gives it."""
    made: dict[str, Any] = {
        "place_id": 100149,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
        "osm_type": "node",
        "osm_id": 107775,
        "boundingbox": [str(latitude - 0.02), str(latitude + 0.02), str(longitude - 0.02), str(longitude + 0.02)],
        "lat": str(latitude),
        "lon": str(longitude),
        "class": "place",
        "type": "village",
        "place_rank": 19,
        "importance": 0.27,
        "addresstype": "village",
        "name": name,
        "display_name": f"{name}, Kharkiv Oblast, Ukraine",
        "address": {"village": name, "state": "Kharkiv Oblast", "country": "Ukraine", "country_code": "ua"},
        "namedetails": {"name": name, "name:en": name},
    }
    return {**made, **changes}


def photon_place(name: str, latitude: float, longitude: float, **changes: Any) -> dict[str, Any]:
    """A village in Ukraine as Photon's search gives it; changes go to its properties."""
    made: dict[str, Any] = {
        "name": name,
        "state": "Kharkiv Oblast",
        "country": "Ukraine",
        "countrycode": "UA",
        "osm_key": "place",
        "osm_value": "village",
        "osm_type": "N",
        "osm_id": 240109189,
        "type": "city",
        "extent": [longitude - 0.02, latitude + 0.02, longitude + 0.02, latitude - 0.02],
    }
    geometry = {"type": "Point", "coordinates": [longitude, latitude]}
    return {"type": "Feature", "geometry": geometry, "properties": {**made, **changes}}


def nominatim(*places: dict[str, Any]) -> Reply:
    """Nominatim's answer with these places."""
    return Reply(json.dumps(places).encode())


def photon(*places: dict[str, Any]) -> Reply:
    """Photon's answer with these places."""
    return Reply(json.dumps({"type": "FeatureCollection", "features": places}).encode())


@contextmanager
def geocoder() -> Iterator[Fake]:
    """The server, on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            name = parse_qs(parts.query).get("q", [""])[0]
            fake.requests.append((self.path, dict(self.headers)))
            fake.asked.append(name)
            empty = photon() if parts.path.endswith("/api") else nominatim()
            reply = fake.replies.get(name, empty)
            if reply.hangs:
                fake.stopped.wait()
                return
            self.send_response(reply.status)
            for header, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(header, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Nothing: the tests read ``asked``."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake = Fake(f"127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()
