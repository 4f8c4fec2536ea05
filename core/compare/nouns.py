"""Nouns of the news that name the same thing, and what they lie within (``synonyms.csv`` of the lexicon).

The table holds what an English dictionary gives as synonyms and what holds without exception: every soldier is a
person, but not every victim is dead. Columns: the thing, the wider thing it is always one of, what the noun itself says
was done ("fatality"), and the nouns' lemmas.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from core.lexicon import sheet


@dataclass(frozen=True, slots=True)
class Noun:
    """The thing a noun names, the wider thing (null where none is sure), and what the noun says was done to it."""

    thing: str
    within: str | None = None
    done: str | None = None


def noun(head: str, counted: str | None) -> Noun:
    """What a head noun names; a noun outside the table names itself.

    Args:
        head: lemma of what is counted.
        counted: the words themselves; their last one helps where the lemma is amiss ("graves" as "graf").
    """
    table = _table()
    last = (counted or "").rsplit(maxsplit=1)[-1:]
    spelled = [form for word in last for form in (word.casefold(), word.casefold().removesuffix("s"))]
    for form in (head.casefold(), *spelled):
        singular = form.removesuffix("men") + "man" if form.endswith("men") and form != "men" else form
        if singular in table:
            return table[singular]
    return Noun(head.casefold())


def family(thing: str) -> str:
    """The widest thing that a thing belongs to: what may be told beside it, though it is not the same."""
    if thing.rsplit(maxsplit=1)[-1] in ("body", "grave"):
        return "person"
    return _within().get(thing) or thing


@lru_cache(maxsize=1)
def _table() -> dict[str, Noun]:
    return {
        form: Noun(row["thing"], row["within"] or None, row["done"] or None)
        for row in sheet("synonyms")
        for form in row["nouns"].split()
    }


@lru_cache(maxsize=1)
def _within() -> dict[str, str]:
    return {row["thing"]: row["within"] for row in sheet("synonyms") if row["within"]}
