"""Events: which clauses tell of something done, when, where, with which status; from a table and as properties."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.dates import find_dates
from core.events import find_events
from core.models import DateMention, Event, Figure, Place, Quote, Speaker, Words
from core.text.view import TextView

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
PUBLISHED = dt.date(2022, 9, 17)
Parse = Callable[[str], Doc]


def scene(text: str, name: str, role: Any = "scene") -> Place:
    """A town by its name in a text, and what it is in it."""
    start = text.index(name)
    return Place(
        start=start,
        end=start + len(name),
        text=name,
        name=name,
        kind="settlement",
        latitude=1.0,
        longitude=2.0,
        country=None,
        source=None,
        precision_km=None,
        role=role,
        adjective=False,
        confidence=1.0,
        reason="test",
    )


def counted(text: str, words: str) -> Figure:
    """A figure by its words in a text."""
    start = text.index(words)
    return Figure(
        start=start,
        end=start + len(words),
        text=words,
        low=1,
        high=1,
        bound="exactly",
        change=None,
        unit=None,
        counted=None,
        counted_head=None,
        kind="count",
        speaker=None,
        via=None,
        hedges=(),
        negated=False,
        place=None,
        date=None,
        sentence=(0, len(text)),
    )


def _events(
    case: dict[str, Any], parse: Parse
) -> tuple[tuple[Event, ...], dict[Event, list[str]], dict[Event, list[str]]]:
    """The events of a case, with the names of their places and the words of their figures."""
    text = case["text"]
    published = dt.date.fromisoformat(case["published"]) if case["published"] else None
    dates = find_dates(TextView(parse(text)), published)
    filed = [scene(text, name, "other") for name in case.get("filed", ())]
    places = sorted(filed + [scene(text, name) for name in case["scenes"]], key=lambda p: p.start)
    figures = sorted((counted(text, words) for words in case["figures"]), key=lambda f: f.start)
    found = find_events(TextView(parse(text)), dates, places, figures, (), published)
    where = {event: [places[i].name for i in event.places] for event in found}
    counts = {event: [figures[i].text for i in event.figures] for event in found}
    return found, where, counts


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


@pytest.mark.parametrize("case", CASES["events"], ids=lambda case: f"{case['trigger']}: {case['text']}")
def test_a_clause_becomes_the_event_a_reader_would_note(case: dict[str, Any], parse_one: Parse) -> None:
    """Each row: trigger, status, days, precision, scenes and figures; the rest where given."""
    found, where, counts = _events(case, parse_one)
    event = next((e for e in found if e.trigger.lemma == case["trigger"]), None)
    assert event is not None, [(e.trigger.lemma, e.summary) for e in found]
    assert event.status == case["status"]
    assert (_iso(event.earliest), _iso(event.latest)) == (case["earliest"], case["latest"])
    assert event.precision == case["precision"]
    assert where[event] == case.get("where", case["scenes"])
    assert counts[event] == case.get("found", case["figures"])
    assert event.places_from == case.get("places_from", event.places_from)
    cue = event.cue.text if event.cue else None
    assert cue == case.get("cue", cue)
    assert event.summary == case.get("summary", event.summary)
    assert [a.text for a in event.actors] == case.get("actors", [a.text for a in event.actors])
    assert case.get("reason", "") in event.reason


@pytest.mark.parametrize("case", CASES["no_events"], ids=lambda case: case["text"])
def test_states_sayings_and_habits_without_a_date_are_no_events(case: dict[str, Any], parse_one: Parse) -> None:
    """Each row: nothing is found."""
    found, _, _ = _events(case, parse_one)
    assert [e.summary for e in found] == []


def test_an_actor_is_no_scene(parse_one: Parse) -> None:
    """A name that stands for a government is not where it happened."""
    text = "Orvel signed the accord on Friday."
    dates = find_dates(TextView(parse_one(text)), PUBLISHED)
    (event,) = find_events(TextView(parse_one(text)), dates, [scene(text, "Orvel", "actor")], (), ())
    assert event.places == ()


def test_a_place_is_taken_over_from_the_sentence_where_the_clause_has_none(parse_one: Parse) -> None:
    """The second clause happens where the first does."""
    text = "Troops entered Orvel on Friday and killed two guards."
    dates = find_dates(TextView(parse_one(text)), PUBLISHED)
    found = find_events(TextView(parse_one(text)), dates, [scene(text, "Orvel")], (), ())
    assert [e.places for e in found] == [(0,), (0,)]


def test_a_quotation_cue_makes_its_verb_a_saying(parse_one: Parse) -> None:
    """Any verb that introduces a quotation says and does not do."""
    text = "“We held Orvel,” the colonel joked."
    cue = Words(text.index("joked"), text.index("joked") + 5, "joked")
    colonel = Speaker("the colonel", text.index("the colonel"), text.index(" joked"))
    quote = Quote(1, 15, text[1:15], "direct", colonel, cue, None, True)
    found = find_events(TextView(parse_one(text)), (), [scene(text, "Orvel")], (), (quote,))
    assert "joke" not in [e.trigger.lemma for e in found]


def test_long_clauses_are_cut_at_a_word_with_an_ellipsis(parse_one: Parse) -> None:
    """The summary stays short and made of the text's words."""
    text = f"On Friday troops entered the {'old and crumbling and grey and silent ' * 12}harbour."
    (event, *_) = find_events(TextView(parse_one(text)), find_dates(TextView(parse_one(text)), PUBLISHED), (), (), ())
    assert len(event.summary) <= 240
    assert event.summary.endswith("…")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "Friday", "…", "Killed.", "“”"])
