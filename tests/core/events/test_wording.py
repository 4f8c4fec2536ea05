"""How an event is worded: where a summary is cut, what it leaves out, and whose subject a verb borrows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from core.dates import find_dates
from core.events import find_events
from core.models import Event
from core.text.view import TextView

PUBLISHED = dt.date(2022, 9, 17)
Parse = Callable[[str], Doc]


def told(parse: Parse, text: str) -> dict[str, Event]:
    """The events of a text by the lemmas of their triggers."""
    view = TextView(parse(text))
    return {
        event.trigger.lemma: event for event in find_events(view, find_dates(view, PUBLISHED), (), (), (), PUBLISHED)
    }


@pytest.mark.parametrize(("letters", "whole"), [(240, True), (241, False)])
def test_a_summary_is_short(parse_one: Parse, letters: int, whole: bool) -> None:
    """A clause of 240 letters is told whole; of a longer one no word is broken."""
    opening, end = "On Friday troops entered the ", "harbour"
    old = ("old and crumbling and grey and silent " * 6)[: letters - len(opening) - len(end) - 1].rstrip()
    clause = f"{opening}{old.ljust(letters - len(opening) - len(end) - 1, 'y')} {end}"
    summary = told(parse_one, f"{clause}.")["enter"].summary
    assert (summary == clause) == whole
    assert whole or (summary.endswith(" …") and clause.startswith(summary.removesuffix("…")))


BUILT = (
    "which had been built by engineers of the northern railway company in the years after the great flood and had been "
    "closed to lorries and buses for months because the mayor and the council of the town could not find the money for "
    "steel and for stone"
)
PIECES = [
    (f"The bridge, {BUILT}, collapsed on Friday.", "The bridge, … , collapsed on Friday"),
    (f"The bridge, {BUILT}, collapsed\non Friday.", "The bridge, … , collapsed on Friday"),
    (f"On Friday, as feared, the bridge, {BUILT}, collapsed.", "On Friday, … , the bridge, … , collapsed"),
]


@pytest.mark.parametrize(("text", "summary"), PIECES)
def test_what_a_long_clause_leaves_out_is_marked(parse_one: Parse, text: str, summary: str) -> None:
    """Two words that are left out are, a line break is not."""
    assert told(parse_one, text)["collapse"].summary == summary


@pytest.mark.parametrize(
    ("between", "actors"),
    [
        ("", ["rebels"]),
        ("burned the school and robbed the bank and ", ["rebels"]),
        ("burned the school and robbed the bank and closed the port and ", []),
    ],
)
def test_a_verb_borrows_its_subject(parse_one: Parse, between: str, actors: list[str]) -> None:
    """Over two other verbs; what stands further off may belong to somebody else."""
    found = told(parse_one, f"On Friday rebels entered Orvel and {between}killed two guards.")["kill"]
    assert [actor.text for actor in found.actors] == actors
