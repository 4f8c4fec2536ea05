"""Reported speech: the words that a verb of speech or "according to" answers for, from the parse."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from core.lexicon import meaning, values
from core.models import Span
from core.quotes.layout import Layout
from core.quotes.parentheticals import around_insertion, before_closing, only_punctuation, sentence_around
from core.quotes.reporting_cues import ReportingCue, put_at

_ASKING = meaning("verbs", "questions")
_CAN_CLAIM = frozenset({"PERSON", "ORG", "NORP", "GPE"})
"""Entities that claim in words; "the blast claimed five lives" says nothing."""

_CLAUSE = meaning("verbs", "says", "thinks")
_INFINITIVE = meaning("verbs", "takes infinitive")
_MEDIUM = meaning("writings", "channel")
_OBJECT = meaning("verbs", "takes object")
_PERSUASION = meaning("verbs", "takes hearer and infinitive")
_PREPOSITION = {verb: frozenset(words.split()) for verb, words in values("verbs", "preposition").items()}
_SPEECH = meaning("verbs", "says")

_CONTENT_CLAUSES = frozenset({"ccomp", "parataxis"})
_EDGES = frozenset("and but , ; : . — – - … ―".split())
_MARKS = "”»’\"'“«„‘"


def indirect_speech(layout: Layout, report: ReportingCue) -> list[Span]:
    """Characters of what is reported, without "that" and the punctuation around it; empty where nothing is."""
    found = []
    for first, end in _contents(layout, report):
        span = _trimmed(layout, report, first, end)
        if span is not None:
            found.append(span)
    return found


def _contents(layout: Layout, report: ReportingCue) -> Iterator[tuple[int, int]]:
    if report.is_according:
        yield from _scope_of_according(report)
        return
    lemma = report.verb.lemma_.lower()
    around = sentence_around(layout, report) if lemma in _CLAUSE and lemma not in _ASKING else None
    if around is not None:
        yield around
        return
    taken = list(_complements(report, lemma))
    if taken:
        yield from taken
    elif report.subject is not None and lemma in _CLAUSE and lemma not in _ASKING:
        yield from list(around_insertion(report)) or before_closing(layout, report)


def _complements(report: ReportingCue, lemma: str) -> Iterator[tuple[int, int]]:
    verb = report.verb
    put = put_at(verb)
    if put is not None:
        yield put
        return
    for child in verb.children:
        if child.i < verb.i and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children):
            continue  # "A said so; B denied it": what B denies is the pronoun
        if child.dep_ in _CONTENT_CLAUSES and lemma in _CLAUSE and lemma not in _ASKING:
            yield _clause(report, child)
        elif (child.dep_ == "xcomp" and _takes_infinitive(report.verb, lemma, child)) or (
            child.dep_ == "dobj"
            and (lemma in _OBJECT or _is_number(child))
            and child != report.subject
            and _speaks(report, lemma)
        ):
            yield child.left_edge.i, child.right_edge.i + 1
        elif child.dep_ == "prep" and (clause := _told_in(child)) is not None and lemma in _CLAUSE:
            yield clause.left_edge.i, clause.right_edge.i + 1
        elif child.dep_ == "prep" and child.lower_ in _PREPOSITION.get(lemma, ()):
            yield child.i + 1, child.right_edge.i + 1


def _is_number(word: Token) -> bool:
    """ "Police said 20,000", "the ministry has reported 17"."""
    return word.tag_ == "CD" and word.like_num


def _told_in(preposition: Token) -> Token | None:
    """ "said in a statement that …": the parse hangs the clause on the statement."""
    medium = next((c for c in preposition.children if c.dep_ == "pobj" and c.lemma_.lower() in _MEDIUM), None)
    if medium is None:
        return None
    clauses = [c for c in medium.children if c.dep_ in ("acl", "relcl", "ccomp")]
    return next((c for c in clauses if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)), None)


def _takes_infinitive(verb: Token, lemma: str, infinitive: Token) -> bool:
    if lemma in _PERSUASION:
        return infinitive.i > verb.i and any(c.dep_ == "dobj" for c in verb.children)
    return lemma in _INFINITIVE and infinitive.i > verb.i


def _speaks(report: ReportingCue, lemma: str) -> bool:
    subject = report.subject
    return lemma != "claim" or (subject is not None and (subject.ent_type_ in _CAN_CLAIM or subject.pos_ == "PRON"))


def _clause(report: ReportingCue, content: Token) -> tuple[int, int]:
    first, end = content.left_edge.i, content.right_edge.i + 1
    borders = [report.verb.i] if report.subject is None else [report.verb.i, report.subject.left_edge.i]
    if content.i < report.verb.i:
        if report.start and report.verb.doc[report.start - 1].text == ":":
            return first, first
        ahead = [b for b in (*borders, report.start) if b > content.i]
        return first, min([end, *ahead])
    return max(first, report.verb.i + 1), _before_other_speaker(report.verb, content, end)


def _before_other_speaker(cue: Token, content: Token, end: int) -> int:
    """A clause "while Y said …" or "and added …" behind the content is not part of it."""
    for child in content.children:
        if child.i < content.i or child.dep_ not in ("advcl", "conj"):
            continue
        if child.lemma_.lower() in _CLAUSE:
            own = any(c.dep_ == "nsubj" for c in child.children)
            parallel = child.lemma_.lower() in _SPEECH and child.tag_ == cue.tag_ != content.tag_
            if own or parallel:
                return min(end, child.left_edge.i)
        end = _before_other_speaker(cue, child, end)
    return end


def _scope_of_according(report: ReportingCue) -> Iterator[tuple[int, int]]:
    """The clause it belongs to; from its end it answers for the whole sentence before it."""
    word = report.verb
    head = word.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    first, end = head.left_edge.i, head.right_edge.i + 1
    source_end = word.right_edge.i + 1
    if word.i == first or only_punctuation(word.doc, first, word.i):
        first = source_end
    elif only_punctuation(word.doc, source_end, end):
        end = word.i
    yield first, end


def _trimmed(layout: Layout, report: ReportingCue, first: int, end: int) -> Span | None:
    """The characters of the tokens, fitted to the quotation marks: a stretch is taken whole or left out."""
    doc = layout.view.doc
    first, end = _without_edges(layout, report, first, end)
    if first >= end:
        return None
    start, stop = doc[first].idx, doc[end - 1].idx + len(doc[end - 1])
    for quoted in layout.inner(report.level, start, stop):
        if start >= quoted.outer and stop <= quoted.outer_end:
            return None
        start, stop = min(start, quoted.outer), max(stop, quoted.outer_end)
    if report.level >= 0:
        around = layout.quoted[report.level]
        start, stop = max(start, around.start), min(stop, around.end)
    text = layout.view.text[start:stop]
    fits = (len(text.split()) > 1 or _is_number(doc[first])) and any(c.isalnum() for c in text)
    return Span(start, stop) if fits else None


def _without_edges(layout: Layout, report: ReportingCue, first: int, end: int) -> tuple[int, int]:
    view = layout.view
    doc = view.doc
    while first < end and (
        view.in_dateline(first) or _is_edge(doc[first]) or (doc[first].lower_ == "that" and doc[first].tag_ == "IN")
    ):
        first += 1
    while end > first and _is_edge(doc[end - 1]):
        end -= 1
    if end > first and view.paragraph_of[first] != view.paragraph_of[end - 1]:
        own = view.paragraph_of[report.verb.i]
        while end > first and view.paragraph_of[first] != own:
            first += 1
        while end > first and (view.paragraph_of[end - 1] != own or doc[end - 1].is_space):
            end -= 1
    return first, end


def _is_edge(token: Token) -> bool:
    return token.is_space or token.lower_ in _EDGES or token.text in _MARKS
