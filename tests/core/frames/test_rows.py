"""Records become typed rows that keep every mark with its sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.frames.kinds import KINDS
from core.frames.kinds.places import PLACES
from core.frames.rows import frames
from core.models import PlaceCandidate
from tests.core.records import TEXT, place, record, span


def test_no_record_gives_rows_of_every_kind() -> None:
    """A page can ask an empty desk for any kind of mark."""
    empty = frames([])
    assert empty.count == 0
    assert (empty.documents, empty.last_day) == ((), None)
    assert [empty.of(kind) for kind in empty.kinds] == [()] * len(KINDS)


def test_every_mark_is_a_row() -> None:
    """Nothing is lost between record and rows."""
    one = record()
    made = frames([one, replace(one, id="doc2")])
    for kind in KINDS:
        assert len(made.of(kind)) == 2 * len(getattr(one, kind.plural))
    assert made.count == sum(row.marks for row in made.documents)


def test_each_row_holds_its_sentence() -> None:
    """The sentence of a mark covers the mark."""
    for kind in KINDS:
        for row in frames([record()]).of(kind):
            assert row.sent_start <= row.start < row.end <= row.sent_end


def test_a_key_names_a_mark_in_the_whole_dossier() -> None:
    """Document and index, as addresses carry it; no two marks of a kind share one."""
    made = frames([record(), record(id="doc2")])
    assert [row.key for row in made.quotes] == ["doc1:0", "doc2:0"]
    for kind in KINDS:
        assert len({row.key for row in made.of(kind)}) == len(made.of(kind))


def test_mentions_of_one_place_share_a_key() -> None:
    """Located places group by gazetteer id, others by name."""
    keys = [row.place_key for row in frames([record()]).places]
    assert keys[0] == keys[2] != keys[1] == "name:norland"


@pytest.mark.parametrize(("others", "named"), [(4, "A, B, C, D"), (5, "A, B, C, D")])
def test_four_other_places_of_a_name_are_named(others: int, named: str) -> None:
    """What else it could be, likeliest first, in the panel beside the text."""
    candidates = [PlaceCandidate(name, "region", *(None,) * 5, 0.1, "") for name in "ABCDE"[:others]]
    (row,) = frames([record(places=(place(alternatives=tuple(candidates)),), events=(), figures=())]).places
    assert dict(PLACES.facts(row))["Could also be"] == "; ".join(f"{name}, region" for name in named.split(", "))


def test_a_figure_has_place_date_and_speaker() -> None:
    """What a figure points at stands in its own row."""
    first, second = frames([record()]).figures
    assert (first.place_name, first.when, first.speaker) == ("Vasylkove", "Monday", None)
    assert (second.speaker, second.speaker_role) == ("Olha Tkach", "Mayor")


def test_a_mark_inside_a_quotation_has_its_speaker() -> None:
    """An event told inside somebody's words is that person's statement."""
    start, end = span("We counted")
    one = record()
    told = replace(one.events[0], trigger=replace(one.events[0].trigger, start=start, end=end))
    made = frames([replace(one, events=(told,))])
    assert [row.speaker for row in made.events] == ["Olha Tkach"]
    assert TEXT[start:end] == "We counted"


def test_hidden_characters_reach_no_page_or_chart() -> None:
    """A mark whose words turn the direction of writing has signs in the rows; the record keeps its text."""
    turned = replace(record(), text=TEXT.replace("12 graves", "12\u202egraves"))
    hidden = replace(turned, figures=(replace(turned.figures[0], text="12\u202egraves"),), events=())
    made = frames([hidden])
    assert [row.text for row in made.figures] == ["12⟨RLO⟩graves"]
    assert [row.text for row in made.places] == [row.text for row in frames([record()]).places]


def test_a_mark_names_its_page() -> None:
    """Where the document has pages."""
    paged = replace(record(), pages=(0, TEXT.index("Norland")))
    assert [row.page for row in frames([paged]).places] == [1, 2, 2]
    assert [row.page for row in frames([record()]).places] == [None, None, None]
