"""Turns of phrase of news that only a place fits: "the battle for X", "X was shelled", "Ann Lee, 54, of X", "R-X"."""

from __future__ import annotations

from core.lexicon import meaning
from core.places.recognition.forms import is_capital
from core.text.view import TextView

_FOUGHT = frozenset(
    """battle battles fighting fight siege fall capture recapture liberation occupation control shelling bombing
    bombardment seizure storming defence defense encirclement evacuation assault offensive advance attack attacks
    raid raids clashes push""".split()
)
_FOUGHT_PREPOSITIONS = frozenset("for of on over around against".split())
_TAKEN_IN_WAR = frozenset(
    """shelled bombed bombarded besieged recaptured liberated occupied overrun encircled flooded renamed stormed
    evacuated annexed razed demined looted depopulated""".split()
)
_FORCES_OF_NATURE = frozenset(
    """shelling shells rocket rockets missile missiles drone drones strike strikes airstrike airstrikes explosion
    explosions blast blasts quake earthquake earthquakes aftershock storm storms hurricane typhoon cyclone tornado
    tornadoes flood floods flooding floodwaters tsunami landslide mudslide bomb bombs fire wildfire heatwave tremor
    snow snowstorm blizzard outbreak epidemic artillery""".split()
)
_HIT = frozenset(
    """hit hits struck strike strikes rocked shook pounded battered devastated levelled leveled ravaged swept killed
    reached engulfed targeted flattened damaged destroyed""".split()
)
_OFFICES = meaning("titles", "of a place")
_SAID = frozenset("said says told tells added adds asked wrote recalled testified replied joked tweeted".split())
_GOVERNS = _SAID | frozenset(
    """denied denies accused accuses blamed blames condemned condemns rejected rejects urged urges warned warns claims
    claimed insists insisted announced summoned vowed backs backed calls called demanded demands denounced sanctioned
    recalled expelled pledged""".split()
)
_PEOPLE = frozenset(
    """man men woman women boy boys girl girls teenager teenagers couple family families father mother grandmother
    grandfather pensioner motorist driver cyclist motorcyclist pedestrian student students farmer""".split()
)
_PARTIES = frozenset({"r", "d", "i"})


def by_phrase(view: TextView, start: int, end: int) -> float:
    """Points for a place that the phrase around a name gives; see ``evidence``."""
    if _is_party_seat(view, start):
        return 4.5
    if _is_home_of_person(view, start):
        return 2.8
    weight = 1.6 * _is_fought_over(view, start) + 1.6 * _is_taken(view, end) + 1.6 * _is_struck(view, start)
    if view.lower_at(start - 1) == "," and view.lower_at(start - 2) == "capital":
        weight += 1.2
    return weight + 2.2 * has_office_after(view, end)


def has_office_after(view: TextView, end: int) -> bool:
    """Whether an office of a town or region and its holder's name follow: "Lviv Mayor Andriy"."""
    word = view.lower_at(end)
    return word in _OFFICES and end + 1 < len(view) and all(map(is_capital, view.words[end : end + 2]))


def is_speaking(view: TextView, end: int) -> bool:
    """Whether a verb of speech follows, whose subject is seldom a small town."""
    return view.lower_at(end) in _SAID


def is_governing(view: TextView, end: int) -> bool:
    """Whether a verb follows whose subject is a government, where it is no person."""
    return view.lower_at(end) in _GOVERNS


def _is_party_seat(view: TextView, start: int) -> bool:
    """As in "Sen. Lee, R-Dayton,"."""
    if view.lower_at(start - 1) != "-" or view.lower_at(start - 2) not in _PARTIES:
        return False
    return view.lower_at(start - 3) in {",", "("} and view.starts[start] == view.end_of(start - 1)


def _is_home_of_person(view: TextView, start: int) -> bool:
    """As in "Ann Lee, 54, of Dayton", "a man from Dayton", "the teenager, from Dayton,"."""
    if view.lower_at(start - 1) == "from" and view.lower_at(start - 2 - (view.lower_at(start - 2) == ",")) in _PEOPLE:
        return True
    if view.lower_at(start - 1) not in {"of", "from"} or view.lower_at(start - 2) != ",":
        return False
    age = view.lower_at(start - 3)
    return len(age) <= 3 and age.isdigit() and view.lower_at(start - 4) == ","


def _is_fought_over(view: TextView, start: int) -> bool:
    return view.lower_at(start - 1) in _FOUGHT_PREPOSITIONS and view.lower_at(start - 2) in _FOUGHT


def _is_taken(view: TextView, end: int) -> bool:
    """As in "X was shelled", "X has been evacuated"."""
    index = end
    if view.lower_at(index) in {"was", "were", "is", "has", "had"}:
        index += 1
        index += view.lower_at(index) in {"been", "being", "also", "again", "heavily", "first"}
        return view.lower_at(index) in _TAKEN_IN_WAR
    return False


def _is_struck(view: TextView, start: int) -> bool:
    """As in "Rockets hit X", "The quake struck X"."""
    if view.lower_at(start - 1) not in _HIT:
        return False
    return any(view.lower_at(index) in _FORCES_OF_NATURE for index in range(start - 4, start - 1))
