"""The records as JSON Schema (2020-12): what ``docs/`` holds and ``schema`` prints."""

from __future__ import annotations

import inspect
from typing import Any

import msgspec

from core.models.dossier import DossierRecord
from core.models.record import Extraction, Failure

OF_A_LINE: dict[str, tuple[type, ...]] = {"record": (Extraction, Failure), "dossier": (DossierRecord, Failure)}
"""What a line of ``extract`` and of ``dossier`` may be."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(name: str) -> dict[str, Any]:
    """The schema of one line: ``record`` or ``dossier``.

    Keys that it does not name are allowed: more may be added.

    Raises:
        KeyError: there is no such record.
    """
    kinds, parts = msgspec.json.schema_components(OF_A_LINE[name], ref_template="#/$defs/{name}")
    for part in parts.values():
        part["description"] = inspect.cleandoc(part["description"])  # versions of Python differ in their indents
    return {"$schema": _DIALECT, "title": f"A {name} of Dateline", "anyOf": [*kinds], "$defs": parts}
