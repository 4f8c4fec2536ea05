"""``dossier``: what several documents show together, and what becomes of those that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from spacy.tokens import Doc

import core.extraction
from core.__main__ import main
from core.models import DossierRecord
from core.text.view import TextView

MORNING = {
    "id": "morning",
    "text": "At least 14 miners were killed when a shaft collapsed near Tkwarcheli on Tuesday, the ministry said. "
    "Rescuers from three towns were sent to the pit before noon.",
    "published": "2021-03-10",
    "outlet": "Ridge Gazette",
}
EVENING = {
    "id": "evening",
    "text": "A shaft collapsed near Tkwarcheli on Tuesday. Sixteen miners were killed, Mayor Nino Beridze said.",
    "published": "2021-03-11",
    "outlet": "Harbour Times",
}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    """Exit status and the objects printed."""
    status = main(["dossier", *arguments])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def lines(path: Path, *given: object) -> str:
    """A file with these as lines; what is text already is written as it is."""
    path.write_text("\n".join(g if isinstance(g, str) else json.dumps(g) for g in given), encoding="utf-8")
    return str(path)


def test_two_reports_of_one_thing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One number with its two sources, one event told twice; every index leads to what it says."""
    path = lines(tmp_path / "dossiers.jsonl", {"id": "mine", "documents": [MORNING, EVENING]})
    status, (shown,) = run(capsys, "--jsonl", path)
    msgspec.convert(shown, DossierRecord)
    records = {record["id"]: record for record in shown["records"]}
    assert (status, shown["id"], [*records], shown["failures"]) == (0, "mine", ["morning", "evening"], [])
    assert [record["outlet"] for record in shown["records"]] == ["Ridge Gazette", "Harbour Times"]
    (group,) = shown["groups"]
    assert [records[doc]["figures"][i]["low"] for doc, i in group["figures"]] == [14, 16]
    assert (group["documents"], group["origins"], group["place"]) == (2, 2, "Tkwarcheli")
    first = shown["headline"][0]
    assert first["group"] == group["id"]
    assert records[first["doc"]]["figures"][first["figure"]]["counted_head"] == "miner"
    told = [event for event in shown["events"] if len(event["tellings"]) > 1]
    assert [{doc for doc, _ in event["tellings"]} for event in told] == [{"morning", "evening"}] * len(told)
    assert all(event["reasons"] for event in told)
    days = [shown["events"][index]["earliest"] for index in shown["first_events"]]
    assert days == ["2021-03-09"] * len(days) != []


def test_copies_share_an_origin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same words under another name are not a second source, and the sign is told once."""
    copy = {**MORNING, "id": "copy", "outlet": "Valley Post"}
    path = lines(tmp_path / "dossiers.jsonl", {"id": "mine", "documents": [MORNING, copy]})
    _, (shown,) = run(capsys, "--jsonl", path)
    assert (shown["groups"][0]["documents"], shown["groups"][0]["origins"]) == (2, 1)
    assert [set(link["documents"]) for link in shown["origins"]] == [{"morning", "copy"}]
    assert "Ridge Gazette" in shown["origins"][0]["reason"]


def test_a_bad_line_costs_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no dossier is told by its number; the others are printed in their order."""
    good = {"id": 7, "documents": [EVENING]}
    path = lines(tmp_path / "dossiers.jsonl", "{", good, "", '["x"]', '{"id": "x"}', {"id": 8, "documents": []})
    status, shown = run(capsys, "--jsonl", path)
    assert status == 1
    assert [one["id"] for one in shown] == ["line 1", "7", "line 4", "line 5", "8"]
    assert ["error" in one for one in shown] == [True, False, True, True, False]
    assert (shown[4]["records"], shown[4]["headline"], shown[4]["first_events"]) == ([], [], [])


@pytest.mark.parametrize(
    "bad",
    [{"id": "x"}, "x", None, {**EVENING, "published": "soon"}, {**EVENING, "text": 5}, {**EVENING, "id": "morning"}],
)
def test_a_bad_document_costs_itself_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: dict[str, Any] | str | None
) -> None:
    """It is told among the failures of its dossier, and the status says so."""
    path = lines(tmp_path / "dossiers.jsonl", {"id": "mine", "documents": [MORNING, bad, EVENING | {"id": "last"}]})
    status, (shown,) = run(capsys, "--jsonl", path)
    assert (status, [record["id"] for record in shown["records"]]) == (1, ["morning", "last"])
    (failure,) = shown["failures"]
    assert failure["error"]


def test_a_document_that_brings_extraction_down_stops_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told by its id; the marks of the others are there."""

    def fails(doc: Doc) -> TextView:
        if "Sixteen" in doc.text:
            raise RuntimeError
        return TextView(doc)

    monkeypatch.setattr(core.extraction, "TextView", fails)
    path = lines(tmp_path / "dossiers.jsonl", {"id": "mine", "documents": [EVENING, MORNING]})
    status, (shown,) = run(capsys, "--jsonl", path)
    assert (status, [r["id"] for r in shown["records"]]) == (1, ["morning"])
    assert [failure["id"] for failure in shown["failures"]] == ["evening"]
    assert shown["headline"]


def test_files_are_one_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All that the files hold, once; a file that is there twice and one that is missing are told."""
    for name, text in (("a.txt", MORNING["text"]), ("b.txt", EVENING["text"]), ("c.txt", MORNING["text"])):
        (tmp_path / name).write_text(text, encoding="utf-8")
    status, (shown,) = run(capsys, str(tmp_path), str(tmp_path / "missing.txt"), "--published", "2021-03-10")
    assert (status, [record["name"] for record in shown["records"]]) == (1, ["a.txt", "b.txt"])
    assert ["c.txt" in failure["id"] or "missing" in failure["id"] for failure in shown["failures"]] == [True, True]
    assert len(shown["groups"]) == 1


def test_what_is_not_shown_is_counted_by_page_and_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An event without a date is on no timeline, and the reader of the JSON is told as that of the page is."""
    text = "Two bridges were destroyed near Poti."
    path = lines(tmp_path / "dossiers.jsonl", {"id": "d", "documents": [{"id": "a", "text": text}]})
    status, (shown,) = run(capsys, "--jsonl", path)
    assert status == 0
    assert set(shown["not_shown"]) == {"map", "timeline", "figures", "document", "overview"}
    assert shown["not_shown"]["timeline"] == {"events without a date": 1}


def test_a_dossier_of_the_desk_cannot_be_reached(capsys: pytest.CaptureFixture[str]) -> None:
    """It is said in a sentence, with the status of a wrong call."""
    assert main(["dossier", "--dossier", "some-id"]) == 2
    printed = capsys.readouterr()
    assert (printed.out, "memory" in printed.err) == ("", True)
