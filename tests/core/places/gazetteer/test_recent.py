"""What look-ups remember is bounded, however many places a name has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.places.gazetteer.recent import Recent


def test_the_oldest_go_first() -> None:
    """What was asked for again stays; what nobody asked for goes."""
    recent: Recent[str, tuple[int, ...]] = Recent(6)
    recent.learn({"a": (1, 2)})
    recent.learn({"b": (3,)})
    assert recent.known(["a"]) == {"a": (1, 2)}
    recent.learn({"c": (4,)})
    assert recent.known("abc") == {"a": (1, 2), "c": (4,)}


def test_one_huge_value_is_not_kept() -> None:
    """A name with more places than there is room for is read anew each time."""
    recent: Recent[str, tuple[int, ...]] = Recent(10)
    recent.learn({"a": (1,), "b": tuple(range(50))})
    assert recent.known("ab") == {}


@given(st.lists(st.tuples(st.integers(0, 9), st.lists(st.integers(), max_size=9))))
def test_never_more_than_the_bound(learnt: list[tuple[int, list[int]]]) -> None:
    """Whatever is learnt in whatever order, keys and items together stay within the bound."""
    recent: Recent[int, tuple[int, ...]] = Recent(20)
    for key, items in learnt:
        recent.learn({key: tuple(items)})
        assert sum(1 + len(value) for value in recent.known(range(10)).values()) <= 20
