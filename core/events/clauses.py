"""A parsed text as clauses: each verb with the words, dates, places and figures that hang on it alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from spacy.attrs import DEP, HEAD, IDX, LEMMA, POS, SENT_START, TAG
from spacy.tokens import Doc

from core.events.triggers import Columns, trigger_of
from core.events.verbs import DOING, EVENT_NOUNS, SAYING, STATIVE
from core.models import DateMention, Figure, Place, Quote
from core.text.datelines import datelines

_CLAUSAL = ("ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "csubjpass", "pcomp", "dep")
_VERBAL = ("VERB", "AUX")


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
        doc: Doc,
        dates: Sequence[DateMention],
        places: Sequence[Place],
        figures: Sequence[Figure],
        quotes: Sequence[Quote],
    ) -> None:
        self.doc = doc
        self.text = doc.text  # joined anew by spaCy at each look
        array = doc.to_array([DEP, POS, TAG, LEMMA, HEAD, SENT_START])
        self.dep, self.pos, self.tag, lemmas = (self._names(array[:, column].tolist()) for column in range(4))
        self.lemma = [lemma.lower() for lemma in lemmas]
        self.head = [i + step for i, step in enumerate(array[:, 4].astype("int64").tolist())]
        self.starts: list[int] = doc.to_array(IDX).tolist()
        self.children: list[list[int]] = [[] for _ in self.head]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)
        self._columns = Columns(self.children, self.dep, self.pos, self.lemma, self.tag)
        self.date_spans = [(date.start, date.end) for date in dates]
        self.figure_starts = [figure.start for figure in figures]
        self.datelines = datelines(self.text)
        self._cues = {self.token_at(q.cue.start) for q in quotes if q.cue is not None}
        self._owner = self._owners()
        self.all: list[Clause] = []
        self._number: dict[int, int] = {}
        self._sentence_places: dict[int, list[int]] = {}
        self._build(array[:, 5].tolist())
        self._attach(dates, places, figures)

    def clause_of(self, token: int) -> Clause:
        """The clause a token belongs to."""
        return self.all[self._number[self._owner[token]]]

    def token_at(self, offset: int) -> int:
        """The token that holds a character."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span_head(self, start: int, end: int) -> int:
        """The token of a stretch that the others hang on."""
        first, token = self.token_at(start), self.token_at(max(start, end - 1))
        last = token
        for _ in range(last - first + 1):
            up = self.head[token]
            if not first <= up <= last or up == token:
                break
            token = up
        return token

    def child(self, token: int, *relations: str) -> int | None:
        """The first child with one of the relations."""
        return next((c for c in self.children[token] if self.dep[c] in relations), None)

    def subject(self, verb: int, *relations: str) -> int | None:
        """The subject of a verb; a town before the dash of a dateline is none."""
        found = (c for c in self.children[verb] if self.dep[c] in (relations or ("nsubj",)))
        return next((c for c in found if not self.in_dateline(c)), None)

    def word_in(self, token: int, relation: str, lemmas: Container[str]) -> int | None:
        """The first child with this relation whose lemma is one of those."""
        found = (c for c in self.children[token] if self.dep[c] == relation and self.lemma[c] in lemmas)
        return next(found, None)

    def auxiliaries(self, verb: int) -> list[int]:
        """The auxiliaries of a verb."""
        return [c for c in self.children[verb] if self.dep[c] in ("aux", "auxpass")]

    def question_mark(self, clause: Clause) -> int | None:
        """The question mark that ends the sentence of a clause."""
        return next((c for c in self.children[clause.head] if self.lemma[c] == "?"), None)

    def in_dateline(self, token: int) -> bool:
        """Whether a token stands in a dateline, which tells where a report was filed and nothing else."""
        return any(start <= self.starts[token] < end for start, end in self.datelines)

    def date_at(self, token: int) -> int | None:
        """The number of the date that a token is a word of."""
        at = self.starts[token]
        index = bisect_right(self.date_spans, at, key=lambda span: span[0]) - 1
        return index if index >= 0 and at < self.date_spans[index][1] else None

    def parent(self, clause: Clause) -> Clause | None:
        """The clause that this one hangs on."""
        return None if clause.parent is None else self.all[clause.parent]

    def places_in_sentence(self, clause: Clause) -> Iterable[int]:
        """Indices of the places named in the sentence of a clause."""
        return self._sentence_places.get(clause.sentence, ())

    def _names(self, keys: list[int]) -> list[str]:
        """The strings of a column of keys, each looked up once."""
        strings = self.doc.vocab.strings
        names = {key: strings[key] for key in set(keys)}
        return [names[key] for key in keys]

    def _is_head(self, i: int) -> bool:
        dep = self.dep[i]
        if self.head[i] == i or dep == "ROOT":
            return True
        if dep not in _CLAUSAL or self.pos[i] not in _VERBAL:
            return False
        return dep != "conj" or self.pos[self.head[i]] in _VERBAL

    def _owners(self) -> list[int]:
        """For every token the head of its clause."""
        owner = [i if self._is_head(i) else -1 for i in range(len(self.head))]
        for i in range(len(owner)):
            path, at = [], i
            while owner[at] < 0:
                path.append(at)
                at = self.head[at]
            for step in path:
                owner[step] = owner[at]
        return owner

    def _build(self, sentence_starts: list[int]) -> None:
        sentence = 0
        for i, owner in enumerate(self._owner):
            if sentence_starts[i] == 1:
                sentence = i
            if owner == i:
                self._number[i] = len(self.all)
                self.all.append(self._clause(i, sentence))
        for clause in self.all:
            up = self.head[clause.head]
            clause.parent = self._number[self._owner[up]] if up != clause.head else None
        filed = {i for start, end in self.datelines for i in range(self.token_at(start), self.token_at(end - 1) + 1)}
        for i, owner in enumerate(self._owner):
            if self.pos[i] != "SPACE" and i not in filed:
                self.all[self._number[owner]].tokens.append(i)

    def _clause(self, head: int, sentence: int) -> Clause:
        trigger, chain = trigger_of(self._columns, head, self.head[head])
        lemma = self.lemma[trigger]
        return Clause(
            head=head,
            relation=self.dep[head],
            parent=None,
            sentence=sentence,
            verbal=self.pos[head] in _VERBAL or lemma in EVENT_NOUNS,
            saying=self.pos[head] in _VERBAL and lemma not in DOING and (lemma in SAYING or head in self._cues),
            stative=lemma in STATIVE,
            purpose=self.tag[head] == "VB" and self.dep[head] in ("advcl", "acl", "relcl"),
            trigger=trigger,
            chain=chain,
        )

    def _attach(self, dates: Sequence[DateMention], places: Sequence[Place], figures: Sequence[Figure]) -> None:
        for i, date in enumerate(dates):
            self.clause_of(self.span_head(date.start, date.end)).dates.append(i)
        for i, place in enumerate(places):
            clause = self.clause_of(self.span_head(place.start, place.end))
            self._sentence_places.setdefault(clause.sentence, []).append(i)
            if not place.adjective:
                clause.places.append(i)
        for i, figure in enumerate(figures):
            if figure.kind in ("duration", "rank"):
                continue  # "six months", "the third": nothing that an event counts
            self.clause_of(self.span_head(figure.start, figure.end)).figures.append(i)
