"""Key figures: number grammar, what is counted, bounds, changes, and what is no figure."""

from __future__ import annotations

import datetime as dt
import json
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.dates import find_dates
from core.figures import find_figures
from core.models import DateMention, Figure, Place, Quote, Speaker
from core.quotes import find_quotes
from core.text.pipeline import pipeline
from core.text.view import TextView

DATA = Path(__file__).parent
CASES: list[dict[str, Any]] = json.loads((DATA / "cases.json").read_text(encoding="utf-8"))
NO_FIGURES: list[str] = json.loads((DATA / "no_figures.json").read_text(encoding="utf-8"))
CHANGES: list[dict[str, Any]] = json.loads((DATA / "changes.json").read_text(encoding="utf-8"))
SAID: list[dict[str, Any]] = json.loads((DATA / "said.json").read_text(encoding="utf-8"))
DEFAULTS = {"bound": "exactly", "unit": None, "kind": "count", "change": None, "negated": False}
PUBLISHED = dt.date(2024, 3, 1)

ParseOne = Callable[[str], Doc]


def figures_of(parse_one: ParseOne, text: str, **mentions: Any) -> list[Figure]:
    """The figures of a text, with its own dates."""
    doc = parse_one(text)
    dates = mentions.get("dates", find_dates(TextView(doc), PUBLISHED))
    return list(find_figures(TextView(doc), dates, mentions.get("places", ()), mentions.get("quotes", ())))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:40]} · {case['figure']}")
def test_figure_is_read_as_a_reader_would(parse_one: ParseOne, case: dict[str, Any]) -> None:
    """Value, bound, unit, noun, kind and direction of one figure in one sentence."""
    found = {figure.text: figure for figure in figures_of(parse_one, case["text"])}
    if case.get("absent"):
        assert case["figure"] not in found
        return
    assert case["figure"] in found
    record = msgspec.to_builtins(found[case["figure"]])
    wanted = DEFAULTS | {key: value for key, value in case.items() if key not in ("text", "figure")}
    assert {key: record[key] for key in wanted} == {
        key: tuple(value) if key == "hedges" else value for key, value in wanted.items()
    }


@pytest.mark.parametrize("text", NO_FIGURES)
def test_number_that_is_no_figure(parse_one: ParseOne, text: str) -> None:
    """Dates, clock times, ages, labels, scores, addresses and pronouns are left out."""
    assert [figure.text for figure in figures_of(parse_one, text)] == []


@pytest.mark.parametrize("case", CHANGES, ids=lambda case: str(case["text"][:50]))
def test_change_has_its_direction(parse_one: ParseOne, case: dict[str, Any]) -> None:
    """All values of a sentence about a rise or fall: the change and the new value have a direction, the old has none.

    Where the text tells both by how much and to what, the first has it.
    """
    found = figures_of(parse_one, case["text"])
    assert [[f.low if f.low is not None else f.high, f.change] for f in found] == case["figures"]


def test_enough_cases() -> None:
    """The tables keep their size."""
    assert len(CASES) + len(NO_FIGURES) >= 250
    assert len(set(NO_FIGURES)) >= 60


@pytest.mark.parametrize("case", SAID, ids=lambda case: str(case["text"][:50]))
def test_figure_has_its_chain(parse_one: ParseOne, case: dict[str, Any]) -> None:
    """Who vouches for a figure, and how the words came; nobody where the article itself does."""
    doc = parse_one(case["text"])
    found = find_figures(TextView(doc), find_dates(TextView(doc), PUBLISHED), (), find_quotes(TextView(doc)))
    assert [[f.text, f.speaker and f.speaker.name, f.via] for f in found] == case["said"]


def words(text: str, part: str) -> tuple[int, int]:
    """Where ``part`` stands in ``text``."""
    start = text.index(part)
    return start, start + len(part)


def place(text: str, name: str, role: str = "scene", adjective: bool = False, country: str = "UA") -> Place:
    """A settlement found in ``text``."""
    start, end = words(text, name)
    return Place(
        *(start, end, name, name, "settlement", 49.0, 36.0, country, None, 5.0),
        role=role,  # type: ignore[arg-type]
        adjective=adjective,
        confidence=0.9,
        reason="",
    )


def quote(text: str, part: str, name: str | None, via: str | None = None) -> Quote:
    """What ``name`` says in ``text``."""
    start, end = words(text, part)
    speaker = Speaker(name, *words(text, name)) if name else None
    return Quote(start, end, part, "indirect", speaker, None, via, True)


def test_innermost_quotation_vouches(parse_one: ParseOne) -> None:
    """A figure inside a quotation inside a report is its speaker's; outside any it is nobody's."""
    text = "Hrynko said on Signal the doctor told her 40 people were ill. The clinic has 90 beds."
    outer = quote(text, "the doctor told her 40 people were ill", "Hrynko", via="Signal")
    inner = quote(text, "40 people were ill", "doctor")
    found = figures_of(parse_one, text, quotes=(outer, inner))
    assert [(f.text, f.speaker and f.speaker.name, f.via) for f in found] == [
        ("40 people", "doctor", None),
        ("90 beds", None, None),
    ]
    alone = figures_of(parse_one, text, quotes=(outer,))[0]
    assert (alone.speaker and alone.speaker.name, alone.via) == ("Hrynko", "Signal")


def test_unclear_speaker_stays_unclear(parse_one: ParseOne) -> None:
    """Where the innermost quotation has no speaker, the outer one is not blamed for it."""
    text = "Hrynko read out a note: 40 people were ill."
    quotes = (quote(text, "read out a note: 40 people were ill", "Hrynko"), quote(text, "40 people were ill", None))
    assert figures_of(parse_one, text, quotes=quotes)[0].speaker is None


