"""The records that extraction hands over: frozen, typed, and the same in JSON.

Offsets count characters (code points) of ``Document.text``; ``text[start:end]`` is always the mention.
Indices point into the lists of the same :class:`Extraction`. Dates are ISO calendar dates, coordinates WGS 84 degrees.
"""

from core.models.dates import Anchor, DateMention, Timex
from core.models.document import Document
from core.models.dossier import DossierRecord, EventGroup, FigureGroup, HeadlineFigure, Mark, SharedOrigin
from core.models.events import Event, PlacesFrom, Precision, Status, Trigger
from core.models.figures import OPENS, Bound, Figure, FigureKind
from core.models.judgement import Judgement
from core.models.places import Outside, Place, PlaceCandidate, PlaceKind, Role
from core.models.record import Extraction, Failure, Redating, extraction_from_json, to_json
from core.models.redated import redated
from core.models.speech import Quote, Speaker
from core.models.text import Notice, NoticeCode, Span, Words

__all__ = [
    "OPENS",
    "Anchor",
    "Bound",
    "DateMention",
    "Document",
    "DossierRecord",
    "Event",
    "EventGroup",
    "Extraction",
    "Failure",
    "Figure",
    "FigureGroup",
    "FigureKind",
    "HeadlineFigure",
    "Judgement",
    "Mark",
    "Notice",
    "NoticeCode",
    "Outside",
    "Place",
    "PlaceCandidate",
    "PlaceKind",
    "PlacesFrom",
    "Precision",
    "Quote",
    "Redating",
    "Role",
    "SharedOrigin",
    "Span",
    "Speaker",
    "Status",
    "Timex",
    "Trigger",
    "Words",
    "extraction_from_json",
    "redated",
    "to_json",
]
