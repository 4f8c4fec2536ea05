"""Quotations and reported speech, each with its speaker, cue and channel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from core.lexicon import meaning
from core.models import Quote, Speaker, Words
from core.quotes.attribution import Attribution
from core.quotes.coreference import Coreference
from core.quotes.indirect_speech import indirect_speech
from core.quotes.layout import OUTSIDE, Layout
from core.quotes.pairing import Quoted
from core.quotes.reporting_cues import ReportingCue, find_reporting_cues, via_of
from core.quotes.speakers import Attributor
from core.text.view import TextView

_SPEECH = meaning("verbs", "says")

_FEW_WORDS = 3
"""Words in marks from which on they are a quotation even where no speaker is shown."""
_LONG = 4
_OF_WORKS = frozenset("write read recite sing publish describe".split())
"""Verbs whose object in marks is a work: "she wrote “The Long Winter”"."""

_INTRODUCES = ",:"
_SENTENCE_ENDS = '.?!…”"'


def find_quotes(view: TextView) -> tuple[Quote, ...]:
    """Direct speech (the span inside its marks) and reported speech (the clause reported), sorted by start.

    Words in marks without a cue are quotations from three words on, else scare quotes or titles and left out.
    Direct are those in true quotation marks alone: words between doubled apostrophes or accents count as reported
    where their speaker is shown. (Reading a file sets true marks in their place; a text taken as it stands has none.)
    Needs a parsed text with entities; without them fewer speakers are found. Never raises.
    """
    layout = Layout(view)
    reports = find_reporting_cues(layout)
    coreference = Coreference(layout, reports)
    found = [*_direct(layout, reports, coreference), *_indirect(layout, reports, coreference)]
    return tuple(sorted(found, key=lambda q: (q.start, -q.end, q.kind)))


def _direct(layout: Layout, reports: list[ReportingCue], coreference: Coreference) -> Iterator[Quote]:
    attributions = Attributor(layout, reports, coreference).all()
    for number, (quoted, attribution) in enumerate(zip(layout.quoted, attributions, strict=True)):
        speaker = _speaker(attribution, coreference)
        text = layout.view.text[quoted.start : quoted.end]
        if speaker is None and layout.around[number] != OUTSIDE:
            continue
        if attribution is None and len(text.split()) < _FEW_WORDS:
            continue
        if _looks_like_title(text) and not (attribution and _is_beside(layout, quoted, attribution)):
            continue
        cue = _cue(layout, attribution)
        via = via_of(attribution.report) if attribution and attribution.report else None
        if quoted.typed and speaker is None:
            continue
        kind: Literal["direct", "indirect"] = "indirect" if quoted.typed else "direct"
        yield Quote(quoted.start, quoted.end, text, kind, speaker, cue, via, quoted.closed)


def _indirect(layout: Layout, reports: list[ReportingCue], coreference: Coreference) -> Iterator[Quote]:
    for report in reports:
        if report.subject is None or _is_refused(report):
            continue
        speaker = coreference.speaker(report.subject)
        if speaker is None:
            continue
        cue = _words(layout, report.first, report.end)
        for span in indirect_speech(layout, report):
            text = layout.view.text[span.start : span.end]
            yield Quote(span.start, span.end, text, "indirect", speaker, cue, via_of(report), True)


def _is_refused(report: ReportingCue) -> bool:
    """ "did not confirm 30 deaths": nobody vouches; "does not think it works" is an opinion."""
    if report.verb.lemma_.lower() not in _SPEECH:
        return False
    words = [
        *report.verb.children,
        *(report.subject.children if report.subject is not None else ()),
    ]
    return any(w.dep_ == "neg" or w.lower_ == "neither" for w in words)


def _speaker(attribution: Attribution | None, coreference: Coreference) -> Speaker | None:
    if attribution is None:
        return None
    return coreference.speaker(attribution.subject)


def _cue(layout: Layout, attribution: Attribution | None) -> Words | None:
    if attribution is None or attribution.cue is None:
        return None
    return _words(layout, *attribution.cue)


def _words(layout: Layout, first: int, end: int) -> Words:
    view = layout.view
    start, last = view.doc[first].idx, view.doc[end - 1]
    stop = last.idx + len(last)
    return Words(start, stop, view.text[start:stop])


def _looks_like_title(text: str) -> bool:
    """Whether the words are written like a title: two or more, every longer one with a capital."""
    words = [w.strip(".,;:!?()[]") for w in text.split()]
    longer = [w for w in words if len(w) >= _LONG and w[0].isalpha()]
    capitals = [w for w in words if w[:1].isupper()]
    return len(words) > 1 and len(capitals) > 1 and bool(longer) and all(w[0].isupper() for w in longer)


def _is_beside(layout: Layout, quoted: Quoted, attribution: Attribution) -> bool:
    """Whether the cue stands right at the marks, so that even words written like a title are spoken."""
    view = layout.view
    if attribution.cue is None:
        return True
    first, end = attribution.cue
    before = view.text[max(0, quoted.outer - 3) : quoted.outer].rstrip()[-1:]
    opens = not before or before in _SENTENCE_ENDS
    if view.starts[first] >= quoted.outer_end:  # in "on the show “The Long Way,” she said" the title is not said
        return opens and view.text[quoted.end - 1] in ",?!"
    if view.paragraph_at(quoted.outer) != view.paragraph_of[first]:  # a heading below somebody's words
        return quoted.continues
    if opens or before in _INTRODUCES:
        return True
    return view.first_token_from(quoted.outer) == end and view.doc[first].lemma_.lower() not in _OF_WORKS
