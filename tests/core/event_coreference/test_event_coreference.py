"""One event told several times is one, and two events of one sort stay two."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.event_coreference import EventCluster, clusters, gathered
from core.extraction import extract
from core.frames.rows import Frames, frames
from core.ingest import from_text
from core.models import Extraction
from tests.core.records import record

MAYOR = (
    "At least 14 people were killed on Friday when a factory exploded in Marseille, the mayor said. "
    "Firefighters rescued 30 workers."
)
WIRE = "An explosion at a chemical plant in Marseille killed 14 people on Friday, officials said."
SUNDAY = "Fourteen people died in Friday's blast in Marseille. Police arrested two managers in Marseille on Saturday."
ELSEWHERE = "Fourteen people were killed in Lyon on Friday when a bus crashed."
ANOTHER = "Two people were killed in Marseille on Friday by a falling crane."
BEFORE = "In 2019, 14 people were killed in Marseille."
DENIED = "The company denied that 14 people were killed in Marseille on Friday."


def told(*texts: str, published: dt.date = dt.date(2022, 9, 18)) -> Frames:
    """Frames of some texts that came out on one day."""
    documents = [from_text(text, f"{number}.txt", published) for number, text in enumerate(texts)]
    return frames(found for found in extract(documents) if isinstance(found, Extraction))


def groups(made: Frames, *triggers: str) -> list[list[str]]:
    """The names of the documents that tell one event of these triggers, group by group."""
    names = {row.doc: row.name for row in made.documents}
    by_key = {row.key: row for row in made.events}
    found = []
    for group in clusters(made):
        rows = [by_key[key] for key in group.members]
        kept = [names[row.doc] for row in rows if row.trigger in triggers]
        found += [sorted(kept)] if kept else []
    return sorted(found)


def test_three_documents_tell_of_one_explosion() -> None:
    """Kill and die, fourteen and at least 14, Friday as seen from one day."""
    made = told(MAYOR, WIRE, SUNDAY)
    assert groups(made, "kill", "die") == [["0.txt", "1.txt", "2.txt"]]
    (group,) = [one for one in clusters(made) if one.documents == 3]
    assert group.why.startswith("told in 3 documents: same day, same place")
    assert "14" in group.why


@pytest.mark.parametrize("other", [ELSEWHERE, ANOTHER, BEFORE], ids=["place", "number", "year"])
def test_another_event_of_the_same_sort_stays_apart(other: str) -> None:
    """Another place, another number or another time is another event."""
    assert groups(told(WIRE, other), "kill", "die") == [["0.txt"], ["1.txt"]]


def test_a_denial_is_told_of_the_same_event() -> None:
    """Its status stays its own."""
    made = told(WIRE, DENIED)
    assert groups(made, "kill") == [["0.txt", "1.txt"]]
    assert sorted(row.status for row in made.events if row.trigger == "kill") == ["denied", "happened"]


def test_a_country_holds_its_towns() -> None:
    """A telling that names the country alone is one of the town's."""
    assert groups(told(WIRE, "14 people were killed in France on Friday."), "kill") == [["0.txt", "1.txt"]]


def test_sayings_are_never_joined() -> None:
    """Two statements of one day are two."""
    made = told("The mayor said on Friday that it was a pity.", "The mayor said on Friday that she was sorry.")
    assert [group.members for group in clusters(made)] == [(row.key,) for row in made.events]
    assert len(gathered(made.events, ())) == 2


def test_the_best_mention_stands_for_the_group() -> None:
    """Every telling can be reached from it, and a filter that hides some leaves the others."""
    made = told(MAYOR, WIRE, SUNDAY)
    found = clusters(made)
    whole = gathered(made.events, found)
    (row,) = [row for row in whole if row.documents == 3]
    assert len(row.keys.split(",")) == row.mentions >= 3
    first = [row for row in made.events if row.doc == made.documents[0].doc]
    alone = gathered(first, found)
    assert {row.documents for row in alone} == {1}
    assert {row.why for row in alone} == {""}


def test_every_event_is_gathered_once() -> None:
    """No telling is lost and none is there twice."""
    made = told(MAYOR, WIRE, SUNDAY, ELSEWHERE, DENIED)
    keys = [key for row in gathered(made.events, clusters(made)) for key in row.keys.split(",")]
    assert sorted(keys) == sorted(row.key for row in made.events)


def test_ids_stay_while_the_members_do() -> None:
    """Other documents in the dossier, and another publication date, do not change a group's id."""
    alone, beside = told(WIRE, SUNDAY), told(WIRE, SUNDAY, ELSEWHERE)
    assert {group.id for group in clusters(alone)} <= {group.id for group in clusters(beside)}
    assert len({group.id for group in clusters(beside)}) == len(clusters(beside))


DAYS = st.integers(0, 3).map(lambda n: dt.date(2022, 9, 12) + dt.timedelta(days=n))
CHANGES = st.lists(st.tuples(DAYS, st.sampled_from(["kill", "die", "find", "open", "say"]), st.booleans()), max_size=14)


@given(CHANGES)
def test_groups_are_a_partition_that_contradicts_nowhere(changes: list[tuple[dt.date, str, bool]]) -> None:
    """Each event is in one group; dated members of a group share a day; the same input, the same."""
    one = record()
    events = tuple(
        replace(
            one.events[0],
            earliest=day,
            latest=day,
            trigger=replace(one.events[0].trigger, lemma=lemma),
            figures=(0,) if counted else (),
        )
        for day, lemma, counted in changes
    )
    made = frames([replace(one, events=events)])
    found = clusters(made)
    members = [key for group in found for key in group.members]
    day_of = {row.key: row.earliest for row in made.events}
    assert sorted(members) == sorted(day_of)
    for group in found:
        for a, b in combinations(group.members, 2):
            assert day_of[a] == day_of[b]
    assert found == clusters(made)


def test_a_dense_day_stays_quick_and_whole() -> None:
    """Thousands of events of one kind on one day are compared with few others each, and all are kept."""
    one = record()
    made = frames(replace(one, id=f"doc{number}", events=one.events * 50) for number in range(40))
    found: tuple[EventCluster, ...] = clusters(made)
    assert sum(len(group.members) for group in found) == 40 * 100
