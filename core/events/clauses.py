"""A parsed text as clauses: each verb with the words, dates, places and figures that hang on it alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from core.events.triggers import trigger_of
from core.lexicon import meaning
from core.models import DateMention, Figure, Place, Quote
from core.text.view import TextView

_CLAUSAL = ("ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "csubjpass", "pcomp", "dep")
_VERBAL = ("VERB", "AUX")
_TELLING = meaning("verbs", "tells")
_PERFORMING = meaning("verbs", "performs")
_STATES = meaning("verbs", "is state")
_NOMINAL = meaning("events", "nominal")
_MEASURING = ("duration", "rank")
"""Kinds of figures that no event counts: "six months", "the third"."""


@dataclass(slots=True)
class Clause:
    """A head word (usually a verb) with its own tokens; indices of records whose own head lies among them."""

    head: int
    relation: str
    parent: int | None  # index of the clause it hangs on
    sentence: int  # first token of the sentence
    verbal: bool
    saying: bool
    stative: bool
    purpose: bool  # "to support the operation"
    trigger: int
    chain: tuple[int, ...]  # from the head to before the trigger: "expected" of "expected to leave"
    tokens: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)


class Clauses:
    """All clauses of a document, in the order of their heads."""

    def __init__(
        self,
        view: TextView,
        dates: Sequence[DateMention],
        places: Sequence[Place],
        figures: Sequence[Figure],
        quotes: Sequence[Quote],
    ) -> None:
        self.view = view
        self.date_spans = [(date.start, date.end) for date in dates]
        self.figure_starts = [figure.start for figure in figures]
        self._cues = {view.token_at(q.cue.start) for q in quotes if q.cue is not None}
        self._owner = self._owners()
        self.all: list[Clause] = []
        self._number: dict[int, int] = {}
        self._sentence_places: dict[int, list[int]] = {}
        self._build()
        self._attach(dates, places, figures)

    def clause_of(self, token: int) -> Clause:
        """The clause a token belongs to."""
        return self.all[self._number[self._owner[token]]]

    def head_of(self, mention: DateMention | Figure | Place) -> int:
        """The token of a mention that its others hang on."""
        return self.view.span_head(*self.view.tokens(mention.start, mention.end))

    def child(self, token: int, *relations: str) -> int | None:
        """The first child with one of the relations."""
        return next((c for c in self.view.children[token] if self.view.dep[c] in relations), None)

    def subject(self, verb: int, *relations: str) -> int | None:
        """The subject of a verb; a town before the dash of a dateline is none."""
        found = (c for c in self.view.children[verb] if self.view.dep[c] in (relations or ("nsubj",)))
        return next((c for c in found if not self.view.in_dateline(c)), None)

    def word_in(self, token: int, relation: str, lemmas: Container[str]) -> int | None:
        """The first child with this relation whose lemma is one of those."""
        found = (c for c in self.view.children[token] if self.view.dep[c] == relation and self.view.lemma[c] in lemmas)
        return next(found, None)

    def auxiliaries(self, verb: int) -> list[int]:
        """The auxiliaries of a verb."""
        return [c for c in self.view.children[verb] if self.view.dep[c] in ("aux", "auxpass")]

    def question_mark(self, clause: Clause) -> int | None:
        """The question mark that ends the sentence of a clause."""
        return next((c for c in self.view.children[clause.head] if self.view.lemma[c] == "?"), None)

    def date_at(self, token: int) -> int | None:
        """The number of the date that a token is a word of."""
        at = self.view.starts[token]
        index = bisect_right(self.date_spans, at, key=lambda span: span[0]) - 1
        return index if index >= 0 and at < self.date_spans[index][1] else None

    def parent(self, clause: Clause) -> Clause | None:
        """The clause that this one hangs on."""
        return None if clause.parent is None else self.all[clause.parent]

    def places_in_sentence(self, clause: Clause) -> Iterable[int]:
        """Indices of the places named in the sentence of a clause."""
        return self._sentence_places.get(clause.sentence, ())

    def _is_head(self, i: int) -> bool:
        dep = self.view.dep[i]
        if self.view.head[i] == i or dep == "ROOT":
            return True
        if dep not in _CLAUSAL or self.view.pos[i] not in _VERBAL:
            return False
        return dep != "conj" or self.view.pos[self.view.head[i]] in _VERBAL

    def _owners(self) -> list[int]:
        """For every token the head of its clause."""
        owner = [i if self._is_head(i) else -1 for i in range(len(self.view))]
        for i in range(len(owner)):
            path, at = [], i
            while owner[at] < 0:
                path.append(at)
                at = self.view.head[at]
            for step in path:
                owner[step] = owner[at]
        return owner

    def _build(self) -> None:
        view = self.view
        for i, owner in enumerate(self._owner):
            if owner == i:
                self._number[i] = len(self.all)
                self.all.append(self._clause(i))
        for clause in self.all:
            up = view.head[clause.head]
            clause.parent = self._number[self._owner[up]] if up != clause.head else None
        for i, owner in enumerate(self._owner):
            if view.pos[i] != "SPACE" and not view.in_dateline(i):
                self.all[self._number[owner]].tokens.append(i)

    def _clause(self, head: int) -> Clause:
        view = self.view
        trigger, chain = trigger_of(view, head)
        lemma, verbal = view.lemma[trigger], view.pos[head] in _VERBAL
        return Clause(
            head=head,
            relation=view.dep[head],
            parent=None,
            sentence=view.sentence(head)[0],
            verbal=verbal or lemma in _NOMINAL,
            saying=verbal and lemma not in _PERFORMING and (lemma in _TELLING or head in self._cues),
            stative=lemma in _STATES,
            purpose=view.tag[head] == "VB" and view.dep[head] in ("advcl", "acl", "relcl"),
            trigger=trigger,
            chain=chain,
        )

    def _attach(self, dates: Sequence[DateMention], places: Sequence[Place], figures: Sequence[Figure]) -> None:
        for i, date in enumerate(dates):
            self.clause_of(self.head_of(date)).dates.append(i)
        for i, place in enumerate(places):
            clause = self.clause_of(self.head_of(place))
            self._sentence_places.setdefault(clause.sentence, []).append(i)
            if not place.adjective:
                clause.places.append(i)
        for i, figure in enumerate(figures):
            if figure.kind not in _MEASURING:
                self.clause_of(self.head_of(figure)).figures.append(i)
