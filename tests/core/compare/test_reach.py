"""How far from a figure words still tell something of it: a row just within reach, and one just beyond."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from core.compare.claim import Claim
from core.compare.claims import read
from core.compare.days import day_of
from core.compare.sense import sense_of
from core.compare.shares import period_of, share_of
from core.compare.words import content, stem
from core.models import DateMention, Place
from tests.core.records import figure, place, record, span

FIGURE = figure("12 graves", 12, 12)
LOSS = figure("12 graves", 12, 12, unit="US dollar", counted=None, counted_head=None, kind="money")


def filled(letters: int) -> str:
    """A piece of text of this length that says nothing, between two spaces."""
    return f" {'x' * (letters - 2)} "


def words(count: int) -> str:
    """So many words that say nothing."""
    return "word " * count


def reading(text: str, towns: tuple[Place, ...] = (), sentence: int = 0, **changes: Any) -> Claim:
    """The claim of a text's twelve graves; ``sentence`` is where theirs begins."""
    start, end = span("12 graves", 0, text)
    counted = replace(FIGURE, start=start, end=end, sentence=(sentence, len(text)), **changes)
    story = record(text=text, sentences=(), places=towns, dates=(), figures=(counted,), quotes=(), events=())
    (found,) = read(story)
    assert isinstance(found, Claim)
    return found


def town(start: int) -> Place:
    """Vasylkove, named there."""
    return replace(place(), start=start, end=start + 9)


@pytest.mark.parametrize(("letters", "heard"), [(800, True), (801, False)])
def test_an_agency_in_a_sentence_without_end(letters: int, heard: bool) -> None:
    """Has told the number if it is named within 800 letters of it, on either side."""
    far = filled(letters - 7)
    for text in (f"12 graves{far}Reuters", f"Reuters{far}12 graves"):
        assert (reading(text).credits == {"Reuters"}) == heard


@pytest.mark.parametrize(("letters", "spoken"), [(45, True), (46, False)])
def test_a_place_where_somebody_spoke(letters: int, spoken: bool) -> None:
    """Is none of the graves', if the verb begins at most 45 letters before it."""
    text = f"There are 12 graves, he said{filled(letters - 7)}in "
    found = reading(f"{text}Vasylkove", (town(len(text)),), place=0)
    assert (found.place is None) == spoken


@pytest.mark.parametrize(("letters", "near"), [(500, True), (501, False)])
def test_a_scene_named_shortly_before(letters: int, near: bool) -> None:
    """May be where they are, if it is at most 500 letters before their sentence."""
    lead = f"Vasylkove{filled(letters - 9)}"
    found = reading(f"{lead}They found 12 graves.", (town(0),), len(lead))
    assert (found.near == place().key) == near


@pytest.mark.parametrize(("letters", "heard"), [(400, True), (401, False)])
def test_where_a_sentence_begins_and_ends(letters: int, heard: bool) -> None:
    """Its first and its last word are heard within 400 letters."""
    assert (reading(f"Among them{filled(letters - 10)}12 graves").sense.share == "part") == heard
    assert (reading(f"12 graves{filled(letters - 9)}destroyed").sense.done == "destroyed") == heard


@pytest.mark.parametrize(("letters", "heard"), [(160, True), (161, False)])
@pytest.mark.parametrize("side", ["before", "after"])
def test_words_near_a_figure_tell_what_it_is_about(side: str, letters: int, heard: bool) -> None:
    """Within 160 letters on either side."""
    far = f"flood{filled(letters - 5)}"
    before, after = (far, " houses") if side == "before" else ("", far[::-1])
    found = sense_of(FIGURE, before, after, None)
    assert found is not None
    assert (found.words >= {"flood" if side == "before" else "doolf"}) == heard


DONE = [
    ("the eighth word behind", "", f" {words(7)}destroyed", "destroyed"),
    ("the ninth word behind", "", f" {words(8)}destroyed", None),
    ("the eighth word before", f"destroyed {words(7)}", "", "destroyed"),
    ("the ninth word before", f"destroyed {words(8)}", "", None),
    ("a phrase that ends with the sixteenth word", "", f" {words(13)}are without power", "without power"),
    ("a phrase that ends with the seventeenth word", "", f" {words(14)}are without power", None),
]


@pytest.mark.parametrize(("before", "after", "done"), [row[1:] for row in DONE], ids=[row[0] for row in DONE])
def test_what_was_done(before: str, after: str, done: str | None) -> None:
    """A verb within eight words, a set phrase within sixteen."""
    found = sense_of(FIGURE, before, after, None)
    assert found is not None
    assert found.done == done


@pytest.mark.parametrize(("between", "thing"), [(7, "loss"), (8, None)])
def test_what_money_is_about(between: int, thing: str | None) -> None:
    """The noun is at most the eighth word before it."""
    found = sense_of(LOSS, f"loss {words(between)}", "", None)
    assert (found.thing if found else None) == thing


@pytest.mark.parametrize(("letters", "share"), [(60, "change"), (61, "whole")])
def test_a_verb_of_change(letters: int, share: str) -> None:
    """Makes "by 12" a change if it begins at most 60 letters before the number."""
    assert share_of("12", f"rose{filled(letters - 7)}by ", "", None) == share


@pytest.mark.parametrize(("letters", "period"), [(80, "day"), (81, None)])
def test_a_length_of_time(letters: int, period: str | None) -> None:
    """Limits a number if it ends at most 80 letters behind it."""
    assert period_of("12", f"{filled(letters - 5)}daily") == period


@pytest.mark.parametrize(("letters", "whole"), [(60, True), (61, False)])
def test_who_a_part_are(letters: int, whole: bool) -> None:
    """ "Twelve of them children": said within 60 letters."""
    found = sense_of(FIGURE, "", f" of them{filled(letters - 5)}child", None)
    assert found is not None
    assert (found.modifiers >= {"child"}) == whole


@pytest.mark.parametrize(("letters", "role"), [(50, "said"), (51, "event")])
def test_the_day_of_a_saying(letters: int, role: str) -> None:
    """No event's day, if the verb begins at most 50 letters before it."""
    text = f"They told{filled(letters - 4)}Monday of 12 graves"
    monday = span("Monday", 0, text)
    day = dt.date(2022, 9, 12)
    date = DateMention(*monday, "Monday", "DATE", str(day), None, day, day, "published", "")
    assert day_of(date, text, span("12 graves", 0, text)).role == role


@pytest.mark.parametrize(("counted", "modifiers"), [("oil tankers", {"oil"}), ("EU tankers", set())])
def test_a_word_of_three_letters_makes_another_thing(counted: str, modifiers: set[str]) -> None:
    """An abbreviation of two tells whose it is, and that is seldom said twice."""
    found = sense_of(replace(FIGURE, counted=counted, counted_head="tanker"), "", "", None)
    assert found is not None
    assert found.modifiers == modifiers


@pytest.mark.parametrize(("text", "stems"), [("the ox was ill", {"ill"}), ("the hen was fed", {"hen", "fed"})])
def test_words_of_three_letters_carry_meaning(text: str, stems: set[str]) -> None:
    """Shorter ones do not, whatever they are."""
    assert content(text) == stems


@pytest.mark.parametrize(("word", "bare"), [("cars", "car"), ("gas", "gas"), ("fined", "fin"), ("shed", "shed")])
def test_an_ending_leaves_three_letters(word: str, bare: str) -> None:
    """What would leave two is no ending."""
    assert stem(word) == bare
