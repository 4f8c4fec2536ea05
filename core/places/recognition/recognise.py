"""Which stretches of a document name places: the model's labels, the gazetteer and the document weighed together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.places.gazetteer import Gazetteer, Name
from core.places.mention import PLACE_LABELS, Mention
from core.places.recognition import context, divisions
from core.places.recognition.adjectives import is_adjective
from core.places.recognition.forms import ARTICLES, Stretch, is_capital, stretches, trimmed
from core.places.recognition.kinds import AREA, DIRECTIONS, SITE, STREETS, WATER
from core.places.recognition.one_sense import Memory, remember
from core.places.recognition.recurring import recurring
from core.places.recognition.score import ENOUGH, evidence, is_common_noun, is_month, is_plausible, is_where
from core.places.recognition.senses import fitting
from core.places.recognition.spacing import in_one_word
from core.places.recognition.spelling_variants import with_guesses, with_variants
from core.places.resolution.neighbours import Known, between, is_within_next, of_lists
from core.text.view import Entity, TextView

_LONGEST_DATELINE = 3
"""Tokens in capitals that open a dateline."""

_LONGEST_LOOSE = 3
"""Tokens of a name that is looked up in other romanisations."""

_MISTAKEN = frozenset({"PERSON", "ORG", "PRODUCT", "NORP", "FAC", "WORK_OF_ART"})
"""Labels that a model often gives to foreign names of places."""

_COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West"}
_MISTAKEN_WHOLE = frozenset({"PERSON", "ORG", "NORP"})


def recognise(view: TextView, gazetteer: Gazetteer) -> list[Mention]:
    """All mentions of places, in order, none overlapping another."""
    known = _look_up(view, gazetteer)
    memory = remember(view)
    found = [mention for span in known for mention in _known(view, span, known, memory)]
    found += _divisions(view, found, known, gazetteer)
    found += _labelled(view, known, memory)
    found += _datelines(view, known)
    chosen = _without_overlap(view, found)
    chosen = _without_overlap(view, [*chosen, *_listed(view, chosen, known, memory)])
    loose = {**_look_up_loosely(view, known, gazetteer), **known}
    again = [_mention(view, *found) for found in recurring(view, chosen, loose, memory)]
    chosen = _without_overlap(view, [*chosen, *again])
    chosen = _without_overlap(view, [*chosen, *_between(view, chosen, known, memory)])
    return with_guesses(with_variants(chosen, gazetteer), gazetteer)


def _look_up(view: TextView, gazetteer: Gazetteer) -> Known:
    """The stretches that the gazetteer knows; one look-up for the whole document."""
    forms = {span: _spelt(view.words_of(*span)) for span in stretches(view)}
    names = gazetteer.names(dict.fromkeys(forms.values()))
    known = {span: names[form] for span, form in forms.items() if form in names}
    return {**in_one_word(view, known, gazetteer), **known}


def _look_up_loosely(view: TextView, known: Known, gazetteer: Gazetteer) -> Known:
    """Other romanisations of what the model names but takes for no place: "Novaya Kakhovka" as a person."""
    spans = {trimmed(view, entity.start, entity.end) for entity in view.entities if entity.label in _MISTAKEN}
    forms = {span: view.words_of(*span) for span in spans if span not in known and span[1] - span[0] <= _LONGEST_LOOSE}
    names = gazetteer.variants(forms.values()) if forms else {}
    return {span: names[form] for span, form in forms.items() if form in names}


def _spelt(form: str) -> str:
    """Initials with their last dot, which the tokenizer may have taken for that of the sentence: U.S + .

    A point of the compass stands in full: N. Carolina, S. Korea.
    """
    if form[1:3] == ". ":
        form = f"{_COMPASS.get(form[0], form[:2])}{form[2:]}"
    return form + "." if len(form) > 2 and form[-2] == "." and form[-1].isupper() else form


def _listed(view: TextView, chosen: Sequence[Mention], known: Known, memory: Memory) -> Iterable[Mention]:
    """Names that only the list in which they stand shows to be places."""
    accepted = [(mention.start, mention.end) for mention in chosen if not mention.adjective]
    possible = [
        span
        for entity in view.entities
        if entity.label in _MISTAKEN_WHOLE and entity.end - entity.start <= 2
        for span in [trimmed(view, entity.start, entity.end)]
        if span in known
        and not is_month(view, span)
        and (span[1] - span[0] > 1 or view.lower[span[0]] not in memory.people)
    ]
    possible += [
        span
        for span in known
        if view.entity_of[span[0]] < 0 and view.tag[span[0]] == "NNP" and not is_common_noun(view, span)
    ]
    for span in of_lists(view, accepted, possible):
        names = tuple(name for name in known[span] if name.relation != "adjective")
        if names:
            yield _mention(view, span, names, ENOUGH)


def _between(view: TextView, chosen: Sequence[Mention], known: Known, memory: Memory) -> Iterable[Mention]:
    """Names that nobody knows and the model takes for people, with a place on either side in a list."""
    accepted = [(mention.start, mention.end) for mention in chosen if not mention.adjective]
    people = [(e.start, e.end) for e in view.entities if e.label == "PERSON" and e.end - e.start == 1]
    unknown = [span for span in people if span not in known and view.lower[span[0]] not in memory.people]
    return (_mention(view, span, (), ENOUGH) for span in between(view, accepted, unknown))


def _known(view: TextView, span: Stretch, known: Known, memory: Memory) -> Iterable[Mention]:
    """The mention, where enough speaks for it, of a stretch that the gazetteer knows."""
    names = known[span]
    adjectives = tuple(n for n in names if n.relation == "adjective")
    places = tuple(n for n in names if n.relation != "adjective")
    if view.lower[span[1] - 1] == "state" and _same_place(places, known.get((span[0], span[1] - 1), ())):
        return
    if adjectives and (view.label(span[0]) not in PLACE_LABELS or not places):
        if is_adjective(view, span):
            yield _mention(view, span, adjectives, 3.0, adjective=True)
        return
    weighed = evidence(view, span, places, memory) + 2.5 * is_within_next(view, span, known)
    weighed -= 2.5 * _is_half(view, span, known) + 5.0 * _is_numbered(view, span, places)
    if weighed < ENOUGH and _is_mislabelled(view, span) and is_where(view, span, memory, known=True):
        weighed = ENOUGH
    if weighed >= ENOUGH:
        yield _mention(view, span, places, weighed)


def _is_mislabelled(view: TextView, span: Stretch) -> bool:
    """Whether the model takes just this stretch for a person or a body, as it often does with a foreign name."""
    number = view.entity_of[span[0]]
    if number < 0 or view.entities[number].label not in _MISTAKEN_WHOLE or is_common_noun(view, span):
        return False
    return trimmed(view, view.entities[number].start, view.entities[number].end) == span


def _is_numbered(view: TextView, span: Stretch, places: Sequence[Name]) -> bool:
    """Whether an article before and a number behind make another name of a town's: "the Big 12", "the Dover Eight"."""
    start, end = span
    if end - start > 1 or view.lower_at(start - 1) != "the" or end >= len(view) or view.tag[end] != "CD":
        return False
    return all(name.entry.kind == "settlement" and not name.entry.name.startswith("The ") for name in places)


