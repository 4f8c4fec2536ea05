"""Which stretches of a document name places: the model's labels, the gazetteer and the document weighed together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.places.gazetteer import Gazetteer, Name
from core.places.mention import Mention
from core.places.recognition import context, divisions
from core.places.recognition.adjectives import is_adjective
from core.places.recognition.forms import ARTICLES, Stretch, is_capital, stretches, trimmed
from core.places.recognition.kinds import AREA, DIRECTIONS, SITE, STREETS, WATER
from core.places.recognition.one_sense import Memory, remember
from core.places.recognition.recurring import recurring
from core.places.recognition.score import ENOUGH, evidence, is_common_noun, is_month, is_plausible, is_where
from core.places.recognition.senses import fitting, with_variants
from core.places.recognition.spacing import in_one_word
from core.places.recognition.spelling_variants import with_guesses
from core.places.resolution.neighbours import Known, between, is_within_next, of_lists
from core.places.tokens import PLACE_LABELS, Entity, Tokens

_LONGEST_DATELINE = 3
_LONGEST_LOOSE = 3
_MISTAKEN = frozenset({"PERSON", "ORG", "PRODUCT", "NORP", "FAC", "WORK_OF_ART"})
"""Labels that a model often gives to foreign names of places."""

_COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West"}
_MISTAKEN_WHOLE = frozenset({"PERSON", "ORG", "NORP"})


def recognise(tokens: Tokens, gazetteer: Gazetteer) -> list[Mention]:
    """All mentions of places, in order, none overlapping another."""
    known = _look_up(tokens, gazetteer)
    memory = remember(tokens)
    found = [mention for span in known for mention in _known(tokens, span, known, memory)]
    found += _divisions(tokens, found, known, gazetteer)
    found += _labelled(tokens, known, memory)
    found += _datelines(tokens, known)
    chosen = _without_overlap(tokens, found)
    chosen = _without_overlap(tokens, [*chosen, *_listed(tokens, chosen, known, memory)])
    loose = {**_look_up_loosely(tokens, known, gazetteer), **known}
    again = [_mention(tokens, *found) for found in recurring(tokens, chosen, loose, memory)]
    chosen = _without_overlap(tokens, [*chosen, *again])
    chosen = _without_overlap(tokens, [*chosen, *_between(tokens, chosen, known, memory)])
    return with_guesses(with_variants(chosen, gazetteer), gazetteer)


def _look_up(tokens: Tokens, gazetteer: Gazetteer) -> Known:
    """The stretches that the gazetteer knows; one look-up for the whole document."""
    forms = {span: _spelt(tokens.words(*span)) for span in stretches(tokens)}
    names = gazetteer.names(dict.fromkeys(forms.values()))
    known = {span: names[form] for span, form in forms.items() if form in names}
    return {**in_one_word(tokens, known, gazetteer), **known}


def _look_up_loosely(tokens: Tokens, known: Known, gazetteer: Gazetteer) -> Known:
    """Other romanisations of what the model names but takes for no place: "Novaya Kakhovka" as a person."""
    spans = {trimmed(tokens, entity.start, entity.end) for entity in tokens.entities if entity.label in _MISTAKEN}
    forms = {span: tokens.words(*span) for span in spans if span not in known and span[1] - span[0] <= _LONGEST_LOOSE}
    names = gazetteer.variants(forms.values()) if forms else {}
    return {span: names[form] for span, form in forms.items() if form in names}


def _spelt(form: str) -> str:
    """Initials with their last dot, which the tokenizer may have taken for that of the sentence: U.S + .

    A point of the compass stands in full: N. Carolina, S. Korea.
    """
    if form[1:3] == ". ":
        form = f"{_COMPASS.get(form[0], form[:2])}{form[2:]}"
    return form + "." if len(form) > 2 and form[-2] == "." and form[-1].isupper() else form


def _listed(tokens: Tokens, chosen: Sequence[Mention], known: Known, memory: Memory) -> Iterable[Mention]:
    """Names that only the list in which they stand shows to be places."""
    accepted = [(mention.start, mention.end) for mention in chosen if not mention.adjective]
    possible = [
        span
        for entity in tokens.entities
        if entity.label in _MISTAKEN_WHOLE and entity.end - entity.start <= 2
        for span in [trimmed(tokens, entity.start, entity.end)]
        if span in known
        and not is_month(tokens, span)
        and (span[1] - span[0] > 1 or tokens.lower[span[0]] not in memory.people)
    ]
    possible += [
        span
        for span in known
        if tokens.entity[span[0]] < 0 and tokens.tag[span[0]] == "NNP" and not is_common_noun(tokens, span)
    ]
    for span in of_lists(tokens, accepted, possible):
        names = tuple(name for name in known[span] if name.relation != "adjective")
        if names:
            yield _mention(tokens, span, names, ENOUGH)


def _between(tokens: Tokens, chosen: Sequence[Mention], known: Known, memory: Memory) -> Iterable[Mention]:
    """Names that nobody knows and the model takes for people, with a place on either side in a list."""
    accepted = [(mention.start, mention.end) for mention in chosen if not mention.adjective]
    people = [(e.start, e.end) for e in tokens.entities if e.label == "PERSON" and e.end - e.start == 1]
    unknown = [span for span in people if span not in known and tokens.lower[span[0]] not in memory.people]
    return (_mention(tokens, span, (), ENOUGH) for span in between(tokens, accepted, unknown))


def _known(tokens: Tokens, span: Stretch, known: Known, memory: Memory) -> Iterable[Mention]:
    """The mention, where enough speaks for it, of a stretch that the gazetteer knows."""
    names = known[span]
    adjectives = tuple(n for n in names if n.relation == "adjective")
    places = tuple(n for n in names if n.relation != "adjective")
    if tokens.lower[span[1] - 1] == "state" and _same_place(places, known.get((span[0], span[1] - 1), ())):
        return
    if adjectives and (tokens.label(span[0]) not in PLACE_LABELS or not places):
        if is_adjective(tokens, span):
            yield _mention(tokens, span, adjectives, 3.0, adjective=True)
        return
    weighed = evidence(tokens, span, places, memory) + 2.5 * is_within_next(tokens, span, known)
    weighed -= 2.5 * _is_half(tokens, span, known) + 5.0 * _is_numbered(tokens, span, places)
    if weighed < ENOUGH and _is_mislabelled(tokens, span) and is_where(tokens, span, memory, known=True):
        weighed = ENOUGH
    if weighed >= ENOUGH:
        yield _mention(tokens, span, places, weighed)


def _is_mislabelled(tokens: Tokens, span: Stretch) -> bool:
    """Whether the model takes just this stretch for a person or a body, as it often does with a foreign name."""
    number = tokens.entity[span[0]]
    if number < 0 or tokens.entities[number].label not in _MISTAKEN_WHOLE or is_common_noun(tokens, span):
        return False
    return trimmed(tokens, tokens.entities[number].start, tokens.entities[number].end) == span


def _is_numbered(tokens: Tokens, span: Stretch, places: Sequence[Name]) -> bool:
    """Whether an article before and a number behind make another name of a town's: "the Big 12", "the Dover Eight"."""
    start, end = span
    if end - start > 1 or tokens.lower_at(start - 1) != "the" or end >= len(tokens) or tokens.tag[end] != "CD":
        return False
    return all(name.entry.kind == "settlement" and not name.entry.name.startswith("The ") for name in places)


