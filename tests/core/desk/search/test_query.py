"""The language of queries: what each piece of syntax means, what bad syntax is told, and the way back to text."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.desk.search.form import Form, form_of, query_of
from core.desk.search.normalising import words
from core.desk.search.parsing import MOST_CHARACTERS, MOST_WORDS, BadQuery, parse
from core.desk.search.query import Days, Language, Named, Number, Part, Phrase, Query, to_text


def day(text: str) -> dt.date:
    """A day in ISO format."""
    return dt.date.fromisoformat(text)


UNDERSTOOD: list[tuple[str, list[Part]]] = [
    ("", []),
    ("dam", [Phrase("dam")]),
    ("dam  Derna", [Phrase("dam"), Phrase("Derna")]),
    ('"dam  collapse"', [Phrase("dam collapse")]),
    ("“dam collapse” «in Derna»", [Phrase("dam collapse"), Phrase("in Derna")]),
    ('dam"in Derna"', [Phrase("dam"), Phrase("in Derna")]),
    ("bomb*", [Phrase("bomb", prefix=True)]),
    ('"air str"*', [Phrase("air str", prefix=True)]),
    ('"a * b"', [Phrase("a b")]),
    ("5,300 C++ don’t", [Phrase("5,300"), Phrase("C++"), Phrase("don’t")]),
    ("— & dam", [Phrase("dam")]),
    ("Derna: what", [Phrase("Derna:"), Phrase("what")]),
    ("12:30", [Phrase("12:30")]),
    ('"place:x"', [Phrase("place:x")]),
    ("place:Derna", [Named("Derna", field="place")]),
    ("PLACE: Derna flood", [Named("Derna", field="place"), Phrase("flood")]),
    ('place:"New York"', [Named("New York", field="place")]),
    ('place:="New York"', [Named("New York", field="place", exact=True)]),
    ('who:"Tkach"* person:mayor', [Named("Tkach", True, "who"), Named("mayor", field="person")]),
    ("figure:>100", [Number(100, None, strict=True)]),
    ("figure: >= 1,000", [Number(1000, None)]),
    ("figure:<-2.5", [Number(None, -2.5, strict=True)]),
    ("figure:≤7", [Number(None, 7)]),
    ("figure:=7 figure:7", [Number(7, 7), Number(7, 7)]),
    ("figure:100..200", [Number(100, 200)]),
    ("figure:200..100", [Number(100, 200)]),
    ("figure:100..", [Number(100, None)]),
    ("day:2022-09-14", [Days("day", day("2022-09-14"), day("2022-09-14"))]),
    ("day:2022-9-4", [Days("day", day("2022-09-04"), day("2022-09-04"))]),
    ("day:2022-09-14..2022-09-16", [Days("day", day("2022-09-14"), day("2022-09-16"))]),
    ("day:2022-09-16..2022-09-14", [Days("day", day("2022-09-14"), day("2022-09-16"))]),
    ("day:2022-10..2022-09", [Days("day", day("2022-09-01"), day("2022-10-31"))]),
    ("day:2020-02", [Days("day", day("2020-02-01"), day("2020-02-29"))]),
    ("day:2021", [Days("day", day("2021-01-01"), day("2021-12-31"))]),
    ("day:2021..", [Days("day", day("2021-01-01"), None)]),
    ("published:..2021-03", [Days("published", None, day("2021-03-31"))]),
    ("language:UK", [Language("uk")]),
]


@pytest.mark.parametrize(("text", "parts"), UNDERSTOOD)
def test_what_is_typed_is_understood(text: str, parts: list[Part]) -> None:
    """Piece by piece, and all pieces must hold."""
    assert list(parse(text).parts) == parts


REFUSED = [
    ('"dam', "not closed"),
    ('place:"New York', "not closed"),
    ("bo*mb", "end of a word"),
    ("plce:Derna", "“plce:”"),
    ("https://x.example", "quotation marks"),
    ("place:", "as in place:Derna"),
    ("who: —", "Write a name"),
    ("place:=Der*", "no star"),
    ("figure:many", "figure:>100"),
    ("figure:1,00", "figure:>100"),
    ("figure:>", "figure:>100"),
    ("figure:..", "figure:>100"),
    (f"figure:>{'9' * 400}", "too large"),
    ("day:yesterday", "day:2022-09-14"),
    ("day:2022-02-30", "day:2022-09-14"),
    ("day:0000", "day:2022-09-14"),
    ("day:..", "day:2022-09-14"),
    ("language:english", "language:en"),
    ("x" * (MOST_CHARACTERS + 1), "fewer words"),
    ("x " * (MOST_WORDS + 1), "fewer words"),
]


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_bad_syntax_is_told_what_to_write(text: str, said: str) -> None:
    """In one sentence."""
    with pytest.raises(BadQuery) as refused:
        parse(text)
    assert said in str(refused.value)
    assert str(refused.value).endswith(".")


@given(st.text())
def test_whatever_is_typed_is_a_query_or_a_sentence(text: str) -> None:
    """Nothing else ever comes of it, and what is understood is understood the same when written back."""
    try:
        query = parse(text)
    except BadQuery:
        return
    assert parse(to_text(query)) == query


_signs = st.characters(exclude_characters='"“”„‟«»＂*', exclude_categories=("Cs",))
_texts = st.text(_signs, min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(words)
_names = _texts.map(lambda text: text.strip("= ")).filter(words)
_days = st.dates()
_ends = st.tuples(_days, _days).map(sorted)
_numbers = st.floats(-1e12, 1e12).map(lambda value: round(value, 3) + 0.0)
PARTS: st.SearchStrategy[Part] = st.one_of(
    st.builds(Phrase, _texts, st.booleans()),
    st.builds(Named, _names, st.booleans(), st.sampled_from(["place", "person", "who", "outlet"])),
    st.builds(Named, _names, st.just(False), st.sampled_from(["place", "who"]), st.just(True)),
    st.builds(Number, _numbers, st.none(), st.booleans()),
    st.builds(Number, st.none(), _numbers, st.booleans()),
    st.tuples(_numbers, _numbers).map(sorted).map(lambda ends: Number(*ends)),
    st.builds(lambda field, ends: Days(field, *ends), st.sampled_from(["day", "published"]), _ends),
    st.builds(Days, st.just("day"), _days, st.none()),
    st.builds(Days, st.just("day"), st.none(), _days),
    st.builds(Language, st.sampled_from(["en", "uk"])),
)
QUERIES = st.lists(PARTS, max_size=5).map(lambda parts: Query(tuple(parts)))


@given(QUERIES)
def test_a_query_is_read_back_from_its_text(query: Query) -> None:
    """Whatever its words."""
    assert parse(to_text(query)) == query


@given(QUERIES)
def test_a_form_holds_the_whole_query(query: Query) -> None:
    """In some order: the words first."""
    assert Counter(query_of(form_of(query)).parts) == Counter(query.parts)


def test_plain_fields_need_no_syntax() -> None:
    """A name has no quotation marks, and a second one has no field."""
    filled = Form(words="flood", place="New York", figure="100..200", day="2022-09")
    assert to_text(query_of(filled)) == 'flood place:"New York" figure:100..200 day:2022-09'
    assert form_of(parse('flood place:"New York" place:Derna')) == Form("flood place:Derna", "New York")


def test_a_field_says_what_is_wrong_with_it() -> None:
    """The same sentence as for what is typed."""
    with pytest.raises(BadQuery, match="“figure:” needs a number"):
        query_of(Form(figure="many"))
