"""Document → Extraction; reads as the recipe."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import tee
from typing import Protocol, TypeVar

from spacy.tokens import Doc

from core.dates import find_dates
from core.events import find_events
from core.extraction_notices import PLACES_ONLY, READ_LANGUAGES, Finders, kept_failures, notices_of
from core.figures import find_figures
from core.models import DateMention, Document, Event, Extraction, Failure, Figure, Place, Quote, Redating
from core.places import find_places
from core.places.gazetteer import Gazetteer
from core.places.resolution.outlet import country_of_outlet
from core.quotes import find_quotes
from core.shelter import attempted
from core.text.language_identification import language_of
from core.text.parse_codec import packed, unpacked
from core.text.pipeline import parse, tokenised
from core.text.view import TextView

_LOG = logging.getLogger(__name__)
_SLASHED = re.compile(r"[0-9]/[0-9]{1,2}/[0-9]")


class _HasStart(Protocol):
    @property
    def start(self) -> int: ...


_Mention = TypeVar("_Mention", bound=_HasStart)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process, built first where there is none."""
    return Gazetteer.open()


def extract(documents: Iterable[Document]) -> Iterator[Extraction | Failure]:
    """One record a document, in the order given; a document that fails is a ``Failure`` and stops no other."""
    for outcome, _ in _outcomes(documents):
        yield outcome


@dataclass(frozen=True, slots=True)
class Parsed:
    """A record with the parse it was made from, packed: another publication date needs no second parse."""

    record: Extraction
    parse: bytes


def extract_with_parse(document: Document) -> Parsed | Failure:
    """The record of one document, with what :func:`redate` needs."""
    outcome, doc = next(_outcomes([document]))
    return Parsed(outcome, packed(doc)) if isinstance(outcome, Extraction) else outcome


def redate(document: Document, before: Parsed) -> Redating:
    """What changes of a record under another publication date: as a fresh extraction has it, without the model.

    Places, quotations and sentences do not hang on the calendar and stay; dates, figures, events and notices are
    worked out anew. ``document`` is the one that was read, but for its details.
    """
    record = before.record
    view = TextView(unpacked(before.parse))
    finders = Finders()
    dates, figures, events = _on_calendar(document, view, record.places, record.quotes, finders)
    failed = [*kept_failures(record.warnings), *finders.failed]
    notices = notices_of(document, _language(document), dates, record.quotes, failed)
    return Redating(notices, dates, figures, events)


def _outcomes(documents: Iterable[Document]) -> Iterator[tuple[Extraction | Failure, Doc]]:
    documents, to_parse = tee(documents)
    docs = parse(d.text if _is_read(d) else "" for d in to_parse)
    for document, doc in zip(documents, docs, strict=True):
        try:
            yield _record(document, doc), doc
        except MemoryError:  # what else is half done nobody knows: whoever runs the process decides
            raise
        except Exception as error:  # the next document must not suffer; the type says enough, the text stays out
            _LOG.exception("extraction failed: %s", document.id, exc_info=_without_text(error))
            yield Failure(document.id, f"Dateline could not read this document ({type(error).__name__})."), doc


def _record(document: Document, doc: Doc) -> Extraction:
    words = tokenised(document.text) if _language(document) in PLACES_ONLY else doc
    view = TextView(words)
    finders = Finders()
    places = _kept(finders.run("places", lambda: find_places(view, gazetteer(), document.outlet)), document)
    parsed = view if words is doc else TextView(doc)
    quotes = _kept(finders.run("quotes", lambda: find_quotes(parsed)), document)
    dates, figures, events = _on_calendar(document, parsed, places, quotes, finders)
    return Extraction(
        id=document.id,
        name=document.name,
        sha256=document.sha256,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        published_from=document.published_from,
        language=_language(document),
        text=document.text,
        warnings=notices_of(document, _language(document), dates, quotes, finders.failed),
        boilerplate=document.boilerplate,
        sentences=tuple(view.sentences),
        places=places,
        dates=dates,
        figures=figures,
        quotes=quotes,
        events=events,
        pages=document.pages,
        original=document.original,
        original_name=document.original_name,
        dated_by=document.dated_by,
    )


def _on_calendar(
    document: Document, view: TextView, places: Sequence[Place], quotes: Sequence[Quote], finders: Finders
) -> tuple[tuple[DateMention, ...], tuple[Figure, ...], tuple[Event, ...]]:
    """What changes with the publication date."""
    published = document.published
    country = attempted("the country of the outlet", lambda: _country(document), None)
    dates = _kept(finders.run("dates", lambda: find_dates(view, published, country)), document)
    figures = _kept(finders.run("figures", lambda: find_figures(view, dates, places, quotes)), document)
    events = finders.run("events", lambda: find_events(view, dates, places, figures, quotes, published))
    return dates, figures, _kept(events, document)


def _country(document: Document) -> str | None:
    """Where the text was written, as far as its outlet or its web address tells; asked only where a date may need it.

    A dateline does not tell: agencies write from anywhere in the order of their own country.
    """
    if not _SLASHED.search(document.text):
        return None
    host = (document.address or "").rpartition("//")[2].partition("/")[0]
    return country_of_outlet(document.outlet, gazetteer()) or country_of_outlet(host, gazetteer())


def _language(document: Document) -> str | None:
    return document.language or attempted("the language", lambda: language_of(document.text), None)


def _is_read(document: Document) -> bool:
    return _language(document) in READ_LANGUAGES


def _kept(mentions: Sequence[_Mention], document: Document) -> tuple[_Mention, ...]:
    """Mentions that do not begin inside boilerplate."""
    if not document.boilerplate:
        return tuple(mentions)
    return tuple(m for m in mentions if not any(s.start <= m.start < s.end for s in document.boilerplate))


def _without_text(error: Exception) -> Exception:
    """The same kind of error with its place but without its message, which may carry words of the document."""
    bare = RuntimeError(type(error).__name__)
    return bare.with_traceback(error.__traceback__)
