"""Whether a number is the whole, a part of another number, more on top of one, or a change."""

from __future__ import annotations

import re
from typing import Literal

Share = Literal["whole", "part", "more", "change"]

_CHANGED_NEAR = 60
"""Characters before a number in which a verb of change makes "by" the size of a change."""

_REACH = 80
"""Characters behind a number in which its length of time may be told."""

_VICTIMS = "(?:dead|wounded|injured|missing|victims|killed|survivors|total)"
_PART_BEFORE = re.compile(
    r"(?<!\w)(?=[iao])(?:(?:including|among (?:them|those|whom)|of (?:them|these|those|whom|which)),? ?|included )$"
    rf"|^\s*+(?:of|among) (?:them|these|those|whom|the {_VICTIMS})\b",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\s?(?:[a-z]{1,15} )?of (?:them|these|those|whom|which|(?:the|these|those|its|their) (?:[\w’'-]{1,20} )?\d[\d,.]*)"
    rf"|\s?of the {_VICTIMS}",
    re.IGNORECASE,
)
_PART_WITHIN = re.compile(
    r"\bof (?:them|whom|which|(?:the|these|those|its|their) "
    r"|(?<!tens of )(?<!hundreds of )(?<!thousands of )(?<!millions of )(?:at least |about |some |more than |nearly )?"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b))",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:(?:another|additional|further|extra|new)\b|(?<!than )\w++ more\b(?! than))", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s?(?:others|more|another)\b(?! than)", re.IGNORECASE)
_MORE_BEFORE = re.compile(r"\b(?:another|additional|further|extra|a further|an additional) $", re.IGNORECASE)
_BY_BEFORE = re.compile(r"\bby (?:\w{1,15} )?$", re.IGNORECASE)
_CHANGING = re.compile(
    r"\b(?:r[oi]se|fell|fall|grew|grow|increased?|decreased?|dropped|up|down|declined)\b", re.IGNORECASE
)
_REACHED = re.compile(r"\b(?:to|at|from) (?:\w{1,15} ){0,2}$", re.IGNORECASE)


def share_of(within: str, before: str, after: str, change: str | None) -> Share:
    """What a number is of the thing it counts, by the words around it.

    "17 of them", "including three children": a part. "Another 12", "12 more": on top. "Rose by 4": a change; the
    value that something rose to is the whole.
    """
    if _PART_BEFORE.search(before) or _PART_AFTER.match(after) or _PART_WITHIN.search(within):
        return "part"
    if _MORE.search(within) or _MORE_AFTER.match(after) or _MORE_BEFORE.search(before):
        return "more"
    if change is not None and not _REACHED.search(before):
        return "change"
    return "change" if _BY_BEFORE.search(before) and _CHANGING.search(before[-_CHANGED_NEAR:]) else "whole"


_PERIOD = re.compile(
    r"(?<!\w)(?=[adefhimopwy])"  # one look ahead saves twenty tries at every other letter
    r"(?:(?:in|over|during|within|for) (?:the |a |this |)(?:last|past|previous|preceding|single|) ?"
    r"(?P<length>(?:\w{1,12} )?(?:hour|day|week|month|year|decade)s?)"
    r"|(?:a|per|each|every) (?P<each>hour|day|night|week|month|year)"
    r"|(?P<adverb>hourly|daily|weekly|monthly|yearly|annually|overnight))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:()“”\"–—]|, (?:and|but|while|with)\b|\band\b")


def period_of(within: str, after: str) -> str | None:
    """The length of time that a number is for, where the text limits it: "31 deaths in the last 24 hours"."""
    found = _PERIOD.search(within) or _PERIOD.search(_CLAUSE.split(after)[0][:_REACH])
    if not found:
        return None
    words = (found["length"] or found["each"] or found["adverb"]).casefold()
    return {"24 hours": "day", "one day": "day", "daily": "day", "one year": "year"}.get(words, words)
