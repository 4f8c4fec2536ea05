"""Names of people and teams that open or hold a place's name: Jordan Smith, India Moore, the Dallas Cowboys."""

from __future__ import annotations

from core.lexicon import meaning
from core.places.recognition.context import LOCATIVE
from core.places.recognition.forms import is_capital
from core.places.recognition.kinds import DIRECTIONS, kind_of_word
from core.places.recognition.organisations import is_office, is_public
from core.text.view import TextView

_GIVEN = frozenset(
    """israel india chad jordan georgia paris kenya sydney austin dallas brooklyn florence virginia carolina devon
    dakota savannah houston chelsea london milan vienna sienna asia america ireland holland kingston lincoln madison
    jackson trenton camden orlando santiago diego francisco victoria adelaide alexandria valencia regina helena
    charlotte eugene logan carson mason hudson preston bradford ashton easton weston clifton milton stanley sidney
    denver phoenix memphis troy cleveland aurora augusta chester lester everett lourdes mercedes odessa petra tyler
    geneva lorraine brittany verona cairo cuba malta kent essex roman shannon kerry clare tyrone erin iona skye isla
    beverly laramie cheyenne cody montana nevada arizona bristol warren wayne vernon winston barry norman paisley
    aspen dayton raleigh lima nola marseille tripoli genoa catalina guadalupe trinidad salvador asuncion
    concepcion""".split()
)
"""Given names that are also the names of well-known places, as the registers of births of English-speaking countries
have them."""

_TEAMS = meaning("organisations", "team")


def is_team(view: TextView, end: int) -> bool:
    """Whether the name of a team follows, with a capital: "the Houston Rockets"."""
    return view.lower_at(end) in _TEAMS and is_capital(view.words[end])


def is_given_name(view: TextView, start: int, end: int) -> bool:
    """Whether a place's name that people also bear stands before what looks like a surname: "India Moore"."""
    if end - start != 1 or view.lower[start] not in _GIVEN or not _is_surname(view, end):
        return False
    before = view.lower_at(start - 1)
    return before not in LOCATIVE and before not in {"the", ",", "-", "–"} and before not in DIRECTIONS


def _is_surname(view: TextView, index: int) -> bool:
    if index >= len(view) or view.opens[index] or view.tag[index] != "NNP":
        return False
    word = view.words[index]
    plain = word.istitle() and word.isalpha() and len(word) > 2
    low = view.lower[index]
    named = low not in DIRECTIONS and kind_of_word(low) is None and not is_public(low) and not is_office(low)
    return plain and named and view.label(index) not in {"GPE", "LOC", "NORP", "DATE", "FAC", "ORG"}
