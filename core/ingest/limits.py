"""How much of a file is read: one table, so that no upload can fill the machine.

Whatever lies beyond a limit is left out with a sentence; nothing is cut silently.
"""

from __future__ import annotations

from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits of reading one file handed in; sizes in bytes, times in seconds."""

    memory: int = 2048 * MIB
    """Of the process that reads, with everything it loads."""
    seconds: float = 60.0
    """For a file without pages to recognise."""
    own_share: float = 0.75
    """Of those seconds, after which a reader ends by itself with what it has; after all of them it is ended."""
    page_seconds: float = 60.0
    """For the recognition of characters on one page."""
    recognition_seconds: float = 900.0
    """For the recognition of characters in one file."""
    files_a_worker: int = 200
    """After so many a new process begins, so that nothing gathers in memory."""
    upload: int = 200 * MIB
    """A file handed in; ``server.maxUploadSize`` in ``.streamlit/config.toml`` says the same to the browser."""
    characters: int = 20_000_000
    """Text of all documents in one file handed in, about 3 million words."""
    pages: int = 5_000
    depth: int = 5
    """Archives in archives, and mails in archives: so many levels are opened."""
    members: int = 10_000
    """Files, messages or rows inside one file handed in, over all levels."""
    unpacked: int = 1024 * MIB
    """Over all members and levels."""
    member: int = 200 * MIB
    ratio: int = 100
    """A packed member may grow by this factor; small ones (below ``ratio_from``) by any."""
    ratio_from: int = 10 * MIB
    header: int = 64 * 1024
    """One header line of a mail."""
    nesting: int = 50
    """Parts of a mail inside parts."""
    cells: int = 1_000_000


LIMITS = Limits()

LONG_CHARACTERS = 300_000
"""From here on a reader is told that a document takes its time: about a minute on a small machine."""

MAX_SMART_HTML = 3_000_000
"""Characters of markup up to which the main text of a page is looked for; longer pages give all their text."""
