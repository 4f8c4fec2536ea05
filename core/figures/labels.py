"""Numbers that name: articles and sections, models, indices, leagues; and "those two"."""

from __future__ import annotations

from spacy.tokens import Token

from core.figures.annotated_text import AnnotatedText
from core.figures.counted import Counted
from core.figures.lexemes import Row
from core.figures.quantity import Quantity
from core.lexicon import meaning

_LABELS = meaning("labels", "numbered")
_BEFORE_PLURALS = meaning("labels", "numbered before a plural")
"""Labels that number even what stands in the plural: "Category 4 hurricanes"."""

_SHORTENED = meaning("labels", "shortened")
_LONGEST_LIST = 6
"""Numbers in one list behind one label: "chapters 3, 4 and 5"."""

_MOST_POINTED_AT = 10
"""So many at most stand alone behind "the" or "those": "those two"."""

_NUMBERED = frozenset({"block", "index"})
_POINTING = frozenset("the these those first last all other next and ,".split())
_BAKERS = frozenset(("baker", mark, "s", "dozen") for mark in "'’")
_ENDS_OF_LISTS = frozenset("top bottom last first final".split())
_NAMES = frozenset({"NNP", "NNPS", "NN"})


def is_label(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    """Whether a number names what stands beside it: "Article 5", "Boeing 747", "Channel Four", "those two"."""
    row, first = annotated.row, quantity.first
    if noun is None and (row.words(first - 3, 4) in _BAKERS or _is_group(row, first)):
        return True
    if quantity.amount.scale > 1 or quantity.amount.form not in ("digits", "words"):
        return False
    if quantity.sign < 0 and row[first].word != "minus":
        return True
    if noun is None and _stands_alone(row, quantity):
        return True
    if noun is not None and _is_numbered(annotated.view.doc[noun.head]) and quantity.low > 1:
        return True
    if quantity.amount.form == "words" and not row.text[row[first].start].isupper():
        return False
    return _follows_label(annotated, quantity, noun) or _is_model_behind_number(annotated, quantity, noun)


def is_in_name(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    """ "the Group of Seven", "the Thirty Years War": a number in words with a capital inside a sentence."""
    row, first = annotated.row, quantity.first
    if quantity.amount.form != "words" or not row.text[row[first].start].isupper():
        return False
    before = row[first - 2 if row[first - 1].word == "of" else first - 1]
    if annotated.view.doc[annotated.view.token_at(row[first].start)].is_sent_start or before.kind != "word":
        return False
    named = row.text[before.start].isupper() and row.adjoins(first)
    if noun is None:
        return named
    return before.word == "the" and before.start >= 0 and annotated.view.doc[noun.head].text[0].isupper()


def _goes_on(row: Row, quantity: Quantity) -> bool:
    """ "the Pixel 8 Pro and 8 Pro Fold": joined to a name."""
    name = row[quantity.first - 2]
    joined = row[quantity.first - 1].word in ("and", "or") and name.kind == "word"
    return joined and row.text[name.start].isupper() and row[quantity.first - 3].kind == "number"


def _is_group(row: Row, first: int) -> bool:
    """ "the Group of 77": a body whose name ends in how many it once had."""
    return row.words(first - 2, 2) == ("group", "of") and row.text[row[first - 2].start].isupper()


def _is_numbered(head: Token) -> bool:
    return head.tag_ == "NN" and head.lemma_ in _NUMBERED


def _follows_label(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    """Whether the word before is one that is numbered, or a name: "page 14", "No. 3", "iPhone 14"."""
    row, first = annotated.row, head_of_list(annotated.row, quantity.first)
    dotted = row[first - 1].word == "." and row[first - 2].word in _SHORTENED
    label = row[first - 2 if dotted else first - 1]
    counts = noun is not None and annotated.view.doc[noun.head].tag_ in ("NNS", "NNPS")
    if dotted and not counts:
        return True
    if not row.adjoins(first, 2) or label.kind != "word" or annotated.ends_mention(label.end):
        return False
    token, written = annotated.view.doc[annotated.view.token_at(label.start)], row.text[label.start : label.end]
    camel = not (written.islower() or written.isupper() or written.istitle())
    opens = token.is_sent_start and (noun is not None or token.tag_ not in _NAMES or quantity.amount.form == "words")
    capital = camel or (written[0].isupper() and not opens)
    if label.word in _LABELS and (not counts or capital or label.word in _BEFORE_PLURALS):
        return label.word != "no" or dotted
    named = camel or token.tag_ in _NAMES or (noun is None and token.tag_ == "JJ")
    return capital and named and (not counts or _names_it(token, annotated, quantity, noun))


def head_of_list(row: Row, first: int) -> int:
    """The first number of a list: "chapters 3, 4 and 5", "Apollo 11 and 12", "aged 7, 9, and 11"."""
    for _ in range(_LONGEST_LIST):
        joint = first - 1
        if row[joint].word in ("and", "or") and row[joint - 1].word == ",":
            joint -= 1
        joined = row[joint].word in ("and", "or", ",", "&", "/") and row[joint - 1].kind == "number"
        if not joined or not all(row.adjoins(i) for i in range(joint, first + 1)):
            break
        first = joint - 1
    return first


def _stands_alone(row: Row, quantity: Quantity) -> bool:
    """ "the top three", "those two", "Standard & Poor's 500", "split 4 to 1"."""
    before = row[quantity.first - 1].word
    return before in _ENDS_OF_LISTS or before == "s" or _points_back(row, quantity) or _is_odds(row, quantity)


def _points_back(row: Row, quantity: Quantity) -> bool:
    """ "those two", "the three", "and two, his language"."""
    if quantity.amount.form != "words" or quantity.low > _MOST_POINTED_AT or not row.adjoins(quantity.first):
        return False
    before = row[quantity.first - 1].word
    return before in _POINTING and (before not in ("and", ",") or row[quantity.last].word == ",")


def _is_odds(row: Row, quantity: Quantity) -> bool:
    i, last = quantity.first, quantity.last
    if row.words(last, 2) in (("to", "1"), ("to", "one")):
        return True
    return row[i - 1].word == "to" and quantity.low == 1 and row[i - 2].kind in ("number", "word")


def _names_it(token: Token, annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    """Whether the name before the number belongs to it or to the noun behind: "Boeing 747 jets"."""
    first, _ = annotated.view.tokens(*annotated.span(*quantity.number))
    return noun is not None and token.dep_ in ("compound", "nmod", "amod") and first <= token.head.i <= noun.head


def _is_model_behind_number(annotated: AnnotatedText, quantity: Quantity, noun: Counted | None) -> bool:
    """ "two new 320 Neo jets", "the 911 Turbo": the noun is counted already, or one thing is named."""
    if quantity.amount.form != "digits" or noun is None:
        return False
    doc = annotated.view.doc
    first, _ = annotated.view.tokens(*annotated.span(*quantity.number))
    head = doc[noun.head]
    before = annotated.row[quantity.first - 1].word
    capital = doc[noun.first].text[0].isupper() and head.text[0].isupper() and head.tag_ in ("NN", "NNP")
    if capital and quantity.low > 1 and (before == "own" or _goes_on(annotated.row, quantity)):
        return True
    if any(child.tag_ == "CD" and child.i < first and child.dep_ == "nummod" for child in head.lefts):
        return True
    determined = any(child.tag_ in ("DT", "PRP$") or child.dep_ == "poss" for child in head.lefts if child.i < first)
    return determined and doc[noun.first].tag_ == "NNP" and head.tag_ == "NNP"
