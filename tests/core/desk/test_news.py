"""The line that tells a reader what others did meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.desk.dossier import Held, Job
from core.desk.glance import Glance, Stage
from core.desk.news import news
from tests.core.desk.test_store import held


def dossier(*some: Held) -> Glance:
    """These documents at a glance; with a headline one was changed."""
    stages = {one.document.id: Stage(1 + bool(one.document.title), one.job.id, one.job.state) for one in some}
    return Glance("d", 1, stages)


def state(one: Held, to: str, **more: str) -> Held:
    """The document with its job in another state."""
    job: Job = replace(one.job, state=to, **more)  # type: ignore[arg-type]
    return replace(one, job=job)


A, B, C = (held(f"Text {name}.") for name in "abc")
TITLED = replace(B, document=replace(B.document, title="Bridge falls"))


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ((), (), ""),
        ((A, B), (A, B), ""),
        ((A,), (state(A, "reading"),), ""),
        ((A,), (state(A, "done"),), "1 document read"),
        ((A, B), (state(A, "done"), state(B, "done")), "2 documents read"),
        ((A,), (state(A, "done"), B), "1 document read, 1 added"),
        ((), (state(A, "done"),), "1 document read"),
        ((A,), (state(A, "failed"),), "1 document could not be read"),
        ((state(A, "done"),), (state(A, "done"),), ""),
        ((state(A, "done"),), (state(A, "done", id="another"),), "1 document read"),
        ((A, B, C), (A, TITLED), "1 document changed, 1 removed"),
    ],
)
def test_what_others_did(before: tuple[Held, ...], after: tuple[Held, ...], line: str) -> None:
    """Counted by what was done; what is merely under way is no news."""
    assert news(dossier(*before), dossier(*after)) == line
