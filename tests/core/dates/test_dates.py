"""Dates: expressions, values, days and reasons, from tables of cases and as properties."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from core.dates import anchor, anchor_all, find_dates, find_expressions
from core.models import DateMention
from core.text.pipeline import pipeline
from core.text.view import TextView

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))
PUBLISHED = dt.date(2022, 9, 17)
Parse = Callable[[str], Doc]


def _day(written: str | None) -> dt.date | None:
    return None if written is None else dt.date.fromisoformat(written)


def _named(case: dict[str, Any]) -> str:
    return f"{case['mention']}@{case['published']}"


@pytest.mark.parametrize("case", CASES["dates"], ids=_named)
def test_a_date_has_the_value_and_the_days_a_reader_would_give_it(case: dict[str, Any], parse_one: Parse) -> None:
    """Each row: the mention is found whole, with type, value, modifier and span of days."""
    found = find_dates(TextView(parse_one(case["text"])), _day(case["published"]))
    mention = next((m for m in found if m.text == case["mention"]), None)
    assert mention is not None, [m.text for m in found]
    assert (mention.type, mention.value) == (case["type"], case["value"])
    assert (mention.earliest, mention.latest) == (_day(case["earliest"]), _day(case["latest"]))
    assert mention.modifier == case.get("modifier")
    assert mention.reason


@pytest.mark.parametrize("case", CASES["not_dates"], ids=lambda case: case["text"])
def test_words_that_only_look_like_time_are_left_alone(case: dict[str, str], parse_one: Parse) -> None:
    """Each row: nothing is found where the words stand."""
    start = case["text"].index(case["words"])
    end = start + len(case["words"])
    found = find_dates(TextView(parse_one(case["text"])), PUBLISHED)
    assert [m.text for m in found if m.start < end and start < m.end] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Thousands fled the town last week.", "week before 17 September 2022"),
        ("The court freed him on Thursday.", "Thursday before 17 September 2022 (Saturday)"),
        ("The court will hear him on Thursday.", "Thursday after 17 September 2022 (Saturday)"),
        ("Police opened 30 cases in the past week.", "the week up to 17 September 2022"),
        ("Rain fell yesterday.", "day before 17 September 2022"),
        ("Rain fell on Saturday.", "day of publication, 17 September 2022"),
        ("Two months ago rain fell.", "2 months before 17 September 2022"),
        ("On Monday, 5 May 2021, rain fell.", "date given in full; it was no Monday"),
        ("The siege lasted three days.", "length of time, not tied to a date"),
    ],
)
def test_the_reason_names_the_anchor_in_full(text: str, reason: str, parse_one: Parse) -> None:
    """A reader sees which date a mention was counted from."""
    assert [m.reason for m in find_dates(TextView(parse_one(text)), PUBLISHED)] == [reason]


def test_without_publication_date_the_reason_says_what_it_waits_for(parse_one: Parse) -> None:
    """Nothing is guessed from today."""
    (mention,) = find_dates(TextView(parse_one("Rain fell on Thursday.")), None)
    assert (mention.anchor, mention.earliest, mention.latest) == (None, None, None)
    assert mention.reason == "waits for the publication date"


def test_another_publication_date_moves_dates_without_reading_again(parse_one: Parse) -> None:
    """Expressions are kept apart from their anchor."""
    expressions = find_expressions(TextView(parse_one("Rain fell on Thursday and in July.")))
    first = anchor_all(expressions, PUBLISHED)
    second = anchor_all(expressions, dt.date(2020, 2, 5))
    assert [m.value for m in first] == ["2022-09-15", "2022-07"]
    assert [m.value for m in second] == ["2020-01-30", "2019-07"]
    assert [(m.start, m.end, m.text) for m in first] == [(m.start, m.end, m.text) for m in second]


def test_tense_can_be_handed_in_to_turn_a_weekday_round(parse_one: Parse) -> None:
    """The pure function takes the tense as an argument."""
    (expression,) = find_expressions(TextView(parse_one("Rain fell on Thursday.")))
    assert anchor(expression, PUBLISHED).value == "2022-09-15"
    assert anchor(expression, PUBLISHED, tense="future").value == "2022-09-22"


def test_anchor_says_where_the_date_comes_from(parse_one: Parse) -> None:
    """Explicit, from the publication, from what the text told before."""
    text = "The fort fell on 10 May 1940. The following day the fleet sailed. The last ship sank yesterday."
    assert [m.anchor for m in find_dates(TextView(parse_one(text)), PUBLISHED)] == ["explicit", "previous", "published"]


def test_a_history_dates_itself_whatever_it_mentions_aside(parse_one: Parse) -> None:
    """A remark on a far-off year does not move the story."""
    text = (
        "War came in March 1919. In April 1919 the city fell. A film of 2004 shows the scene. "
        "On 3 June the siege began, and in July the army left."
    )
    found = {m.text: m.value for m in find_dates(TextView(parse_one(text)), PUBLISHED)}
    assert (found["3 June"], found["July"]) == ("1919-06-03", "1919-07")


def test_two_days_joined_by_a_dash_are_two_dates(parse_one: Parse) -> None:
    """Both days of "11–12 September" carry the month."""
    found = find_dates(TextView(parse_one("The talks of 11–12 September 2022 failed.")), PUBLISHED)
    assert [(m.text, m.value) for m in found] == [("11", "2022-09-11"), ("12 September 2022", "2022-09-12")]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "5", "’", "\u2028", "Thursday", "29 February", "99:99", "x" * 5000]
)
def test_any_scrap_of_text_is_read(text: str, parse_one: Parse) -> None:
    """Nothing raises on what is hardly a text."""
    for published in (None, PUBLISHED, dt.date(2021, 3, 1)):
        _check(text, find_dates(TextView(parse_one(text)), published))


@pytest.mark.parametrize(
    "scrap",
    [
        "9",
        "1 ",
        "one ",
        "-",
        "the ",
        "1990s ",
        "a few ",
        "5:",
        "12/",
        "September ",
        "4/7/22 ",
        "week of ",
        "2 to ",
        "1\n",
    ],
)
def test_long_repetition_takes_no_longer_than_its_length(scrap: str) -> None:
    """Rules are linear: no stretch of text makes them hang."""
    text = scrap * (40_000 // len(scrap))
    _check(text, find_dates(TextView(_one_token(text)), PUBLISHED))


def _one_token(text: str) -> Doc:
    """A text that spaCy has not cut up: its own tokenizer is slow on some repetitions."""
    return Doc(pipeline().vocab, words=[text] if text else [], spaces=[False] if text else [])


_WORDS = st.sampled_from(
    "the a of in on at last next this that same following week month year years day days ago later earlier before "
    "Monday Friday May March September Sept. July 16 3rd 31 2022 1999 '98 480 BC 1990s 09:14 5 a.m. noon morning "
    "two half and more than at least early late mid - – , . / : quarter third weekend past few several every each "
    "yesterday tomorrow now Christmas Day century 20th ended since until will said fell people 2022-09-16 30/02/2022 "
    "\n\n".split(" ")
)
_DATES = st.one_of(st.none(), st.dates(dt.date(1000, 1, 1), dt.date(9998, 12, 31)))


@given(words=st.lists(_WORDS, max_size=25), published=_DATES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_of_time_in_any_order_give_a_sound_record(words: list[str], published: dt.date | None) -> None:
    """Offsets, order, ISO dates and determinism hold for whatever stands side by side."""
    text = " ".join(words)
    doc = pipeline().make_doc(text)  # no parse: dates must not depend on one
    found = find_dates(TextView(doc), published)
    _check(text, found)
    assert found == find_dates(TextView(doc), published)


@given(text=st.text(max_size=200), published=_DATES)
@settings(max_examples=100, deadline=None)
def test_any_text_gives_a_sound_record(text: str, published: dt.date | None) -> None:
    """Random Unicode is read like any other text."""
    _check(text, find_dates(TextView(_one_token(text)), published))


@given(published=st.dates(dt.date(1000, 1, 1), dt.date(9998, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_any_publication_date_anchors_every_case(published: dt.date, parse_one: Parse) -> None:
    """Leap days and the ends of the calendar raise nothing."""
    for case in CASES["dates"]:
        _check(case["text"], anchor_all(_expressions(parse_one, case["text"]), published))


_KEPT: dict[str, Any] = {}


def _expressions(parse: Parse, text: str) -> Any:
    if text not in _KEPT:
        _KEPT[text] = find_expressions(TextView(parse(text)))
    return _KEPT[text]


_VALUE = re.compile(
    r"P(X|\d+(\.\d+)?)(Y|M|W|D|Q|DE|CE)(\d+M)?|PT(X|\d+(\.\d+)?)[HMS](\d+[MS])?|(PAST|PRESENT|FUTURE)_REF"
    r"|(BC)?[\dX]{2,4}(-(Q\d|H\d|SU|SP|FA|WI|W[\dX]{2}(-(WE|[1-7]))?|[\dX]{2}(-[\dX]{2})?))?(T([A-Z]{2}|\d{2}:\d{2}Z?))?"
)


def _check(text: str, found: tuple[DateMention, ...]) -> None:
    """What the record promises."""
    end = 0
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end
        end = mention.end
        assert _VALUE.fullmatch(mention.value), mention
        if mention.earliest and mention.latest:
            assert mention.earliest <= mention.latest
        if mention.anchor is None:
            assert mention.earliest is None and mention.latest is None
        assert mention.reason
        assert replace(mention) == mention
