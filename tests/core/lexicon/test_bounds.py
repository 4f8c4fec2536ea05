"""Each phrase of ``bounds.csv`` means the same to a figure and to a date; each bound has what readers see of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
import spacy
from spacy.tokens import Doc

from core.charts.bounds import SYMBOLS
from core.dates import find_dates
from core.figures import find_figures
from core.lexicon import table
from core.lexicon.bounds import bound_phrases
from core.models import OPENS, Bound, DateMention, Figure
from core.text.view import TextView
from core.wording import SIGNS

ParseOne = Callable[[str], Doc]
PHRASES = [(side, " ".join(words)) for side in ("before", "behind") for words in sorted(bound_phrases(side))]


def _both(doc: Doc) -> tuple[list[Figure], list[DateMention]]:
    """The figures and the dates of a text."""
    view = TextView(doc)
    dates = find_dates(view, None)
    return list(find_figures(view, dates, (), ())), list(dates)


@pytest.mark.parametrize(("side", "phrase"), PHRASES)
def test_each_phrase_bounds_a_length_of_time_as_figure_and_as_date(side: str, phrase: str) -> None:
    """One row of the table is all that either needs to know of a phrase; none of them asks the parser."""
    written = phrase.replace(" .", ".").replace("sub -", "sub-").replace("- ", "-")
    text = f"It lasted {written} 3 weeks." if side == "before" else f"It lasted 3 weeks {written} ."
    text = text.replace(" -", "-").replace("sub- ", "sub-")
    [figure], [date] = _both(spacy.blank("en")(text))
    said = bound_phrases(side)[tuple(phrase.split())]  # type: ignore[index]  # a side
    assert (figure.bound, date.modifier) == (said.bound, said.mod)
    assert said.verbal or phrase == "about" or re.sub(r"^at (?=a[br]o)", "", written) in date.text


@pytest.mark.parametrize(
    ("text", "bound", "modifier", "date"),
    [
        ("The siege lasted close to three weeks.", "about", "APPROX", "close to three weeks"),
        ("The siege came close to the city three weeks ago.", None, None, "three weeks ago"),
        ("The siege lasted just over three weeks.", "more than", "MORE_THAN", "just over three weeks"),
        ("The wait exceeded three weeks.", "more than", "MORE_THAN", "three weeks"),
        ("The siege lasted three weeks or more.", "at least", "EQUAL_OR_MORE", "three weeks or more"),
        ("The siege lasted three weeks and over 90 schools closed.", "exactly", None, "three weeks"),
        ("The siege began almost a month ago.", None, "LESS_THAN", "almost a month ago"),
        ("The siege began at about the same time last year.", None, "APPROX", "about the same time last year"),
        ("Sales were more than 40 trucks a year ago.", None, None, "a year ago"),
        ("Sales were higher than a year ago.", None, None, "a year ago"),
        ("The siege began over a year ago.", None, "MORE_THAN", "over a year ago"),
        ("Sales rose over the last year.", None, None, "the last year"),
        ("Sales fell below last year.", None, None, "last year"),
        ("Sales rose in the last year or so.", None, "APPROX", "the last year or so"),
        ("The siege began at around 1:45 p.m. on Monday.", None, None, "1:45 p.m. on Monday"),
    ],
)
def test_a_bound_says_the_same_of_the_figure_and_of_the_date(
    text: str, bound: str | None, modifier: str | None, date: str, parse_one: ParseOne
) -> None:
    """Rows on both sides: words that bound, and the same words where they do not."""
    figures, dates = _both(parse_one(text))
    assert [figure.bound for figure in figures if figure.kind == "duration"][:1] == ([bound] if bound else [])
    assert (dates[0].text, dates[0].modifier) == (date, modifier)


def test_a_new_phrase_is_one_row(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A phrase added to the table is understood by both, with no other file touched."""
    rows = (Path(table.__file__).with_name("bounds.csv")).read_text(encoding="utf-8")
    (tmp_path / "bounds.csv").write_text(
        f"{rows}every bit of,before a number,at least,EQUAL_OR_MORE\n", encoding="utf-8"
    )
    caches = (table.rows, table.meaning, table.values, bound_phrases)
    text = spacy.blank("en")("It lasted every bit of 3 weeks.")
    assert _both(text)[0][0].bound == "exactly"
    with monkeypatch.context() as patched:
        patched.setattr(table, "__file__", str(tmp_path / "table.py"))
        for cache in caches:
            cache.cache_clear()
        [figure], [date] = _both(text)
    for cache in caches:
        cache.cache_clear()
    assert (figure.bound, date.modifier) == ("at least", "EQUAL_OR_MORE")


def test_each_kind_of_bound_has_its_sign_its_shape_and_one_mod() -> None:
    """A new kind is an entry of the type, rows of the table, a sign and a shape."""
    said = {phrase.bound: phrase.mod for side in ("before", "behind") for phrase in bound_phrases(side).values()}
    assert len(set(said.values())) == len(said)
    assert {
        (phrase.bound, phrase.mod) for side in ("before", "behind") for phrase in bound_phrases(side).values()
    } == set(said.items())
    assert set(SYMBOLS) == set(get_args(Bound))
    assert set(SIGNS) == set(said)
    assert set(OPENS) < set(said)
