"""What was deleted is in no file of the desk: not in the database, not in its log, not among the originals."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from core.desk import Desk
from core.desk.arrivals.queue import ArrivalQueue
from core.desk.arrivals.tables import ARRIVAL, DRAFT
from core.desk.crew import Elsewhere
from core.desk.database import Database
from core.desk.database.schema import DOCUMENT, JUDGEMENT, READING
from core.desk.dossier import Held
from core.desk.dossiers import Dossiers
from core.desk.jobs import new_job
from core.desk.originals import Originals
from core.desk.purging import GRACE
from core.desk.sql_store import SqlStore
from core.ingest import from_text
from core.models.judgement import new_judgement
from tests.core.desk.arrivals.handed import Counter
from tests.core.records import record

NAME, SAYS, PERSON = "Floods of the Wadi", "A dossier about the broken dam", "Reader with a rare name"
DRAFTED, UNREAD, WAITING = "Nobody added the ninth barrel.", "tenth-barrel-of-cider.txt", "The eleventh barrel waits."
PHRASE = "The quartermaster hid the ledgers under the cider press."
FILLER = "Nobody was told of {}, said the second deputy of the district council on {}. "


def everything(folder: Path) -> bytes:
    """The bytes of all files of the data folder."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def traces(database: Database) -> list[bytes]:
    """Pieces of what the database packs: each is as telling as the text, for whoever unpacks it."""
    with database.reading() as connection:
        packs = [
            bytes(pack)
            for column in (DOCUMENT.c.content, READING.c.record, JUDGEMENT.c.says, DRAFT.c.content, ARRIVAL.c.outcome)
            for pack in connection.execute(select(column).where(column.is_not(None))).scalars()
        ]
    return [pack[at : at + 24] for pack in packs for at in range(2, len(pack) - 24, 96)]


@pytest.mark.parametrize("purged", [False, True])
def test_nothing_is_left_of_a_dossier_but_what_another_holds(tmp_path: Path, purged: bool) -> None:
    """Before it is purged all of it is found, after it none; the other dossier is whole."""
    clock = [time.time()]
    store = SqlStore(Database(f"sqlite:///{tmp_path / 'desk.sqlite3'}", lambda: clock[0]))
    dossiers, originals = Dossiers(store.database), Originals(tmp_path / "originals")
    kept = from_text("What stays, stays.", "stays.txt")
    store.add("another", Held(kept, new_job(kept)))
    stays = traces(store.database)
    made = dossiers.make(NAME, SAYS, by=PERSON)
    sought = [*(words.encode() for words in (NAME, SAYS, PERSON, PHRASE, DRAFTED, UNREAD, WAITING, made))]
    for number in range(40):
        long = "".join(FILLER.format(number * at, at) for at in range(200))
        data = f"{PHRASE} {long}".encode()
        document = from_text(data.decode(), f"cider-press-{number}.txt")
        document = replace(document, original=originals.keep(data))
        store.add(made, Held(document, new_job(document), record(), anew=False))
    counter = Counter(Desk(store, Elsewhere(), originals=originals), store, originals, ArrivalQueue(store.database))
    counter.hand_in(*(f"{PHRASE} {DRAFTED} {number}" for number in range(40)), dossier=made)
    counter.hand_in("", name=UNREAD, dossier=made)
    counter.read_all()
    counter.hand_in(f"{PHRASE} {WAITING}", name=UNREAD, dossier=made)
    store.judge(made, lambda _: (new_judgement("apart", (), ()),))
    sought += [piece for piece in traces(store.database) if piece not in stays]
    dossiers.delete(made, NAME, by=PERSON)
    assert len(sought) > 1_000
    if purged:
        clock[0] += GRACE + 1
        originals.drop(dossiers.purge().originals)
    left = everything(tmp_path)
    found = [piece for piece in sought if piece in left]
    assert found == [] if purged else len(found) > 0.9 * len(sought)  # but for what lies across two pages
    assert [one.document for one in store.held("another")] == [kept]
    store.close()
