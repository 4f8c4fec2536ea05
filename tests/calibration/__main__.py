"""How far the confidence of places can be believed.

``python -m tests.calibration GOLD.jsonl RECORDS.jsonl …`` takes pairs of files, gold and records as extraction writes
them, and prints one table over all: by tenths of confidence, how many answers, their mean confidence, the share right.
What gold has no name for counts as wrong.

``python -m tests.calibration --fit GOLD.jsonl …`` reads the texts of gold anew, fits the weights, and writes them to
``core/places/resolution/weights.py``; to be run again whenever recognition, resolution or the gazetteer has changed.
It prints the table of the answers fitted, and that of a cross-validation over documents: each half by weights of the
other half.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from spacy.tokens import Doc

from core.places import resolved
from core.places.gazetteer import Gazetteer
from core.places.records import record
from core.places.resolution.features import Answer
from core.text.pipeline import parse
from core.text.view import TextView
from tests.calibration.fitting import Case, Model, cross_validated, fit
from tests.calibration.judging import Record, documents, judged

WEIGHTS = Path("core/places/resolution/weights.py")


def answers(gold: Path, records: Path) -> Iterator[tuple[float, bool]]:
    """The confidence of each place that counts, and whether it is right."""
    found = {line["id"]: line.get("places", []) for line in documents(records)}
    for document in documents(gold):
        places = found.get(document["id"], [])
        for index, _, right in judged(document, places):
            yield places[index]["confidence"], right


def cases(read: Iterable[tuple[Record, Doc]], gazetteer: Gazetteer) -> Iterator[Case]:
    """The answers of parsed documents with their signs."""
    for number, (document, doc) in enumerate(read):
        view = TextView(doc)
        mentions, groups, member = resolved(view, gazetteer)
        located = sorted(member)
        places = [msgspec.to_builtins(record(view, mentions[i], i, groups[member[i]])) for i in located]
        for place, found, right in judged(document, places):
            index = located[place]
            group = groups[member[index]]
            answer = Answer(mentions[index], index, group, group.best(index), group.chances_of(index))
            yield Case(number, answer.of_a_place(), answer.of_this_place(), found, right)


def table(judged_answers: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """The reliability table, a line each; then the mean gap, weighted by count, and the largest one."""
    yield "tenth    count  confidence  right"
    gaps = []
    for tenth in range(10):
        inside = [answer for answer in judged_answers if min(int(answer[0] * 10 + 1e-9), 9) == tenth]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            gaps.append((abs(mean - share), len(inside)))
            yield f"{tenth / 10:.1f}–{tenth / 10 + 0.1:.1f} {len(inside):6d} {mean:11.3f} {share:6.3f}"
    expected = sum(gap * count for gap, count in gaps) / max(len(judged_answers), 1)
    yield f"expected calibration error {expected:.3f}, largest gap {max((gap for gap, _ in gaps), default=0.0):.3f}"


def source(model: Model) -> str:
    """The text of ``core/places/resolution/weights.py``."""
    lines = ['"""Written by ``python -m tests.calibration --fit``; ``signs`` tells what is weighed."""', ""]
    for title, weights in (("PLACE", model.place), ("THIS", model.this)):
        rows = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
        lines.append(f"{title} = {{\n{rows}}}")
    rows = "".join(f"    ({start}, {share}),\n" for start, share in model.levels)
    lines += [
        f"LEVELS = (\n{rows})",
        '"""Raw score from which on a level counts, and the share of its answers that was right."""',
    ]
    return "\n".join(lines) + "\n"


def fit_all(read: Iterable[tuple[Record, Doc]]) -> None:
    """Fits, prints both tables and writes the weights."""
    known = list(cases(read, Gazetteer.open()))
    model = fit(known)
    WEIGHTS.write_text(source(model), "utf-8")
    print("fitted", *table([(model.confidence(case), case.right) for case in known]), sep="\n")
    print("", "cross-validated over documents", *table(cross_validated(known)), sep="\n")


if __name__ == "__main__":
    fitting, paths = sys.argv[1:2] == ["--fit"], [Path(name) for name in sys.argv[1:] if name != "--fit"]
    if not paths or (len(paths) % 2 and not fitting):
        sys.exit(__doc__)
    if fitting:
        gold = [document for path in paths for document in documents(path)]
        fit_all(zip(gold, parse(document["text"] for document in gold), strict=True))
    else:
        pairs = zip(paths[::2], paths[1::2], strict=True)
        print(*table([answer for gold, records in pairs for answer in answers(gold, records)]), sep="\n")
