"""The extraction of a document as a job: how one begins, and how far it is."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from core.desk.dossier import Held, Job
from core.desk.progress import Pace
from core.models import Document

AT_ONCE, IN_TURN = range(2)
"""Ranks: a text that was read before takes little time, and somebody waits for it."""


def new_id() -> str:
    """An id that no other job has."""
    return secrets.token_urlsafe(8)


def new_job(document: Document, job_id: str | None = None, rank: int = IN_TURN) -> Job:
    """A job that waits."""
    return Job(job_id or new_id(), document.id, "waiting", 0.0, "Waiting to be read.", 0.0, rank)


def pictures(held: Sequence[Held], clock: Callable[[], float] = time.time) -> tuple[Job, ...]:
    """The jobs of some documents with time and estimated progress of this moment."""
    if not any(one.job.state == "reading" for one in held):
        return tuple(one.job for one in held)
    pace, now = Pace.of(held), clock()
    return tuple(_picture(one, pace, now) for one in held)


def _picture(held: Held, pace: Pace, now: float) -> Job:
    if held.job.state != "reading" or held.job.begun is None:
        return held.job
    seconds = max(now - held.job.begun, 0.0)
    return replace(held.job, seconds=seconds, progress=pace.progress(len(held.document.text), seconds))
