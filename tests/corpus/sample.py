"""One file of the corpus, and the story that most of them tell."""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "Footbridge collapses at Stara Hreblya"
STORY = (
    "The footbridge at Stara Hreblya collapsed shortly before noon on Tuesday, and four people were taken to hospital, "
    "the district council said.",
    "Divers searched the mill pond until nightfall. A fifth person, who had been reported missing, was found at home.",
    "The bridge had been closed to lorries since March because of a crack in its eastern pier, council engineer "
    "Halyna Moroz told reporters.",
)
UKRAINIAN = "Пішохідний міст біля млина обвалився у вівторок, чотирьох людей забрали до лікарні, повідомила рада."
KEY = ("Stara Hreblya collapsed shortly", "Divers searched the mill pond", "Halyna Moroz told reporters")
"""Words of each paragraph: a reader that loses one of them has lost text."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A file as it is handed in, and what must come out of it.

    Attributes:
        name: with the extension that the format usually has.
        words: each must stand in exactly one place of its documents together.
        documents: how many there are.
        code: of the whole file.
    """

    name: str
    data: bytes
    words: tuple[str, ...] = KEY
    documents: int = 1
    code: str = "read"
