"""What a person decides holds over what is proposed, and can be taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from core.desk import Judgement, Party, new_judgement
from core.event_coreference import EventCluster, apply_judgements, clusters, gathered, matching, nearest, proposal
from core.event_coreference.judgements import Partition, fits, in_force, with_judgements
from core.frames.rows import Frames, frames
from tests.core.records import record

EVENTS = "abcdefgh"
Kind = Literal["together", "apart"]


def judgement(kind: Kind, one: str, others: Iterable[str]) -> Judgement:
    """About events that are letters."""
    those = tuple(Party(event, event, "") for event in others)
    return new_judgement(kind, (Party(one, one, ""),), those)


def made_of(events: str) -> st.SearchStrategy[list[Judgement]]:
    """Some decisions, each about events among those."""
    pair = st.tuples(st.sampled_from(["together", "apart"]), st.permutations(events), st.integers(2, 4))
    return st.lists(pair.map(lambda p: judgement(p[0], p[1][0], p[1][1 : p[2]])), max_size=8)


def proposals(events: str) -> st.SearchStrategy[list[list[str]]]:
    """The events in groups."""
    numbers = st.lists(st.integers(0, 3), min_size=len(events), max_size=len(events))
    return numbers.map(
        lambda at: [[e for e, k in zip(events, at, strict=True) if k == n] for n in dict.fromkeys(at)]
    )  # fmt: skip


def sets(groups: Iterable[Sequence[str]]) -> set[frozenset[str]]:
    """Groups without their order."""
    return {frozenset(group) for group in groups}


def at(groups: Partition) -> dict[str, int]:
    """The number of each event's group."""
    return {event: number for number, group in enumerate(groups) for event in group}


@given(proposals(EVENTS), made_of(EVENTS + "xyz"))
def test_every_event_stays_in_exactly_one_group(groups: list[list[str]], judgements: list[Judgement]) -> None:
    """Whatever is decided, also about events that are gone."""
    after = with_judgements(groups, judgements)
    assert sorted(event for group in after for event in group) == list(EVENTS)
    assert all(after)


@given(proposals(EVENTS), made_of(EVENTS))
def test_undo_gives_back_what_was_before(groups: list[list[str]], judgements: list[Judgement]) -> None:
    """Without the last decision all is as before it; without any, as proposed."""
    assert sets(with_judgements(groups, ())) == sets(groups)
    for number in range(len(judgements)):
        without = [one for one in judgements[: number + 1] if one.id != judgements[number].id]
        assert with_judgements(groups, without) == with_judgements(groups, judgements[:number])


@given(proposals(EVENTS), made_of(EVENTS), made_of(EVENTS).filter(bool))
def test_the_latest_decision_holds(groups: list[list[str]], before: list[Judgement], last: list[Judgement]) -> None:
    """Over what is proposed, and over every earlier decision that says otherwise."""
    assert in_force(last[-1], at(with_judgements(groups, [*before, last[-1]])))


@given(
    proposals("abcd"), proposals("efgh"), made_of("abcd"), made_of("efgh"), st.randoms(use_true_random=False)
)  # fmt: skip
def test_unrelated_decisions_may_come_in_any_order(
    some: list[list[str]], others: list[list[str]], one: list[Judgement], two: list[Judgement], chance: object
) -> None:
    """Two people at two stories: however their clicks fall between each other, the groups are the same."""
    turns = [0] * len(one) + [1] * len(two)
    chance.shuffle(turns)  # type: ignore[attr-defined]
    queues = [iter(one), iter(two)]
    mixed = [next(queues[turn]) for turn in turns]
    assert sets(with_judgements([*some, *others], mixed)) == sets(with_judgements(some, one)) | sets(
        with_judgements(others, two)
    )


def test_a_decision_that_lost_its_event_is_passed_over() -> None:
    """It fits again when the event is back; of several on its other side one is enough."""
    apart = judgement("apart", "a", "bx")
    assert with_judgements(["ab", "c"], [apart]) == (("a",), ("b",), ("c",))
    assert with_judgements(["bc"], [apart]) == (("b", "c"),)
    assert not fits(apart, "bc")
    assert not fits(apart, "ac")


def test_an_overruled_decision_is_not_in_force() -> None:
    """Joined, then kept apart: the page names the later one alone."""
    joined, apart = judgement("together", "a", "b"), judgement("apart", "b", "a")
    now = at(with_judgements(["a", "b"], [joined, apart]))
    assert (in_force(joined, now), in_force(apart, now)) == (False, True)


