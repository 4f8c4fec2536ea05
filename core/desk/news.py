"""What others did to a dossier since a reader's page was drawn, in one line."""

from __future__ import annotations

from core.desk.dossier import Dossier, Job
from core.wording import counted

_DEEDS = ("read", "added", "changed", "removed", "could not be read")


def news(before: Dossier, after: Dossier) -> str:
    """How the documents of a dossier differ from what they were: "2 documents read, 1 added"; empty where they do not.

    Each document is counted once, by what matters most of it.
    """
    counts = dict.fromkeys(_DEEDS, 0)
    was = {document.id: (document, job) for document, job in zip(before.documents, before.jobs, strict=True)}
    now = {document.id: (document, job) for document, job in zip(after.documents, after.jobs, strict=True)}
    for key, (document, job) in now.items():
        old = was.get(key)
        if _ended_since(old[1] if old else None, job):
            counts["read" if job.state == "done" else "could not be read"] += 1
        elif old is None:
            counts["added"] += 1
        elif old[0] != document:
            counts["changed"] += 1
    counts["removed"] = len(was.keys() - now.keys())
    told = [(deed, count) for deed, count in counts.items() if count]
    first = [f"{counted(count, 'document')} {deed}" for deed, count in told[:1]]
    return ", ".join([*first, *(f"{count} {deed}" for deed, count in told[1:])])


def _ended_since(before: Job | None, job: Job) -> bool:
    """Whether a job has ended that had not."""
    return not job.running and (before is None or before.running or before.id != job.id)
