"""Copies, rewrites, one quotation and one agency are one origin; what is not sure is said to be not sure."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clustering.shingles import containment, shingles
from core.models import Extraction, Span
from core.origins import Passage, credited, credited_for_all, origins, text_reuses, wording_of
from tests.core.records import record

STORY = (
    "Firefighters worked through the night to keep the flames away from the old harbour. The mayor thanked the crews "
    "and asked people to stay at home until the wind drops. Two ferries were moved to the far side of the bay, and "
    "the market hall was opened for those who had to leave their flats in the evening."
)
REWRITE = STORY.replace("through the night", "all night").replace("Two ferries were moved", "Ferries were brought")
OTHER = (
    "The council has put off its vote on the new tram line. Members want to see what the tunnel under the river would "
    "cost before they decide, and the builder has been asked for a second estimate by the end of the spring. "
    "Shopkeepers on the main street fear that years of digging would drive their customers away for good."
)


def text(doc: str, words: str, day: int = 1, **changes: object) -> Extraction:
    """A record of which only the text matters here."""
    made = record(id=doc, text=words, published=dt.date(2023, 5, day), places=(), dates=(), figures=(), quotes=())
    return replace(made, events=(), sentences=(), **changes)  # type: ignore[arg-type]


def test_a_rewrite_is_kin_to_the_earlier_text() -> None:
    """The pair is named in the order of publication, with the share of wording that both have."""
    (kin,) = text_reuses(map(wording_of, [text("late", REWRITE, 2), text("early", STORY, 1), text("other", OTHER)]))
    assert (kin.one, kin.other, kin.copy) == ("early", "late", True)
    assert 0.5 < kin.share < 1
    assert (kin.partner("early"), kin.partner("late"), kin.partner("other")) == ("late", "early", None)


def test_one_paragraph_taken_over_is_no_copy() -> None:
    """Passages in common are told as such."""
    (kin,) = text_reuses(
        map(wording_of, [text("a", f"{STORY} {OTHER}"), text("b", f"{OTHER[:120]} {REWRITE[::-1]} {STORY[::-1]}")])
    )
    assert not kin.copy


def test_boilerplate_makes_no_kin() -> None:
    """A notice under every article says nothing about the articles."""
    notice = " ".join(f"word{i}" for i in range(60))
    texts = [
        text(d, f"{own} {notice}", boilerplate=(Span(len(own), len(own) + 500),))
        for d, own in (("a", STORY), ("b", OTHER))
    ]
    assert text_reuses(map(wording_of, texts)) == ()
    assert text_reuses(wording_of(replace(t, boilerplate=())) for t in texts)


@given(st.text(max_size=200), st.text(max_size=200))
def test_containment_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    """Between none and all, and all of a text is in itself."""
    rows, others = shingles(one, 3), shingles(other, 3)
    assert 0 <= containment(rows, others) == containment(others, rows) <= 1
    assert containment(rows, rows) == (1 if rows else 0)


CREDITS = [
    ("The governor told Reuters on Monday.", {"Reuters"}),
    ("It was reported by the Associated Press and AFP.", {"AP", "AFP"}),
    ("The Agence France-Presse photographer was there.", {"AFP"}),
    ("He will tap the app on a map.", set()),
    ("APPLES and REUTERS-like shouting", set()),
    ("Interfax-Ukraine said so.", {"Interfax-Ukraine"}),
]


@pytest.mark.parametrize(("passage", "agencies"), CREDITS)
def test_agencies_are_named_letter_by_letter(passage: str, agencies: set[str]) -> None:
    """An abbreviation counts as it is written, and not inside a word."""
    assert credited(passage) == agencies


WHOLE = [
    ("KYIV (Reuters) - Shells hit the port.", {"Reuters"}),
    (f"{OTHER} With material from AP and Reuters", {"AP", "Reuters"}),
    (f"{OTHER} Additional reporting by AFP.", {"AFP"}),
    (f"He told Reuters that it was over. {OTHER} {OTHER}", set()),
]


@pytest.mark.parametrize(("words", "agencies"), WHOLE)
def test_credit_for_a_whole_text(words: str, agencies: set[str]) -> None:
    """The dateline and the line at the foot credit all of a text, a sentence in between does not."""
    assert credited_for_all(words) == agencies


def telling(doc: str, sentence: str = "", **changes: object) -> Passage:
    """A passage that gives twelve, with nothing that ties it to others."""
    made = Passage(
        doc, doc.upper(), (12, 12), sentence or f"{doc} counted twelve", None, None, frozenset(), frozenset()
    )
    return replace(made, **changes)  # type: ignore[arg-type]


REUTERS = frozenset({"Reuters"})
SENTENCE = "At least 12 people were killed in the market on Tuesday, the governor said."
COUNTS = [
    ([telling("a")], "1 document"),
    ([telling("a"), telling("b")], "2 documents, no common origin seen"),
    ([telling("a", SENTENCE), telling("b", SENTENCE)], "2 documents, 1 origin"),
    ([telling("a", SENTENCE), telling("b", SENTENCE), telling("c")], "3 documents, at most 2 origins"),
    ([telling("a", credits=REUTERS), telling("b", credits=REUTERS)], "2 documents, 1 origin"),
    ([telling("a", credits=REUTERS), telling("b", document_credits=REUTERS)], "2 documents, 1 origin"),
    (
        [telling("a", document_credits=REUTERS), telling("b", document_credits=REUTERS)],
        "2 documents, perhaps only 1 origin",
    ),
    (
        [telling("a", credits=REUTERS), telling("b", credits=REUTERS, value=(14, 14))],
        "2 documents, perhaps only 1 origin",
    ),
    ([telling("a", speaker="The Governor"), telling("b", speaker="governor")], "2 documents, perhaps only 1 origin"),
    ([telling("a", speaker="officials"), telling("b", speaker="officials")], "2 documents, no common origin seen"),
    ([telling(d, quotation="we counted twelve of them by noon today") for d in "ab"], "2 documents, 1 origin"),
    ([telling(d, quotation="twelve so far") for d in "ab"], "2 documents, no common origin seen"),
]


@pytest.mark.parametrize(("tellings", "wording"), COUNTS)
def test_origins_are_counted_with_care(tellings: list[Passage], wording: str) -> None:
    """Only sure signs join documents; unsure ones are told as perhaps; no sign is no proof of independence."""
    found = origins(tellings, ())
    assert found.wording == wording
    assert found.fewest <= found.most <= found.documents


def test_a_copy_joins_whatever_its_sentences_say() -> None:
    """The link names both documents and how much they share."""
    kin = text_reuses(map(wording_of, [text("a", STORY), text("b", REWRITE, 2)]))
    found = origins([telling("a"), telling("b")], kin)
    assert found.most == 1
    assert "A and B share" in found.links[0].sentence
