"""One event told in several sentences or documents, proposed as one; a person has the last word."""

from core.retold.deciding import fits
from core.retold.nearest import found, nearest
from core.retold.retelling import Retelling, gathered
from core.retold.settling import Proposal, proposal, retellings, settled

__all__ = ["Proposal", "Retelling", "fits", "found", "gathered", "nearest", "proposal", "retellings", "settled"]
