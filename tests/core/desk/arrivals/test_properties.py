"""Whatever several people do in whatever order: what each handed in is theirs, and never both draft and document."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from core.desk.arrivals.owner import Owner
from core.ingest import from_text
from tests.core.desk.arrivals.handed import ANA, BEN, DOSSIER, counter_in

TEXTS = st.sampled_from([f"Report number {number} of the day." for number in range(4)])
PEOPLE = st.sampled_from([ANA, BEN])


class Counters(RuleBasedStateMachine):
    """A counter, and what should be there."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.opened = counter_in("sqlite", Path(self.folder.name))
        self.counter = self.opened.__enter__()
        self.drafts: dict[Owner, dict[str, str | None]] = {ANA: {}, BEN: {}}
        self.documents: dict[str, str | None] = {}
        self.waiting: list[tuple[Owner, str]] = []

    @rule(who=PEOPLE, text=TEXTS)
    def hand_in(self, who: Owner, text: str) -> None:
        """A file, which waits."""
        self.counter.hand_in(text, who=who)
        self.waiting.append((who, text))

    @rule()
    def read(self) -> None:
        """All that waits."""
        self.counter.read_all()
        for who, text in self.waiting:
            if text not in self.documents:
                self.drafts[who].setdefault(text, None)
        self.waiting.clear()

    @rule(who=PEOPLE, text=TEXTS)
    def paste(self, who: Owner, text: str) -> None:
        """A text, which is a draft at once."""
        said = self.counter.desk.drafts.put(DOSSIER, who, from_text(text, "Pasted text"))
        there = text in self.documents or text in self.drafts[who]
        assert bool(said) == there
        if not there:
            self.drafts[who][text] = None

    @rule(who=PEOPLE, text=TEXTS, outlet=st.sampled_from(["The Mill Post", "Valley News"]))
    def detail(self, who: Owner, text: str, outlet: str) -> None:
        """Something is given of a draft."""
        for number in self._numbers(who, text):
            self.counter.desk.drafts.detail(DOSSIER, who, number, outlet=outlet)
            self.drafts[who][text] = outlet

    @rule(who=PEOPLE, text=TEXTS)
    def add(self, who: Owner, text: str) -> None:
        """A draft is added."""
        for number in self._numbers(who, text):
            refused = self.counter.desk.drafts.add(DOSSIER, who, (number,))
            assert bool(refused) == (text in self.documents)
            outlet = self.drafts[who].pop(text)
            self.documents.setdefault(text, outlet)

    @rule(who=PEOPLE, text=TEXTS)
    def discard(self, who: Owner, text: str) -> None:
        """A draft is discarded."""
        self.counter.desk.drafts.discard(DOSSIER, who, self._numbers(who, text))
        self.drafts[who].pop(text, None)

    @rule(who=PEOPLE, text=TEXTS)
    def take_out(self, who: Owner, text: str) -> None:
        """A document is a draft again, of whoever takes it out; a draft of it that they have stays."""
        self.counter.desk.drafts.take_out(DOSSIER, who, from_text(text, "a.txt").id)
        if text in self.documents:
            self.drafts[who].setdefault(text, self.documents.pop(text))

    @invariant()
    def as_it_should_be(self) -> None:
        """Drafts with what was given, documents, and no file that is needed gone."""
        for who in (ANA, BEN):
            some = self.counter.desk.drafts.some(DOSSIER, who)
            assert {draft.document.text: draft.document.outlet for draft in some} == self.drafts[who]
        held = self.counter.desk.dossier(DOSSIER).documents
        assert {document.text: document.outlet for document in held} == self.documents
        needed = self.counter.desk.dossiers.originals()
        assert all(self.counter.originals.has(original) for original in needed)

    def teardown(self) -> None:
        """Close the desk."""
        self.opened.__exit__(None, None, None)
        self.folder.cleanup()

    def _numbers(self, who: Owner, text: str) -> list[int]:
        some = self.counter.desk.drafts.some(DOSSIER, who)
        return [draft.number for draft in some if draft.document.text == text]


TestCounters = Counters.TestCase
TestCounters.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
