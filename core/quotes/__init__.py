"""Quotations and reported speech, each with its speaker, cue and channel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from core.models import Quote, Speaker, Words
from core.quotes.attribution import Attribution
from core.quotes.coreference import Mentions
from core.quotes.indirect_speech import reported
from core.quotes.layout import OUTSIDE, Layout
from core.quotes.reporting_cues import Saying, find_sayings, via_of
from core.quotes.speakers import Attributor
from core.quotes.titles import is_beside, looks_like_title
from core.quotes.vocabulary import SPEECH
from core.text.view import TextView

_FEW_WORDS = 3
"""Words in marks from which on they are a quotation even where no speaker is shown."""


def find_quotes(view: TextView) -> tuple[Quote, ...]:
    """Direct speech (the span inside its marks) and reported speech (the clause reported), sorted by start.

    Words in marks without a cue are quotations from three words on, else scare quotes or titles and left out.
    Direct are those in true quotation marks alone: words between doubled apostrophes or accents count as reported
    where their speaker is shown. (Reading a file sets true marks in their place; a text taken as it stands has none.)
    Needs a parsed text with entities; without them fewer speakers are found. Never raises.
    """
    layout = Layout(view.doc)
    sayings = find_sayings(layout)
    mentions = Mentions(layout, sayings)
    found = [*_direct(layout, sayings, mentions), *_indirect(layout, sayings, mentions)]
    return tuple(sorted(found, key=lambda q: (q.start, -q.end, q.kind)))


def _direct(layout: Layout, sayings: list[Saying], mentions: Mentions) -> Iterator[Quote]:
    attributions = Attributor(layout, sayings, mentions).all()
    for number, (quoted, attribution) in enumerate(zip(layout.quoted, attributions, strict=True)):
        speaker = _speaker(attribution, mentions)
        text = layout.text[quoted.start : quoted.end]
        if speaker is None and layout.around[number] != OUTSIDE:
            continue
        if attribution is None and len(text.split()) < _FEW_WORDS:
            continue
        if looks_like_title(text) and not (attribution and is_beside(layout, quoted, attribution)):
            continue
        cue = _cue(layout, attribution)
        via = via_of(attribution.saying) if attribution and attribution.saying else None
        if quoted.typed and speaker is None:
            continue
        kind: Literal["direct", "indirect"] = "indirect" if quoted.typed else "direct"
        yield Quote(quoted.start, quoted.end, text, kind, speaker, cue, via, quoted.closed)


def _indirect(layout: Layout, sayings: list[Saying], mentions: Mentions) -> Iterator[Quote]:
    for saying in sayings:
        if saying.subject is None or _is_refused(saying):
            continue
        speaker = mentions.speaker(saying.subject)
        if speaker is None:
            continue
        cue = _words(layout, saying.first, saying.end)
        for span in reported(layout, saying):
            text = layout.text[span.start : span.end]
            yield Quote(span.start, span.end, text, "indirect", speaker, cue, via_of(saying), True)


def _is_refused(saying: Saying) -> bool:
    """ "did not confirm 30 deaths": nobody vouches; "does not think it works" is an opinion."""
    words = [*saying.verb.children, *(saying.subject.children if saying.subject is not None else ())]
    return saying.verb.lemma_.lower() in SPEECH and any(w.dep_ == "neg" or w.lower_ == "neither" for w in words)


def _speaker(attribution: Attribution | None, mentions: Mentions) -> Speaker | None:
    if attribution is None:
        return None
    return mentions.speaker(attribution.subject)


def _cue(layout: Layout, attribution: Attribution | None) -> Words | None:
    if attribution is None or attribution.cue is None:
        return None
    return _words(layout, *attribution.cue)


def _words(layout: Layout, first: int, end: int) -> Words:
    start, last = layout.doc[first].idx, layout.doc[end - 1]
    stop = last.idx + len(last)
    return Words(start, stop, layout.text[start:stop])
