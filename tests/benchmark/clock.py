"""Processor time of each part of extraction, taken while ``extract`` runs as it always does."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any
from unittest import mock

from core import extraction
from core.models import Document, Extraction, Failure

PARTS = ("places", "dates", "quotes", "figures", "events")


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of processor time of this process; ``parts`` by name, "rest" is whatever else is ours."""

    bare: float
    parts: dict[str, float]

    @property
    def ours(self) -> float:
        """Everything but the language model."""
        return sum(self.parts.values())

    @property
    def ratio(self) -> float:
        """The whole extraction by bare ``nlp.pipe``."""
        return 1.0 + self.ours / self.bare


def timed(documents: Sequence[Document]) -> tuple[list[Extraction], Taken]:
    """The records of some documents and the time they took.

    Raises:
        SystemExit: a document could not be read.
    """
    spent = dict.fromkeys(("parse", *PARTS), 0.0)

    def wrapped(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            start = time.process_time()
            try:
                return work(*arguments)
            finally:
                spent[name] += time.process_time() - start

        return run

    def parse(texts: Iterable[str]) -> Iterator[Any]:
        docs = iter(real_parse(texts))
        following = wrapped("parse", lambda: next(docs, None))
        while (doc := following()) is not None:
            yield doc

    real_parse = extraction.parse
    with ExitStack() as patches:
        patches.enter_context(mock.patch.object(extraction, "parse", parse))
        for part in PARTS:
            name = f"find_{part}"
            patches.enter_context(mock.patch.object(extraction, name, wrapped(part, getattr(extraction, name))))
        start = time.process_time()
        records = [_checked(outcome) for outcome in extraction.extract(documents)]
        whole = time.process_time() - start
    parts = {part: spent[part] for part in PARTS}
    return records, Taken(spent["parse"], {**parts, "rest": whole - sum(spent.values())})


def _checked(outcome: Extraction | Failure) -> Extraction:
    if isinstance(outcome, Failure):
        raise SystemExit(f"{outcome.id}: {outcome.error}")
    return outcome
