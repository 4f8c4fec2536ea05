"""A publication date changes: all follows without the model, and as if the text had been read with that date."""

from __future__ import annotations

import datetime as dt
import pickle
from dataclasses import replace

import pytest

from core import extraction
from core.extraction import Parsed, extract_with_parse, redate
from core.ingest import from_text, with_details
from core.models import Document, Extraction, Span, redated
from core.text.parse_codec import unpacked

STRIKES = (
    "DORVIK — Nine miners died on Thursday when a shaft flooded, the governor said on Friday.\n\n"
    "Rescuers will search the lower levels on Tuesday. Last week engineers had found 14 leaks, up from six in July. "
    "“We warned them in June,” union leader Ana Brec said on Telegram. "
    "The mine, which opened in 1986, closes next month."
)
STORY = (
    "In May 1921 the fleet left Orvel. Two days later it met 30 ships off the coast, and on 12 June it was back. "
    "The following year the port was closed. In 1924 it opened again. At least 200 people died between 1921 and 1924."
)
BULLETIN = (
    "Council notes\n\nParliament votes on Tuesday. The bank said yesterday that 1,200 jobs were cut this year.\n\n"
    "Weather: snow since Sunday. About 300 homes had no power this morning.\n\nSubscribe to our letter today."
)
DATES = (None, dt.date(2022, 9, 17), dt.date(2023, 1, 2))


def _first(text: str, published: dt.date | None) -> tuple[Document, Parsed]:
    document = from_text(text, "a.txt", published)
    return document, _parsed(document)


def _parsed(document: Document) -> Parsed:
    parsed = extract_with_parse(document)
    assert isinstance(parsed, Parsed)
    return parsed


def _moved(document: Document, before: Parsed) -> Extraction:
    return redated(before.record, document, redate(document, before))


UNREAD = "Der Bürgermeister sagte am Freitag, dass zwei Menschen bei dem Brand in der Altstadt verletzt worden seien."


@pytest.mark.parametrize("text", [STRIKES, STORY, BULLETIN, UNREAD], ids=["news", "story", "bulletin", "unread"])
def test_a_moved_record_is_the_record_of_a_fresh_reading(text: str) -> None:
    """From each date to each other one, with and without a date; headline and outlet follow too."""
    for first in DATES:
        document, before = _first(text, first)
        for then in DATES:
            details = with_details(document, "A headline", "The Courier", then)
            assert _moved(details, before) == _parsed(details).record


def test_passages_left_out_stay_out() -> None:
    """A date in boilerplate comes back under no date."""
    start = BULLETIN.index("Subscribe")
    document = replace(from_text(BULLETIN, "a.txt", None), boilerplate=(Span(start, len(BULLETIN)),))
    moved = with_details(document, None, None, dt.date(2022, 9, 17))
    again = _moved(moved, _parsed(document))
    assert again == _parsed(moved).record
    assert all(date.start < start for date in again.dates)


def test_the_model_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dates, events and the dates of figures move with no call of the pipeline."""
    document, before = _first(STRIKES, None)

    def refuse(_: object) -> None:
        raise AssertionError("the model was run")

    monkeypatch.setattr(extraction, "parse", refuse)
    record = _moved(with_details(document, None, None, dt.date(2022, 9, 17)), before)
    died = next(event for event in record.events if event.trigger.lemma == "die")
    assert died.earliest == dt.date(2022, 9, 15)
    assert record.published_from == "given"


def test_a_parse_is_small_and_is_no_pickle() -> None:
    """About twenty bytes a token, compressed; what does not unpack is refused."""
    _, before = _first(STRIKES * 20, None)
    assert len(before.parse) < 30 * len(STRIKES.split()) * 20
    with pytest.raises(ValueError, match="DocBin"):
        unpacked(pickle.dumps(before))
