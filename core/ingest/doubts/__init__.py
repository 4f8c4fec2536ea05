"""Passages of a text whose characters or wording give reason for doubt; one file a kind.

Each kind is a function from a text to notices in the order of the text; all run in time linear in its length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from core.ingest.doubts import garbled, hidden, machine, mixed, print_noise, replaced
from core.models import Notice
from core.shelter import attempted

KINDS: tuple[Callable[[str], Iterator[Notice]], ...] = (
    replaced.unreadable,
    garbled.garbled,
    hidden.hidden,
    mixed.mixed,
    print_noise.noisy,
    machine.translated,
)
MOST = 20
"""Notices of one kind that are worth a reader's time."""

COUNTED = 1_000
"""Passages up to which they are counted."""

LOOKED_AT = 2_000_000
"""Characters of a text that are looked at, some 300,000 words."""


def doubts(text: str) -> Iterator[Notice]:
    """All kinds, each with at most :data:`MOST` passages, and one notice more that says how many there are.

    A kind that fails costs its own notices: no doubt about a text may ever cost the text.
    """
    looked_at = text[:LOOKED_AT]
    for kind in KINDS:
        found = attempted("a doubt", partial(_found, kind, looked_at), [])
        yield from found[:MOST]
        if len(found) > MOST:
            many = f"{len(found):,}" if len(found) < COUNTED else f"{COUNTED:,} or more"
            yield Notice(found[0].code, f"There are {many} such passages in all; the first {MOST} are marked.")


def _found(kind: Callable[[str], Iterator[Notice]], text: str) -> list[Notice]:
    return list(islice(kind(text), COUNTED))