def _is_half(view: TextView, span: Stretch, known: Known) -> bool:
    """Whether a hyphen ties the name to a word that names no place: Kupyansk in "Kupyansk-Vuzlovyi"."""
    start, end = span
    if view.lower_at(start - 1) == "-" and view.words[start - 2] in ARTICLES:  # Balah in "Deir al-Balah"
        return True
    if view.lower_at(end) != "-" or end + 1 >= len(view) or not is_capital(view.words[end + 1]):
        return False
    tied = view.starts[end] == view.end_of(end - 1) and view.starts[end + 1] == view.end_of(end)
    return tied and not any((end + 1, end + 1 + length) in known for length in (1, 2, 3))


def _same_place(longer: Sequence[Name], shorter: Sequence[Name]) -> bool:
    """Whether the kind word at the end adds nothing: Minnesota State is Minnesota."""
    return bool(longer and shorter) and longer[0].entry.source in {name.entry.source for name in shorter}


def _divisions(view: TextView, found: Sequence[Mention], known: Known, gazetteer: Gazetteer) -> Iterable[Mention]:
    """Names with their kind word, and the items of lists that end in one."""
    for division in (*divisions.with_kind_word(view, found, known), *divisions.of_lists(view, known, gazetteer)):
        span, names, weighed, word = division
        yield _mention(view, span, names, weighed, kind_word=word, whole=True)