def _is_half(tokens: Tokens, span: Stretch, known: Known) -> bool:
    """Whether a hyphen ties the name to a word that names no place: Kupyansk in "Kupyansk-Vuzlovyi"."""
    start, end = span
    if tokens.lower_at(start - 1) == "-" and tokens.text[start - 2] in ARTICLES:  # Balah in "Deir al-Balah"
        return True
    if tokens.lower_at(end) != "-" or end + 1 >= len(tokens) or not is_capital(tokens.text[end + 1]):
        return False
    tied = tokens.at[end] == tokens.end(end - 1) and tokens.at[end + 1] == tokens.end(end)
    return tied and not any((end + 1, end + 1 + length) in known for length in (1, 2, 3))


def _same_place(longer: Sequence[Name], shorter: Sequence[Name]) -> bool:
    """Whether the kind word at the end adds nothing: Minnesota State is Minnesota."""
    return bool(longer and shorter) and longer[0].entry.source in {name.entry.source for name in shorter}


def _divisions(tokens: Tokens, found: Sequence[Mention], known: Known, gazetteer: Gazetteer) -> Iterable[Mention]:
    """Names with their kind word, and the items of lists that end in one."""
    for division in (*divisions.with_kind_word(tokens, found, known), *divisions.of_lists(tokens, known, gazetteer)):
        span, names, weighed, word = division
        yield _mention(tokens, span, names, weighed, kind_word=word, whole=True)


