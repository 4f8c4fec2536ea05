"""Every "X said" and "according to X" of a document: the cue, who it belongs to, and the way the words came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from core.lexicon import meaning
from core.quotes.layout import Layout
from core.quotes.phrases import Phrase, noun_phrase
from core.quotes.sources import can_say
from core.quotes.subjects import noun_behind, subject_of

_ALL_CUES = meaning(
    "verbs", "says", "thinks", "shows quotation", "takes object", "takes infinitive", "takes preposition"
)
_MEDIA_PREPOSITIONS = frozenset({"on", "via", "through", "over"})
_MEDIUM = meaning("writings", "channel")
_NOT_A_SOURCE = meaning("writings", "impersonal")

_AMOUNTS = frozenset(
    """it amount attendance bill casualty count cost crowd damage dead estimate figure loss number price size toll total
    turnout value""".split()
)
_MINE = frozenset({"i", "we", "you", "my", "our", "me", "us", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class ReportingCue:
    """A cue (tokens ``first`` up to ``end``) and the head word of whoever it belongs to.

    ``level`` is the stretch in quotation marks it stands in, ``verb`` the verb of speech or "according".
    """

    first: int
    end: int
    verb: Token
    subject: Token | None
    level: int

    @property
    def is_according(self) -> bool:
        """Whether the cue is "according to" and not a verb."""
        return self.verb.lower_ == "according"

    @property
    def start(self) -> int:
        """The first token of cue and subject."""
        return self.first if self.subject is None else min(self.first, self.subject.i)


def find_reporting_cues(layout: Layout) -> list[ReportingCue]:
    """All cues in order; inside quotation marks only those of a third party ("they told us …")."""
    return list(_sayings(layout))


def _sayings(layout: Layout) -> Iterator[ReportingCue]:
    view = layout.view
    for i, (word, pos) in enumerate(zip(view.lower, view.pos, strict=True)):
        if word == "according":
            found = _according(layout, view.doc[i])
        elif pos == "VERB" and (view.lemma[i] in _ALL_CUES or _puts_it(view.doc[i]) or put_at(view.doc[i])):
            found = _verb(layout, view.doc[i])
        else:
            continue
        if found is not None:
            yield found


def _puts_it(verb: Token) -> bool:
    """ "as X put it"."""
    if verb.lemma_ != "put" or verb.i + 1 == len(verb.doc) or verb.nbor().lower_ != "it":
        return False
    return any(child.lower_ == "as" for child in verb.children)


def put_at(verb: Token) -> tuple[int, int] | None:
    """ "put the toll at 45": the tokens of the amount and of what it is put on."""
    if verb.lemma_.lower() != "put":
        return None
    amount = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    value = next((c for c in verb.children if c.lower_ == "at" and c.dep_ == "prep"), None)
    if amount is None or value is None or amount.lemma_.lower() not in _AMOUNTS or amount.i > value.i:
        return None
    says_number = any(t.like_num for t in value.subtree)
    return (amount.left_edge.i, _with_second(value.right_edge.i + 1, verb)) if says_number else None


def _with_second(end: int, verb: Token) -> int:
    """ "at 12 dead and 30 injured": the second number, which the parse takes for the subject of another clause."""
    doc = verb.doc
    second = next((c for c in verb.children if c.dep_ == "conj" and c.i == end + 2 and c.tag_ == "VBN"), None)
    told = second is not None and doc[end].lower_ == "and" and doc[end + 1].like_num
    return end + 3 if told else end


def _quoted_person(verb: Token) -> Token | None:
    """ "the paper quoted X as saying": X, not the paper."""
    if verb.lemma_ not in ("quote", "cite") or not any(child.lower_ == "as" for child in verb.children):
        return None
    return next((child for child in verb.children if child.dep_ == "dobj"), None)


def _verb(layout: Layout, verb: Token) -> ReportingCue | None:
    level = layout.inside[verb.i]
    subject = _quoted_person(verb) or subject_of(
        verb, lambda word: layout.inside[word.i] == level and not layout.view.in_dateline(word.i)
    )
    if subject is None and any(layout.view.in_dateline(c.i) for c in verb.children):
        subject = _beside_dateline(layout, verb)
    if subject is not None and (layout.inside[subject.i] != level or not can_say(verb, subject)):
        subject = None
    if level >= 0 and (subject is None or subject.lower_ in _MINE):
        return None
    return ReportingCue(verb.i, verb.i + 1, verb, subject, level)


def _beside_dateline(layout: Layout, verb: Token) -> Token | None:
    """ "ABUJA — Five died, residents and officials said.": the parse takes the dateline for the subject.

    It is what stands between the last comma and the verb, and is no clause of its own.
    """
    doc, opens = verb.doc, layout.view.sentence(verb.i)[0]
    comma = next((i for i in range(verb.i - 1, opens, -1) if doc[i].text == ","), None)
    words = doc[comma + 1 : verb.i] if comma is not None else doc[verb.i : verb.i]
    nouns = [t for t in words if t.pos_ in ("NOUN", "PROPN")]
    if not nouns or any(t.pos_ in ("VERB", "AUX", "NUM") for t in words):
        return None
    return next((t for t in nouns if t.head not in words), nouns[-1])


def _according(layout: Layout, word: Token) -> ReportingCue | None:
    doc, i = word.doc, word.i
    if i + 1 >= len(doc) or doc[i + 1].lower_ != "to":
        return None
    source = next((c for c in doc[i + 1].children if c.dep_ == "pobj"), None) or noun_behind(doc[i + 1])
    level = layout.inside[i]
    if source is None or layout.inside[source.i] != level or source.lower_ in _MINE:
        return None
    if source.lemma_.lower() in _NOT_A_SOURCE:
        source = _author(source)
    return ReportingCue(i, i + 2, word, source, level) if source is not None else None


def _author(estimate: Token) -> Token | None:
    """Who made the estimate: "estimates by X", "X's estimate"."""
    for child in estimate.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            return child
    return None


def via_of(report: ReportingCue) -> str | None:
    """How the words came: "on Telegram", "in a statement", "told Reuters"; none where the text does not say."""
    for child in report.verb.children:
        phrase = _channel(child) if child.dep_ == "prep" else _outlet(report.verb, child)
        if phrase is not None:
            return phrase.text(report.verb.doc)
    return _behind_subject(report)


def _behind_subject(report: ReportingCue) -> str | None:
    """ "wrote X, head of Y, on Telegram": the parse hangs the channel on the speaker."""
    subject = report.subject
    if subject is None or subject.i < report.verb.i:
        return None
    for word in subject.subtree:
        phrase = _channel(word) if word.dep_ == "prep" and word.lower_ in _MEDIA_PREPOSITIONS else None
        if phrase is not None:
            return phrase.text(subject.doc)
    return None


def _channel(preposition: Token) -> Phrase | None:
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None or noun.ent_type_ in ("DATE", "TIME", "PERSON", "GPE"):
        return None
    phrase = noun_phrase(noun)
    platform = _platform(noun)
    if platform is not None:
        return noun_phrase(platform)
    named = preposition.lower_ in _MEDIA_PREPOSITIONS and noun.pos_ == "PROPN"
    medium = preposition.lower_ in ("in", "at", "during", "on", "via", "through") and _is_medium(noun.doc, phrase)
    return Phrase(phrase.first, noun.i + 1, noun.i) if named or medium else None


def _platform(medium: Token) -> Token | None:
    """ "a post on Telegram": where the medium itself came out."""
    if medium.lemma_.lower() not in _MEDIUM:
        return None
    for preposition in medium.children:
        if preposition.dep_ == "prep" and preposition.lower_ in _MEDIA_PREPOSITIONS:
            return next((c for c in preposition.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
    return None


def _is_medium(doc: Doc, phrase: Phrase) -> bool:
    return doc[phrase.head].lemma_.lower() in _MEDIUM


def _outlet(verb: Token, child: Token) -> Phrase | None:
    if (
        verb.lemma_ != "tell"
        or child.dep_ not in ("dobj", "dative")
        or child.ent_type_ not in ("ORG", "PRODUCT", "WORK_OF_ART")
    ):
        return None
    return noun_phrase(child)
