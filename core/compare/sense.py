"""What a figure counts, as a key that figures of the same thing share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.compare.nouns import noun
from core.compare.outcomes import THERE, done_to, happens_to_people, is_doing, is_told
from core.compare.shares import Share, period_of, share_of
from core.compare.subjects import Matter, matter_of
from core.compare.units import QUALITIES, base_of
from core.compare.words import content, stem, words_of
from core.models import Figure, FigureKind

_EMPTY = frozenset(
    "other such many several more new total further additional own same various few so-called possible alleged "
    "apparent confirmed some recent local whole entire".split()
)
"""Modifiers that do not make another thing of what they stand with."""

_ANOTHER = frozenset("mass former suspected probable".split())
"""Modifiers that make another thing, even where nothing else is counted: a mass grave is no grave."""

_NEAR = 160
"""Characters on either side of a figure whose words tell what it is about."""

_YIELDING = frozenset({"living there", "gathered"})

_POSTS = frozenset({("post", "cut"), ("position", "cut"), ("role", "cut")})
"""A post that is cut is a job; another may be a place where soldiers stand."""

_BODIES = frozenset({("person", "buried"), ("body", "killed"), ("body", "buried")})
"""People buried are counted as bodies are; of a body, "dead" says nothing more."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What is counted (``thing``), what was done to it, of which sort (``modifiers``), and in what unit it
    can be compared.

    ``within`` is the wider thing that a thing always is, where one is sure; ``period`` the length of time that the
    number is for, where the text limits it; ``words`` are the stems of its sentence; ``matter`` is given where
    the thing has no noun of its own (:mod:`core.compare.subjects`).
    """

    kind: FigureKind
    unit: str | None
    share: Share
    thing: str
    within: str | None
    done: str | None
    period: str | None
    modifiers: frozenset[str]
    words: frozenset[str]
    matter: Matter | None = None


def sense_of(figure: Figure, before: str, after: str, trigger: str | None) -> Sense | None:
    """The sense of a figure; null where the text does not say what it counts.

    Args:
        figure: the figure.
        before: its sentence up to it.
        after: its sentence from it on.
        trigger: lemma of the verb of its event.
    """
    done = done_to(figure.text, before, after, trigger)
    matter = matter_of(figure, before, after)
    if matter:
        thing, within, done = matter.thing, None, None
    elif figure.counted_head:
        named = noun(figure.counted_head, figure.counted)
        thing, within = named.thing, named.within
        done = _with_noun(done, named.done)
    elif figure.kind == "count" and happens_to_people(done):
        thing, within = "person", None
    elif figure.kind == "measure" and done not in (None, THERE) and base_of(figure.unit) in QUALITIES:
        thing, within = QUALITIES[str(base_of(figure.unit))], None
    else:
        return None
    if (thing, done) in _BODIES:
        thing, within, done = "body", None, THERE
    thing = "job" if (thing, done) in _POSTS else thing
    thing = " ".join([*sorted(_ANOTHER.intersection(words_of(figure.counted or "")[:-1])), thing])
    share = share_of(figure.text, before, after, figure.change) if matter or figure.kind != "percent" else "whole"
    if figure.kind == "percent" and thing == "share price":
        share = "change"
    if thing == "other" and done and happens_to_people(done):
        thing, share = "person", "more" if is_told(done, before) else "whole"
    return Sense(
        kind=figure.kind,
        unit=base_of(figure.unit),
        share=share,
        thing=thing,
        within=within,
        done=done,
        period=period_of(figure.text, after),
        modifiers=frozenset() if matter else _modifiers(figure) | _further(share, after),
        words=content(f"{before[-_NEAR:]} {after[:_NEAR]}") - content(thing),
        matter=matter,
    )


def _with_noun(done: str | None, noun_says: str | None) -> str | None:
    """A fatality is dead whatever the verb; a resident lives there and a marcher marches if nothing else is told."""
    if noun_says is None or (noun_says in _YIELDING and done not in (None, THERE) and not str(done).endswith("(verb)")):
        return done
    return noun_says


def _modifiers(figure: Figure) -> frozenset[str]:
    """Words that make another thing of it: "torture" of torture sites, not what was done to it."""
    words, head = words_of(figure.counted or "")[:-1], figure.counted_head
    return frozenset(
        stem(w) for w in words if w not in _EMPTY | _ANOTHER and w != head and not is_doing(w) and len(w) > 2
    )


def _further(share: Share, after: str) -> frozenset[str]:
    """Words behind the noun that make another thing of it: "of them children", "cases of measles"."""
    if share == "part":
        own = _OF_THEM.match(after)
        return content(_CLAUSE.split(after[own.end() :])[0][:60]) if own else frozenset()
    of = _OF.match(after)
    return content(of.group(1)) if of else frozenset()


_OF_THEM = re.compile(r"\s?of (?:them|these|those|whom|which)\b", re.IGNORECASE)
_OF = re.compile(r"\s?of (?!(?:the|this|its|their|his|her)\b)((?:[\w’'-]{1,20} ){0,1}[\w’'-]{1,20})")
_CLAUSE = re.compile(r"[,.;:()]+| and | who | which ")
