"""For tests run a thousand times in forks of one process: texts are parsed once, and caches are emptied first."""

from __future__ import annotations

import functools
import gc
from collections.abc import Iterator

import pytest
from spacy.tokens import Doc

from core.text.pipeline import pipeline

_COSTLY = ("pipeline", "gazetteer", "_parsed")
"""Caches that are kept: the model, the gazetteer and parsed texts do not hang on what is broken."""

_known: dict[str, Doc] = {}


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """Before the tests of each run, in the first process and in each fork of it."""
    parse_once()
    forget()


def parse_once() -> None:
    """Has each text parsed once in the first process and never again in its forks: that is most of the tests' time."""
    language = pipeline()
    pipe = language.pipe
    if pipe.__name__ == "remembering":
        return

    def remembering(texts: Iterator[str], **settings: object) -> Iterator[Doc]:
        for text in texts:
            if text not in _known:
                _known[text] = next(iter(pipe([text], **settings)))
            yield _known[text]

    language.pipe = remembering  # type: ignore[method-assign, assignment]


def forget() -> None:
    """Empties what functions of the project and of its tests remember of the code as it was."""
    for cached in gc.get_objects():
        if isinstance(cached, functools._lru_cache_wrapper):
            ours = str(cached.__module__).partition(".")[0] in ("core", "pages", "tests")
            if ours and cached.__name__ not in _COSTLY:
                cached.cache_clear()
