"""How much speaks for a stretch of words being a place, in points; about 1.5 is enough.

The weights were set by hand and adjusted on development texts; each has a reason of its own.
"""

from __future__ import annotations

import math
import re

from core.lexicon import meaning
from core.places.gazetteer import Name, fold
from core.places.mention import PLACE_LABELS
from core.places.recognition import context
from core.places.recognition.forms import Stretch, trimmed
from core.places.recognition.kinds import DIRECTIONS, kind_of_word
from core.places.recognition.namesakes import is_team
from core.places.recognition.one_sense import Memory
from core.places.recognition.organisations import is_public, weight_inside
from core.places.recognition.phrase_cues import has_office_after
from core.places.recognition.words_beside import by_words_beside
from core.text.view import Entity, TextView

_SLAVIC = re.compile(r"(?:[iyoe]i?vka|[dtvrn]sk|grad|hrad|gorod|horod|[io]pol|[io]pil)$")
_SLAVIC_COUNTRIES = frozenset({"UA", "RU", "BY", "KZ"})
_CALLED_AFTER_PEOPLE = frozenset(
    "US MX GT HN SV NI CR PA CO VE EC PE BO PY AR UY CL BR PH DO CU PR ES CA AU GB".split()
)
ENOUGH = 1.5
"""Evidence from which a stretch counts as a place."""

_BODIES = frozenset("agency party group company newspaper magazine broadcaster airline bank firm charity".split())
"""What follows in small letters the name of a body that no gazetteer knows."""

_KNOWN_TOWN = 50_000
"""People of a town whose name in four capitals is no company."""

_SMALL_TOWNS = frozenset({"village", "town", "township", "hamlet", "suburb"})
_MOVED = frozenset(
    "moved fled travelled traveled flew drove went sailed relocated deported emigrated transferred".split()
)
_LABEL_OF_WHOLE = {"NORP": 0.3, "ORG": -0.3, "FAC": 0.8, "PERSON": -1.3, "LANGUAGE": -1.0, "DATE": 0.0}
_FAME_OF_KIND = {"country": 1.5, "region": 1.0, "area": 1.0, "water": 1.0, "site": 1.9}
_SET_OFF = DIRECTIONS | {",", "and", "or", "&", "-", "–", "/", "of", "(", ")", "the", ".", "'s", "’s", ":"}
_NEVER_ALONE = (
    meaning("time", "month", "weekday", "season")
    | meaning("numbers", "ones")
    | frozenset(
        """supreme federal justice interior foreign defense defence royal grand general national state first second
        third united new old great saint saints police war force president parliament council union republic internet
        english god bible christmas easter passover hanukkah ramadan eid diwali lent thanksgiving democrat republican
        miss mister vice common home federation cabinet naval chamber beer marshal sunshine market lot
        border""".split()
    )
)


def evidence(view: TextView, span: Stretch, names: tuple[Name, ...], memory: Memory) -> float:
    """All that speaks for a place, added up."""
    if is_common_noun(view, span) and not is_month_and_town(view, span):
        return -5.0
    beside = by_words_beside(view, *span)
    label = by_label(view, span)
    weight = label + beside + by_document(view, span, memory) + by_fame(view, span, names)
    if beside < 1.5 and label <= 0.5 and span[1] - span[0] == 1 and not view.tag[span[0]].startswith("NNP"):
        weight -= 2.0
    if names[0].entry.kind == "settlement" and context.has_written_title(view, span[0]):
        weight -= 2.5  # Admiral Houston; but Miss Ohio
    return weight


def is_common_noun(view: TextView, span: Stretch) -> bool:
    """Whether the form is a kind word, a direction, an office's word or a month alone: "the City", "West", "March"."""
    if span[1] - span[0] > 1:
        return False
    word = view.lower[span[0]].rstrip(".")
    if word == "canton" and view.label(span[0]) == "GPE":
        return False
    return len(word) < 2 or word in DIRECTIONS or word in _NEVER_ALONE or kind_of_word(word) is not None


def is_month(view: TextView, span: Stretch) -> bool:
    """Whether the form is a month that is also the name of places."""
    return span[1] - span[0] == 1 and view.lower[span[0]] in {"march", "may", "august"}


def is_month_and_town(view: TextView, span: Stretch) -> bool:
    """Whether the words beside leave no doubt that March or May is a place: "the town of March"."""
    kind = context.kind_before(view, span[0])
    named = view.lower_at(span[0] - 1) in {"of", "called", "named"}
    return is_month(view, span) and named and kind is not None and kind[0] == "settlement"


