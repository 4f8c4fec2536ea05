"""``docs/record.md`` and the schemas tell of the record as the code has it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from spacy.tokens import Doc

from core.dossier import FIRST_EVENTS, FIRST_FIGURES, dossier_record
from core.figures import find_figures
from core.models import Bound, DossierRecord, Extraction, Failure, to_json
from core.models.schema import OF_A_LINE, json_schema
from core.text.view import TextView
from tests.core.records import record

DOCS = Path(__file__).parents[2] / "docs"
PLAIN = {str: "text", int: "integer", float: "number", bool: "true or false", dt.date: "date"}
TEXT = (DOCS / "record.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| ?(.*) \|$", re.MULTILINE)


def words(kind: Any) -> str:
    """How the document writes the type of a key."""
    if kind in PLAIN:
        return PLAIN[kind]
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    inner = get_args(kind)
    if get_origin(kind) is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if get_origin(kind) is tuple:
        return f"list of {words(inner[0])}" if inner[-1] is ... else f"[{', '.join(map(words, inner))}]"
    if get_origin(kind) is dict:
        return f"object of {words(inner[1])}"
    assert get_origin(kind) in (Union, types.UnionType), kind
    parts = [
        "null" if part is types.NoneType else words(part) for part in inner if part is not int or float not in inner
    ]
    return " or ".join(parts)


def records() -> dict[str, type]:
    """Every class that a line may hold, by its name."""
    found: dict[str, type] = {}

    def walk(kind: Any) -> None:
        if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind.__name__ not in found:
            found[kind.__name__] = kind
            for hint in get_type_hints(kind).values():
                walk(hint)
        for inner in get_args(kind):
            walk(inner)

    for kind in (DossierRecord, Extraction, Failure):
        walk(kind)
    return found


def sections() -> dict[str, list[tuple[str, str]]]:
    """Name of a class → its rows: key and type."""
    parts = re.split(r"^### (\w+)$", TEXT, flags=re.MULTILINE)
    return {name: [row[:2] for row in ROW.findall(body)] for name, body in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("name", [*records()])
def test_every_key_is_told_with_its_type(name: str) -> None:
    """In the order of the record, with all words that a key may hold."""
    hints = get_type_hints(records()[name])
    assert sections()[name] == [(key, words(hints[key])) for key in hints]


def test_nothing_is_told_that_is_not_there() -> None:
    """No section with a table of keys is of a class that no record holds."""
    assert {name for name, rows in sections().items() if rows} == set(records())


@pytest.mark.parametrize("name", [*OF_A_LINE])
def test_the_schema_is_fresh(name: str) -> None:
    """`make docs` writes it anew."""
    assert json.loads((DOCS / f"{name}.schema.json").read_text(encoding="utf-8")) == json.loads(
        json.dumps(json_schema(name))
    )


def lines() -> dict[str, list[Any]]:
    """What the commands may print, of a document and of a dossier."""
    whole = dossier_record("d", (record(), record(id="doc2", published=None)), lambda _: frozenset())
    failure = Failure("line 3", "Line 3 is not a record.")
    return {"record": [record(), failure], "dossier": [whole, failure]}


@pytest.mark.parametrize("name", [*OF_A_LINE])
def test_lines_are_as_the_schema_says(name: str) -> None:
    """A line of output is valid; one with a key of another type, or without a key, is not."""
    schema = json.loads((DOCS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for line in lines()[name]:
        printed = json.loads(to_json(line))
        validator.validate(printed)
        for broken in ({**printed, "id": 7}, {key: printed[key] for key in printed if key != "id"}):
            with pytest.raises(ValidationError):
                validator.validate(broken)


BOUNDS = re.findall(r"^\| ([^`|]+) \| ([^|`]+) \| ([^|`]+) \| `([a-z ]+)` \|$", TEXT, re.MULTILINE)
SAID = [
    (words, lows.split(", ")[n % len(lows.split(", "))], high, bound)
    for said, lows, high, bound in BOUNDS
    for n, words in enumerate(said.split(", "))
]


@pytest.mark.parametrize(("said", "low", "high", "bound"), SAID)
def test_bounds_are_as_the_table_tells(
    parse_one: Callable[[str], Doc], said: str, low: str, high: str, bound: str
) -> None:
    """Each of its words, in a sentence, has the low, the high and the bound that stand beside it."""
    view = TextView(parse_one(f"Officials said {said} people were hurt in the town."))
    (figure,) = find_figures(view, (), (), ())
    assert (figure.low, figure.high) == tuple(None if end == "null" else float(end) for end in (low, high))
    assert figure.bound == bound


def test_the_table_of_bounds_is_whole() -> None:
    """Every bound has a row, and the first view holds as many as is said."""
    assert {bound for *_, bound in SAID} == set(get_args(Bound))
    assert f"(at most {FIRST_FIGURES})" in TEXT
    assert f"(at most {FIRST_EVENTS})" in TEXT
