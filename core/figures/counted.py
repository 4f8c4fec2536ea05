"""What a number counts: the noun it modifies with its modifiers, "of" phrases, and nouns said before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from core.figures.plurals import singular
from core.lexicon import meaning
from core.text.view import TextView

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIER_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "RB", "RBS", "CD"}) | _NOUN_TAGS
_NUMERAL_DEPS = frozenset({"nummod", "compound", "quantmod", "amod", "nmod", "npadvmod", "det", "advmod", "punct"})
_SKIPPED = (
    meaning("function_words", "article", "possessive")
    | meaning("numbers", "added")
    | {"these", "those", "all", "such", "more", "+", "-"}
)
_BETWEEN = _SKIPPED | {"and", ",", "/"}
_PRONOUNS = frozenset({"them", "which", "whom"})
_POINTERS = frozenset({"these", "those", "this"})
_DETERMINERS = frozenset({"DT", "PRP$", "WDT"})
_TIMES = meaning("time", "unit") | {"season", "half", "term"}
_NUMBERS = frozenset({"number", "toll", "count", "tally", "total", "crowd"})
_OWN_NOUNS = frozenset({"toll", "crowd"})
_EXTENTS = frozenset("high long wide tall deep thick strong".split())
"""What a measure is told of: "30 metres high" counts no highs."""

_STATES = frozenset("dead injured wounded missing hurt killed arrested detained displaced homeless".split())
"""People named by what became of them: "3 dead and 14 injured"."""

FARTHEST = 8
"""Tokens between a number and the noun it counts."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Tokens ``first`` to ``head`` (inclusive) name what is counted; ``apart`` where they do not follow the number."""

    first: int
    head: int
    apart: bool = False


def directly(view: TextView, first: int, last: int, limit: int) -> Counted | None:
    """The noun to the right that the number or unit at ``first`` to ``last`` modifies: "two border posts".

    ``limit`` is the end of the sentence.
    """
    doc = view.doc
    if last >= limit or doc[last].lower_ in ("and", "or", ","):
        return None
    if doc[last].lower_ == "times" and doc[last].tag_ == "NNS":  # "8 times earnings"
        return Counted(last, last)
    if doc[last].is_punct and doc[last - 1].whitespace_:
        return None
    head = _modified(view, first, last)
    if head is not None and last <= head < min(limit, last + FARTHEST) and _unbroken(doc, last, head):
        return _complete(doc, last, head, limit)
    return _next_noun(doc, last, limit)


def _modified(view: TextView, first: int, last: int) -> int | None:
    """The noun that the parser hangs a number on, over further numerals ("$ 5 million")."""
    root = view.doc[view.span_head(first, last)]
    head = root.head
    for _ in range(3):
        if head.i >= last or head.head.i == head.i or head.dep_ not in _NUMERAL_DEPS:
            break
        head = head.head
    return int(head.i) if root.dep_ in _NUMERAL_DEPS and head.tag_ in _NOUN_TAGS else None


def _complete(doc: Doc, first: int, head: int, limit: int) -> Counted | None:
    """Modifiers and noun, drawn out over further nouns of the same name ("post" → "border posts")."""
    while head + 1 < limit and doc[head + 1].tag_ in _NOUN_TAGS and doc[head].dep_ in ("compound", "nmod"):
        head += 1
    while first < head and doc[first].lower_ in _SKIPPED:
        first += 1
    first = _past_its_number(doc, first, head)
    return None if doc[head].lower_ in _EXTENTS else Counted(first, head)


def _past_its_number(doc: Doc, first: int, head: int) -> int:
    """In "226 of 450 deputies" the deputies are counted; "30% acid" keeps what its number belongs to."""
    last = first
    while last < head and doc[last].tag_ == "CD":
        last += 1
    return last if last > first and doc[last - 1].head.i == head and doc[last].tag_ not in ("HYPH", "$") else first


def _next_noun(doc: Doc, first: int, limit: int) -> Counted | None:
    """The first unbroken row of modifiers that ends in a noun, where the parser sees no link."""
    i, noun = first, None
    while i < min(limit, first + FARTHEST):
        token = doc[i]
        if token.is_punct and doc[i - 1].whitespace_:  # a dash, not a hyphen
            break
        if token.tag_ in _NOUN_TAGS:
            noun = i
        elif noun is not None or not _may_modify(token, at_start=i == first):
            break
        i += 1
    if noun is None:
        return None
    return _complete(doc, first, noun, limit)


def _may_modify(token: Token, at_start: bool) -> bool:
    """Whether a token may stand between a number and its noun; a participle only where it modifies ("freed men")."""
    if at_start and token.tag_ in ("VBG", "VBN") and token.dep_ not in ("amod", "compound"):
        return False
    return token.tag_ in _MODIFIER_TAGS and token.tag_ not in ("POS", "CD")


