"""What was done to the things counted: "killed", "injured", "recovered" (``outcomes.csv`` of the lexicon).

Twelve killed and twelve injured are not one number. Verbs that only tell that something is there ("found", "are",
"counted") say nothing of the kind and are called neutral.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from core.compare.words import words_of
from core.lexicon import meaning, sheet

_BREAK = re.compile(r"[,;:()“”\"–—\d]+|\b(?:and|but|while|who|which|as|after|when|or)\b")
_FURTHER = re.compile(rf"\b(?:{'|'.join(sorted(meaning('function_words', 'preposition')))})\b")
"""Behind these words, after a figure, another thing begins: "people in the burnt house"."""

_REACH = 8
"""Words on either side of a figure that may say what was done."""

_NEUTRAL = "neutral"
THERE = "there"
"""All that is said is that the things are there: found, counted, reported."""


def done_to(within: str, before: str, after: str, trigger: str | None) -> str | None:
    """What was done to the things a figure counts; null where nothing near it tells.

    The figure's own words come first, then those behind it, then the verb of its event, then those before it. A verb
    that the table does not know stands for itself.

    Args:
        within: the words of the figure ("30 wounded soldiers").
        before: its sentence up to the figure.
        after: its sentence from the figure on.
        trigger: lemma of the verb of the event the figure belongs to.
    """
    clause, lead = _BREAK.split(after)[0], _BREAK.split(before)[-1]
    behind = words_of(_FURTHER.split(clause)[0])[:_REACH]
    ahead = words_of(lead)[: -_REACH - 1 : -1]
    verb = _table().get(trigger or "")
    known = _first(words_of(within)) or _in_phrase(clause) or _first(behind) or _telling(verb)
    if known is None and (verb or trigger is None):
        known = _first(ahead)
    if known is None and trigger and not verb:
        return f"{trigger} (verb)"
    return known or (THERE if verb or any(word in _table() for word in (*behind, *ahead)) else None)


def is_doing(word: str) -> bool:
    """Whether a word tells what was done, and so is no property of the thing."""
    return _telling(_table().get(word)) is not None


def happens_to_people(done: str | None) -> bool:
    """Whether a number that names no thing must count people: "14 dead", "injured 30"."""
    return done in _of_people()


def is_told(done: str, text: str) -> bool:
    """Whether some words already tell that this was done: "five were killed and three others died"."""
    return any(_table().get(word) == done for word in words_of(text))


def _in_phrase(clause: str) -> str | None:
    """What a set phrase right behind a figure tells: "were told to leave", "are without power"."""
    near = " ".join(words_of(clause)[: 2 * _REACH])
    return next((done for phrase, done in _phrases() if f" {phrase} " in f" {near} "), None)


def _telling(done: str | None) -> str | None:
    return done if done != _NEUTRAL else None


def _first(words: Iterable[str]) -> str | None:
    return next((done for word in words if (done := _telling(_table().get(word)))), None)


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return {form: row["done"] for row in sheet("outcomes") for word in row["words"].split() for form in _forms(word)}


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple((phrase, row["done"]) for row in sheet("outcomes") for phrase in row["phrases"].split("|") if phrase)


@lru_cache(maxsize=1)
def _of_people() -> frozenset[str]:
    return frozenset(row["done"] for row in sheet("outcomes") if row["people"])


def _forms(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb; irregular ones stand in the table themselves."""
    stem = verb.removesuffix("e")
    doubled = stem + stem[-1]
    ied = (stem[:-1] + "ied", stem[:-1] + "ies") if stem.endswith("y") else ()
    return (verb, verb + "s", verb + "es", stem + "ed", stem + "ing", doubled + "ed", doubled + "ing", *ied)
