"""Ages of people: quantities that are left out unless a caller asks for them."""

from __future__ import annotations

from spacy.tokens import Token

from core.figures.annotated_text import AnnotatedText
from core.figures.counted import Counted
from core.figures.labels import head_of_list
from core.figures.lexemes import Row
from core.figures.quantity import Quantity
from core.lexicon import meaning

_PEOPLE = meaning("people", "has age")
_AGENTS = ("er", "or", "ist", "ian", "man", "woman", "ee")
_NOT_AGENTS = meaning("people", "not a person")
_OLDEST = 120
"""Years; nobody is older."""

_LEAST_APPOSED = 10
"""Years; below, a number in commas behind a common noun is seldom an age."""

_PRONOUNS = (meaning("function_words", "personal pronoun") - {"it"}) | {"who"}
_AGE_WORDS = frozenset({"aged", "age", "ages"})


def is_age(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    """Whether a quantity tells how old somebody is; the age of a thing ("a 2,900-year-old site") is a duration."""
    row = annotated.row
    if quantity.old:
        return _is_of_person(annotated, quantity, noun)
    if quantity.unit is not None or quantity.amount.scale > 1:
        return False
    first = head_of_list(row, quantity.first)  # "aged 7 and 9"
    if row[first - 1].word == "to" and row[first - 2].kind == "number":
        first -= 2
    before = row[first - 1].word
    if before in _AGE_WORDS or (before == "of" and row[quantity.first - 2].word in _AGE_WORDS):
        return True
    counts = noun is not None and annotated.view.doc[noun.head].tag_ == "NNS"
    if not counts and before in ("under", "over") and row[quantity.first - 2].word.removesuffix("s") in _PEOPLE:
        return True
    return quantity.amount.low <= _OLDEST and (
        _is_apposed(annotated, quantity) or _is_said_of_person(annotated, quantity, noun)
    )


def _is_of_person(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    if abs(quantity.low) > _OLDEST:
        return False
    if noun is not None:
        return is_person(annotated.view.doc[noun.head])
    if annotated.row[quantity.last - 1].word in ("age", "olds"):
        return True
    first, last = annotated.view.tokens(*annotated.span(quantity.first, quantity.last))
    root = annotated.view.doc[annotated.view.span_head(first, last)]
    if root.dep_ in ("acomp", "attr", "npadvmod", "advmod", "amod", "ROOT"):
        subject = next((c for c in root.head.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return is_person(subject)
        if root.dep_ == "amod":
            return is_person(root.head)
    return root.dep_ not in ("acomp", "attr")


def is_person(token: Token) -> bool:
    """Whether a word names a human being: a name, a pronoun, or a noun known for it or with its ending."""
    lemma = token.lemma_.lower()
    if token.lower_ in _PRONOUNS or lemma in _PEOPLE or token.ent_type_ == "PERSON":
        return True
    return token.tag_ == "NN" and lemma.endswith(_AGENTS) and lemma not in _NOT_AGENTS


def _is_apposed(annotated: AnnotatedText, quantity: Quantity) -> bool:
    """ "Anna Moroz, 41, said", "(Pavlo, 7)", "three men, 24, 31 and 45, were held"."""
    row, i = annotated.row, head_of_list(annotated.row, quantity.first)
    last = _end_of_list(row, quantity.last)
    if (
        quantity.amount.form != "digits"
        or row[i - 1].word not in (",", "(")
        or row[last].word not in (",", ".", ")", ";")
    ):
        return False
    if row[last].word == "," and row[last + 1].kind == "number":
        return False
    name = row[i - 2]
    if name.kind != "word" or quantity.amount.low < 1:
        return False
    closed = row[last].word in (",", ")") and quantity.amount.low >= _LEAST_APPOSED
    return row.text[name.start].isupper() or (closed and _lemma_at(annotated, name.start) in _PEOPLE)


def _lemma_at(annotated: AnnotatedText, offset: int) -> str:
    return annotated.view.doc[annotated.view.token_at(offset)].lemma_.lower()


def _end_of_list(row: Row, last: int) -> int:
    """The lexeme after a list of numbers that ends in "and": "24, 31 and 45"."""
    end = last
    while row[end].word in (",", "and") and row[end + 1].kind == "number" and row.adjoins(end) and row.adjoins(end + 1):
        end += 2
        if row[end - 2].word == "and":
            return end
    return last


def _is_said_of_person(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    """ "He will be 35", "she turned 18"."""
    if noun is not None or quantity.between:
        return False
    first, last = annotated.view.tokens(*annotated.span(*quantity.number))
    root = annotated.view.doc[annotated.view.span_head(first, last)]
    if root.head.lemma_ not in ("be", "turn") or root.dep_ not in ("attr", "dobj", "acomp", "oprd", "npadvmod"):
        return False
    subject = next((c for c in root.head.lefts if c.dep_ == "nsubj"), None)
    return subject is not None and subject.lower_ in ("i", "he", "she", "who")
