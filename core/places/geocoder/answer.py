"""What an outside geocoder can say to a name: found, unknown, or nothing at all. The three are never mixed up."""

from __future__ import annotations

import msgspec

from core.models import PlaceKind


class Spot(msgspec.Struct, frozen=True):
    """One place that bears the name. Coordinates are WGS 84 degrees; ``label`` is its whole address in words.

    ``exact`` is false where the geocoder knows it by a longer, shorter or foreign name. ``country`` is ISO 3166-1
    alpha-2.
    """

    label: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str | None
    source: str
    precision_km: float
    exact: bool


class Found(msgspec.Struct, frozen=True, tag="found"):
    """Places of the name, in the geocoder's order; at least one."""

    spots: tuple[Spot, ...]


class Unknown(msgspec.Struct, frozen=True, tag="unknown"):
    """The geocoder answered, and knows no place of the name."""


class Unavailable(msgspec.Struct, frozen=True, tag="unavailable"):
    """The geocoder did not answer: says nothing about the name.

    ``reason`` completes "… could not answer: ". ``retry_after`` is how many seconds it asked to wait, if it did.
    """

    reason: str
    retry_after: float | None = None


Answer = Found | Unknown | Unavailable


def told(answer: Answer | None) -> str:
    """An answer in a few words; unknown and no answer are never the same words."""
    match answer:
        case Found(spots):
            more = f" and {len(spots) - 1} more" if len(spots) > 1 else ""
            return f"found: {spots[0].label}{more}"
        case Unknown():
            return "unknown there"
        case Unavailable(reason):
            return f"no answer: {reason}"
    return "no answer yet"
