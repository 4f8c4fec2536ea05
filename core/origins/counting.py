"""How many first sources stand behind the documents that tell a number, as far as texts can show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from core.clustering.connected_components import joined
from core.origins.passages import Link, Passage, link
from core.origins.text_reuse import TextReuse
from core.wording import counted

_MOST = 120
"""Passages that are compared pair by pair; of more, one a document."""


@dataclass(frozen=True, slots=True)
class Origins:
    """``most`` origins where only sure links are drawn, ``fewest`` where the unsure ones are drawn as well.

    That texts show no link does not make them independent: ``most`` is a bound, not a count.
    """

    documents: int
    most: int
    fewest: int
    links: tuple[Link, ...]

    @property
    def wording(self) -> str:
        """ "3 documents, 1 origin" and the like, no surer than the signs are."""
        documents = counted(self.documents, "document")
        if self.documents == 1:
            return documents
        if self.most == 1:
            return f"{documents}, 1 origin"
        if self.most < self.documents:
            return f"{documents}, at most {self.most} origins"
        if self.fewest < self.documents:
            return f"{documents}, perhaps only {counted(self.fewest, 'origin')}"
        return f"{documents}, no common origin seen"


def origins(tellings: Sequence[Passage], kin: Iterable[TextReuse]) -> Origins:
    """The origins behind some passages; those of one document are one telling of it."""
    related = {frozenset({k.one, k.other}): k for k in kin}
    docs = list(dict.fromkeys(t.doc for t in tellings))
    if len(tellings) > _MOST:
        tellings = list({t.doc: t for t in reversed(tellings)}.values())[:_MOST]
    best: dict[frozenset[str], Link] = {}
    for one, other in combinations(tellings, 2):
        pair = frozenset({one.doc, other.doc})
        if len(pair) == 1 or (pair in best and best[pair].sure):
            continue
        found = link(one, other, related.get(pair))
        if found and (pair not in best or found.sure):
            best[pair] = found
    links = tuple(sorted(best.values(), key=lambda ln: (not ln.sure, docs.index(ln.docs[0]), docs.index(ln.docs[1]))))
    sure = _heaps(docs, [ln.docs for ln in links if ln.sure])
    return Origins(len(docs), sure, _heaps(docs, [ln.docs for ln in links]), links)


def _heaps(docs: Sequence[str], pairs: Sequence[tuple[str, str]]) -> int:
    """How many heaps are left once the pairs are put together."""
    linked: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs:
        for doc in pair:
            linked[doc].append(pair)
    return len(joined(docs, lambda doc: linked[doc]))
