"""Which stretches of a document name places: the model's labels, the gazetteer and the document weighed together."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.places import context
from core.places.forms import Stretch, dotted, is_capital, stretches
from core.places.gazetteer import Gazetteer, Name, fold
from core.places.kinds import DIRECTIONS, SITE, STREETS, kind_of_word
from core.places.mention import Mention
from core.places.organisations import tells_of_place
from core.places.tokens import PLACE_LABELS, Entity, Tokens

ENOUGH = 1.5
"""Evidence from which a stretch counts as a place."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What the whole document says of a form: how often the model gave it which label, and who bears it as a name."""

    labels: Mapping[str, Counter[str]]
    surnames: frozenset[str]

    def share_of_places(self, key: str) -> float:
        """How much of the form's labels are places, 0 to 1; a form never labelled gives 0."""
        counts = self.labels.get(key)
        if not counts:
            return 0.0
        return (counts["GPE"] + counts["LOC"]) / (sum(counts.values()) + 0.5)


def remember(tokens: Tokens) -> Memory:
    """The memory of a document; one pass over the model's names."""
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()
    for entity in tokens.entities:
        if entity.label in {"GPE", "LOC", "PERSON", "ORG", "NORP", "FAC"}:
            labels[fold(tokens.words(*trimmed(tokens, entity.start, entity.end)))][entity.label] += 1
        if entity.label == "PERSON" and entity.end - entity.start > 1:
            surnames.update(word for word in tokens.lower[entity.start : entity.end] if len(word) > 2)
    return Memory(dict(labels), frozenset(surnames))


def trimmed(tokens: Tokens, start: int, end: int) -> Stretch:
    """The stretch without a leading article, a trailing possessive, punctuation and kind words in small letters."""
    while end - start > 1 and not (is_capital(tokens.text[end - 1]) or tokens.text[end - 1][0].isdigit()):
        if tokens.text[end - 1] == "." and "." in tokens.text[end - 2]:
            break
        end -= 1
    while end - start > 1 and (tokens.lower[start] == "the" or not _may_open(tokens, start)):
        start += 1
    if dotted(tokens, end):
        end += 1
    return start, end


def _may_open(tokens: Tokens, index: int) -> bool:
    return is_capital(tokens.text[index]) or tokens.lower_at(index + 1) in {"-", "’", "'"}


def recognise(tokens: Tokens, gazetteer: Gazetteer) -> list[Mention]:
    """All mentions of places, in order, none overlapping another."""
    spans = list(stretches(tokens))
    forms = {span: tokens.words(*span) for span in spans}
    known = gazetteer.names(dict.fromkeys(forms.values()))
    memory = remember(tokens)
    found = [m for span in spans if (names := known.get(forms[span])) for m in _known(tokens, span, names, memory)]
    found += _labelled(tokens, known, memory)
    chosen = _without_overlap(tokens, found)
    return _with_variants(tokens, chosen, gazetteer, memory)


def _known(tokens: Tokens, span: Stretch, names: tuple[Name, ...], memory: Memory) -> Iterable[Mention]:
    """The mention, where enough speaks for it, of a stretch that the gazetteer knows."""
    adjectives = tuple(n for n in names if n.relation == "adjective")
    places = tuple(n for n in names if n.relation != "adjective")
    if adjectives and tokens.label(span[0]) not in PLACE_LABELS or not places:
        if _is_adjective(tokens, span):
            yield _mention(tokens, span, adjectives, 3.0, adjective=True)
        return
    weighed = evidence(tokens, span, places, memory)
    if weighed >= ENOUGH:
        yield _mention(tokens, span, places, weighed)


def _is_adjective(tokens: Tokens, span: Stretch) -> bool:
    """Languages are no people: "in English", "speaks Russian"."""
    if tokens.label(span[0]) in {"LANGUAGE", "PERSON", "WORK_OF_ART"}:
        return False
    number = tokens.entity[span[0]]
    if number >= 0 and tokens.entities[number].label in {"ORG", "FAC", "EVENT", "PRODUCT"}:
        entity = tokens.entities[number]
        if (entity.start, entity.end) != span and not tells_of_place(tokens, entity, *span):
            return False
    after = tokens.lower_at(span[1])
    if after in {"language", "languages", "airlines", "airways"}:
        return False
    return not (tokens.lower_at(span[0] - 1) in {"in", "speak", "speaks", "spoke"} and tokens.tag[span[0]] != "JJ")


def evidence(tokens: Tokens, span: Stretch, names: tuple[Name, ...], memory: Memory) -> float:
    """How much speaks for a place, all told; see the parts."""
    start, end = span
    return (
        _by_label(tokens, span)
        + _by_words_beside(tokens, start, end)
        + _by_document(tokens, span, memory)
        + _by_fame(tokens, span, names)
    )