def by_label(view: TextView, span: Stretch) -> float:
    """What the model thinks of the stretch, and of the longer name that it is a part of."""
    start, end = span
    number = next((n for n in view.entity_of[start:end] if n >= 0), -1)
    if number < 0:
        return 0.0
    entity = view.entities[number]
    whole = trimmed(view, entity.start, entity.end) == span or (entity.start >= start and entity.end <= end)
    if entity.label in PLACE_LABELS:
        return 3.0 if whole else _part_of_place(view, entity, start, end)
    if whole:
        return _LABEL_OF_WHOLE.get(entity.label, -0.5)
    if entity.label in {"ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}:
        return weight_inside(view, entity, start, end)
    if entity.label == "PERSON" and start == entity.start and has_office_after(view, end):
        return 0.0
    return -4.0 if entity.label == "PERSON" else -0.5


def _part_of_place(view: TextView, entity: Entity, start: int, end: int) -> float:
    """A part may stand alone that is set off on both sides: by a joining word, a direction, small letters."""
    opens = start <= entity.start or view.lower[start - 1] in _SET_OFF or view.words[start - 1].islower()
    closes = end >= entity.end or view.lower[end] in _SET_OFF or view.words[end].islower()
    return 2.0 if opens and (closes or is_public(view.lower[end])) else -3.0


def by_document(view: TextView, span: Stretch, memory: Memory) -> float:
    """The same form elsewhere in the document."""
    weight = 1.5 * memory.share_of_places(fold(view.words_of(*span)))
    if span[1] - span[0] == 1:
        word = view.lower[span[0]]
        weight -= 1.5 * (word in memory.people) + 2.0 * (word in memory.common)
    return weight


def by_fame(view: TextView, span: Stretch, names: tuple[Name, ...]) -> float:
    """Well-known and long names need less support; words that start a sentence and short abbreviations more."""
    start, end = span
    best = names[0].entry
    fame = _FAME_OF_KIND.get(best.kind, 0.0)
    if best.kind == "settlement":
        fame = min(max((math.log10(best.population + 10) - 4.0) * 0.5, -0.7), 1.0)
    if _is_slavic(view.lower[end - 1]) and best.kind == "settlement":
        fame += 1.8
    if best.kind == "site" and view.words[end - 1].islower():
        fame += 1.5
    if end - start > 1:
        return fame + (2.6 if _is_rare_and_large(names) else 0.5)
    if view.opens[start] and view.entity_of[start] < 0:
        fame -= 1.0
    if is_acronym(view.words[start]) and best.kind == "area":
        fame += 1.0
    if is_acronym(view.words[start]) and best.kind == "settlement" and names[0].relation != "abbreviation":
        known = len(view.words[start]) > 3 and best.population >= _KNOWN_TOWN
        filed = known and context.is_dateline(view, start, end)
        fame += 1.0 if filed else -2.0  # JUBA – is no company
    short = len(view.words[start]) < 3 and all(name.relation == "abbreviation" for name in names)
    return fame - 2.5 if short and best.kind not in {"country", "area"} and view.lower_at(start - 1) != "," else fame


def _is_slavic(word: str) -> bool:
    """Whether a form ends as only places do where Slavic languages are spoken."""
    return len(word) > 5 and _SLAVIC.search(word) is not None


def _is_rare_and_large(names: tuple[Name, ...]) -> bool:
    """Whether a name of several words is hardly a person's: many towns of America are called after one."""
    best = names[0].entry
    large = best.kind == "region" or best.population >= (1_000 if best.country in _SLAVIC_COUNTRIES else 10_000)
    return large and len(names) <= 3 and best.country not in _CALLED_AFTER_PEOPLE


def is_acronym(word: str) -> bool:
    """Up to four capitals: EU is a union before it is a town in Normandy."""
    letters = word.replace(".", "")
    return 1 < len(letters) <= 4 and letters.isupper()


def is_plausible(view: TextView, span: Stretch, memory: Memory) -> bool:
    """Whether a name that only the model takes for a place may be one: no disease, person, acronym or common noun."""
    if context.is_disease(view, span[1]) or context.has_title(view, span[0]) or is_team(view, span[1] - 1):
        return False
    single = span[1] - span[0] == 1
    if (single and not view.words[span[0]].isalpha()) or is_acronym(view.words[span[0]]):
        return False
    if single and (view.lower[span[0]] in memory.people | memory.common or is_common_noun(view, span)):
        return False
    if len(view.words[span[1] - 1]) == 1 or view.lower_at(span[1]) in _BODIES:
        return False  # Group B; "the X Trade Operations agency"
    if single and view.lower[span[0]].endswith("men") and view.tag[span[0]] in {"NNS", "NNPS"}:
        return False  # Gunmen, Fishermen
    return memory.is_place_mostly(fold(view.words_of(*span)))


def is_where(view: TextView, span: Stretch, memory: Memory, known: bool = False) -> bool:
    """Whether the words beside leave no doubt, whatever the model thinks: "in", "near", "the village of", "X village".

    Of a name that the gazetteer knows "at" and "moved to" are enough.
    """
    start, end = span
    if len(view.words_of(start, end).split()) > 2 or view.lower_at(end) in {"'s", "’s"}:
        return False
    if len(view.words[end - 1]) == 1 or (end - start == 1 and view.lower[start] in memory.people):
        return False
    before = view.lower_at(start - 1)
    kind = context.kind_before(view, start)
    return (
        before in {"in", "near"}
        or (known and (before == "at" or (before == "to" and view.lower_at(start - 2) in _MOVED)))
        or view.lower_at(end) in _SMALL_TOWNS
        or context.is_inhabited(view, start)
        or (kind is not None and kind[0] == "settlement")
    )
