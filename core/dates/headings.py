"""Days that stand over a passage, as in live blogs and daily reports: what is said under one was written that day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from core.dates.expression import Expression
from core.dates.periods import Period
from core.models import DateMention

LONGEST_LINE = 60
"""Characters from the day to either end of its line; further off it is a sentence and no heading."""

_BESIDE = re.compile(
    r"(?:day|updated?|live|daily|situation|report|summary|briefing|posted|published|at|of|war|\d|[ap]m|gmt|utc|edt|est"
    r"|bst|[^\w\n])*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The day that what follows was written: the heading above, or the publication where none stands."""

    day: dt.date | None
    stands: bool = False

    def after(self, expression: Expression, period: Period | None) -> Heading:
        """What holds behind an expression."""
        if not expression.heading or period is None or period.unit != "day" or period.first == self.day:
            return self
        return Heading(period.first, stands=True)

    def named(self, mention: DateMention) -> DateMention:
        """The mention with the heading named as its anchor, where one stands."""
        if not self.stands or mention.anchor != "published":
            return mention
        reason = mention.reason.replace("day of publication, ", "day of ")
        return replace(mention, anchor="previous", reason=f"{reason}, the heading above")


def is_heading(text: str, said: Expression) -> bool:
    """Whether a day with its month stands alone on its line, or with no more than "Day 205" or "updated" beside it."""
    if said.operation != "calendar" or said.parts.day is None or said.parts.month is None:
        return False
    first = text.rfind("\n", max(0, said.start - LONGEST_LINE), said.start) + 1
    last = text.find("\n", said.end, said.end + LONGEST_LINE)
    if last < 0 or (not first and said.start >= LONGEST_LINE):
        return False
    return all(_BESIDE.fullmatch(part) for part in (text[first : said.start], text[said.end : last]))
