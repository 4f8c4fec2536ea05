"""Who is named in a document: full names, titles and offices, and whether "he" or "she" fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Span, Token

from core.lexicon import meaning
from core.quotes.roles import is_title, office_of, role_beside

Gender = Literal["male", "female"]
_WORDS: dict[str, Gender] = dict.fromkeys(meaning("people", "female"), "female")
_WORDS |= dict.fromkeys(meaning("people", "male"), "male")
_GIVEN_NAMES: dict[str, Gender] = dict.fromkeys(meaning("given_names", "female"), "female")
_GIVEN_NAMES |= dict.fromkeys(meaning("given_names", "male"), "male")
_FEMALE_ENDINGS = ("ova", "eva", "ska", "skaya", "ivna", "ovna", "evna")
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_MISTAKEN_FOR = ("GPE", "LOC", "NORP", "ORG", "PRODUCT", "FAC", "WORK_OF_ART", "")
"""Labels that the model gives to the surnames of people it knows elsewhere in the document."""

_LONGEST_NAME = 5  # tokens
_MOST_NAMESAKES = 20
"""People of one surname who are told apart; more are a list of names, and each goes by what stands in the text."""


@dataclass(slots=True)
class Person:
    """One person of the document. ``introduced`` is the token where the full name first stands."""

    name: str
    names: tuple[str, ...]
    introduced: int
    gender: Gender | None = None
    roles: list[str] = field(default_factory=list)


class People:
    """The people of a document by surname and by office."""

    def __init__(self, doc: Doc) -> None:
        self.by_surname: dict[str, list[Person]] = {}
        self.by_office: dict[str, list[Person]] = {}
        self.by_token: dict[int, tuple[int, int]] = {}
        coreference = list(_mentions(doc))
        for first, end in coreference:
            self.by_token.update(dict.fromkeys(range(first, end), (first, end)))
            if end - first > 1:
                self._introduce(doc, first, end)
        for first, end in coreference:
            self._introduce_by_title(doc, first, end)
        for first, end in coreference:
            self._learn(doc, first, end)

    def mention(self, token: Token) -> tuple[int, int] | None:
        """First token and end of the name of a person that the token is part of."""
        if token.i in self.by_token:
            return self.by_token[token.i]
        if token.pos_ != "PROPN" or token.ent_type_ not in _MISTAKEN_FOR:
            return None
        first = token.i
        while first and token.i - first < _LONGEST_NAME and _is_part_of_name(token.doc[first - 1], token):
            first -= 1
        titled = bool(first) and is_title(token.doc[first - 1]) and token.doc[first - 1].text[0].isupper()
        return (first, token.i + 1) if titled or self._of(token.text) else None

    def person(self, doc: Doc, first: int, end: int) -> Person | None:
        """The one person a name stands for; none where two people of the document share it."""
        names = _names(doc, first, end)
        if not names:
            return None
        gender = _gender_of_title(doc, first)
        fitting = [
            p
            for p in self._of(names[-1])
            if (len(names) == 1 or _compatible(p.names, names)) and (gender is None or p.gender in (None, gender))
        ]
        earlier = [p for p in fitting if p.introduced <= first]
        choice = earlier if len(earlier) == 1 else fitting
        return choice[0] if len(choice) == 1 else None

    def in_office(self, title: str, before: int) -> Person | None:
        """The one person introduced earlier with this office ("governor")."""
        holders = [p for p in self.by_office.get(title, []) if p.introduced < before]
        return holders[0] if len(holders) == 1 else None

    def _of(self, surname: str) -> list[Person]:
        return self.by_surname.get(surname.lower(), [])

    def _introduce(self, doc: Doc, first: int, end: int) -> None:
        names = _names(doc, first, end)
        if not names:
            return
        group = self.by_surname.setdefault(names[-1].lower(), [])
        same = next((p for p in group if _compatible(p.names, names)), None)
        if same is None and len(group) < _MOST_NAMESAKES:
            group.append(Person(words(doc, first, end), names, first, gender_of_name(names)))
        elif same is not None and len(names) > len(same.names):
            same.name, same.names = words(doc, first, end), names

    def _introduce_by_title(self, doc: Doc, first: int, end: int) -> None:
        """ "President Orban", where no full name ever stands."""
        titled = end - first == 1 and first and is_title(doc[first - 1]) and doc[first - 1].text[0].isupper()
        if titled and not self._of(doc[first].text):
            self.by_surname[doc[first].lower_] = [Person(doc[first].text, (doc[first].text,), first)]

    def _learn(self, doc: Doc, first: int, end: int) -> None:
        person = self.person(doc, first, end)
        if person is None:
            return
        role = role_beside(doc, first, end)
        if role and role not in person.roles:
            person.roles.append(role)
            holders = self.by_office.setdefault(office_of(role), [])
            if not any(p is person for p in holders):
                holders.append(person)
                holders.sort(key=lambda p: p.introduced)
                del holders[2:]  # two are enough to know that an office does not tell who is meant
        person.gender = person.gender or _gender_of_title(doc, first) or gender_of_words((role or "").lower().split())


def _mentions(doc: Doc) -> Iterator[tuple[int, int]]:
    """Names of people, titles cut off."""
    for ent in doc.ents:
        if ent.label_ == "PERSON":
            first, end = _without_titles(ent)
            if 0 < end - first <= _LONGEST_NAME and doc[end - 1].text[:1].isupper():
                yield first, end


def _without_titles(ent: Span) -> tuple[int, int]:
    doc, first, end = ent.doc, ent.start, ent.end
    while end > first and (not doc[end - 1].text[0].isalpha() or doc[end - 1].tag_ == "POS"):
        end -= 1
    while first < end - 1 and (is_title(doc[first]) or not doc[first].text[0].isalpha()):
        first += 1
    return first, end


def words(doc: Doc, first: int, end: int) -> str:
    """The text of some tokens, white space evened out."""
    return " ".join(doc[first:end].text.split())


def _gender_of_title(doc: Doc, first: int) -> Gender | None:
    return gender_of_words([doc[first - 1].lower_.rstrip(".")]) if first else None


def _is_part_of_name(before: Token, surname: Token) -> bool:
    if is_title(before) or before.i < surname.left_edge.i:
        return False
    return before.text == "-" or (before.pos_ == "PROPN" and before.dep_ == "compound")


def _names(doc: Doc, first: int, end: int) -> tuple[str, ...]:
    names = [t.text for t in doc[first:end] if t.text[0].isalpha()]
    while len(names) > 1 and names[-1].lower().rstrip(".") in _SUFFIXES:
        names.pop()
    return tuple(names)


def _compatible(known: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Same surname, and the first names are equal or one is the other's initial."""
    left, right = known[0].lower().rstrip("."), names[0].lower().rstrip(".")
    if known[-1].lower() != names[-1].lower():
        return False
    return left == right or (min(len(left), len(right)) == 1 and left[0] == right[0])


def gender_of_name(names: Iterable[str]) -> Gender | None:
    """From the given name where it is common and clear, else from a Slavic feminine ending."""
    words = [n.lower() for n in names]
    known = _GIVEN_NAMES.get(words[0]) or _GIVEN_NAMES.get(words[0].partition("-")[0])
    if known is None and len(words) > 1 and words[-1].endswith(_FEMALE_ENDINGS):
        return "female"
    return known


def gender_of_words(lower: Iterable[str]) -> Gender | None:
    """From titles, offices and kinship in lower case: the first that tells."""
    return next((_WORDS[word] for word in lower if word in _WORDS), None)
