"""Who a subject stands for: surnames to full names, offices to their holders, pronouns to whom they mean.

The rules are few and careful on purpose: where two people fit, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from core.lexicon import meaning
from core.models import Speaker
from core.quotes.layout import OUTSIDE, Layout
from core.quotes.people import Gender, People, Person, gender_of_name, gender_of_words, words
from core.quotes.phrases import noun_phrase
from core.quotes.reporting_cues import ReportingCue
from core.quotes.roles import role_beside
from core.quotes.sources import is_person_word, is_source

_HE_SHE: dict[str, Gender] = {"he": "male", "him": "male", "she": "female", "her": "female"}
_NOBODY = frozenset("i we you us me there".split()) | meaning(
    "function_words", "demonstrative", "indefinite pronoun", "relative pronoun", "reflexive pronoun"
)
_NAMING = ("NOUN", "PROPN", "VERB")
_CLOSE = 6
"""Tokens between two people who speak together: "X and Y said"."""

_SUBJECTS_BACK = 30
"""Subjects among which a longer description of the same is looked for."""

_TOKENS_BACK = 60
"""Tokens before a pronoun in which the one man or the one woman is looked for."""

_OFFICE = 4
"""Letters from which on what stands beside a name is an office and not "Mr" or "Dr"."""

_REACH = 3
"""Paragraphs a pronoun looks back."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that took the floor: a subject of a main clause or a speaker."""

    token: int
    paragraph: int
    name: str
    kind: Literal["person", "group", "thing"]
    gender: Gender | None
    role: str | None


