"""Every rule of the grammar of dates said in all its alternatives, from the year 1 to the year 9999."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import cycle

import pytest

from core.dates import anchor_all, find_dates, find_expressions, recognition
from core.dates.recognition import _grammar
from core.dates.rule import UNTOLD
from core.dates.tokens import _TOKEN
from core.text.view import TextView
from tests.grammar.date_rules import OF_KINDS, rules
from tests.grammar.documents import plain

LATER = cycle(
    map(
        dt.date.fromisoformat,
        """0001-12-31 0002-03-01 0004-02-29 0099-01-01 0100-12-01 1000-06-15 1582-10-10 1900-02-28 2022-09-17
        2024-02-29 9998-12-31 9999-01-01 9999-02-28""".split(),
    )
)
FRAMES = ("It began, {}, the mill said.", "{} or more")
EDGES = cycle((dt.date.min, None, dt.date.max))
SAID = [(pattern, sentence) for pattern, sentences in rules() for sentence in sentences]
LOST = "could not be worked out"


def test_every_rule_is_said() -> None:
    """The sayings of each rule are read by it, for the most part: a word may belong to the mark beside it."""
    classes, grammar = _grammar()
    assert len(SAID) > 5_000
    for compiled, (pattern, sentences) in zip(grammar, rules(), strict=True):
        codes = [classes.read(f"It began, {sentence}, they said.").codes for sentence in sentences]
        matched = sum(compiled.pattern.search(found) is not None for found in codes)
        assert matched >= 0.4 * len(sentences), pattern


def test_every_kind_of_token_has_examples() -> None:
    """Tokens that are known by their form are said in forms that are read as them."""
    classes = _grammar()[0]
    assert set(OF_KINDS) == set(classes._kinds)
    for kind, examples in OF_KINDS.items():
        for example in examples:
            assert classes._kinds[kind] in classes.read(f"mill{'' if kind == 'POSS' else ' '}{example} mill").codes
    assert set(OF_KINDS) - {"BREAK"} <= set(_TOKEN.groupindex)


def test_no_saying_fails(caplog: pytest.LogCaptureFixture) -> None:
    """Each alternative of each rule has a value or none, whenever it was published; nothing is logged as failed."""
    for (pattern, sentence), frame in ((said, frame) for said in SAID for frame in FRAMES):
        text = frame.format(sentence)
        expressions = find_expressions(TextView(plain(text)))
        for published in (next(EDGES), next(LATER)):
            for date in anchor_all(expressions, published):
                assert text[date.start : date.end] == date.text, (pattern, sentence, published)
                assert date.earliest is None or date.latest is None or date.earliest <= date.latest, (sentence, date)
                assert date.value and LOST not in date.reason, (pattern, sentence, published)
    assert not caplog.records


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He left that very day.", ["2022-09-17"]),
        ("It was shut on 3 May 1950. That very day the mill burned.", ["1950-05-03", "1950-05-03"]),
        ("In 1950 the mill was sold. That very year it burned down.", ["1950", "1950"]),
        ("He leaves this very day.", ["2022-09-17"]),
        ("Pottery from 1,200 BC was found.", ["BC1200"]),
        ("The wall of about 2,500 BC fell.", ["BC2500"]),
        ("They met at ½ p.m. there.", []),
        ("They met at 1/2 a.m. there.", []),
        ("It took three weeks or more", ["P3W"]),
        ("The H2 results and the H3 vaccine differ.", ["2022-H2"]),
    ],
)
def test_what_once_ended_the_reading(text: str, values: list[str]) -> None:
    """A sensible value, or none."""
    assert [date.value for date in find_dates(TextView(plain(text)), dt.date(2022, 9, 17))] == values


def test_a_rule_that_fails_costs_its_own_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """They stand in the list without a day; the other dates are read, and the log has no word of the text."""
    classes, grammar = _grammar()

    def failing(_: object) -> None:
        raise KeyError("yesterday")

    broken = tuple(
        item._replace(rule=replace(item.rule, meaning=failing)) if "yesterday" in item.rule.pattern else item
        for item in grammar
    )
    monkeypatch.setattr(recognition, "_grammar", lambda: (classes, broken))
    found = find_dates(TextView(plain("It burned yesterday and on 3 May 1950.")), dt.date(2022, 9, 17))
    assert [(date.text, date.value) for date in found] == [("yesterday", UNTOLD.value), ("3 May 1950", "1950-05-03")]
    assert found[0].earliest is None and LOST in found[0].reason
    assert "KeyError" in caplog.text and "yesterday" not in caplog.text


def test_an_anchoring_that_fails_costs_its_own_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """The expression keeps its place and has no day."""

    def failing(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("core.dates.anchoring.anchored_step", failing)
    found = find_dates(TextView(plain("It burned yesterday and on 3 May 1950.")), dt.date(2022, 9, 17))
    assert [(date.text, date.value) for date in found] == [("yesterday", "XXXX"), ("3 May 1950", "1950-05-03")]
