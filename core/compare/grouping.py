"""Records → groups of figures that count the same thing, and the rest with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from core.compare.anchors import by_anchor
from core.compare.claim import Claim, Heap, in_one_unit
from core.compare.claims import read
from core.compare.group import Group
from core.compare.reasons import reasons
from core.compare.relatedness import beside, with_narrower
from core.compare.splits import Wholes, by_day, by_done, by_modifiers, by_place, by_scale
from core.compare.voices import by_sentence
from core.models import Extraction
from core.origins import TextReuse, Wording, origins, text_reuses, wording_of

_STEPS = (by_done, by_modifiers, by_place, by_day, by_scale, by_sentence, by_anchor)


@dataclass(frozen=True, slots=True)
class Ungrouped:
    """A figure that stands alone (``doc`` and index in its record), and why."""

    doc: str
    i: int
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All figures of a dossier: in a group, or not and why. Each figure is in exactly one of the two.

    ``text_reuses`` are the pairs of documents that share their wording.
    """

    groups: tuple[Group, ...]
    ungrouped: tuple[Ungrouped, ...]
    text_reuses: tuple[TextReuse, ...]

    def group_of(self, key: str) -> Group | None:
        """The group that holds a figure (``doc:i``)."""
        return next((group for group in self.groups if key in group.keys), None)

    @property
    def things(self) -> dict[str, str]:
        """Key of each grouped figure → id of its group."""
        return {key: group.id for group in self.groups for key in group.keys}

    def only(self, keys: Collection[str]) -> tuple[Group, ...]:
        """The groups with no other figures than those of these keys; one figure alone is no group."""
        return tuple(part for group in self.groups if (part := cut(group, keys, self.text_reuses)))


def cut(group: Group, keys: Collection[str], text_reuses: Iterable[TextReuse]) -> Group | None:
    """A group with no other figures than those of these keys; null where but one is left.

    ``text_reuses`` are the pairs of its documents that share their wording.
    """
    kept = tuple(claim for claim in group.claims if claim.key in keys)
    if len(kept) == len(group.claims):
        return group
    if len(kept) < 2:
        return None
    return Group(kept, origins([s.passage for s in kept], text_reuses), reasons(kept), group.beside)


@dataclass(frozen=True, slots=True)
class Told:
    """What a comparison needs of one document: the claims of its figures, those that are none, and its wording."""

    claims: tuple[Claim, ...]
    left_out: tuple[Ungrouped, ...]
    wording: Wording


def told_by(record: Extraction) -> Told:
    """What a document tells."""
    found = list(read(record))
    claims = tuple(item for item in found if isinstance(item, Claim))
    return Told(claims, tuple(Ungrouped(*item) for item in found if isinstance(item, tuple)), wording_of(record))


def compare(records: Iterable[Extraction], wholes: Wholes = lambda key: frozenset()) -> Comparison:
    """The figures of some documents, those that count the same thing together.

    The order of the documents plays no part. Nothing is claimed: a group is a proposal that a reader can check.

    Args:
        records: what was extracted.
        wholes: source id of a place → source ids of all that holds it (``Gazetteer.wholes``).
    """
    return compared(map(told_by, records), wholes)


def compared(documents: Iterable[Told], wholes: Wholes = lambda key: frozenset()) -> Comparison:
    """The same of what the documents tell."""
    told = sorted(documents, key=lambda one: one.wording.doc)
    claims = sorted((claim for one in told for claim in one.claims), key=_in_order)
    heaps = with_narrower([heap for block in _blocks(claims) for heap in _split(block, wholes)])
    heaps = sorted((in_one_unit(sorted(heap, key=_in_order)) for heap in heaps), key=lambda heap: _in_order(heap[0]))
    near, kin = beside(heaps), text_reuses(one.wording for one in told)
    groups = [
        Group(tuple(h), origins([s.passage for s in h], kin), reasons(h), n)
        for h, n in zip(heaps, near, strict=True)
        if len(h) > 1
    ]
    single = [Ungrouped(h[0].doc, h[0].i, "nothing else counts the same") for h in heaps if len(h) == 1]
    left_out = [item for one in told for item in one.left_out]
    ungrouped = sorted((*left_out, *single), key=lambda u: (u.doc, u.i))
    return Comparison(tuple(sorted(groups, key=_weight)), tuple(ungrouped), kin)


def _blocks(claims: Sequence[Claim]) -> list[Heap]:
    """Figures of one kind, unit, thing and share: what could be one number at all."""
    blocks: dict[tuple[object, ...], Heap] = defaultdict(list)
    for claim in claims:
        sense = claim.sense
        blocks[(sense.kind, sense.unit, sense.thing, sense.share, sense.period)].append(claim)
    return list(blocks.values())


def _split(block: Heap, wholes: Wholes) -> list[Heap]:
    heaps = [block]
    for step in _STEPS:
        heaps = [part for heap in heaps for part in step(heap, wholes)]
    return heaps


def _in_order(claim: Claim) -> tuple[bool, int, str, int]:
    """Publication, then document, then text; documents without a date last."""
    return (claim.published is None, claim.published.toordinal() if claim.published else 0, claim.doc, claim.start)


def _weight(group: Group) -> tuple[object, ...]:
    """Several documents first, then where they differ, then more figures."""
    return (-len(group.documents), group.agree, -len(group.claims), _in_order(group.claims[0]))
