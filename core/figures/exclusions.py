"""Numbers that are no figures: dates, clock times, labels of models and sections, scores, addresses, pronouns."""

from __future__ import annotations

from spacy.tokens import Token

from core.figures.counted import Counted
from core.figures.lexemes import HYPHENS, Row
from core.figures.quantities import Quantity
from core.figures.reading import Reading

_LABELS = frozenset(
    "article articles section sections chapter chapters page pages paragraph paragraphs clause clauses no nos number "
    "numbers nr verse volume vol issue issues edition figure fig table exhibit count channel room gate terminal flight "
    "exit highway route interstate road line platform unit apartment apt suite box bus train district precinct ward "
    "zone area sector block lot phase stage level grade category type class tier form group division league brigade "
    "battalion regiment squadron game week day round part act scene episode season series lap hole seed proposition "
    "prop measure resolution protocol rule title amendment appendix version model mark mk order docket case file bill "
    "directive regulation schedule code psalm generation step option variant point item question lesson task "
    "tel telephone phone fax ext extension hotline whatsapp isbn issn id pin zip po".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec".split()
)
_STREETS = frozenset(
    "street st road rd avenue ave av boulevard blvd lane ln drive dr way court ct square sq place pl terrace crescent "
    "highway parkway hill gardens grove close row wharf quay".split()
)
_YEAR_BEFORE = frozenset(
    "in since of by from until till during early late mid before after for to between and through fiscal circa "
    "january february march april may june july august september october november december spring summer autumn fall "
    "winter election cup championship olympics games the year years".split()
)
_NOT_LABELS = frozenset("sub now minus plus".split())
_SCORE_NOUNS = frozenset(
    "win victory defeat loss draw lead vote decision tie scoreline record triumph thrashing".split()
)
_SCORE_VERBS = frozenset("win lose beat draw defeat trail lead vote edge thrash".split())
_ONE_IDIOMS = frozenset("another off way sided stop self by".split())
_TIMES_OF_DAY = frozenset("am pm o".split())


def is_no_figure(reading: Reading, quantity: Quantity, noun: Counted | None) -> bool:
    """Whether a number is something else than a quantity.

    Args:
        reading: the text.
        quantity: the number with its unit.
        noun: what it would count, where the grammar shows a noun.
    """
    row = reading.row
    return (
        _is_glued(row, quantity)
        or _is_clock_time(row, quantity)
        or _is_score(row, quantity)
        or (
            quantity.unit is None
            and (
                _is_label(reading, quantity, noun)
                or _is_year(row, quantity, noun)
                or _is_address(row, quantity)
                or _is_list_number(row, quantity)
                or _is_pronoun_one(row, quantity, noun)
            )
        )
    )


def _is_glued(row: Row, quantity: Quantity) -> bool:
    """Part of a longer sign: T-72, XC40, 3s, 24/7, 555-1234, #5."""
    text = row.text
    start, end = row[quantity.first].start, row[quantity.last - 1].end
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before.isalnum() or (before and before in "#@_\\") or after.isalnum() or (after and after in "_@"):
        return True
    if quantity.amount.form != "digits":
        return False
    if after and after in "-‐‑–/:'’" and text[end + 1 : end + 2].isdigit():
        return True
    if quantity.unit is None and _is_in_row(row, quantity):
        return True
    if quantity.unit is None and quantity.last - quantity.first == 1 and end - start > 9 and text[start:end].isdigit():
        return True  # an identifier
    return bool(before and before in "-‐‑–/:'’") and _is_tail(row, quantity)


def _is_in_row(row: Row, quantity: Quantity) -> bool:
    """ "+44 20 7946 0958": bare numbers one behind the other."""
    first, last = quantity.first, quantity.last
    before = row[first - 1].kind == "number" and row.adjoins(first)
    after = row[last].kind == "number" and row.adjoins(last)
    return (before and after) or (quantity.sign > 0 and after) or (before and row[first - 2].kind in ("number", "mark"))


def _is_tail(row: Row, quantity: Quantity) -> bool:
    """Whether a sign before the number ties it to a word or number: "COVID-19", "9/11"."""
    beyond = row[quantity.first - 2]
    tied = beyond.end == row[quantity.first - 1].start and beyond.kind in ("word", "number")
    return tied and beyond.word not in _NOT_LABELS and not (quantity.unit and row[quantity.first - 1].word == "/")


