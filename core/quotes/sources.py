"""Which nouns can say, confirm or suggest something: people, bodies of people, and what they write."""

from __future__ import annotations

from spacy.tokens import Token

from core.lexicon import meaning

_TITLES = meaning("titles", "title") | {"former", "prime"}
_FEMALE_WORDS = meaning("people", "female")
_MALE_WORDS = meaning("people", "male")
_MEDIUM = meaning("writings", "channel")

_ANY_SUBJECT = meaning("verbs", "voices")
"""Verbs by which whatever is their subject speaks; with others ("confirm", "show") the subject must be a source."""

_PEOPLE_ENDINGS = (
    "man", "men", "woman", "women", "person", "people", "ist", "ian", "eer", "ologist", "er", "or", "ant", "ee", "crat",
)  # fmt: skip
_NOT_PEOPLE = meaning("people", "not a person")
_SHORTEST = 5
"""Letters of a word that an ending shows to be one for people: "door" ends so too."""

_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE", "PRODUCT", "WORK_OF_ART", "FAC"})
_SOURCES = (
    meaning("people", "can speak") | meaning("writings", "source") | _MEDIUM | _TITLES | _MALE_WORDS | _FEMALE_WORDS
)  # fmt: skip


def can_say(verb: Token, subject: Token) -> bool:
    """Whether the subject may speak by this verb: "experts suggest" does, "the discovery confirmed" does not."""
    return verb.lemma_.lower() in _ANY_SUBJECT or is_source(subject)


def is_source(noun: Token) -> bool:
    """Whether the noun names somebody, a body of people, or something written."""
    if noun.pos_ in ("PROPN", "PRON") or noun.ent_type_ in _NAMED:
        return True
    word = noun.lemma_.lower()
    return (
        word in _SOURCES or is_person_word(noun) or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.children)
    )


def is_person_word(noun: Token) -> bool:
    """Whether a common noun names a human being, by its ending or because it is an office or a kinship."""
    word = noun.lemma_.lower()
    if word in _TITLES or word in _MALE_WORDS or word in _FEMALE_WORDS:
        return True
    return word.endswith(_PEOPLE_ENDINGS) and word not in _NOT_PEOPLE and word not in _MEDIUM and len(word) >= _SHORTEST
