"""Lists of articles, as tables, workbooks and JSON: a document a row, with what its other columns say."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from core.ingest import Limits, read_file
from core.ingest.budget import Budget
from core.ingest.columns import columns_of, day
from core.ingest.outcome import Unreadable

LONG = "The bridge at Novy Brid fell at noon, and two people were hurt, the mayor said on Monday evening. " * 3
TABLE = (
    "Headline;Date;Source;URL;Full text\n"
    'Bridge falls;2022-09-15;Mill Post;https://mill.example;"Two people, ""or three"",\nwere hurt; the mayor said."\n'
    "Bridge stands;17 September 2022;Mill Post;;It was mended on Monday.\n"
    "Nothing;;;;\n"
)


@pytest.mark.parametrize("name", ["articles.csv", "articles.txt", "articles.pdf"])
@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_a_table(name: str, mark: str) -> None:
    """Names of columns decide what they are, the extension nothing; a cell may hold marks and lines."""
    table = TABLE.replace("hurt; the", "hurt, the").replace(";", mark)
    one, two = read_file(table.encode("utf-8-sig"), name).documents()
    assert one.text == 'Two people, "or three",\nwere hurt, the mayor said.'
    assert (one.title, one.outlet, one.address) == ("Bridge falls", "Mill Post", "https://mill.example")
    assert [(d.published, d.published_from) for d in (one, two)] == [
        (dt.date(2022, 9, 15), "metadata"),
        (dt.date(2022, 9, 17), "metadata"),
    ]
    assert [d.name for d in (one, two)] == ["row 2: Bridge falls", "row 3: Bridge stands"]


def test_the_column_of_texts_is_asked_for() -> None:
    """Where no name tells; with the answer, the same file is read."""
    table = b"n,a,b\n1,Two people were hurt.,Monday\n2,It was mended.,Tuesday\n"
    asked = read_file(table, "a.csv")
    assert (asked.code, asked.columns) == ("unsupported", ("n", "a", "b"))
    assert [d.text for d in read_file(table, "a.csv", text_column="a").documents()] == [
        "Two people were hurt.",
        "It was mended.",
    ]


def test_one_column_of_running_text_is_enough() -> None:
    """Whatever it is called; of two, somebody must choose."""
    assert columns_of([{"n": "1", "x": LONG, "y": "short"}]).text == "x"
    with pytest.raises(Unreadable):
        columns_of([{"x": LONG, "y": LONG}])


def test_prose_with_commas_is_no_table() -> None:
    """A first line with a comma names no columns."""
    text = "Two people, maybe three, were hurt\nThe mayor, a baker, said so on Monday.\n"
    (document,) = read_file(text.encode(), "a.txt").documents()
    assert document.text == text


def book(*sheets: list[tuple[Any, ...]]) -> bytes:
    """A workbook of these sheets."""
    made, data = Workbook(), io.BytesIO()
    made.remove(made.active)  # type: ignore[arg-type]
    for rows in sheets:
        sheet = made.create_sheet()
        for row in rows:
            sheet.append(row)
    made.save(data)
    return data.getvalue()


def test_a_workbook() -> None:
    """Dates are dates, empty rows are none, and a sheet without texts hides no other."""
    data = book(
        [("Year", "Count"), (2021, 3)],
        [("Title", "Published", "Text"), ("Bridge falls", dt.date(2022, 9, 15), LONG), (), ("None", None, None)],
    )
    (document,) = read_file(data, "a.doc").documents()
    assert (document.title, document.published, document.text) == ("Bridge falls", dt.date(2022, 9, 15), LONG)
    assert read_file(book([("Year", "Count"), (2021, 3)]), "a.xlsx").columns == ("Year", "Count")


def test_a_workbook_with_a_far_corner() -> None:
    """Two cells a million rows apart are two cells' work."""
    made, data = Workbook(), io.BytesIO()
    sheet = made.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "Text", LONG
    made.save(data)
    assert read_file(data.getvalue(), "far.xlsx").code == "read"


ARTICLE = {"headline": "Bridge falls", "body": LONG, "published_at": "2022-09-15T08:00:00Z", "source": {"name": "Mill"}}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (json.dumps(ARTICLE), 1),
        (json.dumps([ARTICLE, ARTICLE | {"body": "It was mended."}]), 2),
        (json.dumps({"status": "ok", "tags": [{"id": 1}], "response": {"docs": [ARTICLE] * 3}}), 3),
        ("\n".join(json.dumps(ARTICLE | {"id": n}) for n in range(4)) + "\n", 4),
        (json.dumps({"body": LONG, "paragraphs": ["a", "b"]}), 1),
    ],
)
def test_json(text: str, count: int) -> None:
    """One article, a list wherever it lies, or one a line."""
    documents = list(read_file(text.encode(), "a.txt").documents())
    assert len(documents) == count
    assert documents[0].text == LONG


