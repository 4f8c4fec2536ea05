"""Stretches of words that may be names: what the gazetteer is asked for, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.text.view import TextView

LONGEST = 7
"""TextView in a name, hyphens and dots counted: Saint-Pierre-et-Miquelon has seven."""

_INSIDE = frozenset(
    """of the and de del della di da do 's ’s dos das du des la le les las los el al an am im in on upon sur en aan den
    der het van von zu wa kwa bin ben y e es i au aux à na nad pod - – / ' ’ . & la-""".split()
)
_SITES = frozenset("airport airbase base bridge dam plant station refinery camp canal crossing".split())
_SITE_WORDS = _SITES | frozenset("nuclear power international air hydroelectric military refugee border steel".split())
_LONGEST_KIND = 3
"""Tokens of the kind word in small letters behind a name."""

ARTICLES = frozenset("al el ad ar as ash at az an l d".split())
_AFTER_DATELINE = frozenset({"(", "-", "–", "—", "--"})
Stretch = tuple[int, int]
_SMALL_OPENING = re.compile(r"[a-z]{0,2}['’‘`-][^\W\d_]")


def is_capital(word: str) -> bool:
    """Whether a word is written as a name is: Lviv, 'Ajman, d'Ivoire, el-Oued, КИЇВ."""
    return word[:1].isupper() or (not word.islower() and _SMALL_OPENING.match(word) is not None)


def starts_name(view: TextView, index: int) -> bool:
    """A capital, or the small Arabic article before a hyphen: al-Fashir."""
    if is_capital(view.words[index]):
        return True
    return view.words[index] in ARTICLES and view.lower_at(index + 1) in {"-", "’", "'"}


def stretches(view: TextView) -> Iterator[Stretch]:
    """All runs of at most ``LONGEST`` tokens that begin and end as a name does, within one sentence and line."""
    for start in range(len(view)):
        if starts_name(view, start) and view.lower[start] != "the":
            yield from _from(view, start)


def _from(view: TextView, start: int) -> Iterator[Stretch]:
    small = 0
    for end in range(start + 1, min(start + LONGEST, len(view)) + 1):
        word = view.words[end - 1]
        if end - 1 > start and view.opens[end - 1]:
            return
        if is_capital(word) or (end - 1 > start and word[0].isdigit()):
            small = 0
            yield (start, end + 1) if dotted(view, end) else (start, end)
            if view.lower_at(end) in _SITE_WORDS:
                yield from _with_site_word(view, start, end)
        elif word in _INSIDE or end - 1 == start or view.words[end - 2] in "-'’":
            small += 1
            if small > 3:
                return
        else:
            return


def _with_site_word(view: TextView, start: int, end: int) -> Iterator[Stretch]:
    """With the kind word in small letters that a newspaper adds: Heathrow airport, X nuclear power plant."""
    for last in range(end, min(end + _LONGEST_KIND, len(view))):
        word = view.words[last]
        if word in _SITES:
            yield start, last + 1
        if word not in _SITE_WORDS:
            return


def dotted(view: TextView, end: int) -> bool:
    """Whether the next token is the dot of an abbreviation that ends here: W.Va + . or, before a comma, Kan + ."""
    if view.lower_at(end) != "." or view.starts[end] != view.end_of(end - 1):
        return False
    last = view.words[end - 1]
    if "." in last or (len(last) <= 5 and view.lower_at(end + 1) == ","):
        return True
    in_dateline = end > 2 and view.words[end - 2] == "," and view.words[end - 3].isupper()
    return in_dateline and len(last) <= 5 and view.lower_at(end + 1) in _AFTER_DATELINE


def trimmed(view: TextView, start: int, end: int) -> Stretch:
    """The stretch without a leading article, a trailing possessive, punctuation and words in small letters."""
    while end - start > 1 and not (is_capital(view.words[end - 1]) or view.words[end - 1][0].isdigit()):
        if view.words[end - 1] == "." and "." in view.words[end - 2]:
            break
        end -= 1
    while end - start > 1 and (view.lower[start] == "the" or not starts_name(view, start)):
        start += 1
    return (start, end + 1) if dotted(view, end) else (start, end)
