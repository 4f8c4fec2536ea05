"""Whose verb it is: the subject of a verb of speech, whatever the order of words."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from core.lexicon import meaning

_MEDIUM = meaning("writings", "channel")


_SUBJECTS = ("nsubj", "csubj")
_RELATIVE = frozenset({"who", "which", "that"})
_NOMINAL = ("NOUN", "PROPN", "PRON")
_SUBJECT_WORDS = (*_NOMINAL, "NUM", "DET", "ADJ", "X")
_TAKES_OVER = meaning("verbs", "hands over subject")
_VERBAL = ("VERB", "AUX")
_FINITE = ("VBD", "VBZ", "VBP")
_MEANS = frozenset({"phone", "telephone", "email", "e-mail", "text", "radio", "video", "letter"})
_FURTHEST = 4
"""Verbs from which one without a subject may borrow, one from the other."""


def subject_of(verb: Token, allowed: Callable[[Token], bool], hops: int = 0) -> Token | None:
    """The word for whoever says, asks or thinks; none for passives without "by" and for commands.

    Words that ``allowed`` refuses (those in other quotation marks) are no subjects, whatever the parse says.
    """
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS and _can_be_subject(c) and allowed(c)), None)
    if own is not None:
        return _antecedent(verb, own) if own.lower_ in _RELATIVE else own
    agent = next((c for c in verb.children if c.dep_ == "agent" and not _is_means(c)), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if passive is not None:  # "the man told" hears, but "after saying so she was arrested" speaks
        return passive if hops else None
    if hops >= _FURTHEST:
        return None
    return _inverted(verb) or _apposed(verb) or _described(verb) or _controller(verb, allowed, hops)


def _can_be_subject(word: Token) -> bool:
    return word.pos_ in _SUBJECT_WORDS or word.ent_type_ == "PERSON"


def _antecedent(verb: Token, pronoun: Token) -> Token | None:
    if verb.dep_ == "relcl":
        return verb.head
    if verb.dep_ == "conj" and verb.head.dep_ == "relcl":
        return verb.head.head
    return None if pronoun.lower_ != "that" else pronoun


def _apposed(verb: Token) -> Token | None:
    """ "In a letter to X, the head of Y, Z, wrote …": the name between commas, which the parse ties to the letter."""
    doc, i = verb.doc, verb.i
    if verb.tag_ not in _FINITE or i <= 1 or doc[i - 1].text != ",":
        return None
    name = doc[i - 2]
    return name if name.dep_ == "appos" and name.ent_type_ == "PERSON" else None


def _is_means(by: Token) -> bool:
    """ "said by phone" names no speaker."""
    return any(c.dep_ == "pobj" and c.lower_ in _MEANS for c in by.children)


def _described(verb: Token) -> Token | None:
    """ "Soldiers burned the town, a member of the council said.": the parse ties who speaks to the noun before."""
    doc, i = verb.doc, verb.i
    if verb.tag_ not in _FINITE or not i:
        return None
    noun = doc[i - 1]
    while noun.dep_ != "appos" and noun.head.i < noun.i and noun.dep_ in ("pobj", "prep"):
        noun = noun.head
    behind_comma = noun.left_edge.i > 0 and doc[noun.left_edge.i - 1].text == ","
    return noun if noun.dep_ == "appos" and noun.pos_ in _NOMINAL and behind_comma else None


def _inverted(verb: Token) -> Token | None:
    """ "…," said X: the noun phrase behind the verb, where a comma or a closing mark stands before it."""
    doc = verb.doc
    opens = verb.i == 0 or doc[verb.i - 1].is_punct or doc[verb.i - 1].is_space or verb.is_sent_start
    if not opens or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    return noun_behind(verb)


def noun_behind(verb: Token) -> Token | None:
    """The head of the noun phrase that starts right behind a word."""
    doc, i = verb.doc, verb.i + 1
    if i >= len(doc) or doc[i].pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
        return None
    head = doc[i]
    while head.head.i > head.i and head.dep_ in ("det", "amod", "compound", "nmod", "poss", "nummod"):
        head = head.head
    elsewhere = head.dep_ in _SUBJECTS and head.head != verb and head.head.i > head.i
    return head if head.pos_ in _NOMINAL and not elsewhere else None


def _controller(verb: Token, allowed: Callable[[Token], bool], hops: int) -> Token | None:
    """The subject that a verb without its own borrows from the verb or noun it depends on."""
    head = verb.head
    if head == verb:
        return None
    if verb.tag_ in _FINITE and _is_participle(head) and head.i < verb.i and verb.dep_ in ("advcl", "ccomp"):
        bare = not any(c.dep_ in ("mark", "advmod") and c.i < verb.i for c in verb.children)
        return subject_of(head, allowed, hops + 1) if bare else None
    if verb.dep_ == "conj" and head.pos_ in _VERBAL:
        return subject_of(_joined_with(verb, head), allowed, hops + 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return _issuer(head, allowed, hops) or head
    if verb.dep_ in ("advcl", "xcomp", "ccomp", "dep") and head.pos_ in _VERBAL and verb.tag_ in ("VBG", "VB"):
        receiver = next((c for c in head.children if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
        taken_over = verb.dep_ == "xcomp" and receiver is not None and head.lemma_ in _TAKES_OVER
        return receiver if taken_over else subject_of(head, allowed, hops + 1)
    if verb.dep_ == "pcomp" and head.head != head and head.head.pos_ in _VERBAL:
        return _quoted_as_saying(head.head) if head.lower_ == "as" else subject_of(head.head, allowed, hops + 1)
    return None


def _is_participle(verb: Token) -> bool:
    """ "Officials briefed on the plan said": the parse takes the participle for the main verb."""
    return verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _joined_with(verb: Token, head: Token) -> Token:
    """ "said A should go but said B": a finite verb goes on with the finite verb above, not with an infinitive."""
    if verb.tag_ in _FINITE and head.tag_ not in _FINITE and head.dep_ in ("ccomp", "xcomp", "advcl"):
        return head.head if head.head.pos_ in _VERBAL else head
    return head


def _issuer(writing: Token, allowed: Callable[[Token], bool], hops: int) -> Token | None:
    """ "X issued a statement saying": X, not the statement."""
    noun = writing
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ == "of":
        noun = noun.head.head
    if noun.dep_ != "dobj" or writing.lemma_.lower() not in _MEDIUM:
        return None
    return subject_of(noun.head, allowed, hops + 1)


def _quoted_as_saying(quoted: Token) -> Token | None:
    """ "was quoted as saying", "quoted X as saying": the one quoted."""
    return next((c for c in quoted.children if c.dep_ in ("nsubjpass", "dobj")), None) or (
        quoted.head if quoted.dep_ in ("acl", "relcl") else None
    )
