"""Records become frames that keep every mark with its sentence."""

from __future__ import annotations

from dataclasses import replace

from core.frames.rows import COMMON, frames
from tests.core.records import TEXT, record, span

KINDS = ("places", "dates", "figures", "quotes", "events")


def test_no_record_gives_empty_frames_with_all_columns() -> None:
    """A page can ask for any column of an empty desk."""
    empty = frames([])
    assert empty.marks() == 0
    for kind in KINDS:
        assert set(COMMON) <= set(getattr(empty, kind).columns)


def test_every_mark_is_a_row() -> None:
    """Nothing is lost between record and frames."""
    one = record()
    made = frames([one, replace(one, id="doc2")])
    for kind in KINDS:
        assert len(getattr(made, kind)) == 2 * len(getattr(one, kind))
    assert made.marks() == made.documents["marks"].sum()


def test_each_row_holds_its_sentence() -> None:
    """The sentence of a mark covers the mark."""
    for kind in KINDS:
        for row in getattr(frames([record()]), kind).to_dict("records"):
            assert row["sent_start"] <= row["start"] < row["end"] <= row["sent_end"]


def test_mentions_of_one_place_share_a_key() -> None:
    """Located places group by gazetteer id, others by name."""
    keys = list(frames([record()]).places["key"])
    assert keys[0] == keys[2] != keys[1] == "name:norland"


def test_a_figure_has_place_date_and_speaker() -> None:
    """What a figure points at stands in its own row."""
    first, second = frames([record()]).figures.to_dict("records")
    assert (first["place_name"], first["when"], first["speaker"]) == ("Vasylkove", "Monday", None)
    assert (second["speaker"], second["speaker_role"]) == ("Olha Tkach", "Mayor")


def test_a_mark_inside_a_quotation_has_its_speaker() -> None:
    """An event told inside somebody's words is that person's statement."""
    start, end = span("We counted")
    one = record()
    told = replace(one.events[0], trigger=replace(one.events[0].trigger, start=start, end=end))
    made = frames([replace(one, events=(told,))])
    assert list(made.events["speaker"]) == ["Olha Tkach"]
    assert TEXT[start:end] == "We counted"


def test_hidden_characters_reach_no_page_or_chart() -> None:
    """A mark whose words turn the direction of writing has signs in the frames; the record keeps its text."""
    turned = replace(record(), text=TEXT.replace("12 graves", "12\u202egraves"))
    hidden = replace(turned, figures=(replace(turned.figures[0], text="12\u202egraves"),), events=())
    made = frames([hidden])
    assert list(made.figures["text"]) == ["12⟨RLO⟩graves"]
    assert list(made.places["text"]) == list(frames([record()]).places["text"])


def test_a_mark_names_its_page() -> None:
    """Where the document has pages."""
    paged = replace(record(), pages=(0, TEXT.index("Norland")))
    assert list(frames([paged]).places["page"]) == [1, 2, 2]
    assert list(frames([record()]).places["page"]) == [None, None, None]
