"""Parenthetical reporting clauses: cues between commas or at the end, which answer for the sentence around them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from core.quotes.layout import Layout
from core.quotes.phrases import noun_phrase
from core.quotes.reporting_cues import ReportingCue

_CLOSING = frozenset({"say", "report", "announce", "confirm", "add", "tell", "write"})
_INSERTED = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_CIRCUMSTANCES = frozenset("nsubj prep agent npadvmod advmod dobj dative punct".split())
_COMMAS = frozenset({",", "—", "–", "--"})


def before_closing(layout: Layout, report: ReportingCue) -> Iterator[tuple[int, int]]:
    """ "Five died in the fire, police said.": all before a cue that closes the sentence behind a comma.

    Where a dateline opens the sentence, the parse often takes its main verb for a part of the name.
    """
    view = layout.view
    doc, verb = view.doc, report.verb
    if report.subject is None or verb.lemma_ not in _CLOSING or verb.tag_ not in ("VBD", "VBZ"):
        return
    start, (opens, closes) = min(noun_phrase(report.subject).first, verb.i), view.sentence(verb.i)
    if not opens < start - 1 or doc[start - 1].text not in _COMMAS:
        return
    rest = [t for t in doc[verb.i + 1 : closes] if not (t.is_punct or t.is_space or t.ent_type_ in ("DATE", "TIME"))]
    if not all(_is_circumstance(t, verb) for t in rest):
        return
    finite = (*_FINITE, "VBN") if view.in_dateline(opens) else _FINITE
    if any(t.tag_ in finite and layout.inside[t.i] == report.level for t in doc[opens : start - 1]):
        yield opens, start - 1


def _is_circumstance(token: Token, verb: Token) -> bool:
    """Whether a word behind a closing cue tells when, to whom or how: "on Friday", "told reporters", "by phone"."""
    while token.head.i > verb.i and token.head != token:
        token = token.head
    return token.head == verb and token.dep_ in _CIRCUMSTANCES


def sentence_around(layout: Layout, report: ReportingCue) -> tuple[int, int] | None:
    """ "The fire, police said, killed five": the sentence around a cue between commas, the cue included."""
    doc, subject = layout.view.doc, report.subject
    if subject is None:
        return None
    start, after = min(report.first, _start_of(subject)), max(report.end, subject.i + 1)
    opens, closes = layout.view.sentence(report.verb.i)
    between = opens < start - 1 and after + 1 < closes and subject.i < report.verb.i
    if not between or doc[start - 1].text not in _COMMAS or doc[after].text not in _COMMAS:
        return None
    left, right = doc[start - 2], doc[after + 1]
    marked = layout.inside[left.i] != report.level or layout.inside[right.i] != report.level
    if marked or left.is_punct or right.is_punct or right.is_space or right.tag_ in ("VBG", "CC", "WDT", "WP", "IN"):
        return None
    return opens, closes


def _start_of(subject: Token) -> int:
    return noun_phrase(subject).first


def around_insertion(report: ReportingCue) -> Iterator[tuple[int, int]]:
    """ "The attack, police said, killed five" and "as police said": the clause it is inserted into."""
    verb = report.verb
    doc = verb.doc
    if verb.dep_ not in _INSERTED or verb.head == verb:
        return
    start = min(report.start, verb.left_edge.i)
    start += doc[start].text in _COMMAS  # the parse may tie the comma to the verb
    as_clause = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    joined = any(c.dep_ in ("cc", "mark") and c.lower_ != "as" for c in verb.children)
    if start == 0 or joined or (doc[start - 1].text not in _COMMAS and not as_clause):
        return
    head = verb.head
    first, end = head.left_edge.i, head.right_edge.i + 1
    if only_punctuation(doc, verb.right_edge.i + 1, end):
        end = start
    yield first, end


def only_punctuation(doc: Doc, first: int, end: int) -> bool:
    """Whether some tokens are all punctuation or white space."""
    return all(t.is_punct or t.is_space for t in doc[first:end])
