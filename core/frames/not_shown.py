"""The not-shown tray: what a page does not draw, why, and how much of it there is."""

from __future__ import annotations

from dataclasses import replace

from core.frames.filter import Filter
from core.frames.kinds import NotShown, Page
from core.frames.rows import Frames
from core.frames.selection import select, taken_away

BY_FILTER = "left out by the filter above"


def not_shown(whole: Frames, chosen: Filter, page: Page) -> tuple[NotShown, ...]:
    """Everything that ``page`` leaves out under a filter; what the reader chose to leave out comes last."""
    every = replace(chosen, roles="all")  # which roles are hidden is a reason of its own
    kept = select(whole, every)
    own = [
        NotShown(reason.told(chosen), [row for row in kept.of(kind) if reason.holds(row, chosen)])
        for kind in whole.kinds
        if kind.page == page
        for reason in kind.left_out
    ]
    rest = [row for kind in whole.kinds if kind.stands_on(page) for row in taken_away(whole, kind, every)]
    return tuple(item for item in (*own, NotShown(BY_FILTER, rest)) if item.count)
