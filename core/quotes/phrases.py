"""Noun phrases around a head word: which words name somebody, and how a reader would write it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from core.lexicon import meaning

_BEFORE_HEAD = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON", "X", "SYM"})
_DETERMINERS = meaning("function_words", "article", "demonstrative", "possessive") - {"whose"} | {"'s", "’s"}
_LINKS = frozenset({"of", "for", "at", "from"})
_LONGEST = 14
"""Tokens before a head, and behind it for what it is informed of."""

_MOST_LINKS = 2
"""How often "of X" goes on: "a member of the council of Orvel"."""

_NEAR = 6
"""Tokens to a noun joined by "of" or "and": one further off belongs to something else."""

_INFORMED = frozenset("familiar close aware privy knowledgeable briefed involved acquainted informed".split())
_KNOWING = frozenset("knowledge understanding".split())
_JOINING = frozenset("-–/&'’")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``first`` up to ``end`` (exclusive) around the noun ``head``."""

    first: int
    end: int
    head: int

    def text(self, doc: Doc) -> str:
        """The words without a leading article or possessive, white space evened out."""
        first = self.first
        while first < self.end - 1 and doc[first].lower_ in _DETERMINERS:
            first += 1
        return " ".join(doc[first : self.end].text.split())


def noun_phrase(head: Token) -> Phrase:
    """The head with what stands before it, "of …" and "and …" behind it, without clauses."""
    end = _informed(head, _coordinated(head, _linked(head)))
    return Phrase(_leftmost(head), end, head.i)


def _leftmost(head: Token) -> int:
    doc, first = head.doc, head.i
    edge = max(head.left_edge.i, head.i - _LONGEST)
    while first > edge and (doc[first - 1].pos_ in _BEFORE_HEAD or doc[first - 1].text in _JOINING):
        first -= 1
    while first < head.i and (doc[first].text in _JOINING or doc[first].is_space):
        first += 1
    if first < head.i and doc[first].lower_ in ("least", "most") and first and doc[first - 1].lower_ == "at":
        first += 1  # "at least one analyst"
    return first


def _linked(head: Token) -> int:
    """End of the phrase with up to two "of X", "for X" directly behind the head."""
    doc, end = head.doc, head.i + 1
    for _ in range(_MOST_LINKS):
        if end >= len(doc) or doc[end].lower_ not in _LINKS or not head.is_ancestor(doc[end]):
            break
        noun = next((c for c in doc[end].children if c.dep_ == "pobj"), None)
        if noun is None or noun.i - end > _NEAR or any(t.pos_ in ("VERB", "PUNCT") for t in doc[end : noun.i]):
            break
        end = noun.i + 1
    return end


def _coordinated(head: Token, end: int) -> int:
    while True:
        joined = next((c for c in head.children if c.dep_ == "conj" and c.i >= end), None)
        if joined is None or joined.pos_ not in ("NOUN", "PROPN") or joined.i - end > _NEAR:
            break
        if any(t.pos_ in ("VERB", "AUX") or t.text in '”“"' for t in joined.doc[end : joined.i]):
            break
        head, end = joined, _linked(joined)
    return end


def _informed(head: Token, end: int) -> int:
    """End of the phrase with what makes an unnamed source one: "familiar with the matter", "briefed on the plan"."""
    doc = head.doc
    if head.pos_ != "NOUN" or end >= len(doc) or not head.is_ancestor(doc[end]):
        return end
    word = doc[end]
    knows = word.lower_ == "with" and any(c.dep_ == "pobj" and c.lemma_ in _KNOWING for c in word.children)
    if not knows and word.lower_ not in _INFORMED:
        return end
    last = end
    while last < min(word.right_edge.i + 1, end + _LONGEST) and not _breaks(doc[last]):
        last += 1
    return last


def _breaks(token: Token) -> bool:
    return token.is_punct and token.text not in _JOINING
