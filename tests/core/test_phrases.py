"""Ten thousand phrases drawn from the words of the grammars, and each word and form of each at least once."""

from __future__ import annotations

import datetime as dt
import logging
import random
from collections.abc import Iterator, Sequence
from itertools import cycle

import pytest

from core.dates import find_dates
from core.events import find_events
from core.figures import find_figures
from core.quotes import find_quotes
from core.text.view import TextView
from tests.grammar.date_rules import rules
from tests.grammar.documents import drawn, plain
from tests.grammar.vocabulary import forms_of, words_in, words_of

PHRASES, TOGETHER = 10_000, 8
"""Phrases in all, and how many stand in one text."""

PACKAGES = ("core.dates", "core.figures", "core.quotes")
TABLES = ("bounds", "units", "currencies", "numbers", "labels", "hedges", "outcomes", "writings", "people", "titles",
          "time", "verbs", "subjects", "function_words")  # fmt: skip
NUMBERS = ("40", "1,200", "2.5", "12", "7", "1999", "two", "half", "a", "½", "10,000,000")
MARKS = (",", ".", "to", "-", "–", "of", "and", "'s", "“", "”", "$", "%", "said", "(", ")", "\n\n")
DAYS = cycle((None, dt.date.min, dt.date(2022, 9, 17), dt.date.max, dt.date(2024, 2, 29)))
FRAMES = ("{word} 40 people were counted", "it rose from 12 to 40 {word} or more", "“We saw 40,” {word} said there")


def readings(texts: Sequence[str], lot: random.Random) -> Iterator[tuple[str, int]]:
    """Each text with drawn grammar through the finders, and how much they found; they may raise."""
    for number, text in enumerate(texts):
        view = TextView(drawn(text, lot) if number % 4 else plain(text))
        published = next(DAYS)
        dates = find_dates(view, published)
        quotes = find_quotes(view)
        figures = find_figures(view, dates, (), quotes, with_ages=bool(number % 2))
        events = find_events(view, dates, (), figures, quotes, published)
        for found in (*dates, *figures, *quotes, *events):
            assert 0 <= found.start < found.end <= len(text), (text, found)
        yield text, len(dates) + len(figures) + len(quotes)


def words() -> list[str]:
    """All words of the three grammars and of the tables that they read."""
    held = [word for package in PACKAGES for word in words_of(package)]
    return list(dict.fromkeys([*held, *words_in(*TABLES)]))


def phrase(lot: random.Random, known: Sequence[str]) -> str:
    """Two to five words with numbers and marks among them."""
    kinds = (known, known, known, NUMBERS, MARKS)
    return " ".join(lot.choice(lot.choice(kinds)) for _ in range(lot.randint(2, 5)))


def test_random_phrases_lose_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever the words, the numbers and the grammar of the sentence: a list, and nothing failed on the way."""
    lot = random.Random(20_220_917)  # noqa: S311 — the same phrases each time
    dated = [sentence for _, sentences in rules() for sentence in sentences[:20]]
    known = [*words(), *dated, *(form for package in PACKAGES for form in forms_of(package))]
    texts = [". ".join(phrase(lot, known) for _ in range(TOGETHER)) for _ in range(PHRASES // TOGETHER)]
    found = sum(count for _, count in readings(texts, lot))
    assert found > PHRASES
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_every_word_and_form_is_said() -> None:
    """Each word that a table of figures or quotations holds, and each form of their patterns, beside a number."""
    lot = random.Random(40)  # noqa: S311 — the same sentences each time
    known = [*words(), *(form for package in PACKAGES[1:] for form in forms_of(package))]
    assert {"no fewer than", "hectare", "a dozen", "according"} & set(known) and len(known) > 3_000
    frames = cycle(FRAMES)
    said = [next(frames).format(word=word) for word in known]
    texts = [". ".join(said[i : i + TOGETHER]) for i in range(0, len(said), TOGETHER)]
    assert sum(count for _, count in readings(texts, lot)) > len(said)
