"""How far the confidence of places can be believed.

``python -m tests.calibration GOLD.jsonl RECORDS.jsonl …`` takes pairs of files, gold and records as extraction writes
them, and prints one table over all: by tenths of confidence, how many answers, their mean confidence, the share right.
What gold has no name for counts as wrong.

``python -m tests.calibration --fit GOLD.jsonl …`` reads the texts of gold anew, fits the weights, and writes them to
``core/places/resolution/weights.py``; to be run again whenever recognition, resolution or the gazetteer has changed.
It prints the table of the answers fitted, and that of a cross-validation over documents: each half by weights of the
other half. ``--keep`` in its place leaves the weights as they are and writes anew how well they hold.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from spacy.tokens import Doc

from core.places.gazetteer import Gazetteer
from core.places.records import record
from core.places.resolution import weights
from core.text.pipeline import parse
from core.text.view import TextView
from tests.calibration.fitting import Case, Model, cross_validated, fit
from tests.calibration.judging import Record, documents, judged
from tests.calibration.provenance import Provenance, answered, features_digest, gold_set
from tests.calibration.reliability import expected_error, table

WEIGHTS = Path("core/places/resolution/weights.py")


def answers(gold: Path, records: Path) -> Iterator[tuple[float, bool]]:
    """The confidence of each place that counts, and whether it is right."""
    found = {line["id"]: line.get("places", []) for line in documents(records)}
    for document in documents(gold):
        places = found.get(document["id"], [])
        for index, _, right in judged(document, places):
            yield places[index]["confidence"], right


def cases(read: Iterable[tuple[Record, Doc]], gazetteer: Gazetteer) -> Iterator[Case]:
    """The answers of parsed documents with their features."""
    for number, (document, doc) in enumerate(read):
        view = TextView(doc)
        found = answered(view, gazetteer)
        places = [msgspec.to_builtins(record(view, a.mention, a.index, a.group)) for a in found]
        for index, named, right in judged(document, places):
            answer = found[index]
            yield Case(number, answer.of_a_place(), answer.of_this_place(), named, right)


def source(model: Model, provenance: Provenance) -> str:
    """The text of ``core/places/resolution/weights.py``."""
    facts = msgspec.to_builtins(provenance)
    gold = [
        line
        for one in facts.pop("gold")
        for line in ("        {", *(f"            {item}" for item in _items(one)), "        },")
    ]
    lines = [
        '"""Written by ``python -m tests.calibration --fit``; ``features`` tells what is weighed."""',
        "",
        "PROVENANCE = {",
        *(f"    {line}" for line in _items(facts)),
        '    "gold": (',
        *gold,
        "    ),",
        "}",
        '"""What the weights were fitted to and when, and how well they hold: ``tests.calibration.provenance``."""',
        "",
    ]
    for title, weighed in (("PLACE", model.place), ("THIS", model.this)):
        rows = "".join(f'    "{name}": {weight},\n' for name, weight in weighed.items())
        lines.append(f"{title} = {{\n{rows}}}")
    rows = "".join(f"    ({start}, {share}),\n" for start, share in model.levels)
    lines += [
        f"LEVELS = (\n{rows})",
        '"""Raw score from which on a level counts, and the share of its answers that was right."""',
    ]
    return "\n".join(lines) + "\n"


def _items(facts: Mapping[str, object]) -> Iterator[str]:
    """Lines of a dictionary."""
    return (f"{json.dumps(key)}: {json.dumps(value)}," for key, value in facts.items())


def write(known: Sequence[Case], gold: Sequence[Path], kept: Model | None, today: dt.date) -> None:
    """Prints how well the weights hold and writes them: those that were ``kept``, else fitted to the cases."""
    model = kept or fit(known)
    own = [(model.confidence(case), case.right) for case in known]
    unseen = cross_validated(known)
    provenance = Provenance(
        fitted=str(weights.PROVENANCE["fitted"]) if kept else today.isoformat(),
        measured=today.isoformat(),
        gold=tuple(map(gold_set, gold)),
        answers=len(known),
        error=round(expected_error(own), 3),
        cross_validated=round(expected_error(unseen), 3),
        features=features_digest(Gazetteer.open()),
    )
    WEIGHTS.write_text(source(model, provenance), "utf-8")
    print("kept" if kept else "fitted", *table(own), sep="\n")
    print("", "cross-validated over documents", *table(unseen), sep="\n")


def main(arguments: Sequence[str]) -> None:
    """What the head of this file says."""
    wish = arguments[0] if arguments[:1] in (["--fit"], ["--keep"]) else None
    paths = [Path(name) for name in arguments[bool(wish) :]]
    if not paths or (len(paths) % 2 and not wish):
        sys.exit(__doc__)
    if wish:
        gold = [document for path in paths for document in documents(path)]
        read = zip(gold, parse(document["text"] for document in gold), strict=True)
        kept = Model(weights.PLACE, weights.THIS, weights.LEVELS) if wish == "--keep" else None
        write([*cases(read, Gazetteer.open())], paths, kept, dt.datetime.now(dt.UTC).date())
    else:
        pairs = zip(paths[::2], paths[1::2], strict=True)
        print(*table([answer for gold_file, records in pairs for answer in answers(gold_file, records)]), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
