"""The desk put together for this process: its store, and those who read, as settings and database ask for."""

from __future__ import annotations

from collections.abc import Sequence

from core.desk.crew import COMMAND, Crew, Elsewhere, Process, Threads, how_many, workers_of
from core.desk.database import Database, database_url
from core.desk.desk import Desk
from core.desk.extractor import Extractor
from core.desk.sql_store import SqlStore


def open_store() -> SqlStore:
    """The store of this machine's settings.

    Raises:
        StoreUnavailable: the database cannot be opened now.
    """
    return SqlStore(Database(database_url()))


def open_desk(workers: Sequence[str] = COMMAND) -> Desk:
    """The desk of a server, with workers beside it unless settings say that there are none.

    Args:
        workers: the command that begins them.

    Raises:
        StoreUnavailable: as above.
    """
    store = open_store()
    beside: Crew = Process(workers) if how_many() else Elsewhere()
    if store.database.is_sqlite:
        return Desk(store, beside)
    from core.desk.carrier import Announcer  # brings an event loop and a second pool: only wanted between machines

    return Desk(store, Announcer(store.database.url, beside))


def reading_crew(store: SqlStore, extractors: Sequence[Extractor]) -> Crew:
    """Workers in this process, a thread for each extractor."""
    workers = workers_of(store, extractors)
    if store.database.is_sqlite:
        return Threads(workers)
    from core.desk.carrier import Carried

    return Carried(store.database.url, store, workers)
