"""What the reading of one file handed in has used up of its limits, over all levels."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from core.ingest.limits import LIMITS, MIB, Limits
from core.ingest.outcome import Unreadable

_GRACE = 0.1


@dataclass(slots=True)
class Budget:
    """Counts what is really read; readers tell it, and it refuses when a limit is reached."""

    limits: Limits = LIMITS
    members: int = 0
    unpacked: int = 0
    characters: int = 0
    cells: int = 0
    until: float = math.inf
    """When to stop by oneself, on the monotonic clock: who is stopped by others has nothing to show."""
    told: Callable[[str], None] = lambda _: None
    """Told where a reader has come to, in words; who waits for it may then wait on."""

    @classmethod
    def within_time(cls, limits: Limits, told: Callable[[str], None]) -> Budget:
        """A budget whose reader ends by itself some while before its time is over."""
        return cls(limits, until=time.monotonic() + limits.seconds * limits.own_share, told=told)

    def progress(self, words: str) -> None:
        """Say that a page is at work that may take long, and take the time for it."""
        self.told(words)
        self.until = max(self.until, time.monotonic() + self.limits.page_seconds)

    def refuse_late(self, grace: float = 0.0) -> None:
        """End the reading of a file while there is time to hand over what was read.

        Args:
            grace: seconds more, for what has been unpacked already.

        Raises:
            Unreadable: the time is over.
        """
        if time.monotonic() > self.until + grace:
            raise Unreadable("timed out", "Reading it took too long; the rest was not read.")

    def open_member(self) -> None:
        """Count one more file inside the file.

        Raises:
            Unreadable: there are more than are read, or time is over.
        """
        self.refuse_late(self.limits.seconds * _GRACE)
        self.members += 1
        if self.members > self.limits.members:
            raise Unreadable("too large", f"It holds more than {self.limits.members:,} files; the rest was not opened.")

    def refuse_more(self) -> None:
        """End an archive of which no more may be unpacked: its other members would each be refused.

        Raises:
            Unreadable: the limit of all members together is reached.
        """
        if self.unpacked > self.limits.unpacked:
            raise Unreadable("too large", "The rest was not opened.")

    def unpack(self, chunks: Iterable[bytes], packed: int) -> bytes:
        """All bytes of a packed member, counted while they come: what an archive says about sizes is not believed.

        Args:
            chunks: pieces of at most about a MiB each.
            packed: bytes that the member takes inside the archive.

        Raises:
            Unreadable: the member, or all members together, are larger than is read.
        """
        return b"".join(self.counted(chunks, packed))

    def counted(self, chunks: Iterable[bytes], packed: int) -> Iterator[bytes]:
        """The same, piece by piece, for what need not be held as a whole."""
        size = 0
        for chunk in chunks:
            self.refuse_late()
            size += len(chunk)
            self.unpacked += len(chunk)
            if self.unpacked > self.limits.unpacked:
                raise Unreadable("too large", f"Unpacked, it is larger than {self.limits.unpacked // MIB:,} MB in all.")
            if size > self.limits.member:
                raise Unreadable("too large", f"Unpacked, it is larger than {self.limits.member // MIB:,} MB.")
            if size > self.limits.ratio_from and size > self.limits.ratio * max(packed, 1):
                raise Unreadable("too large", "Unpacked, it is so much larger than packed that it looks like a trap.")
            yield chunk

    def take_text(self, text: str) -> None:
        """Count the characters of a document.

        Raises:
            Unreadable: there are more than are read.
        """
        self.characters += len(text)
        self.refuse_longer(0)

    def refuse_longer(self, more: int) -> None:
        """End the reading of a document that has come to so many characters, before all of it is read.

        Raises:
            Unreadable: with those of other documents they are more than are read.
        """
        if self.characters + more > self.limits.characters:
            most = self.limits.characters
            raise Unreadable("too large", f"The text is longer than {most:,} characters; please send it in parts.")

    def take_cells(self, count: int) -> None:
        """Count cells of a table.

        Raises:
            Unreadable: there are more than are read.
        """
        self.refuse_late()
        self.cells += count
        if self.cells > self.limits.cells:
            raise Unreadable("too large", f"It has more than {self.limits.cells:,} cells; the rest was not read.")
