"""Documents with their jobs as rows of the database, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import Connection, RowMapping, select

from core.desk.database.blobs import packed, unpacked
from core.desk.database.schema import DOCUMENT, READING
from core.desk.database.words import storable
from core.desk.dossier import Held, Job, State
from core.desk.recent import Recent
from core.models import Document, Extraction

_MOST_CHARACTERS = 16 * 2**20
"""Texts of so many characters are kept decoded; with what was found in them some ten bytes each."""

_AT_ONCE = 400
HEAD = [column for column in DOCUMENT.c if column.name != "content"]
"""All of a document but its content, which rests in memory mostly."""

Decoded = tuple[Document, Extraction | None]


class HeldRows:
    """Rows → pictures of documents. What does not change is decoded once, whoever asks for it."""

    def __init__(self) -> None:
        self._kept: Recent[tuple[int, int, int | None], Decoded] = Recent(_MOST_CHARACTERS, _size)

    def held(self, connection: Connection, rows: Iterable[RowMapping]) -> list[Held]:
        """The documents of some rows (:data:`HEAD`), in their order."""
        heads = list(rows)
        decoded = {head["number"]: self._kept.get(_key(head)) for head in heads}
        missing = [head for head in heads if decoded[head["number"]] is None]
        for start in range(0, len(missing), _AT_ONCE):
            decoded.update(self._decode(connection, missing[start : start + _AT_ONCE]))
        return [_held(head, cast("Decoded", decoded[head["number"]])) for head in heads]

    def _decode(self, connection: Connection, heads: list[RowMapping]) -> dict[int, Decoded]:
        contents = _blobs(connection, DOCUMENT.c.number, DOCUMENT.c.content, [head["number"] for head in heads])
        records = _blobs(connection, READING.c.number, READING.c.record, [h["reading"] for h in heads if h["reading"]])
        found: dict[int, Decoded] = {}
        for head in heads:
            document = unpacked(contents[head["number"]], Document)
            data = records.get(head["reading"])
            record = with_names(unpacked(data, Extraction), document) if data else None
            found[head["number"]] = document, record
            self._kept.put(_key(head), (document, record))
        return found


def document_columns(document: Document) -> dict[str, Any]:
    """The columns that tell of a document itself."""
    return {
        "id": document.id,
        "sha256": document.sha256,
        "original": document.original,
        "name": storable(document.name),
        "title": storable(document.title),
        "outlet": storable(document.outlet),
        "published": document.published,
        "language": document.language,
        "characters": len(document.text),
        "content": packed(document),
    }


def job_columns(job: Job, anew: bool) -> dict[str, Any]:
    """The columns that tell of a job; whoever had claimed the document has it no longer."""
    return {
        "job": job.id,
        "state": job.state,
        "sentence": job.sentence,
        "seconds": job.seconds,
        "begun": job.begun,
        "anew": anew,
        "claim": None,
        "worker": None,
        "lease": None,
        "attempts": 0,
    }


def with_names(record: Extraction, document: Document) -> Extraction:
    """The record under the headline and outlet that its document has now; both share one text."""
    text = document.text if record.text == document.text else record.text
    return replace(record, title=document.title, outlet=document.outlet, text=text)


def _held(head: RowMapping, decoded: Decoded) -> Held:
    document, record = decoded
    state = cast("State", head["state"])
    job = Job(
        id=head["job"],
        document=document.id,
        state=state,
        progress=0.0 if state in ("waiting", "reading") else 1.0,
        sentence=head["sentence"],
        seconds=head["seconds"],
        begun=head["begun"],
    )
    return Held(document, job, record, head["anew"])


def _blobs(connection: Connection, key: Any, blob: Any, keys: list[int]) -> Mapping[int, bytes]:
    return dict(connection.execute(select(key, blob).where(key.in_(keys))).all()) if keys else {}


def _key(head: RowMapping) -> tuple[int, int, int | None]:
    return head["number"], head["revision"], head["reading"]


def _size(decoded: Decoded) -> int:
    return len(decoded[0].text) + 1
