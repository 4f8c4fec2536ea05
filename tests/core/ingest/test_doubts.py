"""Passages that give reason for doubt, each with a plain sentence and its place in the text."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.ingest.doubts import KINDS, MOST, doubts
from core.models import Notice

CASES = tomllib.loads((Path(__file__).parent / "doubts.toml").read_text(encoding="utf-8"))["case"]
HOSTILE = [
    "a",
    "1",
    " ",
    "\n",
    "é",
    "é ",
    "Ã©",
    "Ìî ",
    "п",
    "пa",
    "aп",
    "\u200b",
    "a\u202e",
    "the the ",
    "l1s ",
    "rrr",
    "|",
]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:30] for case in CASES])
def test_doubts(case: dict[str, object]) -> None:
    """Each passage once, with what it stands for; nothing else is doubted."""
    text = str(case["text"])
    found = [(n.code, text[n.start : n.end], n.message) for n in doubts(text)]
    wanted = case["doubts"]
    assert isinstance(wanted, list)
    assert [[code, words] for code, words, _ in found] == [doubt[:2] for doubt in wanted]
    for (_, _, message), doubt in zip(found, wanted, strict=True):
        assert doubt[2] in message
        assert message.endswith(".")


@given(st.text(alphabet="aeI lі1ЇÃ©â€™\u200b\u202eп\n.|~", max_size=200))
def test_passages_lie_in_the_text(text: str) -> None:
    """Offsets fit, whatever the text, and passages of one kind come in order and do not overlap."""
    for kind in KINDS:
        spans = [(n.start or 0, n.end or 0) for n in kind(text)]
        ends = [end for start_end in spans for end in start_end]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert ends == sorted(ends) or kind.__name__ == "translated"


def test_a_text_garbled_throughout_is_said_once_more() -> None:
    """At most so many of a kind, and how many there are in all."""
    found = list(doubts("cafÃ© on Monday. " * 50))
    assert len(found) == MOST + 1
    assert found[-1].start is None
    assert "50 such passages" in found[-1].message


@pytest.mark.parametrize("scrap", HOSTILE)
def test_time_grows_with_length_alone(scrap: str) -> None:
    """Four times the text takes no more than some ten times the time: nothing grows with the square."""

    def seconds(length: int) -> float:
        text = (scrap * (length // len(scrap) + 1))[:length]
        begun = time.process_time()
        list(doubts(text))
        return time.process_time() - begun

    seconds(10_000)
    assert seconds(80_000) < 10 * max(seconds(20_000), 0.02)


@given(st.characters(codec="utf-16"), st.sampled_from(["a{}", "{}a", "a{}b", "a{0}{0}b", "пa{}", "{}", "αa{}β"]))
@example("\u037e", "a{}").via("the Greek question mark")
@example("\u0387", "{}a").via("ano teleia")
@example("\u0384", "a{}").via("tonos")
@example("\u0385", "a{}b").via("dialytika tonos")
@example("\u0375", "a{}").via("the lower numeral sign")
@example("\u0482", "{}a").via("the thousands sign")
@example("\u0483", "a{}b").via("a combining titlo")
@example("\u03f6", "a{}").via("the reversed lunate epsilon")
@example("\u0482", "α{}").via("signs alone")
def test_no_character_ends_a_doubt(character: str, form: str) -> None:
    """Whatever stands beside a Latin letter: each kind comes to its end by itself."""
    text = form.format(character)
    for kind in KINDS:
        assert all(0 <= (n.start or 0) < (n.end or 1) <= len(text) for n in kind(text))


def test_every_character_of_the_alphabets_beside_a_letter() -> None:
    """All that may look like a Latin letter, each before, behind and between: no error, and the letters are told."""
    told = 0
    for code in range(0x250, 0x590):
        for form in ("a{}", "{}a", "x{}ay", "{}\u0482a"):
            told += len([notice for kind in KINDS for notice in kind(form.format(chr(code)))])
    assert told > 100


def test_a_doubt_that_fails_costs_its_own_notices(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other kinds are told."""

    def failing(text: str) -> Iterator[Notice]:
        yield Notice("mojibake", "One that came before.", 0, 1)
        raise IndexError(text)

    monkeypatch.setattr("core.ingest.doubts.KINDS", (failing, *KINDS))
    assert [notice.code for notice in doubts("A mill \ufffd burned.")] == ["unreadable-characters"]
