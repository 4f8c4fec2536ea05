"""One event told in several sentences or documents, proposed as one; a person has the last word."""

from core.event_coreference.cluster import EventCluster, gathered
from core.event_coreference.judging import fits
from core.event_coreference.nearest import found, nearest
from core.event_coreference.resolving import Proposal, apply_judgements, clusters, proposal

__all__ = [
    "EventCluster",
    "Proposal",
    "apply_judgements",
    "clusters",
    "fits",
    "found",
    "gathered",
    "nearest",
    "proposal",
]