def _labelled(view: TextView, known: Known, memory: Memory) -> Iterable[Mention]:
    """Names that the gazetteer does not know, but the model or the words beside take for places."""
    for entity in view.entities:
        span = trimmed(view, entity.start, entity.end)
        if span in known or not is_capital(view.words[span[0]]):
            continue
        last = view.lower[span[1] - 1].rstrip(".")
        if entity.label in PLACE_LABELS:
            if is_plausible(view, span, memory):
                names = _of_wider(view, span, known)
                whole = bool(names) or last in WATER | AREA | STREETS
                mention = _mention(view, span, names, 2.0 if whole else 1.5, whole=whole)
                yield replace(mention, narrowed=bool(names))
        elif entity.label == "FAC":
            if last in STREETS | SITE and span[1] - span[0] > 1:
                yield _mention(view, span, (), 1.5, whole=last in STREETS)
        elif entity.label in _MISTAKEN_WHOLE and is_where(view, span, memory):
            yield _mention(view, span, (), 1.5)


def _datelines(view: TextView, known: Known) -> Iterable[Mention]:
    """Names in capitals that open a dateline, whatever the model thinks: "BALAKLIA, Ukraine –"."""
    for start in range(len(view)):
        if not (view.words[start].isupper() and context.opens_paragraph(view, start)):
            continue
        end = start
        while end < min(start + _LONGEST_DATELINE, len(view)) and _is_capitals(view.words[end]):
            end += 1
        span = (start, end)
        wider = any((end + 1, end + length) in known for length in range(2, 5)) and view.lower_at(end) == ","
        if end > start and span not in known and wider and context.is_dateline(view, *span):
            yield _mention(view, span, (), ENOUGH, whole=True)


def _is_capitals(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.replace("-", "").isalpha()


def _of_wider(view: TextView, span: Stretch, known: Known) -> tuple[Name, ...]:
    """The places of a name that a direction narrows: Northern Europe, South Texas."""
    start, end = span
    inner = start
    while inner < end - 1 and view.lower[inner].rstrip(".") in DIRECTIONS | {"-", "s", "n", "w", "e"}:
        inner += 1
    return () if inner == start else known.get((inner, end), ())


def _mention(
    view: TextView,
    span: Stretch,
    names: tuple[Name, ...],
    weighed: float,
    adjective: bool = False,
    whole: bool = False,
    kind_word: str = "",
) -> Mention:
    hint = None if adjective else context.kind_after(view, span[1]) or context.kind_before(view, span[0])
    number = view.entity_of[span[0]]
    entity = view.entities[number] if number >= 0 else Entity(0, 0, "")
    kind = None if adjective else "region" if kind_word else hint[0] if hint else None
    return Mention(
        start=span[0],
        end=span[1],
        text=view.words_of(*span),
        names=names if adjective or not names else fitting(view, *span, names, kind),
        adjective=adjective,
        evidence=weighed,
        label=entity.label,
        kind=kind,
        kind_word=kind_word or (hint[1] if hint else ""),
        part_of_name=entity.label in {"ORG", "FAC", "EVENT"} and entity.end > span[1],
        whole=whole or bool(names),
    )


def _without_overlap(view: TextView, found: Iterable[Mention]) -> list[Mention]:
    """Longest first; a name unknown to the gazetteer gives way to known names within it."""
    taken = [False] * len(view)
    chosen = []
    for mention in sorted(found, key=lambda m: (not m.whole, m.start - m.end, -m.evidence, m.start)):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
            chosen.append(mention)
    return sorted(chosen, key=lambda m: m.start)
