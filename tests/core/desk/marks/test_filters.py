"""What the database gives under any filter is what the rows in memory give: rows, their order, counts, facets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.desk.database import Database
from core.desk.marks.counts import kind_counts, place_counts, speaker_counts
from core.desk.marks.filtering import Filtered
from core.desk.marks.rows import rows
from core.frames.filter import Filter
from core.frames.kinds import FIGURES, KINDS
from core.frames.rows import frames
from tests.core.desk.desks import DATABASES, database_url
from tests.core.desk.marks import generated
from tests.core.records import record
from tests.corpus.dossiers import fill
from tests.filters.comparison import differences

_NUMBERS = count()


@pytest.fixture(scope="module", params=DATABASES)
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database in which each example fills a dossier of its own."""
    with database_url(request.param, tmp_path_factory.mktemp("marks")) as url:
        made = Database(url)
        yield made
        made.close()


@settings(max_examples=6, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(found=generated.dossiers, data=st.data())
def test_the_database_agrees_with_the_rows_in_memory(database: Database, found: list, data: st.DataObject) -> None:  # type: ignore[type-arg]
    """Under any filter, for every query."""
    dossier, whole = f"d{next(_NUMBERS)}", frames(found)
    fill(database, dossier, found)
    for chosen in data.draw(st.lists(generated.filters([one.id for one in found]), min_size=1, max_size=2)):
        with database.reading() as connection:
            assert differences(connection, dossier, whole, chosen) == []


@pytest.fixture
def filled(database: Database) -> str:
    """A dossier of two documents, of which only the second speaks of Norland."""
    dossier = f"d{next(_NUMBERS)}"
    first = record(id="a" * 16, sha256="a" * 64)
    first = record(id=first.id, sha256=first.sha256, places=first.places[:1], events=(), dates=first.dates[:1])
    fill(database, dossier, [first, record(id="b" * 16, sha256="b" * 64)])
    return dossier


FILTERS = [
    (Filter(), (3, 2, 3, 4, 2), (1, 0, 0, 0, 0)),
    (Filter(roles="actors"), (1, 2, 3, 4, 2), (3, 0, 0, 0, 0)),
    (Filter(documents=("a" * 16,)), (1, 0, 1, 2, 1), (3, 2, 2, 2, 1)),
    (Filter(place="name:norland", roles="all"), (1, 0, 0, 0, 0), (3, 2, 3, 4, 2)),
    (Filter(speaker="Olha Tkach"), (0, 0, 0, 2, 2), (4, 2, 3, 2, 0)),
    (Filter(first=dt.date(2022, 9, 12)), (1, 1, 2, 2, 0), (3, 1, 1, 2, 2)),
    (Filter(first=dt.date(2022, 9, 13)), (0, 0, 0, 0, 0), (4, 2, 3, 4, 2)),
    (Filter(last=dt.date(2022, 5, 1)), (1, 1, 1, 0, 0), (3, 1, 2, 4, 2)),
    (Filter(last=dt.date(2022, 4, 30)), (0, 0, 0, 0, 0), (4, 2, 3, 4, 2)),
    (Filter(kind="money"), (3, 2, 3, 0, 2), (1, 0, 0, 4, 0)),
]


@pytest.mark.parametrize(("chosen", "shown", "taken_away"), FILTERS)
def test_what_a_filter_lets_through(
    database: Database, filled: str, chosen: Filter, shown: tuple[int, ...], taken_away: tuple[int, ...]
) -> None:
    """Numbers of places, events, dates, figures and quotations on both sides of each part of the filter."""
    with database.reading() as connection:
        counted = kind_counts(connection, Filtered(filled, chosen))
    assert [one.kind for one in counted] == [kind.plural for kind in KINDS]
    assert (tuple(one.shown for one in counted), tuple(one.taken_away for one in counted)) == (shown, taken_away)


def test_a_facet_tells_what_choosing_it_leaves(database: Database, filled: str) -> None:
    """The number beside a place or a speaker is that of all marks once it is chosen."""
    with database.reading() as connection:
        for one in place_counts(connection, Filtered(filled, Filter(roles="all"))):
            left = kind_counts(connection, Filtered(filled, Filter(roles="all", place=one.value)))
            assert sum(kind.shown for kind in left) == one.marks
        for one in speaker_counts(connection, Filtered(filled, Filter())):
            left = kind_counts(connection, Filtered(filled, Filter(speaker=one.value)))
            assert sum(kind.shown for kind in left) == one.marks


def test_nothing_of_other_dossiers_is_seen(database: Database, filled: str) -> None:
    """Nor of one that is not there."""
    with database.reading() as connection:
        assert {row.doc for row in rows(connection, Filtered(filled, Filter()), FIGURES)} == {"a" * 16, "b" * 16}
        assert rows(connection, Filtered("none", Filter()), FIGURES) == ()