def _labelled(tokens: Tokens, known: Known, memory: Memory) -> Iterable[Mention]:
    """Names that the gazetteer does not know, but the model or the words beside take for places."""
    for entity in tokens.entities:
        span = trimmed(tokens, entity.start, entity.end)
        if span in known or not is_capital(tokens.text[span[0]]):
            continue
        last = tokens.lower[span[1] - 1].rstrip(".")
        if entity.label in PLACE_LABELS:
            if is_plausible(tokens, span, memory):
                names = _of_wider(tokens, span, known)
                whole = bool(names) or last in WATER | AREA | STREETS
                mention = _mention(tokens, span, names, 2.0 if whole else 1.5, whole=whole)
                yield replace(mention, narrowed=bool(names))
        elif entity.label == "FAC":
            if last in STREETS | SITE and span[1] - span[0] > 1:
                yield _mention(tokens, span, (), 1.5, whole=last in STREETS)
        elif entity.label in _MISTAKEN_WHOLE and is_where(tokens, span, memory):
            yield _mention(tokens, span, (), 1.5)


def _datelines(tokens: Tokens, known: Known) -> Iterable[Mention]:
    """Names in capitals that open a dateline, whatever the model thinks: "BALAKLIA, Ukraine –"."""
    for start in range(len(tokens)):
        if not (tokens.text[start].isupper() and context.opens_paragraph(tokens, start)):
            continue
        end = start
        while end < min(start + _LONGEST_DATELINE, len(tokens)) and _is_capitals(tokens.text[end]):
            end += 1
        span = (start, end)
        wider = any((end + 1, end + length) in known for length in range(2, 5)) and tokens.lower_at(end) == ","
        if end > start and span not in known and wider and context.is_dateline(tokens, *span):
            yield _mention(tokens, span, (), ENOUGH, whole=True)


def _is_capitals(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.replace("-", "").isalpha()


def _of_wider(tokens: Tokens, span: Stretch, known: Known) -> tuple[Name, ...]:
    """The places of a name that a direction narrows: Northern Europe, South Texas."""
    start, end = span
    inner = start
    while inner < end - 1 and tokens.lower[inner].rstrip(".") in DIRECTIONS | {"-", "s", "n", "w", "e"}:
        inner += 1
    return () if inner == start else known.get((inner, end), ())


def _mention(
    tokens: Tokens,
    span: Stretch,
    names: tuple[Name, ...],
    weighed: float,
    adjective: bool = False,
    whole: bool = False,
    kind_word: str = "",
) -> Mention:
    hint = None if adjective else context.kind_after(tokens, span[1]) or context.kind_before(tokens, span[0])
    number = tokens.entity[span[0]]
    entity = tokens.entities[number] if number >= 0 else Entity(0, 0, "")
    kind = None if adjective else "region" if kind_word else hint[0] if hint else None
    return Mention(
        start=span[0],
        end=span[1],
        text=tokens.words(*span),
        names=names if adjective or not names else fitting(tokens, *span, names, kind),
        adjective=adjective,
        evidence=weighed,
        label=entity.label,
        kind=kind,
        kind_word=kind_word or (hint[1] if hint else ""),
        part_of_name=entity.label in {"ORG", "FAC", "EVENT"} and entity.end > span[1],
        whole=whole or bool(names),
    )


def _without_overlap(tokens: Tokens, found: Iterable[Mention]) -> list[Mention]:
    """Longest first; a name unknown to the gazetteer gives way to known names within it."""
    taken = [False] * len(tokens)
    chosen = []
    for mention in sorted(found, key=lambda m: (not m.whole, m.start - m.end, -m.evidence, m.start)):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
            chosen.append(mention)
    return sorted(chosen, key=lambda m: m.start)
