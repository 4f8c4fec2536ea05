"""One event told in several sentences or documents, proposed as one cluster; a person has the last word."""

from core.event_coreference.candidates import matching, nearest
from core.event_coreference.cluster import EventCluster, alone
from core.event_coreference.judgements import fits
from core.event_coreference.resolution import Proposal, apply_judgements, clusters, proposal
from core.event_coreference.rows import gathered

__all__ = [
    "EventCluster",
    "Proposal",
    "alone",
    "apply_judgements",
    "clusters",
    "fits",
    "gathered",
    "matching",
    "nearest",
    "proposal",
]
