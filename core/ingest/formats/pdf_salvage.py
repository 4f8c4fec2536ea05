"""PDFs that break off: the list of pages stands at the end, so what is left of the pages is given a new one."""

from __future__ import annotations

import re

_PAGE = re.compile(
    rb"(?<!\d)(\d{1,9}) (\d{1,5}) obj\s{0,9}<<(?:(?!endobj).){0,2000}?/Type\s{0,9}/Page(?![A-Za-z])", re.DOTALL
)
_ROOT, _LIST = 9_999_998, 9_999_999
"""Numbers of objects that no document comes to."""


def with_new_end(data: bytes, most: int) -> bytes | None:
    """The same bytes with a list of the pages that lie open in it, at most so many; null where there are none."""
    found = dict.fromkeys(f"{int(page[1])} {int(page[2])} R" for page in _PAGE.finditer(data))
    kids = list(found)[:most]
    if not kids:
        return None
    made = (
        f"\nendstream\nendobj\n{_ROOT} 0 obj<</Type/Catalog/Pages {_LIST} 0 R>>endobj\n"
        f"{_LIST} 0 obj<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>endobj\n"
        f"trailer<</Root {_ROOT} 0 R/Size {_LIST + 1}>>\nstartxref\n0\n%%EOF"
    )
    return data + made.encode()
