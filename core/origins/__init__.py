"""Which documents go back to one first source: copies, rewrites, the same quotation, the same agency."""

from core.origins.agencies import credited, credited_for_all
from core.origins.counting import Origins, origins
from core.origins.passages import Link, Passage
from core.origins.text_reuse import TextReuse, Wording, text_reuses, wording_of

__all__ = [
    "Link",
    "Origins",
    "Passage",
    "TextReuse",
    "Wording",
    "credited",
    "credited_for_all",
    "origins",
    "text_reuses",
    "wording_of",
]