def _is_clock_time(row: Row, quantity: Quantity) -> bool:
    """ "10.45pm", "5 a.m.", "nine o'clock"."""
    i = quantity.number[1]
    if quantity.amount.low > 24 or not row.adjoins(i):
        return False
    return (
        row[i].word in ("am", "pm")
        or row.words(i, 3) in (("a", ".", "m"), ("p", ".", "m"), ("o", "’", "clock"))
        or (row.words(i, 3) == ("o", "'", "clock"))
    )


def _is_score(row: Row, quantity: Quantity) -> bool:
    """ "2-0" is glued already; here "a 2-3 defeat", and 555-1234, which is a telephone number."""
    if not quantity.between or quantity.unit is not None or quantity.ends is None:
        return False
    if row[quantity.number[1]].word in _SCORE_NOUNS:
        return True
    hyphen = row[quantity.number[0] + 1].word in HYPHENS
    return hyphen and len(row[quantity.number[0]].word) == 3 and len(row[quantity.number[1] - 1].word) == 4


def _is_label(reading: Reading, quantity: Quantity, noun: Counted | None) -> bool:
    """The number of an article, a model, an index, a league: "Article 5", "Boeing 747", "Channel Four"."""
    row, doc = reading.row, reading.doc
    if quantity.amount.scale > 1 or quantity.amount.form not in ("digits", "words"):
        return False
    first = quantity.first
    number = row.text[row[first].start]
    if row[first].word == "dozen" and row[first - 1].word == "s":  # a baker's dozen
        return True
    before = (
        first - 2 if row[first - 1].word == "." and row[first - 2].word in ("no", "nos", "art", "sec") else first - 1
    )
    label = row[before]
    if quantity.sign < 0 and row[first].word != "minus":
        return True
    if noun is None and (label.word in _ENDS_OF_LISTS or _is_anaphor(row, quantity) or _is_index(row, quantity)):
        return True
    if noun is not None and doc[noun.head].lemma_ in _NUMBERED and doc[noun.head].tag_ == "NN" and quantity.low > 1:
        return True
    if not row.adjoins(first, 2) or label.kind != "word":
        return False
    if quantity.amount.form == "words" and not number.isupper():
        return False
    token = doc[reading.token_at(label.start)]
    follows_place = reading.ends_mention(label.end)
    written = row.text[label.start : label.end]
    camel = not written.islower() and not written.isupper() and not written.istitle()
    capital = camel or (written[0].isupper() and not token.is_sent_start)
    counts = noun is not None and doc[noun.head].tag_ in ("NNS", "NNPS") and not follows_place
    if label.word in _LABELS and (not counts or capital or label.word in _GRADES) and not follows_place:
        return (label.word != "no") or before != first - 1
    if follows_place:
        return False
    if capital and (camel or token.tag_ in _NAMES):
        return not counts or _names_it(token, reading, quantity, noun)
    return _is_model_behind_number(reading, quantity, noun)


_NUMBERED = frozenset({"block", "index"})
_POINTING = frozenset("the these those first last all other next and ,".split())
_NAMES = frozenset({"NNP", "NNPS", "NN"})
_ENDS_OF_LISTS = frozenset("top bottom last first final".split())
_GRADES = frozenset("category grade type level stage class phase tier no nos".split())


def _is_anaphor(row: Row, quantity: Quantity) -> bool:
    """ "those two", "the three", "and two, his language"."""
    if quantity.amount.form != "words" or quantity.low > 10 or not row.adjoins(quantity.first):
        return False
    before = row[quantity.first - 1].word
    return before in _POINTING and (before not in ("and", ",") or row[quantity.last].word == ",")


def _is_index(row: Row, quantity: Quantity) -> bool:
    """ "Standard & Poor's 500", "split 4 to 1"."""
    i, last = quantity.first, quantity.last
    if row[i - 1].word == "s" and row[i - 2].word in ("'", "’") and quantity.amount.form == "digits":
        return True
    odds = row.words(last, 2) in (("to", "1"), ("to", "one")) or (row.words(i - 1, 1) == ("to",) and quantity.low == 1)
    return odds and row[i - 2].kind in ("number", "word")


