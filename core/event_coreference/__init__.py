"""One event told in several sentences or documents, proposed as one; a person has the last word."""

from core.event_coreference.cluster import Retelling, gathered
from core.event_coreference.judging import fits
from core.event_coreference.nearest import found, nearest
from core.event_coreference.resolving import Proposal, proposal, retellings, settled

__all__ = ["Proposal", "Retelling", "fits", "found", "gathered", "nearest", "proposal", "retellings", "settled"]
