"""All expressions of a text anchored in order: what the text says first sets the stage for what follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from core.dates.anchoring import Stage, anchor_on
from core.dates.expression import Expression
from core.dates.periods import Period
from core.models import DateMention

NEWS_YEARS = 2
"""A text most of whose dated years lie further than this from its publication tells history, not news."""


def anchor_all(expressions: Sequence[Expression], published: dt.date | None) -> tuple[DateMention, ...]:
    """Every expression anchored: on the publication date, or on the date that the text itself set last."""
    narrative = is_narrative(expressions, published)
    previous: Period | None = None
    mentions = []
    for expression in expressions:
        anchored = anchor_on(Stage(published, previous, narrative), expression, expression.tense)
        mentions.append(anchored.mention)
        if anchored.period is not None:
            previous = anchored.period
    return tuple(mentions)


def is_narrative(expressions: Iterable[Expression], published: dt.date | None) -> bool:
    """Whether the text tells of times long before its publication, so that it sets its own dates."""
    if published is None:
        return True
    years = [e.parts.year for e in expressions if e.operation == "calendar" and e.parts.year and not e.parts.short_year]
    far = sum(1 for year in years if abs(published.year - year) > NEWS_YEARS)
    return len(years) >= 8 and far > 0.7 * len(years)