def after_preposition(doc: Doc, last: int, limit: int, prepositions: frozenset[str]) -> Counted | None:
    """The noun phrase behind "of", or for money "in": "60 percent of the voters", "$5 million in farm aid"."""
    if last + 1 >= limit or doc[last].lower_ not in prepositions:
        return None
    first = last + 1
    if doc[last].lower_ == "in" and (doc[first].tag_ in _DETERMINERS or doc[first].tag_ == "CD"):
        return None  # "in the first year" tells when
    while first < limit - 1 and doc[first].lower_ in _SKIPPED:
        first += 1
    if of_pronoun(doc, last, limit):
        return None
    head = _object_of(doc[last], limit)
    if head is not None and doc[last].lower_ == "in" and doc[head].lemma_.lower() in _TIMES:
        return None
    if head is not None and first <= head < first + FARTHEST and _unbroken(doc, first, head):
        return _complete(doc, first, head, limit)
    return _next_noun(doc, first, limit)


def _object_of(preposition: Token, limit: int) -> int | None:
    for child in preposition.rights:
        if child.dep_ == "pobj" and child.i < limit and child.tag_ in _NOUN_TAGS:
            return int(child.i)
    return None


def _unbroken(doc: Doc, first: int, head: int) -> bool:
    return all(doc[i].tag_ in _MODIFIER_TAGS or doc[i].lower_ in _BETWEEN for i in range(first, head))


def of_pronoun(doc: Doc, last: int, limit: int) -> bool:
    """Whether "of them", "of which", "of those" follows."""
    if last + 1 >= limit or doc[last].lower_ != "of":
        return False
    pronoun = doc[last + 1]
    return pronoun.lower_ in _PRONOUNS or (pronoun.lower_ in _POINTERS and pronoun.dep_ == "pobj")


def of_them(doc: Doc, last: int, limit: int) -> Counted | None:
    """ "12 of them women": the noun behind the pronoun, where it stands alone."""
    first = last + 2
    if first >= limit or doc[first].tag_ not in ("NNS", "JJ") or doc[first].dep_ in ("nsubj", "dobj"):
        return None
    noun = _next_noun(doc, first, limit)
    ends = noun is not None and (
        noun.head + 1 >= limit or doc[noun.head + 1].is_punct or doc[noun.head + 1].tag_ == "CC"
    )
    return Counted(noun.first, noun.head, apart=True) if noun and ends and doc[noun.head].tag_ == "NNS" else None


def behind_determiner(doc: Doc, last: int, limit: int) -> Counted | None:
    """ "half the crew", "half its wells"."""
    if last + 1 >= limit or doc[last].tag_ not in _DETERMINERS:
        return None
    return _next_noun(doc, last + 1, limit)


def complement(doc: Doc, last: int, limit: int) -> Counted | None:
    """ "17 were children": the noun that the verb be says of a number that stands alone."""
    if last + 1 >= limit or doc[last].lemma_ != "be":
        return None
    noun = _next_noun(doc, last + 1, limit)
    return Counted(noun.first, noun.head, apart=True) if noun and doc[noun.head].tag_ == "NNS" else None


def of_numbered(view: TextView, first: int, last: int) -> Counted | None:
    """ "The number of cases fell to 12", "put the death toll at 45": what the number or toll told of counts."""
    doc, token = view.doc, view.span_head(first, last)
    told = [c for c in doc[view.verb_above(token, 4)].children if c.i < token and c.lemma_.lower() in _NUMBERS]
    named = next((c for c in told if c.dep_ in ("nsubj", "nsubjpass", "dobj")), None)
    of = next((c for c in named.children if c.lower_ == "of"), None) if named is not None else None
    noun = next((c for c in of.children if c.dep_ == "pobj" and c.pos_ != "PRON"), None) if of is not None else None
    if noun is None:
        noun = named if named is not None and named.lemma_.lower() in _OWN_NOUNS else None
    found = _complete(doc, noun.left_edge.i, noun.i, noun.i + 1) if noun is not None else None
    return replace(found, apart=True) if found is not None else None


def in_state(doc: Doc, last: int, limit: int) -> Counted | None:
    """ "3 dead", "11 wounded": the state of the people counted."""
    return Counted(last, last) if last < limit and doc[last].lower_ in _STATES else None


def hyphened(doc: Doc, last: int, limit: int) -> Counted | None:
    """ "three-member panel": the noun that a hyphen ties to the number."""
    first = last + 1 if doc[last].text in ("-", "–", "‑") else last
    if first >= limit:
        return None
    if doc[first].tag_ in _NOUN_TAGS or doc[first].tag_ == "JJ":
        return Counted(first, first)
    return _next_noun(doc, first, limit)


def head_of(doc: Doc, noun: Counted) -> str:
    """The lemma of what is counted, in lower case; names of peoples in the singular."""
    token = doc[noun.head]
    lemma = singular(token.lower_, token.lemma_.lower())
    return lemma[:-1] if token.tag_ == "NNPS" and lemma.endswith("s") and len(lemma) > 3 else lemma
