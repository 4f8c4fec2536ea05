"""A finder that fails costs its own list, with a notice; the text and all other lists stay."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.extraction import Parsed, extract, extract_with_parse, redate
from core.ingest import from_text
from core.models import Extraction, redated

TEXT = (
    "A mill burned in Kharkiv on Monday, killing 12 people. “Nobody was warned,” said Mayor Ihor Terekhov. "
    "He said on Tuesday that 40 homes were lost."
)
LISTS = ("places", "quotes", "dates", "figures", "events")


def document(published: dt.date | None = dt.date(2022, 9, 17)) -> object:
    """The text as it is pasted."""
    return from_text(TEXT, "mill.txt", published)


def record() -> Extraction:
    """What is found in it."""
    found = next(extract([document()]))  # type: ignore[list-item]  # a document
    assert isinstance(found, Extraction)
    return found


def break_finder(monkeypatch: pytest.MonkeyPatch, finds: str) -> None:
    """Let one finder fail, with words of the text in its message."""

    def failing(*_: object, **__: object) -> None:
        raise KeyError(TEXT)

    monkeypatch.setattr(f"core.extraction.find_{finds}", failing)


@pytest.mark.parametrize("finds", LISTS)
def test_a_failure_costs_its_own_list(
    finds: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What does not hang on it is as without the failure; a notice names what is missing; the log has no text."""
    whole = record()
    assert all(getattr(whole, name) for name in LISTS)
    assert "unread" not in {notice.code for notice in whole.warnings}
    break_finder(monkeypatch, finds)
    broken = record()
    assert broken.text == TEXT and getattr(broken, finds) == ()
    before = list(LISTS[: LISTS.index(finds)])
    for name in before:
        assert getattr(broken, name) == getattr(whole, name), name
    assert all(getattr(broken, name) for name in LISTS if name != finds)
    told = [notice.message for notice in broken.warnings if notice.code == "unread"]
    assert len(told) == 1 and {"quotes": "quotations"}.get(finds, finds) in told[0]
    assert f"finding {finds} failed: KeyError" in caplog.text and "Kharkiv" not in caplog.text


@pytest.mark.parametrize("finds", LISTS)
def test_another_date_keeps_what_is_said_of_it(finds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists that hang on the calendar are found again; of the others it is still said that they are missing."""
    break_finder(monkeypatch, finds)
    before = extract_with_parse(document())  # type: ignore[arg-type]  # a document
    assert isinstance(before, Parsed)
    monkeypatch.undo()
    moved = document(dt.date(2023, 5, 1))
    after = redated(before.record, moved, redate(moved, before))  # type: ignore[arg-type]  # a document
    missing = "unread" in {notice.code for notice in after.warnings}
    assert missing == (finds in ("places", "quotes"))
    assert bool(getattr(after, finds)) != missing


def test_no_guess_costs_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Language, first lines, boilerplate, marks and doubts may all fail: the text is there."""

    def failing(*_: object) -> None:
        raise ZeroDivisionError

    failing.__name__ = "failing"
    for step in ("language_of", "guess", "boilerplate", "with_true_marks"):
        monkeypatch.setattr(f"core.ingest.details.{step}", failing)
    monkeypatch.setattr("core.ingest.doubts.KINDS", (failing,))
    monkeypatch.setattr("core.extraction.language_of", failing)
    found = document()
    assert replace(found, text="").warnings == () and found.text == TEXT  # type: ignore[type-var,attr-defined]
    broken = record()
    assert broken.language is None and broken.places and broken.dates
