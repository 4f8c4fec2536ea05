"""Which documents go back to one first source: copies, rewrites, the same quotation, the same agency."""

from core.origins.agencies import credited, credited_for_all
from core.origins.counting import Origins, origins
from core.origins.passages import Link, Telling
from core.origins.text_reuse import Kinship, kinships

__all__ = ["Kinship", "Link", "Origins", "Telling", "credited", "credited_for_all", "kinships", "origins"]