PLACED = [
    ("Kyiv said 40 people were killed in Sumy.", [("Kyiv", "actor", False), ("Sumy", "scene", False)], "Sumy"),
    ("Russian guns killed 12 people in Sumy.", [("Russian", "actor", True), ("Sumy", "scene", False)], "Sumy"),
    ("Moscow denied that 12 people were killed.", [("Moscow", "actor", False)], None),
    ("Poland will send 14 tanks to Ukraine.", [("Poland", "actor", False), ("Ukraine", "actor", False)], "Ukraine"),
    (
        "Six men were arrested in Lviv and nine men were arrested in Odesa.",
        [("Lviv", "scene", False), ("Odesa", "scene", False)],
        "Lviv",
    ),
]


@pytest.mark.parametrize(("text", "names", "wanted"), PLACED, ids=[text for text, *_ in PLACED])
def test_place_is_where_it_happened(
    parse_one: ParseOne, text: str, names: list[tuple[str, str, bool]], wanted: str | None
) -> None:
    """Scenes of the clause come before actors; an actor counts only where a preposition ties it to the figure."""
    places = [place(text, *name) for name in names]
    index = figures_of(parse_one, text, places=places)[0].place
    assert (None if index is None else places[index].text) == wanted


def test_date_is_the_nearest_of_the_clause(parse_one: ParseOne) -> None:
    """Each figure takes the date of its own clause; one in another sentence has none."""
    text = "On Monday 12 people died and on Friday 30 people fled. Another 7 people are missing."
    doc = parse_one(text)
    dates = find_dates(TextView(doc), PUBLISHED)
    found = find_figures(TextView(doc), dates, (), ())
    assert [f.date is not None and dates[f.date].text for f in found] == ["Monday", "Friday", False]


def test_number_inside_a_duration_counts(parse_one: ParseOne) -> None:
    """Numbers in dates are no figures, those in durations are."""
    text = "The siege of March 2014 lasted 11 days."
    start, end = words(text, "March 2014")
    first, last = words(text, "11 days")
    dates = (
        DateMention(start, end, text[start:end], "DATE", "2014-03", None, None, None, "explicit", ""),
        DateMention(first, last, text[first:last], "DURATION", "P11D", None, None, None, None, ""),
    )
    assert [(f.text, f.kind) for f in figures_of(parse_one, text, dates=dates)] == [("11 days", "duration")]


def test_sentence_is_trimmed(parse_one: ParseOne) -> None:
    """The sentence of a figure begins and ends with a character that shows."""
    text = "  Nobody came.\n\n   Later 16 boats left.   "
    (figure,) = figures_of(parse_one, text)
    assert text[slice(*figure.sentence)] == "Later 16 boats left."


def test_plain_dollar_belongs_to_the_country(parse_one: ParseOne) -> None:
    """Where a text sets US dollars against its own, the plain sign is the dollar of the country most named."""
    text = "The Perth port cost $90 million (US$60 million)."
    local = figures_of(parse_one, text, places=[place(text, "Perth", country="AU")])
    assert [f.unit for f in local] == ["AUD", "USD"]
    assert [f.unit for f in figures_of(parse_one, text)] == ["USD", "USD"]


def test_ages_are_figures_on_request(parse_one: ParseOne) -> None:
    """Ages of people are off by default and can be switched on."""
    doc = parse_one("The 34-year-old driver was arrested.")
    assert find_figures(TextView(doc), (), (), ()) == ()
    (age,) = find_figures(TextView(doc), (), (), (), with_ages=True)
    assert (age.low, age.unit, age.kind) == (34, "year", "duration")


PIECES = st.one_of(
    st.sampled_from(
        (
            "one two half a third quarter and of to in 5 10 1,200 1.5 2019 - – / : $ € £ m bn million percent % ( ) , "
            ". \n km per hour dollars cents minus + up down from between at least about bodies people were ½ 3/4 10^9 "
            "× dozens tens no several 21st year-old USD MUSD RM p degrees C ” ² ٣ ① 000 every out rose fell not"
        ).split(" ")
    ),
    st.text(max_size=6),
    st.integers(min_value=0).map(str),
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=30).map(" ".join), st.booleans())
def test_any_text_gives_sound_records(text: str, parsed: bool) -> None:
    """Offsets, order, finite numbers, low ≤ high and JSON hold for whatever a text says; twice the same."""
    nlp = pipeline()
    doc = nlp(text) if parsed else nlp.make_doc(text)
    found = find_figures(TextView(doc), (), (), ())
    assert found == find_figures(TextView(doc), (), (), ())
    assert [f.start for f in found] == sorted(f.start for f in found)
    for figure in found:
        assert 0 <= figure.sentence[0] <= figure.start < figure.end <= figure.sentence[1] <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert all(value is None or math.isfinite(value) for value in (figure.low, figure.high))
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        msgspec.json.encode(figure)


@pytest.mark.parametrize("piece", ["1", " ", ", ", "a", "1,", "one ", "$ ", "1 - ", "5 percent of ", "dozen "])
def test_time_grows_with_length_alone(piece: str) -> None:
    """Four times the text takes no more than about four times as long, whatever is repeated."""
    nlp = pipeline()

    def seconds(times: int) -> float:
        doc = nlp.make_doc(piece * times)
        start = time.process_time()
        find_figures(TextView(doc), (), (), ())
        return time.process_time() - start

    # a machine that is busy elsewhere, or a garbage collection, may stall any one run
    small, large = (min(seconds(times) for _ in range(3)) for times in (2_000, 8_000))
    assert large < 10 * small + 0.2
