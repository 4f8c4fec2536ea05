"""What a headline would use: the figures and the events that make a story news."""

from __future__ import annotations

from collections.abc import Mapping
from math import log10
from types import MappingProxyType
from typing import Any

import pandas as pd

from core.frames.salience import prominence
from core.lexicon import meaning
from core.lexicon.event_types import KINDS

PEOPLE = meaning("people", "counted first")
"""Heads that a headline counts first: whoever was killed, hurt, found or freed."""

GRAVE = meaning("events", "grave")
"""Verbs that make a number news, before those of background."""

HEADLINE_KINDS = ("count", "percent", "money")
_NO_THINGS: Mapping[str, str] = MappingProxyType({})


def headline(figures: pd.DataFrame, most: int = 6, things: Mapping[str, str] = _NO_THINGS) -> pd.DataFrame:
    """At most ``most`` figures that a headline would use, best first, one for each thing counted.

    What was done to people comes first, then what is vouched for, placed, and told early in a document. ``things``
    names the thing counted by key of a figure (``doc:i``), where more is known of it than its noun.
    """
    told = figures[(figures["low"].notna() | figures["high"].notna()) & figures["kind"].isin(HEADLINE_KINDS)]
    ranked = sorted(((-_weight(row), index) for index, row in zip(told.index, told.to_dict("records"), strict=True)))
    chosen: list[object] = []
    named: set[str] = set()
    for weight, index in ranked:
        counted = _things(figures.loc[index], things)
        if weight < 0 and not counted & named:
            chosen.append(index)
            named |= counted
    return figures.loc[chosen[:most]]


def _things(row: Mapping[Any, Any], things: Mapping[str, str]) -> set[str]:
    """What a figure counts, for the headline: its noun, and what its words are known to stand for.

    Of people also what befell them, so that the dead do not hide the injured or the missing.
    """
    known = things.get(f"{row['doc']}:{row['i']}")
    noun = str(row["counted_head"] or row["unit"] or "").casefold()
    fate = KINDS[row["trigger"]].name if noun in PEOPLE and row["trigger"] in GRAVE & KINDS.keys() else ""
    return {f"{noun} {fate}", *([known] if known else [])}


def _weight(row: Mapping[Any, Any]) -> float:
    head = str(row["counted_head"] or "").casefold()
    value = row["low"] if row["low"] is not None else row["high"]
    weight = -1.0 if not head and row["kind"] == "count" else 0.0
    weight += _gravity(row["trigger"]) + 1.5 * (head in PEOPLE)
    weight += 1.0 * (row["kind"] == "money") + 0.5 * (row["speaker"] is not None) + 0.5 * bool(row["place_key"])
    weight += 0.5 * (value >= 10) - 1.0 * (value <= 1) - 0.5 * (row["bound"] == "vague") - 1.0 * bool(row["negated"])
    weight += 0.1 * log10(max(value, 1))  # of like figures the one that takes in the others
    return float(weight - 0.4 * min(row["start"] / 2000, 3.0))


def _gravity(trigger: object) -> float:
    """Of what befell somebody death weighs most."""
    kind = KINDS.get(str(trigger))
    return 1.5 + 0.2 * (kind.weight if kind else 0.0) if trigger in GRAVE else 0.0


def leading(events: pd.DataFrame, documents: pd.DataFrame, most: int = 5) -> pd.DataFrame:
    """At most ``most`` dated events that happened before the last document came out, in the order of their days.

    ``events`` are rows of :func:`core.event_coreference.gathered`: an event that several documents tell is there once.
    The most prominent are taken: what was done to people or places first, the fresh before the remembered.
    """
    published = documents["published"].dropna()
    today = None if published.empty else published.max()
    rows = events[events["earliest"].notna() & (events["status"] == "happened")].to_dict("index")
    past = {label: row for label, row in rows.items() if today is None or row["earliest"] <= today}
    ranked = sorted(past, key=lambda label: -prominence(past[label], today, past[label]["told_in"]))
    best = sorted(ranked[:most], key=lambda n: (past[n]["earliest"], past[n]["doc"], past[n]["start"]))
    return events.loc[best]
