"""The headline takes the figures that make a story news."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.event_coreference import gathered
from core.frames.headline import headline, leading
from core.frames.rows import frames
from core.models import Event, Figure
from tests.core.records import figure, record


def best(*figures: Figure, triggers: tuple[str, ...]) -> str:
    """The words of the first headline figure when each stands in an event of its own."""
    return chosen(*figures, triggers=triggers)[0]


def chosen(*figures: Figure, triggers: tuple[str, ...]) -> list[str]:
    """What all headline figures count."""
    one = record()
    events = tuple(
        replace(one.events[0], trigger=replace(one.events[0].trigger, lemma=lemma), figures=(i,))
        for i, lemma in enumerate(triggers)
    )
    made = frames([replace(one, figures=figures, events=events)])
    return [str(row.counted) for row in headline(made.figures)]


PEOPLE = figure("30", 150_000, 150_000, counted="people", counted_head="people")
BODIES = figure("30", 30, None, bound="at least", counted="bodies", counted_head="body")
SHOPS = figure("30", 12, 12, counted="shops", counted_head="shop")


@pytest.mark.parametrize(
    ("figures", "triggers", "expected"),
    [
        ((PEOPLE, BODIES), ("live", "find"), "bodies"),
        ((SHOPS, PEOPLE), ("open", "live"), "people"),
        ((SHOPS, BODIES), ("open", "open"), "bodies"),
    ],
)
def test_what_was_done_to_people_comes_first(
    figures: tuple[Figure, ...], triggers: tuple[str, ...], expected: str
) -> None:
    """Bodies found before people living somewhere, people before shops."""
    assert best(*figures, triggers=triggers) == expected


def test_the_dead_do_not_hide_the_injured() -> None:
    """One figure for each fate of people; of one fate only the first."""
    people = [figure("30", low, low, counted=f"people {low}", counted_head="person") for low in (9, 40, 12)]
    assert chosen(*people, triggers=("kill", "injure", "die")) == ["people 12", "people 40"]


def test_leading_events_have_happened_and_stand_in_their_order() -> None:
    """Nothing that lies after the day of publication, and nothing only planned, leads the overview."""
    one = record()
    hit, found = one.events[1], one.events[0]
    later = replace(found, earliest=dt.date(2022, 12, 1), latest=dt.date(2022, 12, 1))
    planned = replace(found, status="planned")
    made = frames([replace(one, events=(found, hit, later, planned))])
    assert [row.text for row in leading(gathered(made.events, ()), made.last_day)] == [hit.summary, found.summary]


def test_an_attack_leads_before_an_opening_and_a_fresh_day_before_a_remembered_one() -> None:
    """What a front page would take, whatever the order in the text."""
    one = record()
    days = {"fresh": dt.date(2022, 9, 15), "old": dt.date(2014, 5, 2)}

    def told(trigger: str, when: str) -> Event:
        event = replace(
            one.events[0], trigger=replace(one.events[0].trigger, lemma=trigger), summary=f"{trigger} {when}"
        )
        return replace(event, earliest=days[when], latest=days[when])

    events = (told("open", "fresh"), told("attack", "old"), told("own", "fresh"), told("attack", "fresh"))
    made = frames([replace(one, events=events)])
    table = gathered(made.events, ())
    firsts = [[row.text for row in leading(table, made.last_day, most)] for most in (1, 2)]
    assert firsts[0] == ["attack fresh"]
    assert set(firsts[1]) == {"attack fresh", "open fresh"}
