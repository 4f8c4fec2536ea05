"""Files made to harm their reader: what everybody who attacks a reading desk tries first."""

from __future__ import annotations

from collections.abc import Iterator

from tests.traps import (
    of_archives,
    of_breaks,
    of_faults,
    of_losses,
    of_mail,
    of_odd,
    of_office,
    of_pdf,
    of_rings,
    of_tar,
    of_text,
)
from tests.traps.trap import Trap

__all__ = ["Trap", "traps"]


def traps() -> Iterator[Trap]:
    """All of them, kind by kind."""
    for kind in (
        of_archives,
        of_tar,
        of_office,
        of_mail,
        of_text,
        of_pdf,
        of_odd,
        of_breaks,
        of_rings,
        of_faults,
        of_losses,
    ):
        yield from kind.traps()
