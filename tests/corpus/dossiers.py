"""Dossiers of any size: records as extraction would give them, made from templates without any reading of a text."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from sqlalchemy import func, insert, select

from core.desk.database import Database
from core.desk.database.schema import DOCUMENT, DOSSIER, HOLDING
from core.desk.dossier import Held
from core.desk.held_rows import document_columns, job_columns
from core.desk.jobs import new_job
from core.desk.readings import write_reading
from core.models import DateMention, Document, Event, Extraction, Figure, Place, Quote, Speaker, Trigger

SENTENCES = 15
"""Sentences of a document, of four marks each."""

PLACES = 3_000
"""Different places; a few of them are named far more often than all others."""

_FIRST = dt.date(2022, 1, 1)
_DAYS = 700
_OUTLETS = ("The Courier", "Northern Wire", "Harbour Dispatch", "Coast Herald", "Southern Tribune")
_ROLES = ("Mayor", "Governor", "Spokesman", "Surgeon")
_FORENAMES = ("Olha", "Ivan", "Maryna", "Petro", "Halyna", "Taras", "Iryna", "Borys", "Vira", "Danylo")
_SURNAMES = ("Tkach", "Melnyk", "Bondar", "Koval", "Hrytsenko", "Lysenko", "Marchuk", "Oliinyk", "Savchenko", "Moroz")
_COUNTED = ("people", "graves", "houses", "shells", "soldiers", "schools")
_VERBS = ("hit", "destroy", "kill", "evacuate", "find", "seize")
_COUNTRIES = ("Norland", "Sudland", "Westmark", "Ostria")


def records(count: int, seed: int = 0, first: int = 0) -> Iterator[Extraction]:
    """So many records, of documents number ``first`` and following; a number's record is always the same."""
    for number in range(first, first + count):
        yield _record(random.Random(f"{seed}:{number}"), f"{seed}:{number}")  # noqa: S311 — a fixed choice


def fill(database: Database, dossier: str, found: Iterable[Extraction], at_once: int = 100) -> None:
    """Write records as further documents that have been read; the number that a dossier may hold is not asked for."""
    every, position = iter(found), _begin(database, dossier)
    while some := list(islice(every, at_once)):
        with database.writing() as connection:
            for record in some:
                position += 1
                held = held_document(record)
                columns = document_columns(held.document) | job_columns(held.job, held.anew)
                columns |= {"revision": 1, "rank": 1, "queued": 0.0}
                number = connection.execute(insert(DOCUMENT).values(columns).returning(DOCUMENT.c.number)).scalar_one()
                holding = {"dossier": dossier, "document": number, "position": position, "added": 0.0}
                connection.execute(insert(HOLDING).values({**holding, "id": record.id, "sha256": record.sha256}))
                write_reading(connection, number, record, database.now())


def held_document(record: Extraction) -> Held:
    """A document that has been read, with its record."""
    known = (record.id, record.name, record.text, record.sha256, record.title, record.outlet)
    document = Document(*known, record.published, record.published_from, record.language)
    return Held(document, replace(new_job(document), state="done"), record, anew=False)


def _begin(database: Database, dossier: str) -> int:
    """The dossier made where there is none; the position of its last document."""
    with database.writing() as connection:
        if connection.execute(select(DOSSIER.c.id).where(DOSSIER.c.id == dossier)).scalar() is None:
            now = {"made": database.now(), "changed": database.now()}
            connection.execute(insert(DOSSIER).values({"id": dossier, "version": 1, **now}))
        last = select(func.coalesce(func.max(HOLDING.c.position), 0)).where(HOLDING.c.dossier == dossier)
        return connection.execute(last).scalar_one()


def _record(chance: random.Random, name: str) -> Extraction:
    made = _Made(chance)
    made.say(f"Report {name}.")
    for _ in range(SENTENCES):
        chance.choice(_TEMPLATES)(made)
    digest = hashlib.sha256(made.text.encode()).hexdigest()
    return Extraction(
        id=digest[:16],
        name=f"{name.replace(':', '-')}.txt",
        sha256=digest,
        title=f"Report {name}",
        outlet=chance.choice((*_OUTLETS, None)),
        published=_FIRST + dt.timedelta(days=chance.randrange(_DAYS)),
        published_from="given",
        language="en",
        text=made.text,
        warnings=(),
        boilerplate=(),
        sentences=tuple(made.sentences),
        places=tuple(made.places),
        dates=tuple(made.dates),
        figures=tuple(made.figures),
        quotes=tuple(made.quotes),
        events=tuple(made.events),
    )


