"""A kind of mark is known from its entry alone: rows, counts, filter and tray ask nobody else."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import get_args

import pytest

from core.charts.theme import Colours
from core.frames.context import RecordContext
from core.frames.filter import Filter
from core.frames.kinds import KINDS, MarkKind, Page, Reason
from core.frames.mark import MarkRow
from core.frames.not_shown import not_shown
from core.frames.rows import Frames, frames
from core.frames.selection import select
from core.models import Extraction, Words
from tests.core.records import record

SHEET = (Path(__file__).parents[3] / "assets" / "theme" / "kinds.css").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialRow(MarkRow):
    """A denial; ``of`` is what is denied, null where the text does not say."""

    of: str | None


def _read(context: RecordContext) -> Iterator[DenialRow]:
    for i, found in enumerate(re.finditer(r"denied(?: the (\w+))?", context.record.text)):
        words = Words(found.start(), found.end(), found[0])
        yield DenialRow(**context.common(i, words, words.text), of=found[1])


DENIALS: MarkKind[DenialRow] = MarkKind(
    name="denial",
    plural="denials",
    row=DenialRow,
    word="denial",
    address="denial",
    page="timeline",
    read=_read,
    facts=lambda row: [("What is denied", row.of)],
    passes=lambda row, chosen: chosen.kind is None,
    left_out=(
        Reason(
            lambda _: "denials of nothing named", lambda row, _: row.of is None, lambda rows, _: rows.c.of.is_(None)
        ),
    ),
)


def of_two_documents() -> Frames:
    """One document denies something named in Norland, the other just denies."""
    one = record()
    other = Extraction(**{f.name: getattr(one, f.name) for f in fields(one)} | {"id": "doc2", "text": "He denied it."})
    return frames([one, other], kinds=(*KINDS, DENIALS))


def test_a_new_kind_has_rows_and_is_counted() -> None:
    """With the columns that all rows have; documents and the whole count it."""
    made, before = of_two_documents(), frames([record()])
    assert [(row.key, row.text, row.of) for row in made.of(DENIALS)] == [
        ("doc1:0", "denied the report", "report"),
        ("doc2:0", "denied", None),
    ]
    assert made.of(DENIALS)[0].place_keys == ("name:norland",)
    assert made.count == 2 * before.count + 2
    assert [row.marks for row in made.documents] == [before.count + 1] * 2


FILTERS = [
    (Filter(), ["doc1:0", "doc2:0"]),
    (Filter(place="name:norland"), ["doc1:0"]),
    (Filter(documents=("doc2",)), ["doc2:0"]),
    (Filter(first=dt.date(2022, 9, 12)), ["doc2:0"]),
    (Filter(first=dt.date(2022, 9, 13)), []),
    (Filter(kind="count"), []),
]


@pytest.mark.parametrize(("chosen", "kept"), FILTERS)
def test_the_filter_governs_a_new_kind(chosen: Filter, kept: list[str]) -> None:
    """Place, document and days as for any mark, and the part that is its own."""
    assert [row.key for row in select(of_two_documents(), chosen).of(DENIALS)] == kept


def test_the_tray_tells_of_a_new_kind() -> None:
    """Its own reason on its own page; what the filter takes there and on the overview, and on no other page."""
    made = of_two_documents()
    assert "denials of nothing named" in [item.reason for item in not_shown(made, Filter(), "timeline")]
    assert not_shown(made, Filter(), "overview") == ()

    def filtered(page: Page) -> set[str]:
        items = not_shown(made, Filter(place="name:norland"), page)
        return {type(row).__name__ for item in items for row in item.rows if "filter" in item.reason}

    pages = [page for page in get_args(Page) if "DenialRow" in filtered(page)]
    assert pages == ["timeline", "overview"]


def test_each_kind_has_its_colour_and_its_looks() -> None:
    """What is seen in a text has a token in the theme, and a rule in the sheet for text and strip."""
    tokens = {field.name for field in fields(Colours)}
    for kind in KINDS:
        assert f"mark.dl-{kind.name} " in SHEET
        assert not kind.in_text or kind.name in tokens
        for look in kind.looks:
            rules = [f".dl-mark.dl-in-{look.name} ", f".dl-tick-{look.name} "] if look.word else []
            assert [rule for rule in rules if rule not in SHEET] == []


def test_names_of_kinds_are_their_own() -> None:
    """In the record, in style sheets and in addresses no two are called the same."""
    for names in ([k.name for k in KINDS], [k.plural for k in KINDS], [k.address for k in KINDS]):
        assert len(set(names)) == len(KINDS)
    assert all(isinstance(getattr(record(), kind.plural), tuple) for kind in KINDS)
