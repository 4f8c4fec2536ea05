"""``python -m tests.filters --filters 1000``: how often database and rows in memory differ under random filters."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import get_args

from core.desk.database import Database
from core.frames.filter import Filter, Roles
from core.frames.kinds import KINDS
from core.frames.rows import Frames, frames
from core.models import FigureKind
from tests.core.desk.desks import DATABASES, database_url
from tests.corpus.dossiers import fill, records
from tests.filters.comparison import differences

DOSSIER = "random"


def main() -> int:
    """Prints a line for each database; exit status 1 where anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--filters", type=int, default=1_000, help="random filters for each database")
    parser.add_argument("--documents", type=int, default=30, help="documents of the dossier")
    parser.add_argument("--seed", default="0", help="another one gives other documents and filters")
    given = parser.parse_args()
    found = list(records(given.documents, given.seed))
    whole, differing = frames(found), 0
    for kind in DATABASES:
        chance, differ = random.Random(given.seed), Counter[str]()  # noqa: S311 — a fixed choice
        with tempfile.TemporaryDirectory() as folder, database_url(kind, Path(folder)) as url:
            database = Database(url)
            fill(database, DOSSIER, found)
            for _ in range(given.filters):
                with database.reading() as connection:
                    differ.update(differences(connection, DOSSIER, whole, chosen(whole, chance)))
            database.close()
        differing += differ.total()
        print(f"{kind}: {given.filters:,} filters, {whole.count:,} marks, {differ.total()} differences", dict(differ))
    return int(bool(differing))


def chosen(whole: Frames, chance: random.Random) -> Filter:
    """A filter of which each part is as often empty as not, and mostly names what is there."""
    marks = [row for kind in KINDS for row in whole.of(kind)]
    ids = [row.doc for row in whole.documents]
    about = chance.choice([row for row in marks if row.place_keys])
    days = sorted(day for row in chance.sample(marks, 20) for span in row.spans for day in span if day)
    said = chance.choice([row.speaker for row in marks if row.speaker])
    return Filter(
        documents=tuple(chance.sample([*ids, "none"], chance.randint(1, len(ids)))) if chance.random() < 0.5 else (),
        place=chance.choice([None, None, about.place_keys[0], "none"]),
        first=chance.choice([None, days[0]]),
        last=chance.choice([None, days[-1]]),
        speaker=chance.choice([None, None, None, said]),
        roles=chance.choice(get_args(Roles)),
        kind=chance.choice([None, *get_args(FigureKind)]),
    )


if __name__ == "__main__":
    sys.exit(main())
