"""Turns of phrase of news that only a place fits: "the battle for X", "X was shelled", "Ann Lee, 54, of X", "R-X"."""

from __future__ import annotations

from core.lexicon import meaning
from core.places.recognition.forms import is_capital
from core.places.tokens import Tokens

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


def by_phrase(tokens: Tokens, start: int, end: int) -> float:
    """Points for a place that the phrase around a name gives; see ``evidence``."""
    if _is_party_seat(tokens, start):
        return 4.5
    if _is_home_of_person(tokens, start):
        return 2.8
    weight = 1.6 * _is_fought_over(tokens, start) + 1.6 * _is_taken(tokens, end) + 1.6 * _is_struck(tokens, start)
    if tokens.lower_at(start - 1) == "," and tokens.lower_at(start - 2) == "capital":
        weight += 1.2
    return weight + 2.2 * has_office_after(tokens, end)


def has_office_after(tokens: Tokens, end: int) -> bool:
    """Whether an office of a town or region and its holder's name follow: "Lviv Mayor Andriy"."""
    word = tokens.lower_at(end)
    return word in _OFFICES and end + 1 < len(tokens) and all(map(is_capital, tokens.text[end : end + 2]))


def is_speaking(tokens: Tokens, end: int) -> bool:
    """Whether a verb of speech follows, whose subject is seldom a small town."""
    return tokens.lower_at(end) in _SAID


def is_governing(tokens: Tokens, end: int) -> bool:
    """Whether a verb follows whose subject is a government, where it is no person."""
    return tokens.lower_at(end) in _GOVERNS


def _is_party_seat(tokens: Tokens, start: int) -> bool:
    """As in "Sen. Lee, R-Dayton,"."""
    if tokens.lower_at(start - 1) != "-" or tokens.lower_at(start - 2) not in _PARTIES:
        return False
    return tokens.lower_at(start - 3) in {",", "("} and tokens.at[start] == tokens.end(start - 1)


def _is_home_of_person(tokens: Tokens, start: int) -> bool:
    """As in "Ann Lee, 54, of Dayton", "a man from Dayton", "the teenager, from Dayton,"."""
    if (
        tokens.lower_at(start - 1) == "from"
        and tokens.lower_at(start - 2 - (tokens.lower_at(start - 2) == ",")) in _PEOPLE
    ):
        return True
    if tokens.lower_at(start - 1) not in {"of", "from"} or tokens.lower_at(start - 2) != ",":
        return False
    age = tokens.lower_at(start - 3)
    return len(age) <= 3 and age.isdigit() and tokens.lower_at(start - 4) == ","


def _is_fought_over(tokens: Tokens, start: int) -> bool:
    return tokens.lower_at(start - 1) in _FOUGHT_PREPOSITIONS and tokens.lower_at(start - 2) in _FOUGHT


def _is_taken(tokens: Tokens, end: int) -> bool:
    """As in "X was shelled", "X has been evacuated"."""
    index = end
    if tokens.lower_at(index) in {"was", "were", "is", "has", "had"}:
        index += 1
        index += tokens.lower_at(index) in {"been", "being", "also", "again", "heavily", "first"}
        return tokens.lower_at(index) in _TAKEN_IN_WAR
    return False


def _is_struck(tokens: Tokens, start: int) -> bool:
    """As in "Rockets hit X", "The quake struck X"."""
    if tokens.lower_at(start - 1) not in _HIT:
        return False
    return any(tokens.lower_at(index) in _FORCES_OF_NATURE for index in range(start - 4, start - 1))
