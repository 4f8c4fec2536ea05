"""Names that the rest of the document shows to be places: found as one elsewhere, or at home where the document is.

A model labels "Chasiv Yar" a person in one sentence and a place in the next; the document as a whole knows better.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from core.places.gazetteer import Name, fold
from core.places.mention import PLACE_LABELS, Mention
from core.places.recognition import context
from core.places.recognition.forms import Stretch, trimmed
from core.places.recognition.one_sense import Memory
from core.places.recognition.phrase_cues import is_speaking
from core.places.recognition.score import ENOUGH, evidence, is_acronym, is_common_noun
from core.places.resolution.neighbours import Known
from core.text.view import TextView

Found = tuple[Stretch, tuple[Name, ...], float]
_LEAST = {"elsewhere": -1.5, "home": -0.9}
"""Evidence below which nothing that stands elsewhere in the document makes a name a place."""

_RARE = 4
"""A name that more places bear is more often a person's, too."""

_TOWNS_ARE_SURNAMES = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM"})
_SHARE_AT_HOME = 0.25


def recurring(view: TextView, chosen: Sequence[Mention], known: Known, memory: Memory) -> Iterator[Found]:
    """Stretches that are places by the company of the document, with their places and evidence; linear."""
    taken = {index for mention in chosen for index in range(mention.start, mention.end)}
    share = _shares(view, chosen)
    home = _countries(chosen)
    for span in _free(view, known, taken):
        if not _may_be(view, span, memory):
            continue
        names = tuple(name for name in known.get(span, ()) if name.relation != "adjective")
        weighed = evidence(view, span, names, memory) if names else -1.0
        elsewhere = weighed > _LEAST["elsewhere"] and share.get(fold(view.words_of(*span)), 0.0) >= 0.5
        at_home = weighed > _LEAST["home"] and _is_at_home(names, home) and not is_speaking(view, span[1])
        if elsewhere or at_home:
            yield span, names, ENOUGH


def _free(view: TextView, known: Known, taken: set[int]) -> Iterator[Stretch]:
    """Known stretches and whole names of the model that no mention touches."""
    spans = dict.fromkeys(known)
    spans |= dict.fromkeys(trimmed(view, e.start, e.end) for e in view.entities if e.label in {"PERSON", "ORG"})
    return (span for span in spans if taken.isdisjoint(range(*span)))


def _may_be(view: TextView, span: Stretch, memory: Memory) -> bool:
    start, end = span
    number = view.entity_of[start]
    if number >= 0 and trimmed(view, view.entities[number].start, view.entities[number].end) != span:
        return False
    if not view.tag[end - 1].startswith("NNP") or is_common_noun(view, span) or is_acronym(view.words[start]):
        return False
    if end - start == 1 and view.lower[start] in memory.people | memory.common:
        return False
    return not (context.has_title(view, start) or context.is_disease(view, end))


def _shares(view: TextView, chosen: Sequence[Mention]) -> dict[str, float]:
    """Of the model's labels of each form, how many stand where a place was found all the same."""
    found: Counter[str] = Counter()
    for mention in chosen:
        if not mention.adjective and not mention.part_of_name:
            found[fold(mention.text)] += 1 + (mention.evidence >= 2 * ENOUGH)
    every: Counter[str] = Counter(found)
    places = {(mention.start, mention.end) for mention in chosen}
    for entity in view.entities:
        span = trimmed(view, entity.start, entity.end)
        if span not in places and entity.label not in PLACE_LABELS:
            every[fold(view.words_of(*span))] += 1
    return {form: count / every[form] for form, count in found.items()}


def _countries(chosen: Sequence[Mention]) -> dict[str, float]:
    """The countries of the names found without doubt, each by its share."""
    counts: defaultdict[str, float] = defaultdict(float)
    for mention in chosen:
        country = mention.names[0].entry.country if mention.names else None
        if country and mention.evidence >= 2 * ENOUGH:
            counts[country] += 1.0
    total = sum(counts.values()) + 2.0
    return {country: count / total for country, count in counts.items()}


def _is_at_home(names: Sequence[Name], home: dict[str, float]) -> bool:
    country = (names[0].entry.country if names else None) or ""
    rare = len(names) <= _RARE and country not in _TOWNS_ARE_SURNAMES
    return rare and home.get(country, 0.0) >= _SHARE_AT_HOME
