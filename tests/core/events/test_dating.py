"""Which dates an event has: its own, those of the clause it shares them with, or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from core.dates import find_dates
from core.events import find_events
from core.models import DateMention, Event
from core.text.view import TextView
from tests.core.events.test_events import counted, scene

PUBLISHED = dt.date(2022, 9, 17)
Parse = Callable[[str], Doc]


def told(parse: Parse, text: str, dates: list[DateMention] | None = None) -> dict[str, tuple[Event, list[str]]]:
    """Each event by the lemma of its trigger, and its dates in words; two people are a figure, Norvik is a scene."""
    view = TextView(parse(text))
    known = list(find_dates(view, PUBLISHED)) if dates is None else dates
    figures = [counted(text, "two people")] if "two people" in text else []
    places = [scene(text, "Norvik")] if "Norvik" in text else []
    found = find_events(view, known, places, figures, (), PUBLISHED)
    return {event.trigger.lemma: (event, [known[i].text for i in event.dates]) for event in found}


SHARED = [
    ("Troops left Orvel on Friday and entered Norvik.", True),
    ("Troops left Orvel on Friday and will enter Norvik.", False),
    ("Troops left Orvel on Friday and plan to enter Norvik.", False),
    ("Troops will leave Orvel on Friday and will enter Norvik.", True),
    ("Troops will leave Orvel on Friday and enter Norvik.", True),
    ("Troops will leave Orvel on Friday and may enter Norvik.", False),
    ("Troops plan to leave Orvel on Friday and plan to enter Norvik.", True),
    ("Troops hope to leave Orvel on Friday and plan to enter Norvik.", False),
]


@pytest.mark.parametrize(("text", "shared"), SHARED)
def test_a_second_verb_shares_the_day_of_its_own_sort(parse_one: Parse, text: str, shared: bool) -> None:
    """What is planned is not of the day on which something was done, and the other way round."""
    event, dates = told(parse_one, text)["enter"]
    assert dates == (["Friday"] if shared else [])
    assert event.reason.startswith("shared with “" if shared else "no date in the clause; the date in its sentence")


HOLDING = [
    ("Troops left Orvel on Friday.", "leave", ["Friday"]),
    ("Troops left Orvel on Friday in September 2022.", "leave", ["Friday", "September 2022"]),
    ("Troops left Orvel in September on Friday in 2022.", "leave", ["September", "Friday", "2022"]),
    ("Troops left Orvel in August, more than a week ago.", "leave", ["more than a week ago"]),
    ("Troops left Orvel on 2 September 2022, more than a week ago.", "leave", ["2 September 2022"]),
    ("Troops left Orvel on 30 August 2022, in the summer of 2021.", "leave", ["30 August 2022"]),
    ("Troops left Orvel recently, on Friday.", "leave", ["Friday"]),
    ("On Friday in September 2022, when the wall fell, two people died.", "die", ["Friday", "September 2022"]),
    ("Rebels said that two people died when the wall fell on Friday.", "die", ["Friday"]),
    ("The ministry said on Friday that two people had died.", "die", ["Friday"]),
    ("The ministry said on Friday that two people had died and troops had entered Norvik.", "enter", ["Friday"]),
]


@pytest.mark.parametrize(("text", "trigger", "dates"), HOLDING)
def test_an_event_names_the_dates_it_has(parse_one: Parse, text: str, trigger: str, dates: list[str]) -> None:
    """The narrowest, and those that hold it; also where it is another clause's."""
    assert told(parse_one, text)[trigger][1] == dates


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [(1, 30, True), (16, 16, True), (17, 30, False), (1, 15, False), (1, None, False), (None, 30, False)],
)
def test_an_open_span_holds_no_day(parse_one: Parse, first: int | None, last: int | None, held: bool) -> None:
    """Friday the 16th is not one of the dates between which it may lie."""
    text = "Troops left Orvel on Friday in September."
    friday, month = find_dates(TextView(parse_one(text)), PUBLISHED)
    ends = (None if day is None else dt.date(2022, 9, day) for day in (first, last))
    span = DateMention(month.start, month.end, month.text, "DATE", "2022-09", None, *ends, "published", "")
    assert told(parse_one, text, [friday, span])["leave"][1] == (["Friday", "September"] if held else ["Friday"])


def test_a_saying_gives_its_day_away(parse_one: Parse) -> None:
    """What was said is told, and the saying is no event beside it; a report of nothing keeps its day."""
    found = told(parse_one, "The ministry said on Friday that two people had died and troops had entered Norvik.")
    assert sorted(found) == ["die", "enter"]
    for event, _ in found.values():
        assert event.reason.startswith("date of the statement, as the clause gives none: ")
        assert event.summary.startswith("The ministry said on Friday that two people had died")
    assert sorted(told(parse_one, "The ministry said on Friday that it was sad.")) == ["say"]
