"""A cue that closes its sentence answers for all of it: "Five died in the fire, police said on Friday."."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from core.quotes.layout import Layout
from core.quotes.phrases import noun_phrase
from core.quotes.reporting_cues import ReportingCue

_CLOSING = frozenset({"say", "report", "announce", "confirm", "add", "tell", "write"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_CIRCUMSTANCES = frozenset("nsubj prep agent npadvmod advmod dobj dative punct".split())
_LONGEST_END = 40
"""Tokens from the cue to the full stop."""

_COMMAS = frozenset({",", "—", "–", "--"})


def before_closing(layout: Layout, report: ReportingCue) -> Iterator[tuple[int, int]]:
    """ "Five died in the fire, police said.": all before a cue that closes the sentence behind a comma.

    Where a dateline opens the sentence, the parse often takes its main verb for a part of the name.
    """
    doc, verb = layout.doc, report.verb
    if report.subject is None or verb.lemma_ not in _CLOSING or verb.tag_ not in ("VBD", "VBZ"):
        return
    start, (opens, closes) = min(noun_phrase(report.subject).first, verb.i), layout.sentence(verb.i)
    if closes - verb.i > _LONGEST_END or not opens < start - 1 or doc[start - 1].text not in _COMMAS:
        return
    rest = [t for t in doc[verb.i + 1 : closes] if not (t.is_punct or t.is_space or t.ent_type_ in ("DATE", "TIME"))]
    if not all(_is_circumstance(t, verb) for t in rest):
        return
    finite = (*_FINITE, "VBN") if opens in layout.filed else _FINITE
    if any(t.tag_ in finite and layout.inside[t.i] == report.level for t in doc[opens : start - 1]):
        yield opens, start - 1


def _is_circumstance(token: Token, verb: Token) -> bool:
    """Whether a word behind a closing cue tells when, to whom or how: "on Friday", "told reporters", "by phone"."""
    while token.head.i > verb.i and token.head != token:
        token = token.head
    return token.head == verb and token.dep_ in _CIRCUMSTANCES
