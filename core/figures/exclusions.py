"""Numbers that are no figures: dates, clock times, labels of models and sections, scores, addresses, pronouns."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from core.figures.lexemes import HYPHENS, Row
from core.figures.quantities import Quantity

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
_GLUED = re.compile(r"[^\W\d_]|[\d@#_/\\]")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?")
_ONE_PRONOUN_BEFORE = frozenset(
    "the this that which each every any no some another day either neither other only wrong right good big old new "
    "same first last next second third loved young little former latter".split()
)
_ONE_IDIOM_AFTER = frozenset(
    "another by s ' ’ off way sided stop on self who that to is was has can could would should may might must does did "
    "will or and , . ? ! ; : ) ”".split()
)
_HYPHEN_IDIOMS = frozenset("off way sided stop on up piece fold nil all liner size time-ever".split())


def is_no_figure(row: Row, doc: Doc, quantity: Quantity, tokens: tuple[int, int]) -> bool:
    """Whether a number is something else than a quantity.

    Args:
        row: the text.
        doc: the same text, parsed.
        quantity: the number with its unit.
        tokens: first and last (exclusive) token of the bare number.
    """
    return (
        _is_glued(row, quantity)
        or _is_clock_time(row, quantity)
        or _is_score(row, quantity)
        or (quantity.unit is None and _is_label(row, doc, quantity, tokens))
        or (quantity.unit is None and _is_year(row, doc, quantity, tokens))
        or (quantity.unit is None and _is_address(row, quantity))
        or (quantity.unit is None and _is_list_number(row, quantity))
        or (row[quantity.number[0]].word == "one" and _is_pronoun_one(row, doc, quantity, tokens))
    )
