"""Offices beside names: "Kharkiv Governor X", "X, governor of Kharkiv"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from core.lexicon import meaning

_TITLES = meaning("titles", "title") | {"former", "prime"}
_LONGEST_ROLE = 12  # tokens
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx"})
_AGES = frozenset({"year", "years", "old"})
_DEPUTIES = frozenset({"vice", "deputy", "assistant", "acting", "former", "ex", "late"})
_PREPOSITIONS = frozenset("of to for in at on from with under".split())
_IN_ROLES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART"})
_PLAIN_PARTS = ("DET", "ADP", "SPACE")


def is_title(token: Token) -> bool:
    """Whether the word stands before names without being part of them."""
    return token.lower_.rstrip(".") in _TITLES


def role_beside(doc: Doc, first: int, end: int) -> str | None:
    """The office before the name at tokens ``first`` up to ``end``, or behind it."""
    return _role_before(doc, first, end) or _role_apposed(doc, first, end) or _role_behind(doc, end)


def office_of(role: str) -> str:
    """The noun that names the office: "governor" for "Kharkiv Governor" and "governor of Kharkiv".

    Its deputy has another office: "vice president".
    """
    words = role.lower().split()
    before = next((i for i, word in enumerate(words) if word in _PREPOSITIONS and i), len(words))
    if not words:
        return ""
    deputy = before > 1 and words[before - 2] in _DEPUTIES
    return f"{words[before - 2]} {words[before - 1]}" if deputy else words[before - 1]


def _role_before(doc: Doc, first: int, end: int) -> str | None:
    edge = max(doc[end - 1].left_edge.i, first - _LONGEST_ROLE)
    start = first
    while start > edge and not doc[start - 1].is_punct and doc[start - 1].pos_ not in ("VERB", "AUX", "SCONJ", "CCONJ"):
        start -= 1
    while start < first and (doc[start].pos_ in _PLAIN_PARTS or doc[start].tag_ in ("POS", "PRP$", "RB")):
        start += 1
    while start < first and (doc[start].like_num or doc[start].text == "-" or doc[start].lower_ in _AGES):
        start += 1  # "24-year-old"
    text = " ".join(doc[start:first].text.split())
    return None if not text or text.lower().rstrip(".") in _COURTESY else text


def _role_apposed(doc: Doc, first: int, end: int) -> str | None:
    """ "the mayor of Lodz, Hanna Zielinska, …": the office between the start of the phrase and the comma."""
    if not first or doc[first - 1].text != "," or end >= len(doc) or not doc[end].is_punct:
        return None
    start = first - 1
    while start and first - start < _LONGEST_ROLE and doc[start - 1].pos_ in _IN_ROLES and not doc[start - 1].is_space:
        start -= 1
    while start < first - 1 and doc[start].pos_ in _PLAIN_PARTS:
        start += 1
    words = doc[start : first - 1]
    return " ".join(words.text.split()) if any(is_title(t) and t.pos_ == "NOUN" for t in words) else None


def _role_behind(doc: Doc, end: int) -> str | None:
    for noun in doc[end - 1].children:
        if noun.dep_ == "appos" and noun.i > end and noun.pos_ == "NOUN":
            return _without_clause(noun)
    return None


def _without_clause(noun: Token) -> str | None:
    """The apposition up to the first comma or "who"."""
    doc, start = noun.doc, noun.left_edge.i
    limit = min(noun.right_edge.i + 1, start + _LONGEST_ROLE)
    stop = next((i for i in range(start, limit) if _ends_role(doc[i])), limit)
    while start < stop and doc[start].pos_ == "DET":
        start += 1
    while start < stop and doc[stop - 1].pos_ in _PLAIN_PARTS:  # cut short behind "of the"
        stop -= 1
    return " ".join(doc[start:stop].text.split()) or None


def _ends_role(token: Token) -> bool:
    return (token.is_punct and token.text not in "-'’") or token.tag_[:1] == "W"