class Coreference:
    """Finds the speaker behind the head word of a subject."""

    def __init__(self, layout: Layout, reports: Iterable[ReportingCue]) -> None:
        self.layout, self.doc = layout, layout.view.doc
        self.people = People(layout.view.doc)
        self.longest = self._fullest_names()
        self.known: list[Named] = []
        self.tokens: list[int] = []
        self._read_subjects(reports)

    def speaker(self, word: Token) -> Speaker | None:
        """Name, words and role of whoever the subject stands for; none where that is unclear."""
        if word.pos_ == "PRON" or word.lower_ in _HE_SHE:
            named = self._meant(word)
            shown = self.doc[named.token] if named is not None and self._beside(named, word) else word
        else:
            named, shown = self._named(word), word
        first, end = (shown.i, shown.i + 1) if shown.pos_ == "PRON" else self._words(shown)
        span = self.doc[first].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        return None if named is None else Speaker(named.name, *span, named.role)

    def last_person(self, first: int, end: int) -> Token | None:
        """The last person who is a main subject among the tokens ``first`` up to ``end``."""
        for number in range(bisect_left(self.tokens, end) - 1, -1, -1):
            token = self.doc[self.tokens[number]]
            if token.i < first:
                return None
            if self.known[number].kind == "person" and _leads(token):
                return token
        return None

    def _beside(self, named: Named, pronoun: Token) -> bool:
        """Whether the name stands in the same sentence before the pronoun: it shows better who is meant."""
        return (
            named.token < pronoun.i
            and self.layout.view.sentence_of[named.token] == self.layout.view.sentence_of[pronoun.i]
        )

    def _read_subjects(self, reports: Iterable[ReportingCue]) -> None:
        subjects = (self.doc[i] for i, dep in enumerate(self.layout.view.dep) if dep in ("nsubj", "nsubjpass"))
        heads = {t.i: t for t in subjects if _leads(t)}
        heads |= {s.subject.i: s.subject for s in reports if s.subject is not None}
        free = [t for i, t in sorted(heads.items()) if self._is_free(t)]
        for named in map(self._named, free):
            if named is not None:
                self.known.append(named)
                self.tokens.append(named.token)

    def _is_free(self, subject: Token) -> bool:
        outside = self.layout.inside[subject.i] == OUTSIDE and not self.layout.view.in_dateline(subject.i)
        return outside and subject.pos_ in _NAMING

    def _words(self, word: Token) -> tuple[int, int]:
        mention = self._person_at(word)
        if mention is not None:
            joined = self._joined(word)
            return mention[0], joined[1] if joined else mention[1]
        phrase = noun_phrase(word)
        return phrase.first, phrase.end

    def _person_at(self, word: Token) -> tuple[int, int] | None:
        mention = self.people.mention(word)
        if mention is None and word.pos_ == "NOUN":
            apposition = next((c for c in word.children if c.dep_ == "appos" and c.i > word.i), None)
            mention = self.people.mention(apposition) if apposition is not None else None
            mention = mention or self._apposed(word)
        return mention

    def _apposed(self, word: Token) -> tuple[int, int] | None:
        """ "the mayor of Lodz, Hanna Zielinska, …", where the parse ties the name to the town."""
        if word.tag_ != "NN" or not is_person_word(word):
            return None
        comma = noun_phrase(word).end
        if comma >= len(self.doc) or self.doc[comma].text != ",":
            return None
        name = self.people.by_token.get(comma + 1)
        closed = name is not None and name[1] < len(self.doc) and self.doc[name[1]].text == ","
        return name if closed else None

    def _named(self, word: Token) -> Named | None:
        mention = self._person_at(word)
        if mention is None:
            return self._description(word)
        one, joined = self._person(word, *mention), self._joined(word)
        if joined is None:
            return one
        other = self._person(word, *joined)
        return Named(word.i, one.paragraph, f"{one.name} and {other.name}", "group", None, None)

    def _joined(self, word: Token) -> tuple[int, int] | None:
        """The second of two people who speak together: "X and Y said"."""
        other = next((c for c in word.children if c.dep_ == "conj" and 0 < c.i - word.i <= _CLOSE), None)
        if other is None or any(c.dep_ == "conj" for c in other.children):
            return None
        return self.people.mention(other)

    def _person(self, word: Token, first: int, end: int) -> Named:
        person = self.people.person(self.doc, first, end)
        text = words(self.doc, first, end)
        role = role_beside(self.doc, first, end)
        paragraph = self.layout.view.paragraph_of[word.i]
        if person is None:
            return Named(word.i, paragraph, text, "person", gender_of_name(text.split()), role)
        known = role if role and len(role) >= _OFFICE else (person.roles[0] if person.roles else None)
        return Named(word.i, paragraph, person.name, "person", person.gender, known)

    def _description(self, word: Token) -> Named | None:
        if word.lower_ in _NOBODY:
            return None
        phrase = noun_phrase(word)
        definite = self.doc[phrase.first].lower_ in ("the", "that", "this") and phrase.end - phrase.first == 2
        paragraph = self.layout.view.paragraph_of[word.i]
        if definite:
            holder = self.people.in_office(word.lower_, word.i)
            if holder is not None:
                return Named(word.i, paragraph, holder.name, "person", holder.gender, _first(holder))
        name = _from_capital(phrase.text(self.doc)) if word.pos_ == "PROPN" else phrase.text(self.doc)
        if definite:
            name = self._fuller(word, name)
        if not name:
            return None
        if word.tag_ in ("NNS", "NNPS") or " and " in name:
            return Named(word.i, paragraph, name, "group", None, None)
        if word.pos_ == "NOUN" and is_person_word(word):
            return Named(word.i, paragraph, name, "person", gender_of_words([word.lower_]), None)
        bare = word.pos_ == "PROPN" and not word.ent_type_ and self.doc[phrase.first].pos_ == "PROPN"
        return Named(word.i, paragraph, name, "person" if bare else "thing", None, None)

    def _fullest_names(self) -> dict[str, list[tuple[int, str]]]:
        """Names of organisations by their last word, in order, for "the ministry" and "the bulletin"."""
        found: dict[str, list[tuple[int, str]]] = {}
        for ent in self.doc.ents:
            if ent.label_ in ("ORG", "PRODUCT", "WORK_OF_ART", "FAC") and len(ent) > 1:
                name = noun_phrase(ent.root).text(self.doc)
                found.setdefault(name.split()[-1].lower() if name else "", []).append((ent.start, name))
        return found

    def _fuller(self, word: Token, name: str) -> str:
        """The last organisation before whose name ends with the same word; else the one longer description of it."""
        names = self.longest.get(word.lower_, [])
        earlier = names[: bisect_left(names, (word.i, ""))]
        if earlier:
            return earlier[-1][1]
        before = self.known[max(0, bisect_left(self.tokens, word.i) - _SUBJECTS_BACK) :]
        paragraph = self.layout.view.paragraph_of[word.i]
        near = [n for n in before if n.token < word.i and paragraph - n.paragraph <= _REACH]
        longer = {n.name for n in near if self.doc[n.token].lower_ == word.lower_} - {name}
        return longer.pop() if len(longer) == 1 else name

    def _meant(self, pronoun: Token) -> Named | None:
        word = pronoun.lower_
        if word in _HE_SHE:
            gender = _HE_SHE[word]
            found = self._last(pronoun, lambda n: n.kind == "person" and n.gender in (None, gender))
            return found or self._only_one(pronoun, gender)
        if word in ("they", "them"):
            return self._last(pronoun, lambda n: n.kind == "group" and is_source(self.doc[n.token]))
        if word == "it":
            last = self._last(pronoun, lambda n: n.kind == "thing" and is_source(self.doc[n.token]))
            return None if self._of_two(last, pronoun) else last
        return None if word in _NOBODY else self._description(pronoun)

    def _of_two(self, last: Named | None, pronoun: Token) -> bool:
        """ "The army lost 12 tanks, it said" behind a sentence about the ministry: either may be meant."""
        told = next((c for c in pronoun.head.children if c.dep_ == "ccomp" and c.i < pronoun.i), None)
        subject = next((c for c in told.children if c.dep_ == "nsubj"), None) if told is not None else None
        if last is None or subject is None or subject.tag_ not in ("NN", "NNP") or not is_source(subject):
            return False
        named = self._named(subject)
        return named is not None and named.kind == "thing" and named.name != last.name

    def _only_one(self, pronoun: Token, gender: Gender) -> Named | None:
        """The one man, or the one woman, named in the last sentences, whatever his or her part in them."""
        first = max(0, pronoun.i - _TOKENS_BACK)
        spans = sorted({span for i in range(first, pronoun.i) if (span := self.people.by_token.get(i)) is not None})
        near = [s for s in spans if self.layout.view.paragraph_of[pronoun.i] - self.layout.view.paragraph_of[s[0]] <= 1]
        found = [self._person(self.doc[end - 1], start, end) for start, end in near]
        fitting = {n.name: n for n in found if n.gender == gender}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _last(self, pronoun: Token, fits: Callable[[Named], bool]) -> Named | None:
        paragraph = self.layout.view.paragraph_of[pronoun.i]
        for number in range(bisect_left(self.tokens, pronoun.i) - 1, -1, -1):
            named = self.known[number]
            if paragraph - named.paragraph > _REACH:
                return None
            if fits(named):
                return named
        return None


def _leads(subject: Token) -> bool:
    """Whether the subject is that of a main clause."""
    verb = subject.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")


def _from_capital(name: str) -> str:
    """Without the description before a name: "rights group Memorial Watch"."""
    parts = name.split()
    first = next((i for i, part in enumerate(parts) if not part[0].islower()), 0)
    return " ".join(parts[first:])


def _first(person: Person) -> str | None:
    return person.roles[0] if person.roles else None