def told(*more: dict[str, object]) -> Frames:
    """One document a dict of changes to its first event: a find near Vasylkove on 12 September."""
    one = record()
    return frames(
        replace(one, id=f"doc{number}", name=f"{number}.txt", events=(replace(one.events[0], **changes),))  # type: ignore[arg-type]
        for number, changes in enumerate(more)
    )


def party(made: Frames, label: int) -> Party:
    """The event of a label."""
    row = made.events[label]
    return Party(row.event_id, row.text, row.doc)


def groups_of(groups: Iterable[EventCluster]) -> list[list[int]]:
    """The numbers of their documents alone."""
    return [numbers(group.members) for group in groups]


def numbers(members: Iterable[str]) -> list[int]:
    """The numbers of the documents that some mentions stand in."""
    return sorted(int(key.partition(":")[0].removeprefix("doc")) for key in members)


LATER = {"earliest": dt.date(2022, 9, 14), "latest": dt.date(2022, 9, 14)}


def test_a_telling_taken_out_is_an_event_of_its_own() -> None:
    """It says so; what it left does not, though both know of the decision."""
    made = told({}, {}, {})
    assert groups_of(clusters(made)) == [[0, 1, 2]]
    apart = new_judgement("apart", (party(made, 1),), (party(made, 0), party(made, 2)))
    rest, alone = clusters(made, [apart])
    assert (numbers(rest.members), rest.by_hand, rest.documents) == ([0, 2], "", 2)
    assert (alone.members, alone.by_hand, alone.why) == (("doc1:0",), "kept apart by hand", "")
    assert rest.judgements == alone.judgements == (apart,)
    assert rest.why.startswith("told in 2 documents: same day")


def test_what_is_joined_says_which_part_of_it_was_proposed() -> None:
    """The machine's own reasons stay readable, and are not claimed for all."""
    made = told({}, {}, LATER)
    assert groups_of(clusters(made)) == [[0, 1], [2]]
    (one,) = clusters(made, [new_judgement("together", (party(made, 2),), (party(made, 0),))])
    assert numbers(one.members) == [0, 1, 2]
    assert one.by_hand == "joined by hand"
    assert one.why == "told in 3 documents; 2 of them proposed as one: same day, same place, both say 12 graves"


def test_a_saying_can_be_joined_by_hand() -> None:
    """Nothing proposes it, but any event can be joined."""
    made = told({}, {"status": "said"})
    assert groups_of(clusters(made)) == [[0], [1]]
    assert groups_of(clusters(made, [new_judgement("together", (party(made, 0),), (party(made, 1),))])) == [[0, 1]]


def test_list_and_counts_follow() -> None:
    """One row an event, with the words of what was decided."""
    made = told({}, {})
    apart = new_judgement("apart", (party(made, 1),), (party(made, 0),))
    table = gathered(made.events, clusters(made, [apart]))
    assert [row.keys for row in table] == ["doc0:0", "doc1:0"]
    assert [row.by_hand for row in table] == ["", "kept apart by hand"]


def test_nearest_are_of_one_sort_and_near_in_time_or_place() -> None:
    """The nearest day first; another sort of thing far off is never offered, nor what was kept apart."""
    far = {"earliest": dt.date(2019, 1, 1), "latest": dt.date(2019, 1, 1), "places": ()}
    weeks = {"earliest": dt.date(2022, 9, 30), "latest": dt.date(2022, 9, 30), "places": ()}
    made = told({}, weeks, LATER, far, {})
    proposed = proposal(made)
    groups = apply_judgements(proposed, ())
    assert groups_of(groups) == [[0, 4], [1], [2], [3]]
    assert groups_of(nearest(proposed, groups, groups[0])) == [[2], [1]]
    apart = apply_judgements(proposed, [new_judgement("apart", (party(made, 4),), (party(made, 0),))])
    assert groups_of(nearest(proposed, apart, apart[0])) == [[2], [1]]


def test_any_event_is_found_by_its_words_day_or_place() -> None:
    """All words must be there, large or small."""
    events = gathered(told({}, LATER).events, ())
    assert len(matching(events, "GRAVES vasylkove")) == 2
    assert [row.keys for row in matching(events, "14 sep graves")] == ["doc1:0"]
    assert matching(events, "graves Paris") == matching(events, " ") == []


def test_joined_with_an_undated_telling_an_event_keeps_its_day() -> None:
    """Whichever tells more: what stands on the timeline does not leave it."""
    undated = {"earliest": None, "latest": None, "trigger": replace(record().events[0].trigger, lemma="kill")}
    made = told({"figures": ()}, undated)
    (one,) = clusters(made, [new_judgement("together", (party(made, 1),), (party(made, 0),))])
    assert one.members == ("doc0:0", "doc1:0")