def _by_label(tokens: Tokens, span: Stretch) -> float:
    """What the model thinks of the stretch, and of the longer name that it is a part of."""
    start, end = span
    number = tokens.entity[start]
    if number < 0:
        inner = next((n for n in tokens.entity[start:end] if n >= 0), -1)
        return 1.0 if inner >= 0 and tokens.entities[inner].label in PLACE_LABELS else 0.0
    entity = tokens.entities[number]
    whole = trimmed(tokens, entity.start, entity.end) == span or (entity.start >= start and entity.end <= end)
    if entity.label in PLACE_LABELS:
        return 3.0 if whole else 2.5
    if whole:
        return {"NORP": 0.6, "ORG": 0.0, "FAC": 1.5, "PERSON": -1.3}.get(entity.label, -0.5)
    if entity.label in {"ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}:
        return 1.6 if tells_of_place(tokens, entity, start, end) else -3.0
    return -4.0 if entity.label == "PERSON" else -0.5


def _by_words_beside(tokens: Tokens, start: int, end: int) -> float:
    """Prepositions, kind words, datelines for; titles, verbs of speech and diseases against."""
    weight = 0.0
    before = context.previous(tokens, start)
    word = tokens.lower_at(before)
    if word in context.LOCATIVE:
        weight += 1.5
    elif word in context.WEAK_LOCATIVE:
        weight += 0.4
    if context.is_offset(tokens, start):
        weight += 1.5
    if context.kind_before(tokens, start) or context.kind_after(tokens, end):
        weight += 1.5
    if context.is_dateline(tokens, start, end):
        weight += 2.5
    if context.has_title(tokens, start):
        weight -= 2.5
    if context.is_disease(tokens, end):
        weight -= 4.0
    return weight


def _by_document(tokens: Tokens, span: Stretch, memory: Memory) -> float:
    """The same form elsewhere in the document."""
    key = fold(tokens.words(*span))
    weight = 1.5 * memory.share_of_places(key)
    if span[1] - span[0] == 1 and tokens.lower[span[0]] in memory.surnames:
        weight -= 1.5
    return weight


def _by_fame(tokens: Tokens, span: Stretch, names: tuple[Name, ...]) -> float:
    """Well-known and long names need less support; words that start a sentence and short abbreviations more."""
    start, end = span
    best = names[0].entry
    fame = {"country": 1.5, "region": 1.0, "area": 1.0, "water": 1.0, "site": 0.5}.get(best.kind, 0.0)
    if best.kind == "settlement":
        fame = min(max((math.log10(best.population + 10) - 4.0) * 0.5, -0.7), 1.0)
    if end - start > 1:
        fame += 0.5
    elif not tokens.tag[start].startswith("NNP"):
        fame -= 2.0
    if tokens.opens[start] and end - start == 1 and tokens.entity[start] < 0:
        fame -= 1.0
    if all(n.relation == "abbreviation" for n in names) and end - start == 1 and len(tokens.text[start]) < 3:
        fame -= 0.0 if tokens.lower_at(start - 1) == "," or best.kind == "country" else 2.5
    return fame


def _labelled(tokens: Tokens, known: Mapping[str, tuple[Name, ...]], memory: Memory) -> Iterable[Mention]:
    """Names that the model takes for places and the gazetteer does not know."""
    for entity in tokens.entities:
        span = trimmed(tokens, entity.start, entity.end)
        if tokens.words(*span) in known or not is_capital(tokens.text[span[0]]):
            continue
        if entity.label in PLACE_LABELS and _is_plausible(tokens, span, memory):
            yield _mention(tokens, span, (), 1.5)
        elif entity.label == "FAC" and tokens.lower[span[1] - 1].rstrip(".") in STREETS | SITE and span[1] - span[0] > 1:
            yield _mention(tokens, span, (), 1.5)


def _is_plausible(tokens: Tokens, span: Stretch, memory: Memory) -> bool:
    key = fold(tokens.words(*span))
    counts = memory.labels.get(key, Counter())
    if context.is_disease(tokens, span[1]) or context.has_title(tokens, span[0]):
        return False
    if span[1] - span[0] == 1 and tokens.lower[span[0]] in memory.surnames:
        return False
    return counts["GPE"] + counts["LOC"] >= counts["PERSON"] + counts["ORG"]


def _mention(
    tokens: Tokens, span: Stretch, names: tuple[Name, ...], weighed: float, adjective: bool = False
) -> Mention:
    hint = None if adjective else context.kind_after(tokens, span[1]) or context.kind_before(tokens, span[0])
    number = tokens.entity[span[0]]
    entity = tokens.entities[number] if number >= 0 else Entity(0, 0, "")
    inside = entity.label in {"ORG", "FAC", "EVENT"} and entity.end > span[1]
    return Mention(
        start=span[0],
        end=span[1],
        text=tokens.words(*span),
        names=names,
        adjective=adjective,
        evidence=weighed,
        label=entity.label,
        kind=hint[0] if hint else None,
        kind_word=hint[1] if hint else "",
        part_of_name=inside,
    )


def _without_overlap(tokens: Tokens, found: Iterable[Mention]) -> list[Mention]:
    """Longest first; a name unknown to the gazetteer gives way to known names within it."""
    taken = [False] * len(tokens)
    chosen = []
    for mention in sorted(found, key=lambda m: (not m.names, m.start - m.end, -m.evidence, m.start)):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
            chosen.append(mention)
    return sorted(chosen, key=lambda m: m.start)


def _with_variants(
    tokens: Tokens, chosen: list[Mention], gazetteer: Gazetteer, memory: Memory
) -> list[Mention]:
    """Names that the gazetteer knows only in another romanisation."""
    return chosen


__all__ = ["DIRECTIONS", "ENOUGH", "Memory", "evidence", "kind_of_word", "recognise", "remember", "trimmed"]
