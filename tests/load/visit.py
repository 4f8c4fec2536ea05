"""One reader's browser without its screen: asks for pages over the websocket, and keeps what a browser keeps."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import quote

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from pages.shared.name_cookie import COOKIE

_LONGEST = 60.0
"""Seconds after which a run that does not end is a failure."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a page's script: how long the reader waited for its end, and what it sent."""

    page: str
    seconds: float
    bytes: int


@dataclass
class Visit:
    """An open page. Use it as an asynchronous context; :meth:`to` and :meth:`again` are for one task at a time."""

    address: str
    dossier: str
    name: str = "A. Reader"
    faults: list[str] = field(default_factory=list)
    _socket: ClientConnection | None = None
    _page: str = ""
    _received: int = 0
    _kept: dict[str, None] = field(default_factory=dict)
    _polls: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _ended: asyncio.Event = field(default_factory=asyncio.Event)
    _listening: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        cookie = {"Cookie": f"{COOKIE}={quote(self.name)}"}
        address = self.address.replace("http", "ws", 1) + "/_stcore/stream"
        self._socket = await connect(address, additional_headers=cookie, max_size=None, subprotocols=["streamlit"])  # type: ignore[list-item]
        self._listening = asyncio.create_task(self._listen())
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in (*self._polls.values(), self._listening):
            if task is not None:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
        if self._socket is not None:
            await self._socket.close()

    async def to(self, page: str) -> Run:
        """Go to a page by its address, and wait until its script has ended."""
        self._page = page
        return await self.again()

    async def again(self) -> Run:
        """Have the page's script run once more.

        Raises:
            TimeoutError: it does not end.
            ConnectionError: the server has gone.
        """
        self._drop_polls()
        self._ended.clear()
        before, begun = self._received, time.monotonic()
        await self._send()
        async with asyncio.timeout(_LONGEST):
            await self._ended.wait()
        if self._listening is None or self._listening.done():
            raise ConnectionError("the server has closed the connection")
        return Run(self._page or "overview", time.monotonic() - begun, self._received - before)

    async def _send(self, fragment: str = "") -> None:
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string = f"dossier={self.dossier}"
        state.page_name = self._page
        state.cached_message_hashes.extend(self._kept)
        if fragment:
            state.fragment_id, state.is_auto_rerun = fragment, True
        assert self._socket is not None
        await self._socket.send(asked.SerializeToString())

    async def _listen(self) -> None:
        assert self._socket is not None
        try:
            async for data in self._socket:
                assert isinstance(data, bytes)
                self._received += len(data)
                self._take(ForwardMsg.FromString(data))
        finally:
            self._ended.set()  # nobody waits for what does not come any more

    def _take(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable and not message.ref_hash:
            self._kept[message.hash] = None
        match message.WhichOneof("type"):
            case "script_finished" if not message.metadata.run.fragment_ids:
                self._ended.set()  # of the whole page: parts of it run in between, and after it
            case "auto_rerun":
                self._poll(message.auto_rerun.fragment_id, message.auto_rerun.interval)
            case "delta" if message.delta.new_element.WhichOneof("type") == "exception":
                self.faults.append(message.delta.new_element.exception.message)

    def _poll(self, fragment: str, seconds: float) -> None:
        """As a page asks again and again for a part of it, until the whole of it is drawn anew."""

        async def ask() -> None:
            while True:
                await asyncio.sleep(seconds)
                await self._send(fragment)

        if fragment not in self._polls:
            self._polls[fragment] = asyncio.create_task(ask())

    def _drop_polls(self) -> None:
        for task in self._polls.values():
            task.cancel()
        self._polls.clear()
