"""The cue that shows who speaks in quotation marks: behind them, before them, or as a name alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from core.lexicon import meaning
from core.quotes.layout import Layout, head, tail
from core.quotes.pairing import Quoted
from core.quotes.reporting_cues import ReportingCue
from core.quotes.sources import is_source
from core.quotes.subjects import noun_behind

_CUE = meaning("verbs", "says", "shows quotation")
_MEDIUM = meaning("writings", "channel")

_INVITES_A_CUE = ",?!—–-…’'"
_BYLINE = re.compile(r"[ \u00a0]?(?:[―—–]|--?)[ \u00a0]?(?=[A-Z])")
_LABEL = re.compile(r"(?<![A-Z])([A-Z][A-Z.'’ -]{1,30}):\s")
_UNCLEAR = frozenset({"it", "that", "this", "which", "what", "them", "one", "anybody", "anyone"})
_PAUSES = frozenset({",", "—", "–"})


_LONGEST_BYLINE = 10  # tokens
_CLOSE_BY = 15
"""Tokens behind a closing mark in which the subject of a plain verb is looked for."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The word for the speaker of a quotation and the cue that shows it; a plain verb or a dash has no saying."""

    subject: Token
    cue: tuple[int, int] | None
    report: ReportingCue | None = None


class Cues:
    """Finds the cue of a quotation among the sayings of the document."""

    def __init__(self, layout: Layout, reports: Iterable[ReportingCue]) -> None:
        self.layout, self.doc = layout, layout.view.doc
        self.by_level: dict[int, list[ReportingCue]] = {}
        for report in reports:
            if report.subject is not None:
                self.by_level.setdefault(report.level, []).append(report)
        self.firsts = {level: [s.first for s in own] for level, own in self.by_level.items()}
        self.by_verb = {s.verb.i: s for own in self.by_level.values() for s in own}

    def shown(self, quoted: Quoted, level: int) -> Attribution | None:
        """The attribution that the words around a quotation show; the surest first."""
        behind, before = tail(self.layout, quoted, level), head(self.layout, quoted, level)
        return (
            self._label(quoted)
            or self._behind(quoted, level, *behind)
            or self._byline(quoted, behind[1])
            or self._enclosing(quoted, level, *before)
            or self._closing(level, *behind)
            or self._last_of(self._between(level, *before))
            or self._colon_above(quoted, level)
        )

    def _between(self, level: int, first: int, end: int) -> list[ReportingCue]:
        firsts = self.firsts.get(level, [])
        return self.by_level.get(level, [])[bisect_left(firsts, first) : bisect_left(firsts, end)]

    def _label(self, quoted: Quoted) -> Attribution | None:
        """ "WALLACE: …": the speaker's name in capitals at the head of the words, as in transcripts."""
        label = _LABEL.match(self.layout.view.text, quoted.start)
        if label is None or label.end() >= quoted.end:
            return None
        name = self.doc[self.layout.view.first_token_from(label.end(1)) - 1]
        return Attribution(name, None) if name.is_alpha else None

    def _behind(self, quoted: Quoted, level: int, first: int, limit: int) -> Attribution | None:
        """ "…," said X and "…," X said."""
        comma = first < limit and self.doc[first].text == ","
        first += comma
        while first < limit and self.doc[first].is_space:
            first += 1
        first += first < limit and self.doc[first].lower_ == "as"  # "…", as X put it
        if first >= limit or self.doc[first].pos_ in ("SCONJ", "CCONJ"):
            return None
        invited = comma or self.layout.view.text[quoted.end - 1] in _INVITES_A_CUE
        for report in self._between(level, first, limit):
            if _starts_at(report, first) and (invited or report.first == first):
                return _by(report)
        return self._plain_verb(first, limit) if invited else None

    def _plain_verb(self, first: int, limit: int) -> Attribution | None:
        """ "…," X laughed: any verb will do where its subject follows the closing mark."""
        if self.doc[first].lemma_.lower() in _CUE and self.doc[first].tag_ != "VBG":
            subject = noun_behind(self.doc[first])
            return Attribution(subject, (first, first + 1)) if subject is not None and subject.i < limit else None
        for token in self.doc[first : min(limit, first + _CLOSE_BY)]:
            verb = token.head
            follows = token.dep_ == "nsubj" and token.left_edge.i <= first + 1 and token.tag_ not in ("WP", "WDT")
            if verb.i in self.by_verb:  # "the paper quoted X as saying"
                return _by(self.by_verb[verb.i]) if first < verb.i < limit else None
            if follows and first < verb.i < limit and verb.pos_ == "VERB" and is_source(token):
                return Attribution(token, (verb.i, verb.i + 1))
        return None

    def _byline(self, quoted: Quoted, limit: int) -> Attribution | None:
        """ "…" — X: a dash and a name, and nothing else in the sentence."""
        dash = _BYLINE.match(self.layout.view.text, quoted.outer_end)
        if dash is None:
            return None
        first = self.layout.view.first_token_from(dash.end())
        words = self.doc[first : max(first, min(limit, first + _LONGEST_BYLINE))]
        names = [t for t in words if t.pos_ == "PROPN"]
        if not names or limit - first >= _LONGEST_BYLINE or any(t.pos_ in ("VERB", "AUX", "CCONJ") for t in words):
            return None
        return Attribution(names[-1], None)

    def _enclosing(self, quoted: Quoted, level: int, first: int, end: int) -> Attribution | None:
        """The cue that the quoted words depend on, where it stands before them in the sentence.

        A verb of speech further out is preferred to a verb of opinion or an "it" further in.
        """
        first_word, second = self.doc[min(self.layout.view.first_token_from(quoted.start), len(self.doc) - 1)], None
        for word in first_word.ancestors:
            report = self.by_verb.get(word.i)
            if report is None or report.subject is None or report.level != level or not first <= report.first < end:
                continue
            if report.verb.lemma_.lower() in _CUE and report.subject.lower_ not in _UNCLEAR:
                return _by(report)
            second = second or _by(report)
        return second

    def _closing(self, level: int, first: int, limit: int) -> Attribution | None:
        """ "…" for this or that, X said: the cue closes the sentence behind a comma."""
        for report in self._between(level, first, limit):
            if report.subject is None:
                continue
            start = min(report.first, report.subject.left_edge.i)
            after = max(report.end, report.subject.i + 1)
            pause = start > first and self.doc[start - 1].text in _PAUSES
            if pause and (after >= limit or self.doc[after].text in _PAUSES):
                return _by(report)
        return None

    def _colon_above(self, quoted: Quoted, level: int) -> Attribution | None:
        """X said: at the end of the paragraph above a quotation; or X made this statement:"""
        view = self.layout.view
        paragraph = view.paragraph_at(quoted.outer)
        if paragraph == 0 or view.paragraphs[paragraph].start != quoted.outer:
            return None
        if view.text[view.paragraphs[paragraph - 1].end - 1] != ":":
            return None
        first, end = view.paragraph_tokens(paragraph - 1)
        first = max(first, view.sentence(end - 1)[0]) if end > first else first
        announced = any(t.lemma_.lower() in _MEDIUM for t in self.doc[first:end])
        subject = next((t for t in self.doc[first:end] if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
        found = self._last_of(self._between(level, first, end))
        return found or (Attribution(subject, None) if announced and subject is not None else None)

    def _last_of(self, reports: list[ReportingCue]) -> Attribution | None:
        return _by(reports[-1]) if reports else None


def _by(report: ReportingCue) -> Attribution | None:
    return None if report.subject is None else Attribution(report.subject, (report.first, report.end), report)


def _starts_at(report: ReportingCue, first: int) -> bool:
    """Whether cue and subject begin right behind the closing mark."""
    if report.subject is None:
        return False
    if report.first <= first + 1:
        return report.subject.i >= first
    return first <= report.subject.i and report.subject.left_edge.i <= first + 1
