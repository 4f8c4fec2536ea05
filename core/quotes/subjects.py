"""Whose verb it is: the subject of a verb of speech, whatever the order of words."""

from __future__ import annotations

from spacy.tokens import Token

_SUBJECTS = ("nsubj", "csubj")
_RELATIVE = frozenset({"who", "which", "that"})
_NOMINAL = ("NOUN", "PROPN", "PRON")
_TAKES_OVER = frozenset("ask tell urge force allow lead prompt order want press push get invite advise persuade quote cite".split())
_FURTHEST = 4


def subject_of(verb: Token, hops: int = 0) -> Token | None:
    """The word for whoever says, asks or thinks; none for passives without "by" and for commands."""
    own = _own_subject(verb)
    if own is not None:
        return _antecedent(verb, own) if own.lower_ in _RELATIVE else own
    passive = any(c.dep_ in ("nsubjpass", "csubjpass") for c in verb.children)
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    if passive or hops >= _FURTHEST:
        return None
    return _inverted(verb) or _controller(verb, hops)


def _own_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in _SUBJECTS and c.pos_ in (*_NOMINAL, "NUM", "DET", "ADJ", "X")), None)


def _antecedent(verb: Token, pronoun: Token) -> Token | None:
    if verb.dep_ == "relcl":
        return verb.head
    if verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return verb.head.head
    return None if pronoun.lower_ != "that" else pronoun


def _inverted(verb: Token) -> Token | None:
    """ "…," said X: the noun phrase behind the verb, where a comma or a closing mark stands before it."""
    doc = verb.doc
    if verb.i == 0 or not doc[verb.i - 1].is_punct or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    return noun_behind(verb)


def noun_behind(verb: Token) -> Token | None:
    """The head of the noun phrase that starts right behind a word."""
    doc, i = verb.doc, verb.i + 1
    if i >= len(doc) or doc[i].pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
        return None
    head = doc[i]
    while head.head.i > head.i and head.head.i - i < 12 and head.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod"):
        head = head.head
    return head if head.pos_ in _NOMINAL else None


def _controller(verb: Token, hops: int) -> Token | None:
    """The subject that a verb without its own borrows from the verb or noun it depends on."""
    head = verb.head
    if head is verb:
        return None
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return subject_of(head, hops + 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return head
    if verb.dep_ in ("advcl", "xcomp", "ccomp", "dep") and head.pos_ in ("VERB", "AUX") and verb.tag_ in ("VBG", "VB", "VBN"):
        return None if verb.tag_ == "VBN" else _borrowed(verb, head, hops)
    if verb.dep_ == "pcomp" and head.head is not head and head.head.pos_ in ("VERB", "AUX"):
        return _quoted_as_saying(head.head) if head.lower_ == "as" else subject_of(head.head, hops + 1)
    return None


def _borrowed(verb: Token, head: Token, hops: int) -> Token | None:
    receiver = next((c for c in head.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
    if verb.dep_ == "xcomp" and receiver is not None and head.lemma_ in _TAKES_OVER:
        return receiver
    return subject_of(head, hops + 1)


def _quoted_as_saying(quoted: Token) -> Token | None:
    """ "was quoted as saying", "quoted X as saying": the one quoted."""
    return next((c for c in quoted.children if c.dep_ in ("nsubjpass", "dobj")), None) or (
        quoted.head if quoted.dep_ in ("acl", "relcl") else None
    )
