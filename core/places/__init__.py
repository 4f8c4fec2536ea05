"""Finds the places that a document names: recognise, look up, resolve, say what part they play."""

from __future__ import annotations

from spacy.tokens import Doc

from core.models import Place, PlaceCandidate
from core.places.gazetteer import Gazetteer
from core.places.groups import Group, gather
from core.places.mention import Mention
from core.places.recognise import recognise
from core.places.resolve import probabilities, resolve
from core.places.role import role_of
from core.places.tokens import Tokens, read


def find_places(doc: Doc, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """All places that the document names, in the order of the text, with offsets into ``doc.text``."""
    tokens = read(doc)
    mentions = recognise(tokens, gazetteer)
    groups, member = gather(mentions)
    resolve(tokens, mentions, groups, member)
    return tuple(
        _place(tokens, mention, groups[member[index]] if index in member else None)
        for index, mention in enumerate(mentions)
    )


def _place(tokens: Tokens, mention: Mention, group: Group | None) -> Place:
    start, end = tokens.at[mention.start], tokens.end(mention.end - 1)
    if group is None:
        role = role_of(tokens, mention, mention.kind or 'settlement')
        return Place(start, end, mention.text, mention.text, mention.kind or "settlement", None, None, None, None, None,
                     role, False, 0.3, "Not in the gazetteer.")
    chances = probabilities(group.scores)
    order = sorted(range(len(chances)), key=lambda i: -chances[i])
    best = group.names[order[0]].entry
    role = role_of(tokens, mention, best.kind)
    name = best.name if best.kind == "country" else mention.text
    others = tuple(
        PlaceCandidate(e.name, e.kind, e.latitude, e.longitude, e.country, e.source, e.precision_km, round(chances[i], 3), "")
        for i in order[1:5] for e in [group.names[i].entry]
    )
    return Place(start, end, mention.text, name, best.kind, best.latitude, best.longitude, best.country, best.source,
                 best.precision_km, role, mention.adjective, round(chances[order[0]], 3), "", others)
