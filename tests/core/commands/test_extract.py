"""``extract``: records on standard output, progress and failures where they belong."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from core.__main__ import main
from tests.core.ingest.test_documents import p, word

ARTICLE = "Mayor Olha Tkach said at least 30 people were hurt in Paris last week."


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    """Exit status and the records printed."""
    status = main(list(arguments))
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """One article as a plain text file."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_file_becomes_a_record(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The publication date given on the command line anchors the text."""
    status, (record,) = run(capsys, "extract", str(article), "--published", "2022-09-17")
    assert (status, record["published"], record["published_from"]) == (0, "2022-09-17", "given")
    assert record["text"] == ARTICLE
    assert [d["earliest"] for d in record["dates"]] == ["2022-09-05"]


def test_a_bad_file_stops_no_other(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file has its line, in the order given; the status tells that one failed."""
    empty = article.with_name("empty.txt")
    empty.write_bytes(b"")
    status, records = run(capsys, "extract", str(empty), str(article), str(article.with_name("missing.txt")))
    assert status == 1
    assert ["error" in r for r in records] == [True, False, True]


def test_a_folder_is_read_whole(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All files of a folder, in the order of their names."""
    article.with_name("another.txt").write_text("Nothing happened.", encoding="utf-8")
    status, records = run(capsys, "extract", str(article.parent))
    assert (status, [r["name"] for r in records]) == (0, ["another.txt", "article.txt"])


def test_lines_are_taken_as_they_stand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No cleaning moves an offset (what cannot be stored is replaced one for one); a broken line tells its number."""
    path = tmp_path / "texts.jsonl"
    text = "  Two\r\nmen \x00 fled.\r\n\r\n\r\n“So” "
    rows = [json.dumps({"id": 7, "text": text, "published": None}), "", "{", '{"id": "x"}', '["x"]']
    path.write_text("\n".join(rows), encoding="utf-8")
    status, records = run(capsys, "extract", "--jsonl", str(path))
    assert status == 1
    assert (records[0]["id"], records[0]["text"]) == ("7", text.replace("\x00", "\ufffd"))
    assert [r["id"] for r in records[1:]] == ["line 3", "line 4", "line 5"]


def test_standard_input_is_a_file(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash stands for what is piped in."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    status, (record,) = run(capsys, "extract", "-")
    assert (status, record["text"]) == (0, ARTICLE)


def test_an_archive_gives_all_it_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record for each document inside, a failure for each thing not read with the way to it; the status tells."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("one.txt", ARTICLE)
        archive.writestr("clip.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40))
        archive.writestr("rows.csv", f"headline,body\nA,{ARTICLE}\nB,{ARTICLE}\n")
    path = tmp_path / "archive.zip"
    path.write_bytes(data.getvalue())
    status, records = run(capsys, "extract", str(path), "--published", "2022-09-17")
    assert status == 1
    assert [r["name"] for r in records if "name" in r] == ["one.txt", "row 2: A", "row 3: B"]
    assert {r["published"] for r in records if "name" in r} == {"2022-09-17"}
    (failure,) = (r for r in records if "error" in r)
    assert failure["id"] == f"{path} › clip.7z"
    assert "7z archive" in failure["error"]


STRUCK = "<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>"


def test_what_a_document_lacks_is_in_its_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that was read in part is read: one record that warns, and no failure."""
    path = tmp_path / "article.docx"
    path.write_bytes(word(STRUCK + p(ARTICLE)))
    status, (record,) = run(capsys, "extract", str(path))
    assert (status, record["text"]) == (0, ARTICLE)
    assert [w["code"] for w in record["warnings"]].count("part") == 1


def test_what_no_record_can_tell_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An archive that breaks off has lost documents of which no record warns."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name in ("one.txt", "two.txt"):
            entry = tarfile.TarInfo(name)
            entry.size = len(ARTICLE)
            archive.addfile(entry, io.BytesIO(ARTICLE.encode()))
    path = tmp_path / "archive.tar"
    path.write_bytes(data.getvalue()[: 512 + 512 + 512 + 30])
    status, records = run(capsys, "extract", str(path))
    assert (status, ["error" in record for record in records]) == (1, [False, True])


def test_a_bad_line_costs_one_line_at_most(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes that are no UTF-8, lone surrogates, lookalikes, nested brackets: the lines that follow are read."""
    path = tmp_path / "texts.jsonl"
    lines = [
        b'\xef\xbb\xbf{"id": "mark", "text": "A mill burned."}',
        '{"id": "sign", "text": "A mill\u037e burned."}'.encode(),
        b'{"id": "latin", "text": "A caf\xe9 burned."}',
        b'{"id": "half\\ud83d", "outlet": "\\ud83d", "text": "A mill\\ud83d burned."}',
        b"[" * 100_000,
        b"no record",
        b'{"id": "last", "text": "A mill burned in Kharkiv that very day."}',
    ]
    path.write_bytes(b"\n".join(lines))
    status, found = run(capsys, "extract", "--jsonl", str(path))
    assert status == 1
    assert [record["id"] for record in found] == ["mark", "sign", "latin", "half\ufffd", "line 5", "line 6", "last"]
    assert ["error" in record for record in found] == [False] * 4 + [True] * 2 + [False]
    assert [place["name"] for place in found[-1]["places"]] == ["Kharkiv"]
