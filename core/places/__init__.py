"""Finds the places that a document names: recognise, look up, resolve, say what part they play."""

from __future__ import annotations

from core.models import Place
from core.places.gazetteer import Gazetteer
from core.places.mention import Mention
from core.places.metonymy import with_roles_of_whole
from core.places.recognition.bodies import is_borrowed, with_bodies
from core.places.recognition.clubs import without_clubs
from core.places.recognition.cyrillic import is_cyrillic, recognise_cyrillic
from core.places.recognition.other_forms import with_other_forms
from core.places.recognition.recognise import recognise
from core.places.records import record
from core.places.resolution.groups import NameGroup, gather, pinned_in
from core.places.resolution.outlet import home_of_outlet
from core.places.resolution.resolve import resolve
from core.text.view import TextView

__all__ = ["find_places", "resolved"]


def find_places(view: TextView, gazetteer: Gazetteer, outlet: str | None = None) -> tuple[Place, ...]:
    """All places that the document names, in the order of the text, none overlapping another.

    The home of the ``outlet``, where its name tells, is one more hint which of several namesakes is meant.

    Offsets count characters of ``view.text``. A name that the gazetteer does not know is kept with null coordinates.
    Never raises on odd text.
    """
    mentions, groups, member = resolved(view, gazetteer, outlet)
    kept = [i for i, mention in enumerate(mentions) if i not in member or not is_borrowed(mention, groups[member[i]])]
    places = [record(view, mentions[i], i, groups[member[i]] if i in member else None) for i in kept]
    pinned = pinned_in(groups)
    return tuple(with_roles_of_whole(view.text, places, {n for n, i in enumerate(kept) if i in pinned}))


def resolved(
    view: TextView, gazetteer: Gazetteer, outlet: str | None = None
) -> tuple[list[Mention], list[NameGroup], dict[int, int]]:
    """The mentions of a document, the groups that they form, and the index of each located mention's group."""
    found = (recognise_cyrillic if is_cyrillic(view.text) else recognise)(view, gazetteer)
    mentions = without_clubs(view, with_other_forms(with_bodies(view, found), gazetteer))
    groups, member = gather(mentions)
    resolve(view, mentions, [*groups, *home_of_outlet(outlet or "", gazetteer)], member)
    return mentions, groups, member
