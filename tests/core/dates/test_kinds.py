"""Every kind of date the desk must read, by name, and every look-alike it must leave alone: tables of cases."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from core.dates import find_dates
from core.text.view import TextView

CASES = json.loads((Path(__file__).parent / "by_kind.json").read_text(encoding="utf-8"))
PUBLISHED = dt.date(2022, 9, 17)
Parse = Callable[[str], Doc]
KINDS = {
    "full date", "partial date", "country's order", "weekday", "relative", "vague", "span", "set", "time", "quarter",
    "fiscal", "season", "holiday", "narrative", "heading", "waiting",
}  # fmt: skip


def _day(written: str | None) -> dt.date | None:
    return None if written is None else dt.date.fromisoformat(written)


@pytest.mark.parametrize("case", CASES["dates"], ids=lambda case: f"{case['kind']}: {case['mention']}")
def test_each_kind_of_date_is_read_as_a_reader_would(case: dict[str, Any], parse_one: Parse) -> None:
    """Each row: mention, type, value, modifier and days, against the publication date beside it."""
    found = find_dates(TextView(parse_one(case["text"])), _day(case["published"]))
    mention = next((m for m in found if m.text == case["mention"]), None)
    assert mention is not None, [m.text for m in found]
    assert (mention.type, mention.value, mention.modifier) == (case["type"], case["value"], case.get("modifier"))
    assert (mention.earliest, mention.latest) == (_day(case["earliest"]), _day(case["latest"]))
    assert mention.reason


@pytest.mark.parametrize("case", CASES["not_dates"], ids=lambda case: case["text"])
def test_look_alikes_are_no_dates(case: dict[str, str], parse_one: Parse) -> None:
    """Each row: nothing is found where the words stand."""
    start = case["text"].index(case["words"])
    end = start + len(case["words"])
    found = find_dates(TextView(parse_one(case["text"])), PUBLISHED)
    assert [m.text for m in found if m.start < end and start < m.end] == []


def test_no_kind_is_without_its_cases() -> None:
    """A kind that loses its rows would go unnoticed."""
    counted = Counter(case["kind"] for case in CASES["dates"])
    assert set(counted) == KINDS
    assert min(counted.values()) >= 4


@pytest.mark.parametrize(
    ("text", "mention", "anchor", "reason"),
    [
        ("16 September 2022\n\nRain fell yesterday.", "yesterday", "previous",
         "day before 16 September 2022, the heading above"),
        ("16 September 2022\n\nRain fell today.", "today", "previous", "day of 16 September 2022, the heading above"),
        ("Profit fell in the nine months ended Aug. 31.", "the nine months", "published",
         "the nine months that ended on 31 August 2022"),
        ("The pass was shut from 20 August 2021 to 3 March.", "3 March", "explicit",
         "with the year of the date beside it"),
        ("It opened in 2020. At that time few came.", "that time", "previous", "the date told before"),
        ("Trams stopped on the second Monday in May.", "the second Monday in May", "published",
         "the second Monday in May before 17 September 2022 (Saturday)"),
        ("The dam burst for a third day.", "a third day", "published", "day of publication, 17 September 2022"),
    ],
)  # fmt: skip
def test_the_reason_says_where_the_days_come_from(
    text: str, mention: str, anchor: str, reason: str, parse_one: Parse
) -> None:
    """Headings, spans, accounts and things told before name what they were counted from."""
    found = next(m for m in find_dates(TextView(parse_one(text)), PUBLISHED) if m.text == mention)
    assert (found.anchor, found.reason) == (anchor, reason)


def test_the_country_handed_in_decides_the_order_of_numbers(parse_one: Parse) -> None:
    """A known country outweighs what the text looks like."""
    doc = parse_one("The permit dated 4/7/22 is void.")
    assert [find_dates(TextView(doc), PUBLISHED, country)[0].value for country in ("US", "GB", "UA")] == [
        "2022-04-07", "2022-07-04", "2022-07-04",
    ]  # fmt: skip


def test_a_line_of_digits_beside_a_day_takes_no_time(parse_one: Parse) -> None:
    """What stands beside a day on its line is looked through once."""
    text = f"5 May 2020 {'1' * 45}x\n\nRain fell yesterday."
    assert [m.anchor for m in find_dates(TextView(parse_one(text)), PUBLISHED) if m.text == "yesterday"] == [
        "published"
    ]