@dataclass
class _Made:
    """A text and its marks, sentence by sentence."""

    chance: random.Random
    text: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def say(self, sentence: str) -> int:
        """Where the sentence begins that is now the last."""
        start = len(self.text) + bool(self.text)
        self.text = f"{self.text} {sentence}" if self.text else sentence
        self.sentences.append((start, len(self.text)))
        return start

    def span(self, words: str) -> tuple[int, int]:
        """Where words stand in the last sentence."""
        start = self.text.index(words, self.sentences[-1][0])
        return start, start + len(words)

    def place(self, name: str, role: str = "scene", adjective: bool = False) -> int:
        """A place that is named in the last sentence; towns have a position by their number."""
        number = int(name.removeprefix("Town ")) if name.startswith("Town ") else None
        where = (45 + number % 97 / 10, 25 + number % 151 / 10) if number is not None else (None, None)
        kind, country = ("settlement", "UA") if number is not None else ("country", None)
        source = f"geonames:{number}" if number is not None and number % 10 else None
        self.places.append(
            Place(
                *(*self.span(name), name, name, kind, *where, country, source, 5.0),  # type: ignore[arg-type]
                role=role,  # type: ignore[arg-type]
                adjective=adjective,
                confidence=self.chance.choice((0.4, 0.7, 0.9)),
                reason="the only place of this name",
            )
        )
        return len(self.places) - 1

    def date(self, words: str, earliest: dt.date | None, latest: dt.date | None) -> int:
        """A date that is named in the last sentence."""
        value = (earliest or latest or _FIRST).isoformat()
        span = self.span(words)
        self.dates.append(DateMention(*span, words, "DATE", value, None, earliest, latest, "explicit", "as it is told"))
        return len(self.dates) - 1

    def figure(self, number: int, words: str, place: int | None, date: int | None, who: Speaker | None = None) -> int:
        """A number that is named in the last sentence."""
        text, percent = f"{number} {words}", words == "percent"
        counted = (None, None, "percent") if percent else (words, words.rstrip("s"), "count")
        self.figures.append(
            Figure(
                *(*self.span(text), text, number, number, "exactly", None, "percent" if percent else None, *counted),  # type: ignore[arg-type]
                speaker=who,
                via=None,
                hedges=("preliminary",) if number % 7 == 0 else (),
                negated=False,
                place=place,
                date=date,
                sentence=self.sentences[-1],
            )
        )
        return len(self.figures) - 1

    def event(self, verb: str, lemma: str, date: int | None, places: tuple[int, ...], figures: tuple[int, ...]) -> None:
        """What the last sentence tells."""
        when = self.dates[date] if date is not None else None
        days = (when.earliest, when.latest, "day") if when else (None, None, None)
        dates = (date,) if date is not None else ()
        start, end = self.sentences[-1]
        trigger = Trigger(*self.span(verb), lemma)
        links = ("happened", dates, places, figures, ())
        self.events.append(Event(start, end, self.text[start:end], trigger, *days, *links))  # type: ignore[arg-type]

    def town(self) -> str:
        """Some town: small numbers are likelier by far."""
        return f"Town {min(int(self.chance.paretovariate(0.5)), PLACES)}"

    def day(self) -> dt.date:
        """Some day of two years."""
        return _FIRST + dt.timedelta(days=self.chance.randrange(_DAYS))

    def number(self) -> int:
        """Some number."""
        return self.chance.randrange(1, 5_000)


def _shelling(made: _Made) -> None:
    town, day, number, verb = made.town(), made.day(), made.number(), made.chance.choice(_VERBS)
    counted = made.chance.choice(_COUNTED)
    made.say(f"On {day}, shells {verb} {town} and {number} {counted} were lost.")
    date, place = made.date(f"{day}", day, day), made.place(town)
    made.event(verb, verb, date, (place,), (made.figure(number, counted, place, date),))


def _statement(made: _Made) -> None:
    town, number = made.town(), made.number()
    name = f"{made.chance.choice(_FORENAMES)} {made.chance.choice(_SURNAMES)}"
    words = f"We counted {number} graves near {town},"
    made.say(f"“{words}” {name} said.")
    who = Speaker(name, *made.span(name), role=made.chance.choice(_ROLES))
    place = made.place(town)
    figure = made.figure(number, "graves", place, None, who)
    made.quotes.append(Quote(*made.span(words), words, "direct", who, None, None, True))
    made.event("counted", "count", None, (place,), (figure,))


def _retreat(made: _Made) -> None:
    country, town, day = made.chance.choice(_COUNTRIES), made.town(), made.day()
    first = day.replace(day=1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    made.say(f"{country} left {town} in {day:%B %Y}, its troops told.")
    made.place(country, "actor")
    made.event("left", "leave", made.date(f"{day:%B %Y}", first, last), (made.place(town),), ())


def _shortage(made: _Made) -> None:
    town, day, number, people = made.town(), made.day(), made.number() % 100 + 1, made.chance.choice(_COUNTRIES)
    made.say(f"Since {day}, {number} percent of {town} has been without power, {people} speakers told.")
    place, date = made.place(town), made.date(f"Since {day}", day, None)
    made.place(people, "other", adjective=True)
    made.figure(number, "percent", place, date)


_TEMPLATES = (_shelling, _statement, _retreat, _shortage)
