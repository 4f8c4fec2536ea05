"""Writing the files: compact, sorted, and the same bytes for the same input."""

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def write_lines(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line, gzipped, sorted by id."""
    lines = (_compact(record) for record in sorted(records, key=lambda record: str(record["id"])))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))


def write_features(path: Path, features: Iterable[Mapping[str, Any]]) -> None:
    """A GeoJSON FeatureCollection, a feature a line so that changes can be read."""
    lines = ",\n".join(_compact(feature) for feature in features)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n", "utf-8")


def _compact(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
