"""What became of a file that holds others, drawn: a line for it, and a list of what is inside."""

from __future__ import annotations

from core.desk.arrivals.records import Receipt
from core.wording import counted
from pages.shared.safe import safe


def shown(made: Receipt) -> str:
    """The receipt as HTML; the list is opened by a click, or at once where something is missing."""
    missing = f', <span class="dl-missing">{made.missing:,} not read whole</span>' if made.missing else ""
    head = f"<b><bdi>{safe(made.name)}</bdi></b> {counted(made.documents, 'document')} read{missing}"
    rows = "".join(
        f'<li class="{"dl-whole" if line.whole else "dl-missing"}"><bdi>{safe(line.name)}</bdi> '
        f"<span>{safe(line.sentence)}</span></li>"
        for line in made.lines
    )
    more = f"<li>and {made.more:,} more</li>" if made.more else ""
    opened = " open" if made.missing else ""
    listed = f"<summary>{counted(len(made.lines) + made.more, 'file')} inside</summary><ul>{rows}{more}</ul>"
    role = "alert" if made.missing else "status"
    return f'<div class="dl-receipt" role="{role}"><p>{head}</p><details{opened}>{listed}</details></div>'
