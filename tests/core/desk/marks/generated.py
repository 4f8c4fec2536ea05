"""Strategies for small records in which marks meet: few places, days and speakers, in all the ways a record allows."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any, get_args

from hypothesis import strategies as st

from core.frames.filter import Filter, Roles
from core.models import (
    DateMention,
    Event,
    Extraction,
    Figure,
    FigureKind,
    Notice,
    Place,
    PlaceCandidate,
    Quote,
    Role,
    Speaker,
    Trigger,
)
from tests.core.records import TEXT

WORDS = [(at, at + len(word)) for word in TEXT.split() for at in [TEXT.index(word)]]
FIRST = dt.date(2022, 8, 29)
DAYS = [FIRST + dt.timedelta(days=n) for n in (0, 1, 2, 3, 40)] + [dt.date(2021, 12, 31), dt.date.min, dt.date.max]
NAMES = ["Vasylkove", "VASYLKOVE", "Norland", "Åsa", "zed", "Turned\u202e"]
KEYS = ["geonames:1", "geonames:2", "naturalearth:A-1"]
SPEAKERS = ["Olha Tkach", "olha tkach", "Łukasz", "Turned\u202e", "100%_"]
OTHER = PlaceCandidate("Other", "settlement", 1.5, 2.5, "UA", "geonames:9", 5.0, 0.5, "of the same name")
SHORT = st.sampled_from(["", "grave", "the only place of this name", "so\u200bmewhere", "'; --"])
NUMBERS = st.none() | st.integers(-(2**53) + 1, 2**53 - 1) | st.sampled_from([0.5, 1e22, 1e300, 66.7])
days = st.none() | st.sampled_from(DAYS)


def some(strategy: st.SearchStrategy[Any], most: int = 4) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of something."""
    return st.lists(strategy, max_size=most).map(tuple)


speakers = st.none() | st.builds(
    lambda name, at, role: Speaker(name, *at, role),
    st.sampled_from(SPEAKERS),
    st.sampled_from(WORDS),
    st.none() | st.just("Mayor"),
)


@st.composite
def places(draw: st.DrawFn) -> Place:
    """A mention of a place, located or not."""
    return Place(
        *draw(st.sampled_from(WORDS)),
        text=draw(SHORT),
        name=draw(st.sampled_from(NAMES)),
        kind=draw(st.sampled_from(["settlement", "country"])),
        latitude=draw(st.none() | st.floats(-90, 90)),
        longitude=draw(st.none() | st.floats(-180, 180)),
        country=draw(st.none() | st.just("UA")),
        source=draw(st.none() | st.sampled_from(KEYS)),
        precision_km=draw(st.none() | st.just(5.0)),
        role=draw(st.sampled_from(get_args(Role))),
        adjective=draw(st.booleans()),
        confidence=draw(st.floats(0, 1)),
        reason=draw(SHORT),
        alternatives=draw(some(st.just(OTHER), 1)),
        outside=draw(st.none() | st.just("waiting")),
    )


@st.composite
def dates(draw: st.DrawFn) -> DateMention:
    """A date with any two ends."""
    at, anchor = draw(st.sampled_from(WORDS)), draw(st.none() | st.just("published"))
    return DateMention(*at, draw(SHORT), "DATE", "2022-09", None, draw(days), draw(days), anchor, draw(SHORT))


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    """A quotation of a word or many."""
    start, end = sorted(draw(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=2, unique=True)))
    kind = draw(st.sampled_from(["direct", "indirect"]))
    return Quote(start, end, TEXT[start:end], kind, draw(speakers), None, draw(st.none() | SHORT), draw(st.booleans()))


@st.composite
def figures(draw: st.DrawFn, places: int, dates: int) -> Figure:
    """A figure with any place and date of its record."""
    at = draw(st.sampled_from(WORDS))
    return Figure(
        *at,
        text=draw(SHORT),
        low=draw(NUMBERS),
        high=draw(NUMBERS),
        bound=draw(st.sampled_from(["exactly", "at least", "vague"])),
        change=draw(st.none() | st.just("up")),
        unit=None,
        counted=draw(st.none() | SHORT),
        counted_head=None,
        kind=draw(st.sampled_from(get_args(FigureKind))),
        speaker=draw(speakers),
        via=None,
        hedges=draw(some(SHORT, 2)),
        negated=draw(st.booleans()),
        place=draw(_index(places)),
        date=draw(_index(dates)),
        sentence=at,
    )


@st.composite
def events(draw: st.DrawFn, places: int, dates: int, figures: int) -> Event:
    """An event with any places, dates and figures of its record."""
    at = draw(st.sampled_from(WORDS))
    indices = (draw(_indices(n)) for n in (dates, places, figures))
    status = draw(st.sampled_from(["happened", "denied"]))
    return Event(*at, draw(SHORT), Trigger(*at, "find"), draw(days), draw(days), None, status, *indices, ())


@st.composite
def records(draw: st.DrawFn) -> Extraction:
    """A record of which any two may be in one dossier."""
    found_places, found_dates = draw(some(places())), draw(some(dates()))
    found_figures = draw(some(figures(len(found_places), len(found_dates))))
    text = f"{TEXT} {draw(st.integers(0, 2**40))}{draw(st.sampled_from(['', chr(0x202E)]))}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Extraction(
        id=digest[:16],
        name="graves.txt",
        sha256=digest,
        title=draw(st.none() | st.just("Graves found")),
        outlet=draw(st.none() | st.sampled_from(["The Courier", "Åland News", "zine"])),
        published=draw(st.none() | st.sampled_from(DAYS)),
        published_from=draw(st.none() | st.just("given")),
        language=draw(st.none() | st.just("en")),
        text=text,
        warnings=draw(some(st.just(Notice("language", "a doubt", 1, 2)), 1)),
        boilerplate=(),
        sentences=draw(st.sampled_from([(), ((0, 51), (51, 120)), ((9, 60), (60, 61), (100, len(TEXT)))])),
        places=found_places,
        dates=found_dates,
        figures=found_figures,
        quotes=draw(some(quotes(), 3)),
        events=draw(some(events(len(found_places), len(found_dates), len(found_figures)))),
        pages=draw(st.sampled_from([(), (0, 60)])),
    )


dossiers = st.lists(records(), max_size=4, unique_by=lambda record: record.id)


def filters(ids: list[str]) -> st.SearchStrategy[Filter]:
    """Filters of which each part is nothing, something that is there, or something that is not."""
    odd = ["", "none", "a\0", "\ud800"]
    return st.builds(
        Filter,
        documents=some(st.sampled_from([*ids, *odd])),
        place=st.none() | st.sampled_from([*KEYS, "name:norland", "name:turned⟨RLO⟩", *odd]),
        first=days,
        last=days,
        speaker=st.none() | st.sampled_from([*SPEAKERS, "Turned⟨RLO⟩", *odd]),
        roles=st.sampled_from(get_args(Roles)),
        kind=st.none() | st.sampled_from(get_args(FigureKind)),
    )


def _index(count: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(0, count - 1) if count else st.none()


def _indices(count: int) -> st.SearchStrategy[tuple[int, ...]]:
    return some(st.integers(0, count - 1), 3) if count else st.just(())