def _names_it(token: Token, reading: Reading, quantity: Quantity, noun: Counted | None) -> bool:
    """Whether the name before the number belongs to it or to the noun behind: "Boeing 747 jets"."""
    first, last = reading.tokens(*reading.span(*quantity.number))
    return noun is not None and token.dep_ in ("compound", "nmod", "amod") and first <= token.head.i <= noun.head


def _is_model_behind_number(reading: Reading, quantity: Quantity, noun: Counted | None) -> bool:
    """ "two new 737 Max jets", "the 787 Dreamliner": the noun is counted already, or one thing is named."""
    if quantity.amount.form != "digits" or noun is None:
        return False
    doc = reading.doc
    first, _ = reading.tokens(*reading.span(*quantity.number))
    head = doc[noun.head]
    if any(child.tag_ == "CD" and child.i < first and child.dep_ == "nummod" for child in head.lefts):
        return True
    determined = any(child.tag_ in ("DT", "PRP$") or child.dep_ == "poss" for child in head.lefts if child.i < first)
    return determined and doc[noun.first].tag_ == "NNP" and head.tag_ == "NNP"


def _is_year(row: Row, quantity: Quantity, noun: Counted | None) -> bool:
    literal = row[quantity.number[0]].word
    if _is_day(row, quantity):
        return True
    if quantity.between and quantity.ends is not None:
        return all(_is_year(row, end, noun) for end in quantity.ends)
    if quantity.last - quantity.number[0] != 1 or len(literal) != 4 or not literal.isdigit():
        return False
    if not 1500 <= int(literal) <= 2100:
        return False
    return noun is None or (row[quantity.first - 1].word in _YEAR_BEFORE and row.adjoins(quantity.first))


def _is_day(row: Row, quantity: Quantity) -> bool:
    """ "Sept. 30", "1 May", where no date was read."""
    if quantity.amount.form != "digits" or not 1 <= quantity.low <= 31 or quantity.between:
        return False
    before = quantity.first - 2 if row[quantity.first - 1].word == "." else quantity.first - 1
    if row[before].word in _MONTHS and row.adjoins(quantity.first):
        return True
    return row[quantity.last].word in _MONTHS and row.adjoins(quantity.last) and row[quantity.last + 1].word != "be"


def _is_address(row: Row, quantity: Quantity) -> bool:
    """ "575 Wilbraham Road", "9 E 71st Street", "16-18 Industrial Avenue"."""
    if quantity.amount.form != "digits" or quantity.amount.scale > 1:
        return False
    for i in range(quantity.last, quantity.last + 5):
        lexeme = row[i]
        if not row.adjoins(i) or (lexeme.kind == "mark" and lexeme.word != "."):
            return False
        if i > quantity.last or lexeme.word in ("ave", "rue"):
            if lexeme.word in _STREETS and row.text[lexeme.start].isupper():
                return True
        if lexeme.kind == "word" and row.text[lexeme.start].islower() and lexeme.word not in ("st", "nd", "rd", "th"):
            return False
    return False


def _is_list_number(row: Row, quantity: Quantity) -> bool:
    """ "1." or "2)" at the head of a line, "[12]", "(3)"."""
    i, last = quantity.first, quantity.last
    if quantity.amount.form != "digits" or last - i != 1 or len(row[i].word) > 3:
        return False
    before, after = row[i - 1], row[last]
    enclosed = before.word in ("(", "[") and before.end == row[i].start
    if enclosed and after.word in (")", "]") and after.start == row[i].end:
        return True
    at_head = i == 0 or "\n" in row.text[before.end : row[i].start]
    closes = after.word in (".", ")") and row.adjoins(last)
    return closes and (at_head or (after.word == ")" and not _is_open(row, i)))


def _is_open(row: Row, i: int) -> bool:
    """Whether a bracket is open at lexeme ``i``."""
    depth = 0
    for k in range(max(0, i - 40), i):
        depth += {"(": 1, ")": -1}.get(row[k].word, 0)
    return depth > 0


def _is_pronoun_one(row: Row, quantity: Quantity, noun: Counted | None) -> bool:
    first, last = quantity.number
    if row[first].word != "one" or last - first != 1 or quantity.between:
        return False
    if quantity.hyphened:
        return row[last + 1].word in _ONE_IDIOMS
    if noun is None or row[last].word in _ONE_IDIOMS:
        return True
    return row.words(first - 1, 3) == ("the", "one", "hand")
