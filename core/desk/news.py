"""What others did to a dossier since a reader's page was drawn, in one line."""

from __future__ import annotations

from core.desk.glance import Glance, Stage
from core.wording import counted

_DEEDS = ("read", "added", "changed", "removed", "could not be read")


def news(before: Glance, after: Glance) -> str:
    """How the documents of a dossier differ from what they were: "2 documents read, 1 added"; empty where they do not.

    Each document is counted once, by what matters most of it.
    """
    counts = dict.fromkeys(_DEEDS, 0)
    for doc, now in after.documents.items():
        old = before.documents.get(doc)
        if _ended_since(old, now):
            counts["read" if now.state == "done" else "could not be read"] += 1
        elif old is None:
            counts["added"] += 1
        elif old.revision != now.revision:
            counts["changed"] += 1
    counts["removed"] = len(before.documents.keys() - after.documents.keys())
    told = [(deed, count) for deed, count in counts.items() if count]
    first = [f"{counted(count, 'document')} {deed}" for deed, count in told[:1]]
    return ", ".join([*first, *(f"{count} {deed}" for deed, count in told[1:])])


def _ended_since(before: Stage | None, now: Stage) -> bool:
    """Whether a job has ended that had not."""
    return not now.running and (before is None or before.running or before.job != now.job)
