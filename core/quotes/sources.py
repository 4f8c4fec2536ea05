"""Which nouns can say, confirm or suggest something: people, bodies of people, and what they write."""

from __future__ import annotations

from spacy.tokens import Token

from core.quotes.vocabulary import FEMALE_WORDS, MALE_WORDS, MEDIUM, TITLES

_ANY_SUBJECT = frozenset(
    "add announce argue ask comment complain cry declare exclaim explain insist joke murmur mutter quip remark reply "
    "respond retort say scream shout sigh tell testify tweet warn whisper write yell".split()
)
"""Verbs by which whatever is their subject speaks; with others ("confirm", "show") the subject must be a source."""

_BODIES = """
academy administration agency aide ally analysis analyst anchor army association attorney audience author authority
bank board branch brigade bureau business cabinet campaign candidate caucus centre child church citizen clerk
client coalition
colleague college command commission committee community company congress consortium consulate corporation council
couple court critic crowd daughter delegate democrat department desk diplomat division economist embassy employee
ensemble executive expert family fan federation firm fleet force foundation friend fund government group guest
headquarters hospital host household husband industry institute institution insurer investigator jury lawyer
leadership league legislature majority man management media member military militia ministry mission monitor
monitoring mother movement nation navy neighbour neighbor network office officer official operator opponent opposition
organisation organization other outlet panel parent parliament participant partner party patient people person
police politician population presidency press prosecution protester public publisher rebel regime regulator relative
republican resident rival school scientist secretariat senate service sibling society soldier son source spouse staff
state student supporter task team teenager think-tank tribunal tribe troop union university victim volunteer voter wife
witness woman worker youth
adherent agent battalion borough city correspondent council country county dissident district directorate fund
inspectorate
municipality office proponent recipient
regiment registry respondent town unit utility village
"""
_WRITINGS = """
ad advert affidavit assessment audit autopsy biography census certificate code complaint conclusion
constitution contract
data database decree diary dispatch document dossier draft documentary evidence figure file film finding footage
forecast graphic
guide handbook headline index indictment intelligence inquest inquiry investigation journal judgment law
lawsuit legend list log
magazine manual manuscript map minute newspaper number opinion order paper petition photo picture poll probe profile
programme program projection proposal prospectus reading receipt record recording register research result review
ruling sample satellite screenshot script sheet sign source statistic story study summary suit survey
table tape test text transcript translation treaty warrant website
"""
_PEOPLE_ENDINGS = (
    "man", "men", "woman", "women", "person", "people", "ist", "ian", "eer", "ologist", "er", "or", "ant", "ee", "crat",
)  # fmt: skip
_NOT_PEOPLE = frozenset(
    "order number power paper matter water letter center centre weather winter summer river border "
    "chapter paragraph factor "
    "error sector motor tenor terror horror favor favour labor labour humor rumor tumor flavor murder disorder "
    "slaughter disaster charter encounter character layer tower shower chamber corner shelter quarter "
    "danger hunger anger "
    "finger shoulder master offer computer server trailer poster banner counter meter monster tractor reactor "
    "committee guarantee fee coffee degree tree plant restaurant grant warrant elephant coolant "
    "restaurant covenant descent "
    "version occasion region religion opinion billion million union".split()
)
_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE", "PRODUCT", "WORK_OF_ART", "FAC"})
_SOURCES = (
    frozenset(_BODIES.split()) | frozenset(_WRITINGS.split()) | MEDIUM | TITLES | MALE_WORDS | FEMALE_WORDS
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
    if word in TITLES or word in MALE_WORDS or word in FEMALE_WORDS:
        return True
    return word.endswith(_PEOPLE_ENDINGS) and word not in _NOT_PEOPLE and word not in MEDIUM and len(word) > 4
