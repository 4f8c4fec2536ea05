"""Records built by hand for tests of what comes after extraction."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from core.models import DateMention, Event, Extraction, Figure, Place, Quote, Speaker, Trigger

TEXT = (
    "Officials found 12 graves near Vasylkove on Monday.\n\n"
    "“We counted at least 30 graves,” Mayor Olha Tkach said on Telegram. "
    "Norland denied the report. Shellfire hit Vasylkove in May."
)


def span(words: str, nth: int = 0, text: str = TEXT) -> tuple[int, int]:
    """Where ``words`` stand in the text, the ``nth`` time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def place(words: str = "Vasylkove", nth: int = 0, **changes: Any) -> Place:
    """A located settlement, unless changed."""
    start, end = span(words, nth)
    made = Place(
        *(start, end, words, words, "settlement", 49.5, 36.5, "UA", f"geonames:{len(words)}", 5.0),
        role="scene",
        adjective=False,
        confidence=0.9,
        reason="the only place of this name",
    )
    return replace(made, **changes)


def date(words: str, earliest: str | None, latest: str | None, nth: int = 0, **changes: Any) -> DateMention:
    """A date with its span of days in ISO format."""
    start, end = span(words, nth)
    days = [dt.date.fromisoformat(day) if day else None for day in (earliest, latest)]
    made = DateMention(
        start, end, words, "DATE", earliest or "PAST_REF", None, days[0], days[1], "published", "from the publication"
    )
    return replace(made, **changes)


def figure(words: str, low: float | None, high: float | None, **changes: Any) -> Figure:
    """A count without a speaker, unless changed."""
    start, end = span(words)
    made = Figure(
        *(start, end, words, low, high, "exactly", None, None, "graves", "grave", "count"),
        speaker=None,
        via=None,
        hedges=(),
        negated=False,
        place=None,
        date=None,
        sentence=(start, end),
    )
    return replace(made, **changes)


def speaker() -> Speaker:
    """The mayor of the sample text."""
    return Speaker("Olha Tkach", *span("Olha Tkach"), role="Mayor")


def record(**changes: Any) -> Extraction:
    """A small document with two scenes, an actor, two dates, two figures, a quotation and two events."""
    sentences = (
        span("Officials found 12 graves near Vasylkove on Monday."),
        span("“We counted at least 30 graves,” Mayor Olha Tkach said on Telegram."),
        span("Norland denied the report."),
        span("Shellfire hit Vasylkove in May."),
    )
    quoted = span("We counted at least 30 graves,")
    found, hit = span("found"), span("hit")
    monday, may = date("Monday", "2022-09-12", "2022-09-12"), date("May", "2022-05-01", "2022-05-31", nth=1)
    made = Extraction(
        id="doc1",
        name="graves.txt",
        sha256="0" * 64,
        title="Graves found",
        outlet="The Courier",
        published=dt.date(2022, 9, 17),
        published_from="given",
        language="en",
        text=TEXT,
        warnings=(),
        boilerplate=(),
        sentences=sentences,
        places=(
            place(),
            place("Norland", role="actor", kind="country", latitude=None, longitude=None, country=None, source=None),
            place("Vasylkove", 1),
        ),
        dates=(monday, may),
        figures=(
            figure("12 graves", 12, 12, place=0, date=0, sentence=sentences[0]),
            figure("at least 30 graves", 30, None, bound="at least", speaker=speaker(), sentence=sentences[1]),
        ),
        quotes=(Quote(*quoted, "We counted at least 30 graves,", "direct", speaker(), None, "Telegram", True),),
        events=(
            Event(
                *sentences[0],
                "Officials found 12 graves near Vasylkove",
                Trigger(*found, "find"),
                *(monday.earliest, monday.latest, "day", "happened", (0,), (0,), (0,), ()),
            ),
            Event(
                *sentences[3],
                "Shellfire hit Vasylkove",
                Trigger(*hit, "hit"),
                *(may.earliest, may.latest, "month", "happened", (1,), (2,), (), ()),
            ),
        ),
    )
    return replace(made, **changes)
