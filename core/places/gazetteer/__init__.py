"""Names of places with their positions: one SQLite file, built once from open data."""

from core.places.gazetteer.build import build
from core.places.gazetteer.entry import Entry, Name, Relation, prominence
from core.places.gazetteer.folding import fold
from core.places.gazetteer.gazetteer import Gazetteer
from core.places.gazetteer.location import default_path
from core.places.gazetteer.skeleton import skeleton

__all__ = ["Entry", "Gazetteer", "Name", "Relation", "build", "default_path", "fold", "prominence", "skeleton"]
