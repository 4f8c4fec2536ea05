"""Documents and queries made at random from one small world, so that they meet: the same seed gives the same ones."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from dataclasses import replace

from core.desk.dossier import Held
from core.desk.jobs import new_job
from core.models import DateMention, Document, Event, Extraction, Figure, Place, Quote, Speaker, Trigger, Words
from tests.core.records import date, figure, place, record

_SYLLABLES = "ba ko ri ten mu sal dor vi che zha лі ко ğü né öst".split()
_SIGNS = (
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    " — ",
    "’",
    "-",
    "\u00ad",
    "\u200b",
    " ‹",
    "› ",
    ": ",
    "\n",
    "\n\n",
    " ½ ",
    " & ",
)
_BETWEEN = (" ", " ", "-", "’")
_PLACES = ("Derna", "New York", "York", "Zürich", "Mar’inka", "Київ", "St. John’s", "Al-Bayda")
_PEOPLE = ("Olha Tkach", "Tkach", "Jane Doe", "J. Doe", "Ōe Kenzaburō", "the mayor of York")
_OUTLETS = ("The Courier", "the courier", "Wire", "Deutsche Welle", "—", None)
_NUMBERS = (0, 1, 7, 12, 12.5, 100, 101, 5_300, 1e6, None)
_DAYS = tuple(dt.date(2022, 8, 25) + dt.timedelta(days) for days in range(0, 60, 4))


def _vocabulary() -> tuple[str, ...]:
    """Words of one to three syllables; a few of them very frequent, as in any language."""
    made = random.Random(0)  # noqa: S311
    rare = ["".join(made.choices(_SYLLABLES, k=made.randint(1, 3))) for _ in range(4_000)]
    return tuple(rare)


VOCABULARY = _vocabulary()
_FREQUENCIES = tuple(1 / rank for rank in range(1, len(VOCABULARY) + 1))


class World:
    """A source of documents and of queries for them."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311

    def document(self, words: int) -> tuple[Document, Extraction]:
        """A text of so many words, with what might have been found in it."""
        text = self._text(words)
        name = hashlib.sha256(f"{text}{self._chance.random()}".encode()).hexdigest()
        published = self._chance.choice((*_DAYS, None))
        outlet = self._chance.choice(_OUTLETS)
        made = Document(name[:16], "a.txt", text, name, title="A title", outlet=outlet, published=published)
        ends = [at + 1 for at, sign in enumerate(text) if sign == "."] + [len(text)]
        found = replace(
            record(),
            id=made.id,
            sha256=name,
            outlet=outlet,
            published=published,
            language=self._chance.choice(("en", "uk", "en", None)),
            text=text,
            sentences=tuple(zip([0, *ends[:-1]], ends, strict=True)),
            places=tuple(self._place(text) for _ in range(words // 20)),
            dates=tuple(self._date(text) for _ in range(words // 60)),
            figures=tuple(self._figure(text) for _ in range(words // 40)),
            quotes=tuple(self._quote(text) for _ in range(words // 80)),
            events=tuple(self._event(text) for _ in range(words // 60)),
        )
        return made, found

    def held(self, words: int) -> Held:
        """A document that was read."""
        made, found = self.document(words)
        return Held(made, replace(new_job(made), state="done"), found, False)

    def query(self) -> str:
        """A query of one to three parts, as a reader would type it."""
        return " ".join(self._part() for _ in range(self._chance.choice((1, 1, 1, 2, 2, 3))))

    def _part(self) -> str:
        one = self._chance
        kind = one.randrange(14)
        if kind < 5:
            return self._word()
        if kind == 5:
            return self._word()[: one.randint(1, 4)] + "*"
        if kind < 8:
            return f'"{self._word()}{one.choice(_BETWEEN)}{self._word()}"{one.choice(("", "*"))}'
        if kind < 11:
            field, names = one.choice(
                (("place", _PLACES), ("person", _PEOPLE), ("who", _PEOPLE), ("outlet", _OUTLETS[:4]))
            )
            name = one.choice(names)
            name = name if one.random() < 0.5 else one.choice(str(name).split())
            return one.choice((f'{field}:"{name}"', f'{field}:="{name}"', f'{field}:"{str(name)[:3]}"*'))
        if kind == 11:
            value = one.choice(_NUMBERS[:-1])
            return f"figure:{one.choice(('>', '>=', '<', '<=', '=', '0..'))}{value:.1f}"
        if kind == 12:
            first, last = one.choice(_DAYS), one.choice(_DAYS)
            span = one.choice((str(first), f"{first}..{last}", f"{first}..", f"..{last}", "2022-09"))
            return f"{one.choice(('day', 'published'))}:{span}"
        return f"language:{one.choice(('en', 'uk', 'de'))}"

    def _word(self) -> str:
        return self._chance.choices(VOCABULARY, _FREQUENCIES)[0]

    def _text(self, words: int) -> str:
        chosen = self._chance.choices(VOCABULARY, _FREQUENCIES, k=words)
        signs = self._chance.choices(_SIGNS, k=words)
        for number in range(0, words, 25):
            chosen[number] = self._chance.choice((*_PLACES, *_PEOPLE))
        return "".join(word + sign for word, sign in zip(chosen, signs, strict=True))

    def _stretch(self, text: str) -> tuple[int, int]:
        start = self._chance.randrange(len(text))
        return start, min(start + self._chance.randint(1, 30), len(text))

    def _span(self) -> tuple[dt.date | None, dt.date | None]:
        first, last = sorted(self._chance.choices(_DAYS, k=2))
        return self._chance.choice(((first, first), (first, last), (first, None), (None, last), (None, None)))

    def _place(self, text: str) -> Place:
        start, end = self._stretch(text)
        name, called = self._chance.choices(_PLACES, k=2)
        return replace(place(), start=start, end=end, name=name, text=called, adjective=self._chance.random() < 0.1)

    def _date(self, text: str) -> DateMention:
        start, end = self._stretch(text)
        earliest, latest = self._span()
        return replace(date("Monday", None, None), start=start, end=end, earliest=earliest, latest=latest)

    def _figure(self, text: str) -> Figure:
        start, end = self._stretch(text)
        low, high = self._chance.choices(_NUMBERS, k=2)
        return replace(figure("12", 1, 1), start=start, end=end, low=low, high=high, speaker=self._speaker(text))

    def _speaker(self, text: str) -> Speaker | None:
        name = self._chance.choice((*_PEOPLE, None))
        return Speaker(name, *self._stretch(text)) if name else None

    def _quote(self, text: str) -> Quote:
        start, end = self._stretch(text)
        return Quote(start, end, text[start:end], "direct", self._speaker(text), None, None, True)

    def _event(self, text: str) -> Event:
        start, end = self._stretch(text)
        actor = Words(*self._stretch(text), self._chance.choice(_PEOPLE))
        trigger = Trigger(start, start + 1, "be")
        return Event(start, end, "", trigger, *self._span(), None, "happened", (), (), (), (actor,))