def test_what_an_article_in_json_says_of_itself() -> None:
    """Time stamps become days, nested names are found, and an article alone is the file's own document."""
    outcome = read_file(json.dumps(ARTICLE).encode(), "a.json")
    assert outcome.document is not None
    assert (outcome.document.outlet, outcome.document.published) == ("Mill", dt.date(2022, 9, 15))


def test_a_broken_line_stops_no_other() -> None:
    """It is said with its number."""
    outcome = read_file(f'{json.dumps(ARTICLE)}\n{{"body": \n{json.dumps(ARTICLE)}\n'.encode(), "a.jsonl")
    assert (outcome.code, len(list(outcome.documents()))) == ("read in part", 2)
    assert [(m.name, m.code) for m in outcome.members if m.code != "read"] == [("line 2", "damaged")]


@pytest.mark.parametrize("text", ['{"settings": {"a": 1}}', "[1, 2, 3]", "[" * 100_000, '{"a":' * 100_000])
def test_json_without_articles(text: str) -> None:
    """It is text without articles, or not JSON at all; never an error."""
    assert read_file(text.encode(), "a.json").code in ("unsupported", "empty", "read", "too large")


def test_cells_are_counted() -> None:
    """More than the limit are not read, and that is said."""
    outcome = read_file(TABLE.encode(), "a.csv", budget=Budget(Limits(cells=9)))
    assert outcome.code in ("read in part", "too large")
    assert "more than 9 cells" in outcome.sentence


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1663228800, dt.date(2022, 9, 15)),
        (1663228800000, dt.date(2022, 9, 15)),
        ("Thu, 15 Sep 2022 08:00:00 GMT", dt.date(2022, 9, 15)),
        ("15.09.2022", dt.date(2022, 9, 15)),
        ("2022-09-15 08:00", dt.date(2022, 9, 15)),
        (dt.date(2022, 9, 15), dt.date(2022, 9, 15)),
        (7, None),
        (True, None),
        ("soon", None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_days_of_cells(value: object, expected: dt.date | None) -> None:
    """Numbers that are no time stamps, and words that are no dates, give none."""
    assert day(value) == expected


def test_tables_without_names_of_columns() -> None:
    """A whole paragraph is no name: the first row is an article like the others."""
    rows = [("1", "A", LONG + "One."), ("2", "B", LONG + "Two.")]
    table = "".join(f'{number},{title},"{text}"\n' for number, title, text in rows)
    for data, name in ((table.encode(), "a.csv"), (book(rows), "a.xlsx"), (book(rows[:1]), "a.xlsx")):
        texts = [document.text for document in read_file(data, name).documents()]
        assert texts == [text for _, _, text in rows][: len(texts)]
        assert texts


def test_cells_beyond_the_last_column_are_said() -> None:
    """As where a text holds commas and no quotation marks."""
    outcome = read_file(b"title,text\nOne,It fell, they said\nTwo,It stands\n", "a.csv")
    assert (outcome.code, [d.text for d in outcome.documents()]) == ("read in part", ["It fell", "It stands"])
    assert "1 row" in outcome.sentence


def test_what_stands_beside_the_cells_of_a_workbook() -> None:
    """Notes on cells are read, and a sheet without texts is said."""
    made = Workbook()
    made.active.append(["title", "text"])
    made.active.append(["One", "It fell."])
    made.active["B2"].comment = Comment("Check with the mayor.", "Olena")
    made.create_sheet("Sums").append(["year", "sum"])
    made["Sums"].append([2022, 5])
    data = io.BytesIO()
    made.save(data)
    outcome = read_file(data.getvalue(), "a.xlsx")
    assert [d.text for d in outcome.documents()] == ["It fell.", "Check with the mayor."]
    assert (outcome.code, "“Sums”" in outcome.sentence) == ("read in part", True)


@pytest.mark.parametrize(
    ("text", "texts", "title"),
    [
        ('{"": "odd", "text": "It fell."}', ["It fell."], None),
        ('["It fell.", "It stands."]', ["It fell.", "It stands."], None),
        ('{"a1": {"text": "It fell."}, "a2": {"text": "It stands."}}', ["It fell.", "It stands."], None),
        ('[{"Article Text": "It fell."}, {"body": "It stands."}]', ["It fell.", "It stands."], None),
        ('[{"headline": {"main": "News"}, "body": "It fell."}]', ["It fell."], "News"),
    ],
)
def test_json_of_other_shapes(text: str, texts: list[str], title: str | None) -> None:
    """Texts under odd names, under names of their own, and under none."""
    documents = list(read_file(text.encode(), "a.json").documents())
    assert ([d.text for d in documents], documents[0].title) == (texts, title)