def test_any_scrap_of_text_is_read(text: str, parse_one: Parse) -> None:
    """Nothing raises on what is hardly a text."""
    dates = find_dates(TextView(parse_one(text)), PUBLISHED)
    _check(text, dates, find_events(TextView(parse_one(text)), dates, (), (), ()))


def test_a_text_without_a_parse_has_no_events() -> None:
    """Without clauses there is nothing to tell."""
    from core.text.pipeline import pipeline

    doc = pipeline().make_doc("Troops entered Orvel on Friday.")
    assert find_events(TextView(doc), find_dates(TextView(doc), PUBLISHED), (), (), ()) == ()


_SCRAPS = st.sampled_from(
    "On Friday|last week|the army|Orvel|killed|two guards|said|that|would|and|, which|did not|on 3 May 2021|“|”|.|\n\n"
    "|between March and May|since July|attack|to leave|after|if|by rebels|in|was".split("|")
)


@given(words=st.lists(_SCRAPS, max_size=18), published=st.one_of(st.none(), st.dates(dt.date(1000, 1, 1))))
@settings(max_examples=60, deadline=None)
def test_any_words_in_any_order_give_a_sound_record(
    words: list[str], published: dt.date | None, parse_one: Parse
) -> None:
    """Offsets, indices, order and determinism hold for whatever stands side by side."""
    text = " ".join(words)
    doc = parse_one(text)
    if published is not None and published.year > 9998:
        published = PUBLISHED
    dates = find_dates(TextView(doc), published)
    places = [scene(text, "Orvel")] if "Orvel" in text else []
    figures = [counted(text, "two guards")] if "two guards" in text else []
    found = find_events(TextView(doc), dates, places, figures, ())
    _check(text, dates, found, places, figures)
    assert found == find_events(TextView(doc), dates, places, figures, ())


def _check(
    text: str,
    dates: Sequence[DateMention],
    found: Sequence[Event],
    places: Sequence[Place] = (),
    figures: Sequence[Figure] = (),
) -> None:
    """What the record promises."""
    assert [e.start for e in found] == sorted(e.start for e in found)
    for event in found:
        assert 0 <= event.start < event.end <= len(text)
        assert text[event.trigger.start : event.trigger.end].strip()
        assert event.start <= event.trigger.start and event.trigger.end <= event.end
        assert all(i < len(dates) for i in event.dates)
        assert all(i < len(places) for i in event.places)
        assert all(i < len(figures) for i in event.figures)
        assert all(text[a.start : a.end] == a.text for a in event.actors)
        assert (event.places_from is None) == (not event.places)
        assert event.cue is None or text[event.cue.start : event.cue.end] == event.cue.text
        assert (event.precision is None) == (event.earliest is None and event.latest is None)
        if event.earliest and event.latest:
            assert event.earliest <= event.latest
        plain = " ".join(text.split())
        assert all(piece.strip() in plain for piece in event.summary.split("…"))
        assert event.reason
